#include "measure/evaluation/kinds/series_builder.hpp"

#include "measure/evaluation/groups/group_count.hpp"

namespace boardpack::measure {
namespace {

series::GroupSeries groupSeries(const std::string& breakdown, const Group& group, GroupCells cells) {
  return {.breakdown = breakdown,
          .group = group.name,
          .parent = group.parent,
          .path = group.path,
          .is_rest = group.is_rest,
          .area = group.area,
          .windows = std::move(cells.windows),
          .references = std::move(cells.references)};
}

}  // namespace

SeriesBuilder::SeriesBuilder(const AppliedInfo& applied, base::MonthRange shown) {
  made_.info = applied.info;
  made_.waves = applied.waves;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    made_.months.push_back(month);
  }
}

void SeriesBuilder::addForce(GroupCells cells) { made_.groups.push_back(groupSeries("", {}, std::move(cells))); }

void SeriesBuilder::addBreakdown(const BreakdownName& name, const std::function<BreakdownCells()>& groups) {
  measure::addBreakdown(made_, name.shown_as, [&] {
    const BreakdownCells breakdown = groups();
    checkGroupCount(made_.info.name, name.id, breakdown.groups.size());
    if (breakdown.without_rows) {
      made_.without_rows.push_back(groupSeries(name.shown_as, {}, breakdown.without_rows()));
    }
    for (const Group& group : breakdown.groups) {
      made_.groups.push_back(groupSeries(name.shown_as, group, breakdown.cells(group)));
    }
  });
}

GroupCells cellsOver(const ReportedMonths& reported, const Gaps& gaps, const RangeValue& value) {
  return {.windows = windowCells(reported, gaps, value), .references = referenceValues(reported, gaps, value)};
}

}  // namespace boardpack::measure
