#include "measure/evaluation/kinds/failed.hpp"

#include "base/text.hpp"

#include <vector>

namespace boardpack::measure {
namespace {

void failForce(series::Series& made, const std::string& sentence) {
  made.failure = sentence;
  series::GroupSeries& force = made.groups.emplace_back();
  for (std::vector<series::Cell>& cells : force.windows) {
    cells.assign(made.months.size(), series::Cell::missing(series::Symbol::Failed, sentence));
  }
}

}  // namespace

series::Series failedSeries(const MeasureDefinition& definition, const std::string& sentence, Coverage& coverage,
                            base::Month first_shown, base::Month last) {
  std::vector<std::string> tables;
  if (definition.kind == MeasureKind::Ratio) {
    for (const MeasureDefinition::Part* part : {&definition.top, &definition.bottom}) {
      if (part->rows) {
        tables.push_back(part->rows->table);
      }
    }
  } else if (definition.info.nature.is_from_rows) {
    tables.push_back(definition.rows.table);
  }
  const base::MonthRange shown = shownMonths(tables, coverage, first_shown, last);
  series::Series made;
  made.info = definition.info;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    made.months.push_back(month);
  }
  failForce(made, sentence);
  return made;
}

series::Series unknownSeries(const std::string& name, const MeasureSet& measures, base::Month month) {
  std::vector<std::string> names;
  for (const MeasureDefinition& measure : measures.measures) {
    names.push_back(measure.info.name);
  }
  series::Series made;
  made.info.name = name;
  made.info.title = name;
  made.months = {month};
  failForce(made, "There is no measure '" + name + "'." + base::didYouMean(name, names));
  return made;
}

}  // namespace boardpack::measure
