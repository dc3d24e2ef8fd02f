#include "statistics/estimate/stretches.hpp"

#include "series/breaks.hpp"

#include <algorithm>
#include <tuple>

namespace boardpack::statistics {

namespace {

/// A month with which a stretch begins, and the last month before it that is not mixed.
struct Cut {
  base::Month last_before;
  base::Month first_after;
  std::string because;
};

std::vector<Cut> cutsOf(const series::Series& series, const std::vector<const series::Event*>& breaks) {
  std::vector<Cut> cuts;
  for (const series::Event* event : breaks) {
    cuts.push_back({event->month() - 1, series::firstClear(series, *event), event->title});
  }
  for (const base::Month step : series.info.limits.steps) {
    cuts.push_back({step - 1, step, "a step set by the script"});
  }
  // Of an event and a step with the same month the event gives the name; of two events the one that mixes a month.
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) {
    return std::tie(a.first_after, a.last_before) < std::tie(b.first_after, b.last_before);
  });
  return cuts;
}

}  // namespace

std::vector<Stretch> stretchesOf(const series::Series& series, const std::vector<const series::Event*>& breaks) {
  const std::vector<base::Month>& months = series.months;
  std::vector<Stretch> stretches;
  if (months.empty()) {
    return stretches;
  }
  const base::Month end = months.back();
  base::Month from = months.front();
  std::string because;
  const auto close = [&](base::Month last) {
    if (from <= std::min(last, end)) {
      const auto index = [&](base::Month month) { return static_cast<std::size_t>(month - months.front()); };
      stretches.push_back({index(from), index(std::min(last, end)), because});
    }
  };
  for (const Cut& cut : cutsOf(series, breaks)) {
    if (cut.first_after <= from) {
      // Before the series, or with a cut that was made already.
      continue;
    }
    close(cut.last_before);
    from = cut.first_after;
    because = cut.because;
  }
  close(end);
  return stretches;
}

}  // namespace boardpack::statistics
