#include "app/explain/reads_back.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <set>

namespace boardpack::app {
namespace {

using measure::MeasureDefinition;

/// Of a share and a mean the known rows are the denominator, so of how many the unknown are is known too.
std::string unknownWords(const MeasureDefinition& definition, const series::Cell& cell, const std::string& period) {
  if (cell.unknown == 0) {
    return {};
  }
  const bool is_of_rows = definition.info.nature.tells_unknown && cell.denominator && !definition.weight &&
                          !definition.unknown_counts_as_no;
  const std::string count = base::formatNumber(static_cast<double>(cell.unknown));
  const std::string of =
      is_of_rows ? " of " + base::formatNumber(*cell.denominator + static_cast<double>(cell.unknown)) : std::string();
  return fmt::format("Not known in {}: {}{} {}, {}.\n", period, count, of,
                     cell.unknown == 1 && !is_of_rows ? "row" : "rows",
                     definition.unknown_counts_as_no ? "counted as no" : "left out");
}

void addReads(const MeasureDefinition& definition, const measure::MeasureSet& set, std::set<std::string>& told,
              std::string& text) {
  std::vector<std::string> names = definition.reads;
  names.push_back(definition.top.measure);
  names.push_back(definition.bottom.measure);
  for (const std::string& name : names) {
    const MeasureDefinition* read = set.find(name);
    if (read == nullptr || !told.insert(name).second) {
      continue;
    }
    text += fmt::format("  {}: {}\n", name, read->info.sentence);
    addReads(*read, set, told, text);
  }
}

}  // namespace

std::string readBack(const MeasureDefinition& definition, const measure::MeasureSet& set, const series::Cell& cell,
                     const std::string& period) {
  std::string text = definition.info.sentence + "\n" + unknownWords(definition, cell, period);
  std::set<std::string> told;
  addReads(definition, set, told, text);
  return text;
}

}  // namespace boardpack::app
