#include "statistics/trend/change_points.hpp"

#include "statistics/estimate/gapless_run.hpp"
#include "statistics/estimate/least_squares.hpp"
#include "statistics/trend/segments.hpp"
#include "statistics/trend/stl.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace boardpack::statistics {

namespace {

/// Criterion of Liu, Wu and Zidek: the smaller the better. `parameters` counts levels and months of change.
double criterion(double sum_of_squares, std::size_t n, std::size_t parameters) {
  const double size = static_cast<double>(n);
  const double count = static_cast<double>(parameters);
  return std::log(sum_of_squares / (size - count)) + count * 0.299 * std::pow(std::log(size), 2.1) / size;
}

double lineSumOfSquares(std::span<const double> values) {
  const double n = static_cast<double>(values.size());
  const double middle = (n - 1) / 2;
  const double mean = meanOf(values);
  double xx = 0;
  double xy = 0;
  double yy = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double x = static_cast<double>(i) - middle;
    const double y = values[i] - mean;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  return std::max(0.0, yy - xy * xy / xx);
}

std::span<const double> stretch(std::span<const double> values, const Segments& segments, std::size_t index) {
  const std::size_t from = index == 0 ? 0 : segments.ends[index - 1];
  const std::size_t to = index < segments.ends.size() ? segments.ends[index] : values.size();
  return values.subspan(from, to - from);
}

/// How closely what the levels leave of each month follows that of the month before.
double neighbourCorrelation(std::span<const double> values, const Segments& segments) {
  std::vector<double> left;
  for (std::size_t i = 0; i <= segments.ends.size(); ++i) {
    const std::span<const double> level = stretch(values, segments, i);
    const double mean = meanOf(level);
    for (const double value : level) {
      left.push_back(value - mean);
    }
  }
  double all = 0;
  double pairs = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    all += left[i] * left[i];
    pairs += i == 0 ? 0 : left[i] * left[i - 1];
  }
  return isRounding(all, values) ? 0 : pairs / all;
}

void setOrder(series::ChangePoint& point, const std::vector<series::Event>& events, const base::MonthRange& run) {
  const series::Event* nearest = nullptr;
  long distance = std::numeric_limits<long>::max();
  for (const series::Event& event : events) {
    const base::Month month = event.month();
    const bool is_near =
        month >= point.between.first - kEventWithinMonths && month <= point.between.last + kEventWithinMonths;
    const long days = std::abs(base::daysSinceEpoch(event.day) - base::daysSinceEpoch(point.starts.firstDay()));
    if (run.contains(month) && is_near && days < distance) {
      nearest = &event;
      distance = days;
    }
  }
  if (nearest == nullptr) {
    return;
  }
  point.event = nearest->title;
  point.event_day = nearest->day;
  point.order = orderOf(point.between, nearest->day);
}

/// The months in which a level begins, less than or equal to which no month of the run lies outside.
base::MonthRange clipped(const CutInterval& interval, const base::MonthRange& run, const base::MonthRange& widest) {
  if (!interval.is_known) {
    return widest;
  }
  const auto month = [&](long cut) {
    const long last = run.count() - 1;
    return run.first + static_cast<int>(std::clamp(cut, 1L, last));
  };
  return {.first = month(interval.lower), .last = month(interval.upper)};
}

}  // namespace

series::ChangePoint::Order orderOf(const base::MonthRange& interval, const sdk::Date& day) {
  const base::Month month = base::Month::of(day);
  if (interval.last < month) {
    return series::ChangePoint::Order::BeforeEvent;
  }
  if (interval.first > month) {
    return series::ChangePoint::Order::AfterEvent;
  }
  return series::ChangePoint::Order::CannotTell;
}

series::ChangePoints changePointsOf(std::span<const std::optional<double>> months, base::Month first,
                                    const std::vector<series::Event>& events, const series::Season& season) {
  series::ChangePoints found;
  found.method =
      "levels by least squares (Bai and Perron), their number by the criterion of Liu, Wu and Zidek, intervals by Bai "
      "1997";
  GaplessRun run = latestRun(months);
  const std::size_t n = run.values.size();
  if (n < kFewestForSeason) {
    found.reason = kTooFewOnEnd;
    return found;
  }
  found.tested = true;
  if (std::ranges::all_of(run.values, [&](double value) { return value == run.values.front(); })) {
    return found;
  }
  if (season.strong) {
    const SeasonalTrend parts = decompose(run.values);
    for (std::size_t i = 0; i < n; ++i) {
      run.values[i] -= parts.season[i];
    }
    found.method += "; of the months less their season";
  }
  const std::size_t part = static_cast<std::size_t>(std::floor(kShortestLevelPart * static_cast<double>(n)));
  const std::vector<Segments> all = bestSegments(run.values, std::max(kShortestLevel, part));
  std::size_t best = 0;
  for (std::size_t cuts = 1; cuts < all.size(); ++cuts) {
    if (criterion(all[cuts].sum_of_squares, n, 2 * cuts + 1) < criterion(all[best].sum_of_squares, n, 2 * best + 1)) {
      best = cuts;
    }
  }
  const Segments& chosen = all[best];
  const bool is_line =
      criterion(lineSumOfSquares(run.values), n, 2) <= criterion(chosen.sum_of_squares, n, 2 * best + 1);
  const double follows = 1.645 / std::sqrt(static_cast<double>(n));
  if (best == 0 || is_line || neighbourCorrelation(run.values, chosen) > follows) {
    return found;
  }
  const base::Month start = first + static_cast<int>(run.first);
  const base::MonthRange whole{start, start + static_cast<int>(n) - 1};
  for (std::size_t i = 0; i < chosen.ends.size(); ++i) {
    const std::span<const double> before = stretch(run.values, chosen, i);
    const std::span<const double> after = stretch(run.values, chosen, i + 1);
    const std::size_t cut = chosen.ends[i];
    const std::size_t from = cut - before.size();
    const base::MonthRange widest{start + static_cast<int>(from) + 1, start + static_cast<int>(cut + after.size()) - 1};
    series::ChangePoint point;
    point.starts = start + static_cast<int>(cut);
    point.between = clipped(cutInterval(before, after, cut), whole, widest);
    point.before = meanOf(before);
    point.after = meanOf(after);
    setOrder(point, events, whole);
    found.points.push_back(std::move(point));
  }
  return found;
}

}  // namespace boardpack::statistics
