#include "registers/readers.hpp"
#include "registers/row.hpp"

#include <algorithm>
#include <tuple>

namespace boardpack::registers {
namespace {

const Form& form() {
  static const Form made{"targets", "targets", {{"measure"}, {"from"}, {"value"}, {"set_by", false}}};
  return made;
}

}  // namespace

void readTargets(const Folder& folder, const sdk::Force&, Read& read) {
  const Table table = readTable(folder, form(), read);
  readRows(table, {"measure", "from"}, read, [&](Row& row) {
    series::TargetEntry entry;
    entry.measure = row.required("measure", "the name of a measure");
    if (row.text("from").empty()) {
      row.required("from", "the first month that the target holds in, as 2019-04");
    }
    const std::optional<base::Month> from = row.month("from");
    if (row.text("value") != "none") {
      if (row.text("value").empty()) {
        row.required("value", "a number, or none where the target ends");
      }
      entry.value = row.number("value");
    }
    entry.set_by = row.text("set_by");
    entry.place = row.place();
    if (!from) {
      return false;
    }
    entry.from = *from;
    read.registers.targets.push_back(std::move(entry));
    return true;
  });
  std::stable_sort(read.registers.targets.begin(), read.registers.targets.end(),
                   [](const series::TargetEntry& a, const series::TargetEntry& b) {
                     return std::tie(a.measure, a.from) < std::tie(b.measure, b.from);
                   });
}

}  // namespace boardpack::registers
