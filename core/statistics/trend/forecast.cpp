#include "statistics/trend/forecast.hpp"

#include "series/breaks.hpp"
#include "statistics/estimate/gapless_run.hpp"
#include "statistics/trend/level_smoothing.hpp"
#include "statistics/trend/stl.hpp"
#include "statistics/xmr_rules.hpp"

#include "base/text.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace boardpack::statistics {

namespace {

constexpr std::size_t kYear = 12;

series::Forecast none(base::MonthRange year, std::string reason) {
  series::Forecast forecast;
  forecast.year = year;
  forecast.reason = std::move(reason);
  return forecast;
}

const series::Event* latestOf(const std::vector<const series::Event*>& breaks, base::Month month) {
  const series::Event* latest = nullptr;
  for (const series::Event* event : breaks) {
    if (event->month() <= month && (latest == nullptr || event->firstWhole() > latest->firstWhole())) {
      latest = event;
    }
  }
  return latest;
}

/// The months on end up to `month`, after the latest break.
std::vector<double> history(const series::Series& series, const series::GroupSeries& group, base::Month month,
                            const series::Event* last_break) {
  std::vector<std::optional<double>> cells;
  for (const base::Month at : series.months) {
    const bool is_after = last_break == nullptr || at >= series::firstClear(series, *last_break);
    if (at <= month) {
      cells.push_back(is_after ? series.at(group, series::Window::Month, at).value : std::nullopt);
    }
  }
  return cells.empty() || !cells.back() ? std::vector<double>{} : latestRun(cells).values;
}

struct Rest {
  double value = 0;
  double half_width = 0;
};

Rest restOfYear(const series::MeasureInfo& info, const std::vector<double>& values, std::size_t months_left) {
  const std::size_t n = values.size();
  const SeasonalTrend parts = decompose(values);
  std::vector<double> level_values;
  for (std::size_t i = 0; i < n; ++i) {
    level_values.push_back(values[i] - parts.season[i]);
  }
  const LevelSmoothing fit = smoothLevel(level_values);
  const double size = static_cast<double>(n);
  const double left = static_cast<double>(months_left);
  Rest rest;
  double weights = 0;
  for (std::size_t i = 0; i < months_left; ++i) {
    rest.value += fit.level + parts.season[n - kYear + i % kYear];
    const double carried = 1 + fit.alpha * static_cast<double>(months_left - 1 - i);
    weights += carried * carried;
  }
  // Alpha, the first level and eleven months of the year are taken from the values.
  const double free = size - 2 - static_cast<double>(kYear - 1);
  double variance = fit.sum_of_squares / free;
  if (info.nature.is_count) {
    variance = std::max(variance, std::max(0.0, fit.level));
  }
  // The year's own months, what the season is not known to, and what the level is not known to.
  const double total =
      variance * (weights + left * static_cast<double>(kYear) / size + left * left * fit.level_variance);
  const boost::math::students_t_distribution<double> student(free);
  rest.half_width = boost::math::quantile(student, 0.975) * std::sqrt(total);
  return rest;
}

}  // namespace

series::Forecast forecastOf(const series::Series& series, const series::GroupSeries& group, base::Month month,
                            const std::vector<const series::Event*>& breaks) {
  const base::Month april = month.financialYearStart();
  const base::MonthRange year{april, april + static_cast<int>(kYear) - 1};
  if (!series.failure.empty()) {
    return none(year, "the measure failed");
  }
  if (series.info.nature.is_truth) {
    return none(year, series::kTruthReason);
  }
  if (!series.info.nature.adds_up) {
    return none(year, "its months do not add up to a year");
  }
  if (group.in(series::Window::Month).empty()) {
    return none(year, "the measure has no monthly values");
  }
  if (month == year.last) {
    return none(year, "the financial year has ended");
  }
  const series::Event* last_break = latestOf(breaks, month);
  const std::vector<double> values = history(series, group, month, last_break);
  if (values.size() < kFewestForSeason) {
    const std::string since =
        last_break == nullptr ? "" : " since " + base::longDate(last_break->day) + " (" + last_break->title + ")";
    return none(year, kTooFewOnEnd + since);
  }
  const double total = std::accumulate(values.begin(), values.end(), 0.0);
  if (std::abs(total) < kFewestAMonth * static_cast<double>(values.size())) {
    return none(year, "an average under " + base::formatNumber(kFewestAMonth) + " a month");
  }
  const std::size_t so_far = static_cast<std::size_t>(month - april) + 1;
  const std::size_t months_left = kYear - so_far;
  series::Forecast forecast;
  forecast.year = year;
  forecast.so_far = std::accumulate(values.end() - static_cast<std::ptrdiff_t>(so_far), values.end(), 0.0);
  forecast.months_left = static_cast<int>(months_left);
  const Rest rest = restOfYear(series.info, values, months_left);
  forecast.value = forecast.so_far + rest.value;
  forecast.lower = forecast.value - rest.half_width;
  forecast.upper = forecast.value + rest.half_width;
  if (std::ranges::all_of(values, [](double value) { return value >= 0; })) {
    // What never was below 0 takes nothing off the year so far.
    forecast.value = std::max(forecast.value, forecast.so_far);
    forecast.lower = std::max(forecast.lower, forecast.so_far);
    forecast.upper = std::max(forecast.upper, forecast.so_far);
  }
  forecast.available = true;
  forecast.method =
      "the year so far, and for the months left exponential smoothing of the level with the season of STL";
  return forecast;
}

}  // namespace boardpack::statistics
