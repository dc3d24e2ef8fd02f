#include "findings/finding.hpp"

#include "base/decimal_arithmetic.hpp"
#include "findings/event_words.hpp"
#include "findings/measure_words.hpp"
#include "series/figure.hpp"
#include "series/window_months.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::findings {
namespace {

using series::Cell;
using series::Comparison;
using series::Mark;
using series::Reference;
using series::Significance;
using series::Window;

/// Limits lie three standard deviations from the mean on either side.
constexpr double kSigmasBetweenLimits = 6;

Direction directionOf(double change) {
  if (change == 0) {
    return Direction::None;
  }
  return change > 0 ? Direction::Up : Direction::Down;
}

Meaning meaningOf(series::Better better, Direction direction) {
  if (better == series::Better::Neither || direction == Direction::None) {
    return Meaning::None;
  }
  return (better == series::Better::Higher) == (direction == Direction::Up) ? Meaning::Improvement : Meaning::Concern;
}

Meaning meaningOf(series::Variation variation) {
  switch (variation) {
    case series::Variation::Improvement:
      return Meaning::Improvement;
    case series::Variation::Concern:
      return Meaning::Concern;
    default:
      return Meaning::None;
  }
}

FindingKind kindOf(const series::MeasureInfo& info, const Comparison& comparison) {
  if (isSmallCount(info, comparison.before)) {
    return FindingKind::TooFew;
  }
  if (*comparison.change.value == 0) {
    return FindingKind::AsUsual;
  }
  switch (comparison.significance.verdict) {
    case Significance::Verdict::Beyond:
      return *comparison.change.value > 0 ? FindingKind::Higher : FindingKind::Lower;
    case Significance::Verdict::Within:
      return FindingKind::AsUsual;
    case Significance::Verdict::CannotTell:
      return FindingKind::CannotBeTold;
    case Significance::Verdict::NotTested:
      break;
  }
  return FindingKind::Untested;
}

/// The findings of one group of a measure.
class Finder {
 public:
  Finder(const series::Analysed& measure, std::size_t index, std::vector<Finding>& findings)
      : measure_(measure),
        series_(measure.series),
        info_(measure.series.info),
        group_(measure.series.groups[index]),
        analysis_(measure.groups[index]),
        month_(measure.series.months.back()),
        findings_(findings) {}

  /// The value of a window and what its words compare it with.
  void window(Window window) {
    const Cell cell = series_.at(group_, window, month_);
    if (!cell.has()) {
      add(FindingKind::NotThere, window).evidence = {of(month_, window, "value")};
      return;
    }
    if (cell.marks.has(Mark::Provisional)) {
      add(FindingKind::NotSettled, window).evidence = {of(month_, window, "value")};
    }
    if (const Comparison* comparison = comparisonOf(window); comparison != nullptr) {
      change(*comparison);
    }
  }

  void change(const Comparison& comparison) {
    const std::string reference =
        comparison.reference == Reference::Named ? comparison.label : series::referenceName(comparison.reference);
    const bool has_change = comparison.change.has();
    Finding& finding = add(has_change ? kindOf(info_, comparison) : FindingKind::CannotBeTold, comparison.window);
    finding.evidence = {of(month_, comparison.window, "value"), of(month_, comparison.window, "previous", reference),
                        of(month_, comparison.window, "change", reference)};
    if (!has_change) {
      return;
    }
    finding.direction = directionOf(*comparison.change.value);
    finding.size = std::abs(*comparison.change.value);
    const bool is_beyond = finding.kind == FindingKind::Higher || finding.kind == FindingKind::Lower;
    finding.meaning = is_beyond ? meaningOf(info_.better, finding.direction) : Meaning::None;
    if (comparison.significance.verdict != Significance::Verdict::NotTested) {
      finding.evidence.push_back(of(month_, comparison.window, "significant", reference));
    }
    finding.importance = std::abs(comparison.significance.z.value_or(0));
  }

  /// The latest month beside its limits.
  void latestMonth(bool with_usual) {
    const series::Limits& limits = analysis_.limits;
    const series::PointClass* point =
        limits.available && !limits.no_variation ? limits.classAt(series_.months.size() - 1) : nullptr;
    if (point == nullptr || analysis_.variation == series::Variation::Unknown) {
      return;
    }
    const bool is_usual = point->cause == series::SpecialCause::None;
    if (is_usual && !with_usual) {
      return;
    }
    Finding& finding = add(is_usual ? FindingKind::AsUsual : FindingKind::UnusualMonth, Window::Month);
    finding.evidence = {of(month_, Window::Month, "value"), of(month_, Window::Month, "mean"),
                        of(month_, Window::Month, "lower_limit"), of(month_, Window::Month, "upper_limit"),
                        of(month_, Window::Month, "special_cause")};
    if (is_usual) {
      return;
    }
    finding.direction = point->side == series::Side::Low ? Direction::Down : Direction::Up;
    finding.meaning = meaningOf(analysis_.variation);
    const Cell cell = series_.at(group_, Window::Month, month_);
    // Where the rules look at something else than the value, the limits are of that and the value is not.
    const bool is_comparable = limits.looked_at.empty() && cell.has() && limits.upper > limits.lower;
    finding.importance =
        is_comparable ? std::abs(*cell.value - limits.mean) / ((limits.upper - limits.lower) / kSigmasBetweenLimits)
                      : 0;
  }

  void changesOfLevel() {
    for (const series::ChangePoint& point : analysis_.change_points.points) {
      Finding& finding = add(FindingKind::ChangedLevel, Window::Month);
      finding.period = point.between;
      finding.direction = directionOf(point.after - point.before);
      finding.size = std::abs(point.after - point.before);
      finding.meaning = meaningOf(info_.better, finding.direction);
      finding.about = point.event;
      for (const char* statistic : {"level_before", "level_after", "change_point_first", "change_point_last"}) {
        finding.evidence.push_back(of(point.starts, Window::Month, statistic));
      }
    }
  }

  void drivers() {
    for (const series::Contribution& contribution : measure_.contributions) {
      if (contribution.parts.size() < 2 || contribution.change == 0) {
        continue;
      }
      const series::ContributionPart& top = contribution.parts.front();
      Finding& finding = add(FindingKind::Driver, contribution.window);
      finding.breakdown = contribution.breakdown;
      finding.about = top.group;
      finding.direction = directionOf(top.change);
      finding.size = std::abs(top.change);
      const Comparison* comparison = comparisonOf(contribution.window);
      const std::string reference = comparison == nullptr ? "" : series::referenceName(comparison->reference);
      finding.evidence = {of(month_, contribution.window, "change", reference)};
      if (contribution.is_rate) {
        finding.evidence.push_back({contribution.breakdown, "", month_.iso(), series::windowName(contribution.window),
                                    "contribution_rate", ""});
        continue;
      }
      const std::size_t named = std::min(series::kContributionsNamed, contribution.parts.size());
      for (std::size_t i = 0; i < named; ++i) {
        finding.evidence.push_back({contribution.breakdown, contribution.parts[i].group, month_.iso(),
                                    series::windowName(contribution.window), "change", reference});
      }
    }
  }

  void target() {
    const Window window = info_.shortest();
    const Cell cell = series_.at(group_, window, month_);
    const std::optional<double> target = info_.targetAt(month_);
    if (!target || !cell.has()) {
      return;
    }
    Finding& finding = add(FindingKind::Target, window);
    finding.direction = directionOf(*cell.value - *target);
    finding.size = std::abs(*cell.value - *target);
    const std::optional<bool> is_met = meetsTarget(info_, *cell.value, *target);
    if (is_met) {
      finding.meaning = *is_met ? Meaning::Improvement : Meaning::Concern;
    }
    finding.about = info_.target_set_by;
    finding.evidence = {of(month_, window, "value"), of(month_, window, "target")};
  }

  void peers() {
    if (!measure_.peers || !measure_.peers->available || !measure_.peers->own.has()) {
      return;
    }
    const series::PeerStanding& peers = *measure_.peers;
    if (!peers.mean.has()) {
      return;
    }
    Finding& finding = add(FindingKind::Peers, Window::Mrt);
    finding.period = peers.period;
    finding.direction = directionOf(*peers.own.value - *peers.mean.value);
    finding.about = peers.group;
    const Window window = series::windowOf(peers.period);
    finding.window = window;
    finding.evidence = {of(peers.period.last, window, "peer_own", peers.group),
                        of(peers.period.last, window, "peer_mean", peers.group)};
  }

  void course() {
    if (analysis_.season.strong) {
      add(FindingKind::Season, Window::Month).evidence = {of(month_, Window::Month, "season")};
    }
    if (analysis_.forecast.available) {
      Finding& finding = add(FindingKind::Forecast, Window::FinancialYear);
      finding.period = analysis_.forecast.year;
      for (const char* statistic : {"forecast", "forecast_lower_95", "forecast_upper_95"}) {
        finding.evidence.push_back(of(finding.period.last, Window::FinancialYear, statistic));
      }
    }
  }

  void caveats(const std::vector<Window>& windows) {
    for (const series::Event& event : series_.events) {
      if (isOfTwoYears(event, month_)) {
        Finding& finding = add(FindingKind::Caveat, info_.shortest());
        finding.period = {event.month(), event.month()};
        finding.about = event.title;
      }
    }
    for (const Window window : windows) {
      const Cell cell = series_.at(group_, window, month_);
      const auto rejected = series_.rejectedIn(window, month_);
      if (!cell.has()) {
        continue;
      }
      if (rejected && rejected->rows > 0) {
        caveat(window, "rejected", "rows that could not be read");
      }
      if (!unknownWords(info_, cell).empty()) {
        caveat(window, "unknown", "rows of which it is not known");
      }
      for (const auto& [mark, about] : {std::pair{Mark::Break, "a break in the series"},
                                        std::pair{Mark::Revised, "revised since it was last published"},
                                        std::pair{Mark::LowReliability, "few rows"}}) {
        if (cell.marks.has(mark)) {
          caveat(window, "value", about);
        }
      }
    }
  }

 private:
  Finding& add(FindingKind kind, Window window) {
    Finding& finding = findings_.emplace_back();
    finding.kind = kind;
    finding.measure = info_.name;
    finding.breakdown = group_.breakdown;
    finding.group = group_.group;
    finding.window = window;
    finding.period = series::monthsOf(info_, series_.waves, window, month_).value_or(base::MonthRange{month_, month_});
    return finding;
  }

  void caveat(Window window, const char* statistic, const char* about) {
    Finding& finding = add(FindingKind::Caveat, window);
    finding.about = about;
    finding.evidence = {of(month_, window, statistic)};
  }

  Evidence of(base::Month period, Window window, const char* statistic, const std::string& reference = "") const {
    return {group_.breakdown, group_.group, period.iso(), series::windowName(window), statistic, reference};
  }

  /// What the words of a window compare it with.
  const Comparison* comparisonOf(Window window) const {
    if (window == Window::Month) {
      return analysis_.find(window, Reference::SameMonthLastYear);
    }
    if (window == Window::Mrt) {
      return analysis_.find(window, Reference::PreviousMrt);
    }
    const auto found = std::find_if(analysis_.comparisons.begin(), analysis_.comparisons.end(),
                                    [&](const Comparison& each) { return each.window == window; });
    return found == analysis_.comparisons.end() ? nullptr : &*found;
  }

  const series::Analysed& measure_;
  const series::Series& series_;
  const series::MeasureInfo& info_;
  const series::GroupSeries& group_;
  const series::GroupAnalysis& analysis_;
  base::Month month_;  ///< that the figures are reported for
  std::vector<Finding>& findings_;
};

/// The windows that a measure's own sentence speaks of.
std::vector<Window> spokenOf(const series::MeasureInfo& info) {
  std::vector<Window> windows;
  for (const Window window : {Window::Month, Window::Mrt}) {
    if (info.has(window)) {
      windows.push_back(window);
    }
  }
  return windows.empty() ? std::vector<Window>{info.shortest()} : windows;
}

/// Of a group: only what stands out, for a pack has thousands of groups.
void findInGroup(const series::Analysed& measure, std::size_t index, std::vector<Finding>& findings) {
  Finder finder(measure, index, findings);
  const Comparison* comparison = measure.groups[index].find(Window::Mrt, Reference::PreviousMrt);
  if (comparison != nullptr && comparison->change.has() &&
      comparison->significance.verdict == Significance::Verdict::Beyond) {
    finder.change(*comparison);
  }
  finder.latestMonth(false);
}

}  // namespace

std::vector<Finding> findingsOf(const series::Analysed& measure, base::Month pack_month) {
  std::vector<Finding> findings;
  const series::Series& series = measure.series;
  if (series.groups.empty() || series.months.empty() || measure.groups.empty() || !series.failure.empty()) {
    Finding& finding = findings.emplace_back();
    finding.kind = FindingKind::NotThere;
    finding.measure = series.info.name;
    finding.window = series.info.shortest();
    finding.period = {pack_month, pack_month};
    return findings;
  }
  const std::vector<Window> windows = spokenOf(series.info);
  Finder force(measure, 0, findings);
  for (const Window window : windows) {
    force.window(window);
    if (window == Window::Month) {
      force.latestMonth(true);
    }
  }
  force.changesOfLevel();
  force.drivers();
  force.target();
  force.peers();
  force.course();
  force.caveats(windows);
  for (std::size_t i = 1; i < std::min(series.groups.size(), measure.groups.size()); ++i) {
    if (series.isWorthDrawing(series.groups[i])) {
      findInGroup(measure, i, findings);
    }
  }
  return findings;
}

std::optional<bool> meetsTarget(const series::MeasureInfo& info, double value, double target) {
  switch (info.better) {
    case series::Better::Higher:
      return !base::isAbove(target, value);
    case series::Better::Lower:
      return !base::isAbove(value, target);
    case series::Better::Neither:
      break;
  }
  return std::nullopt;
}

const char* directionKey(Direction direction) {
  switch (direction) {
    case Direction::None:
      return "none";
    case Direction::Up:
      return "up";
    case Direction::Down:
      return "down";
  }
  return "none";
}

const char* meaningKey(Meaning meaning) {
  switch (meaning) {
    case Meaning::None:
      return "none";
    case Meaning::Improvement:
      return "improvement";
    case Meaning::Concern:
      return "concern";
  }
  return "none";
}

}  // namespace boardpack::findings
