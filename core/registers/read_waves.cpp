#include "registers/readers.hpp"
#include "registers/row.hpp"

#include <algorithm>
#include <tuple>

namespace boardpack::registers {
namespace {

const Form& form() {
  static const Form made{"waves", "survey waves", {{"survey"}, {"name"}, {"first_month"}, {"last_month"}}};
  return made;
}

/// A month of two waves would be told twice.
void checkOverlaps(Read& read) {
  const std::vector<series::Wave>& waves = read.registers.waves;
  for (std::size_t i = 1; i < waves.size(); ++i) {
    const series::Wave& before = waves[i - 1];
    if (waves[i].survey == before.survey && waves[i].months.first <= before.months.last) {
      read.problems.push_back(
          {waves[i].place, "first_month",
           "the wave begins before '" + before.name + "' of the same survey (" + before.place + ") has ended."});
    }
  }
}

}  // namespace

void readWaves(const Folder& folder, const sdk::Force&, Read& read) {
  const Table table = readTable(folder, form(), read);
  readRows(table, {"survey", "name"}, read, [&](Row& row) {
    series::Wave wave;
    wave.survey = row.required("survey", "the name of the survey, as the rows give it");
    wave.name = row.required("name", "the name of the wave, as wave 12");
    for (const char* column : {"first_month", "last_month"}) {
      if (row.text(column).empty()) {
        row.required(column, "a month as 2019-06");
      }
    }
    const std::optional<base::Month> first = row.month("first_month");
    const std::optional<base::Month> last = row.month("last_month");
    wave.place = row.place();
    if (first && last && *last < *first) {
      row.problem("last_month", "the wave ends before it begins.");
      return false;
    }
    if (!first || !last) {
      return false;
    }
    wave.months = {*first, *last};
    read.registers.waves.push_back(std::move(wave));
    return true;
  });
  std::stable_sort(read.registers.waves.begin(), read.registers.waves.end(),
                   [](const series::Wave& a, const series::Wave& b) {
                     return std::tie(a.survey, a.months.first) < std::tie(b.survey, b.months.first);
                   });
  checkOverlaps(read);
}

}  // namespace boardpack::registers
