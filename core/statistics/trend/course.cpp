#include "statistics/trend/course.hpp"

#include "series/breaks.hpp"
#include "statistics/trend/change_points.hpp"
#include "statistics/trend/forecast.hpp"

namespace boardpack::statistics {

void addCourse(const series::Series& series, const series::GroupSeries& group, base::Month month,
               series::GroupAnalysis& analysis) {
  analysis.forecast = forecastOf(series, group, month, series::breaksOf(series, group));
  const series::Limits& limits = analysis.limits;
  if (!limits.available && limits.symbol != series::Symbol::NotAvailable) {
    analysis.season = {};
    analysis.season.reason = limits.reason;
    analysis.change_points.reason = limits.reason;
    return;
  }
  std::vector<std::optional<double>> months;
  for (const series::Cell& cell : group.in(series::Window::Month)) {
    months.push_back(cell.value);
  }
  std::vector<series::Event> events;
  for (const series::Event& event : series.events) {
    if (series::touchOf(event, series, group) == series::Touch::Whole) {
      events.push_back(event);
    }
  }
  analysis.change_points = changePointsOf(months, series.months.front(), events, analysis.season);
}

}  // namespace boardpack::statistics
