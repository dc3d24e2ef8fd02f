#include "paper/measure_tables.hpp"

#include "base/text.hpp"
#include "paper/table_cells.hpp"

namespace boardpack::paper {

using series::Cell;

std::vector<const series::Analysed*> measuresFor(const Pack& pack, const std::string& name) {
  std::vector<const series::Analysed*> measures;
  for (const series::Analysed& measure : pack.measures) {
    const bool is_asked = name.empty() || measure.series.info.name == name;
    if (is_asked && measure.series.failure.empty() && !measure.series.groups.empty() && !measure.groups.empty()) {
      measures.push_back(&measure);
    }
  }
  return measures;
}

Table tableOf(const Pack& pack, const std::string& measure, const std::string& stem, const std::string& what) {
  Table table;
  table.id = measure.empty() ? stem : tableId(stem, measure);
  const series::Analysed* one = measure.empty() ? nullptr : pack.find(measure);
  table.title =
      (one == nullptr ? what : one->series.info.title + ": " + base::lower(what.substr(0, 1)) + what.substr(1)) + ", " +
      pack.force.name + ", " + pack.month.longName();
  return table;
}

void addNotes(Table& table, std::vector<std::string> notes) {
  for (std::string& note : notes) {
    table.notes.push_back(std::move(note));
  }
}

std::string capital(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words;
}

TableCell optionalCell(const std::optional<double>& value, int decimals, const char* why) {
  return valueCell(value ? Cell::of(*value) : Cell::missing(series::Symbol::NotAvailable, why), decimals);
}

TableCell countCell(const std::optional<int>& value, const char* why) {
  return optionalCell(value ? std::optional<double>(*value) : std::nullopt, 0, why);
}

std::string rangeOf(const base::MonthRange& months) { return capital(base::rangeInWords(months)); }

}  // namespace boardpack::paper
