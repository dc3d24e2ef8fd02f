#include "statistics/stretches.hpp"

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

std::vector<Cut> cutsOf(const std::vector<const series::Event*>& breaks, const std::vector<base::Month>& steps) {
  std::vector<Cut> cuts;
  for (const series::Event* event : breaks) {
    cuts.push_back({event->month() - 1, event->firstWhole(), event->title});
  }
  for (const base::Month step : steps) {
    cuts.push_back({step - 1, step, "a step set by the script"});
  }
  // Of an event and a step with the same month the event gives the name; of two events the one that mixes a month.
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) {
    return std::tie(a.first_after, a.last_before) < std::tie(b.first_after, b.last_before);
  });
  return cuts;
}

const series::BreakdownInfo* breakdownOf(const series::Series& series, const std::string& id) {
  const auto& all = series.info.breakdowns;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const series::BreakdownInfo& info) { return info.id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool isAreaBreakdown(const series::Series& series, const std::string& id) {
  const series::BreakdownInfo* breakdown = breakdownOf(series, id);
  return breakdown != nullptr && breakdown->is_area;
}

/// Whether a group of several columns, "Burglary, Hartlepool", has the area as one of its parts.
bool hasPart(const std::string& group, const std::string& area) {
  const std::string apart = ", ";
  return (apart + group + apart).find(apart + area + apart) != std::string::npos;
}

bool isOfSeveralColumns(const series::Series& series, const std::string& id) {
  const series::BreakdownInfo* breakdown = breakdownOf(series, id);
  return breakdown != nullptr && breakdown->columns.size() > 1 && !breakdown->is_tree;
}

/// The area above one, by name; "" at the top.
std::string parentOf(const series::Series& series, const std::string& area) {
  const auto isIt = [&](const series::GroupSeries& group) {
    return group.group == area && isAreaBreakdown(series, group.breakdown);
  };
  const auto found = std::find_if(series.groups.begin(), series.groups.end(), isIt);
  return found == series.groups.end() ? "" : found->parent;
}

/// No tree of areas is deeper.
constexpr int kMostLevels = 8;

}  // namespace

bool touches(const series::Event& event, const series::Series& series, const series::GroupSeries& group) {
  if (event.areas.empty()) {
    return true;
  }
  if (isOfSeveralColumns(series, group.breakdown)) {
    return std::any_of(event.areas.begin(), event.areas.end(),
                       [&](const std::string& area) { return hasPart(group.group, area); });
  }
  if (group.isForce() || !isAreaBreakdown(series, group.breakdown)) {
    return false;
  }
  const auto isNamed = [&](const std::string& area) {
    return std::find(event.areas.begin(), event.areas.end(), area) != event.areas.end();
  };
  std::string above = group.parent;
  for (int level = 0; level < kMostLevels && !above.empty(); ++level) {
    if (isNamed(above)) {
      return true;
    }
    above = parentOf(series, above);
  }
  return isNamed(group.group);
}

std::vector<const series::Event*> breaksOf(const series::Series& series, const series::GroupSeries& group) {
  std::vector<const series::Event*> found;
  for (const series::Event& event : series.events) {
    if (event.breaks() && touches(event, series, group)) {
      found.push_back(&event);
    }
  }
  return found;
}

std::vector<Stretch> stretchesOf(const std::vector<base::Month>& months,
                                 const std::vector<const series::Event*>& breaks,
                                 const std::vector<base::Month>& steps) {
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
  for (const Cut& cut : cutsOf(breaks, steps)) {
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
