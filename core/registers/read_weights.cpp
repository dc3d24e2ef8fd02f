#include "base/text.hpp"
#include "registers/readers.hpp"
#include "registers/row.hpp"

namespace boardpack::registers {
namespace {

constexpr double kLargest = 1'000'000;
constexpr std::size_t kMostDecimals = 4;

std::size_t decimalsOf(double value) {
  const std::string text = base::exactNumber(value);
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 0 : text.size() - point - 1;
}

const Form& weightsForm() {
  static const Form made{"weights", "weights", {{"name"}, {"group"}, {"value"}}};
  return made;
}

const Form& peersForm() {
  static const Form made{"peer-groups", "peer groups", {{"group"}, {"force"}}};
  return made;
}

}  // namespace

void readWeights(const Folder& folder, const sdk::Force&, Read& read) {
  const Table table = readTable(folder, weightsForm(), read);
  readRows(table, {"name", "group"}, read, [&](Row& row) {
    series::Weight weight;
    weight.name = row.required("name", "the name of the set of weights");
    weight.group = row.required("group", "the group that the weight belongs to");
    if (row.text("value").empty()) {
      row.required("value", "how much the group counts, as 1.5");
    }
    const std::optional<double> value = row.number("value");
    weight.place = row.place();
    if (value && *value < 0) {
      row.problem("value", "found " + row.text("value") + ", expected 0 or more.");
    }
    if (value && decimalsOf(*value) > kMostDecimals) {
      row.problem("value",
                  "found " + row.text("value") + ", expected at most four decimals: sums of weights are exact.");
    }
    if (value && *value > kLargest) {
      row.problem("value", "found " + row.text("value") + ", expected at most 1,000,000.");
    }
    if (!value) {
      return false;
    }
    weight.value = *value;
    read.registers.weights.push_back(std::move(weight));
    return true;
  });
}

void readPeers(const Folder& folder, const sdk::Force&, Read& read) {
  const Table table = readTable(folder, peersForm(), read);
  readRows(table, {"group", "force"}, read, [&](Row& row) {
    series::PeerMember member;
    member.group = row.required("group", "the name of the group of forces, as MSG");
    member.force = row.required("force", "a force of it, as the comparators name it");
    member.place = row.place();
    if (row.isSound()) {
      read.registers.peers.push_back(std::move(member));
    }
    return row.isSound();
  });
}

}  // namespace boardpack::registers
