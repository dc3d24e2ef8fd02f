#include "statistics/change/contribution.hpp"

#include "statistics/xmr_rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace boardpack::statistics {

namespace {

using series::Cell;
using series::Reference;
using series::Window;

struct Choice {
  Window window;
  Reference reference;
};

/// The longest first.
constexpr std::array kChoices{Choice{Window::Mrt, Reference::PreviousMrt},
                              Choice{Window::FinancialYear, Reference::PreviousWindow},
                              Choice{Window::CalendarYear, Reference::PreviousWindow},
                              Choice{Window::Ytd, Reference::PreviousYtd},
                              Choice{Window::Quarter, Reference::SameWindowLastYear},
                              Choice{Window::Month, Reference::SameMonthLastYear}};

struct TwoCells {
  Cell before, now;
};

bool isEqual(double a, double b) { return std::abs(a - b) <= kEqualWithin * std::max({1.0, std::abs(a), std::abs(b)}); }

/// Tops and bottoms of both periods.
struct Parts {
  double top_before = 0, top_now = 0, bottom_before = 0, bottom_now = 0;
};

std::optional<Parts> partsOf(const TwoCells& cells) {
  // A group without a row has no rate, but its top and bottom are 0.
  const auto part = [](const std::optional<double>& value, const Cell& cell) {
    return !value && cell.symbol == series::Symbol::NotApplicable ? std::optional<double>(0) : value;
  };
  const auto a = part(cells.before.numerator, cells.before);
  const auto b = part(cells.now.numerator, cells.now);
  const auto c = part(cells.before.denominator, cells.before);
  const auto d = part(cells.now.denominator, cells.now);
  if (!a || !b || !c || !d) {
    return std::nullopt;
  }
  return Parts{.top_before = *a, .top_now = *b, .bottom_before = *c, .bottom_now = *d};
}

/// What a value is of its top over its bottom: 100 for a share, 1,000 for a rate per 1,000.
std::optional<double> scaleOf(const Cell& cell) {
  if (!cell.has() || !cell.numerator || !cell.denominator || *cell.numerator == 0 || *cell.denominator == 0) {
    return std::nullopt;
  }
  return *cell.value * *cell.denominator / *cell.numerator;
}

struct GroupCells {
  std::string group;
  TwoCells cells;
};

void addCounts(series::Contribution& made, const std::vector<GroupCells>& groups, const TwoCells& force) {
  double sum_before = 0;
  double sum_now = 0;
  for (const GroupCells& group : groups) {
    if (!group.cells.before.has() || !group.cells.now.has()) {
      made.reason = "a group has no value for both periods: " + group.group;
      return;
    }
    sum_before += *group.cells.before.value;
    sum_now += *group.cells.now.value;
  }
  if (!isEqual(sum_before, *force.before.value) || !isEqual(sum_now, *force.now.value)) {
    made.reason = "the groups do not add up to the whole";
    return;
  }
  for (const GroupCells& group : groups) {
    made.parts.push_back({.group = group.group, .change = *group.cells.now.value - *group.cells.before.value});
  }
}

double over(double top, double bottom) { return bottom == 0 ? 0 : top / bottom; }

series::ContributionPart ratePart(const std::string& group, const Parts& part, const Parts& whole, double scale) {
  double before = over(part.top_before, part.bottom_before);
  double now = over(part.top_now, part.bottom_now);
  // Where a period has no base there is no rate that could have changed: all of it is mix.
  if (part.bottom_before == 0) {
    before = now;
  }
  if (part.bottom_now == 0) {
    now = before;
  }
  const double share_before = part.bottom_before / whole.bottom_before;
  const double share_now = part.bottom_now / whole.bottom_now;
  const double typical = (whole.top_before / whole.bottom_before + whole.top_now / whole.bottom_now) / 2;
  series::ContributionPart made{.group = group};
  made.mix = scale * (share_now - share_before) * ((before + now) / 2 - typical);
  made.rate = scale * (now - before) * (share_before + share_now) / 2;
  made.change = made.mix + made.rate;
  return made;
}

void addRates(series::Contribution& made, const std::vector<GroupCells>& groups, const TwoCells& force) {
  const std::optional<Parts> whole = partsOf(force);
  const std::optional<double> before_scale = scaleOf(force.before);
  const std::optional<double> scale = before_scale ? before_scale : scaleOf(force.now);
  if (!whole || !scale || whole->bottom_before == 0 || whole->bottom_now == 0) {
    made.reason = "the value has no top and bottom that add up";
    return;
  }
  Parts sums;
  std::vector<Parts> parts;
  for (const GroupCells& group : groups) {
    const std::optional<Parts> part = partsOf(group.cells);
    if (!part) {
      made.reason = "a group has no value for both periods: " + group.group;
      return;
    }
    sums.top_before += part->top_before;
    sums.top_now += part->top_now;
    sums.bottom_before += part->bottom_before;
    sums.bottom_now += part->bottom_now;
    parts.push_back(*part);
  }
  if (!isEqual(sums.top_before, whole->top_before) || !isEqual(sums.top_now, whole->top_now) ||
      !isEqual(sums.bottom_before, whole->bottom_before) || !isEqual(sums.bottom_now, whole->bottom_now)) {
    made.reason = "the groups do not add up to the whole";
    return;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    made.parts.push_back(ratePart(groups[i].group, parts[i], *whole, *scale));
  }
}

/// Changes that differ by no more than rounding in binary leaves stay in the order of the groups.
void putLargestFirst(std::vector<series::ContributionPart>& parts) {
  double largest = 0;
  for (const series::ContributionPart& part : parts) {
    largest = std::max(largest, std::abs(part.change));
  }
  const auto size = [&](const series::ContributionPart& part) {
    return largest > 0 ? std::round(std::abs(part.change) / (kEqualWithin * largest)) : 0;
  };
  std::stable_sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) { return size(a) > size(b); });
}

std::optional<Choice> choiceOf(const series::MeasureInfo& info) {
  for (const Choice& choice : kChoices) {
    if (info.has(choice.window)) {
      return choice;
    }
  }
  return std::nullopt;
}

std::vector<GroupCells> groupsOf(const series::Analysed& measure, const series::BreakdownInfo& breakdown, Choice choice,
                                 base::Month month) {
  std::vector<GroupCells> groups;
  for (std::size_t i = 0; i < measure.series.groups.size(); ++i) {
    const series::GroupSeries& group = measure.series.groups[i];
    const bool is_below = breakdown.is_tree && !group.parent.empty();
    if (group.breakdown != breakdown.id || is_below) {
      continue;
    }
    const series::Comparison* comparison = measure.groups[i].find(choice.window, choice.reference);
    groups.push_back({.group = group.group,
                      .cells = {.before = comparison != nullptr ? comparison->before : Cell{},
                                .now = measure.series.at(group, choice.window, month)}});
  }
  return groups;
}

/// Why a group whose two values are there has no change, as of one whose series breaks; "" where all have one.
std::string forbidden(const series::Analysed& measure, const series::BreakdownInfo& breakdown, Choice choice,
                      base::Month month) {
  for (std::size_t i = 0; i < measure.series.groups.size(); ++i) {
    const series::GroupSeries& group = measure.series.groups[i];
    const series::Comparison* comparison = measure.groups[i].find(choice.window, choice.reference);
    if (group.breakdown != breakdown.id || comparison == nullptr || comparison->change.has()) {
      continue;
    }
    const bool has_both = comparison->before.has() && measure.series.at(group, choice.window, month).has();
    if (has_both) {
      return group.group + ": " + comparison->change.reason;
    }
  }
  return {};
}

void addSums(series::Contribution& made) {
  for (std::size_t i = 0; i < made.parts.size(); ++i) {
    made.mix += made.parts[i].mix;
    made.rate += made.parts[i].rate;
    made.rest += i < series::kContributionsNamed ? 0 : made.parts[i].change;
  }
}

series::Contribution contributionOf(const series::Analysed& measure, const series::BreakdownInfo& breakdown,
                                    Choice choice, base::Month month) {
  series::Contribution made;
  made.breakdown = breakdown.id;
  made.window = choice.window;
  made.is_rate = !measure.series.info.nature.adds_up;
  const series::Comparison* comparison = measure.force().find(choice.window, choice.reference);
  if (comparison == nullptr) {
    made.reason = "there is no comparison with a year before";
    return made;
  }
  made.months = comparison->months;
  made.before_months = comparison->before_months;
  if (!comparison->change.has()) {
    made.reason = comparison->change.reason;
    return made;
  }
  made.change = *comparison->change.value;
  made.reason = forbidden(measure, breakdown, choice, month);
  if (!made.reason.empty()) {
    return made;
  }
  const TwoCells force{.before = comparison->before,
                       .now = measure.series.at(measure.series.force(), choice.window, month)};
  const std::vector<GroupCells> groups = groupsOf(measure, breakdown, choice, month);
  if (groups.empty()) {
    made.reason = "it has no groups";
    return made;
  }
  if (made.is_rate) {
    addRates(made, groups, force);
  } else {
    addCounts(made, groups, force);
  }
  putLargestFirst(made.parts);
  addSums(made);
  return made;
}

}  // namespace

std::vector<series::Contribution> contributionsOf(const series::Analysed& measure, base::Month month) {
  std::vector<series::Contribution> made;
  const std::optional<Choice> choice = choiceOf(measure.series.info);
  if (!choice || !measure.series.failure.empty() || measure.groups.empty()) {
    return made;
  }
  for (const series::BreakdownInfo& breakdown : measure.series.info.breakdowns) {
    made.push_back(contributionOf(measure, breakdown, *choice, month));
  }
  return made;
}

}  // namespace boardpack::statistics
