#include "findings/measure_words.hpp"

#include "base/text.hpp"
#include "findings/event_words.hpp"
#include "findings/rejected_words.hpp"
#include "findings/significance_words.hpp"
#include "findings/state_words.hpp"
#include "statistics/comparisons.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <vector>

namespace boardpack::findings {

namespace {

using series::Cell;
using series::MeasureInfo;
using series::Reference;
using series::SpecialCause;
using series::Variation;
using series::Window;

/// The number and its unit: "£" stands before, "%" close behind, other units after a space and in the singular for 1.
std::string withUnit(const std::string& unit, const std::string& number) {
  if (unit.empty()) {
    return number;
  }
  if (unit == "%") {
    return number + "%";
  }
  if (unit.starts_with("£")) {
    const std::string sign = number.starts_with("-") ? "-" : "";
    return sign + "£" + number.substr(sign.size()) + unit.substr(std::string("£").size());
  }
  const bool one_word = unit.find(' ') == std::string::npos;
  if (number == "1" && one_word && unit.size() > 1 && unit.ends_with("s")) {
    return number + " " + unit.substr(0, unit.size() - 1);
  }
  return number + " " + unit;
}

/// Of the unit of a duration.
double secondsOf(const MeasureInfo& info) { return info.unit == "minutes" ? 60.0 : 1.0; }

/// "8 minutes 56 seconds", "1 hour 3 seconds", "0 seconds"; to the second.
std::string durationWords(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::llround(std::abs(seconds)));
  constexpr std::int64_t kMinute = 60;
  constexpr std::int64_t kHour = 3600;
  std::vector<std::string> parts;
  for (const auto& [amount, one, several] :
       {std::tuple{whole / kHour, "hour", "hours"}, std::tuple{whole % kHour / kMinute, "minute", "minutes"},
        std::tuple{whole % kMinute, "second", "seconds"}}) {
    if (amount > 0) {
      parts.push_back(base::countOf(amount, one, several));
    }
  }
  const std::string words = parts.empty() ? "0 seconds" : base::join(parts, " ");
  return seconds < 0 && whole > 0 ? "minus " + words : words;
}

/// The size of a change in the measure's own unit; a share's is in percentage points.
std::string changeSize(const MeasureInfo& info, const std::string& number) {
  if (info.unit == "%") {
    return number + (number == "1" ? " percentage point" : " percentage points");
  }
  return withUnit(info.unit, number);
}

/// The smallest number of that many decimals that is not 0: "1", "0.1".
std::string smallest(int decimals) { return base::formatNumber(std::pow(10.0, -decimals), decimals); }

bool showsAsZero(double value, int decimals) {
  return base::formatNumber(std::abs(value), decimals) == base::formatNumber(0, decimals);
}

std::string percentWords(double percent) {
  return showsAsZero(percent, 1) ? "less than 0.1%" : base::formatNumber(std::abs(percent), 1) + "%";
}

std::string changeInBrackets(const MeasureInfo& info, const series::Comparison& comparison) {
  const double before = *comparison.before.value;
  const double now = before + *comparison.change.value;
  if (isSmallCount(info, comparison.before)) {
    const bool is_told = comparison.significance.verdict == series::Significance::Verdict::Beyond ||
                         comparison.significance.verdict == series::Significance::Verdict::Within;
    const bool is_within = is_told ? comparison.significance.verdict == series::Significance::Verdict::Within
                                   : statistics::isWithinChance(now, before);
    const std::string chance = is_within ? ", within what chance gives" : "";
    return " (" + base::formatNumber(before) + " to " + base::formatNumber(now) + chance + ")";
  }
  return comparison.change_percent.has() ? " (" + percentWords(*comparison.change_percent.value) + ")" : "";
}

std::string ruleWords(const series::PointClass& point, const char* high, const char* low) {
  return point.side == series::Side::Low ? low : high;
}

/// The reasons and caveats of a measure that are not said at the front already.
class Own {
 public:
  explicit Own(const SharedCaveats& shared) : shared_(shared) {}
  std::string reason(const std::string& words) const { return isSaid(words) ? "" : " (" + words + ")"; }
  std::string sentence(const std::string& words) const { return isSaid(words) ? "" : " " + words; }

 private:
  bool isSaid(const std::string& words) const { return words.empty() || shared_.said.contains(words); }

  const SharedCaveats& shared_;
};

/// " on December 2024", or what stands for a comparison that cannot be made.
/// `told`: a reason that was given before, and is not said again.
std::string againstWords(const MeasureInfo& info, const series::Comparison* comparison, const std::string& reference,
                         const Own& own, const std::string& told = "") {
  if (comparison == nullptr) {
    return "";
  }
  if (!comparison->change.has()) {
    const std::string reason = own.reason(comparison->change.reason);
    const bool is_repeated = !told.empty() && comparison->change.reason == told && !reason.empty();
    return "; no comparison with " + reference + (is_repeated ? " for the same reason" : reason);
  }
  if (*comparison->change.value == 0) {
    return ", unchanged on " + reference;
  }
  // A small count's own words say already what chance gives.
  const bool says_chance = isSmallCount(info, comparison->before) &&
                           comparison->significance.verdict == series::Significance::Verdict::Within;
  return ", " + changeWords(info, *comparison) + " on " + reference +
         (says_chance ? "" : significanceClause(*comparison));
}

/// "(7 of 25)" after a share or another proportion: no percentage stands without its base.
std::string baseWords(const MeasureInfo& info, const Cell& cell) {
  if (!info.nature.is_proportion || !cell.has() || !cell.numerator || !cell.denominator) {
    return "";
  }
  if (cell.effective_base) {
    return " (weighted; worth " + base::formatNumber(*cell.effective_base) + " answers)";
  }
  return " (" + base::formatNumber(*cell.numerator) + " of " + base::formatNumber(*cell.denominator) + ")";
}

std::string variationClause(const series::GroupAnalysis& analysis) {
  const series::Limits& limits = analysis.limits;
  if (!limits.available || limits.classes.empty()) {
    return "";
  }
  switch (analysis.variation) {
    case Variation::Unknown:
      return "";
    case Variation::CommonCause:
      return limits.no_variation ? "" : "; no special cause";
    case Variation::Improvement:
      return "; special cause, improvement: " + specialCauseWords(limits, limits.classes.back());
    case Variation::Concern:
      return "; special cause, concern: " + specialCauseWords(limits, limits.classes.back());
    case Variation::NeutralHigh:
    case Variation::NeutralLow:
      return "; special cause: " + specialCauseWords(limits, limits.classes.back());
  }
  return "";
}

/// " Not known for 12 of 5,310, left out."
std::string leftOut(const MeasureInfo& info, const Cell& cell) {
  const std::string unknown = unknownWords(info, cell);
  return unknown.empty() ? "" : " Not known for " + unknown + ", left out.";
}

/// "the total was 1,264" over a window; a share or mean has no total.
std::string windowSubject(const MeasureInfo& info) {
  return info.nature.adds_up ? "the total was " : "the figure was ";
}

/// Of a measure that is told neither by month nor over 12 months: "Robbery: in 2024/25 the total was 1,264, down 3
/// (0.2%) on 2023/24."
std::string windowSentence(const series::Analysed& measure, const MeasureInfo& info, Window window, base::Month month,
                           const Own& own) {
  const series::Series& series = measure.series;
  const Cell cell = series.at(series.force(), window, month);
  const std::string begin = info.title + ": in " + periodWords(series, window, month) + " ";
  if (!cell.has()) {
    return begin + "the figure is " + symbolWords(cell.symbol) + own.reason(cell.reason) + ".";
  }
  const series::GroupAnalysis& analysis = measure.force();
  const auto found = std::find_if(analysis.comparisons.begin(), analysis.comparisons.end(),
                                  [&](const series::Comparison& each) { return each.window == window; });
  const series::Comparison* comparison = found == analysis.comparisons.end() ? nullptr : &*found;
  return begin + windowSubject(info) + valueWords(info, cell) + baseWords(info, cell) +
         againstWords(info, comparison, comparison == nullptr ? "" : referenceWords(series, *comparison), own) + "." +
         leftOut(info, cell);
}

/// Rows that could not be read, and the events of the two years that the figures tell of.
std::string caveatsOf(const series::Series& series, base::Month month, const Own& own) {
  std::string text = own.sentence(rejectedSentence(series, month));
  for (const series::Event& event : series.events) {
    text += isOfTwoYears(event, month) ? own.sentence(eventSentence(event)) : "";
  }
  return text;
}

/// Neither the month nor its 12 months: said once, with a reason that both share said once.
std::string neitherSentence(const MeasureInfo& info, const Cell& of_month, const Cell& total, base::Month month,
                            const std::string& period, const Own& own) {
  const std::string first = of_month.reason == total.reason ? "" : own.reason(of_month.reason);
  return info.title + ": " + symbolWords(total.symbol) + " for " + month.longName() + first + ", nor for " + period +
         own.reason(total.reason) + ".";
}

std::string factsSentence(const series::Analysed& measure, const MeasureInfo& info, base::Month month, const Own& own) {
  const series::Series& series = measure.series;
  if (info.nature.is_order) {
    return stateSentence(series, month);
  }
  const series::GroupAnalysis& analysis = measure.force();
  const std::string when = series.as_at ? " as at " + base::longDate(*series.as_at) : " in " + month.longName();
  const Cell total = series.at(series.force(), Window::Mrt, month);
  const std::string period = periodWords(series, Window::Mrt, month);
  const series::Comparison* against = analysis.find(Window::Month, Reference::SameMonthLastYear);
  std::string told;
  std::string text;
  if (info.has(Window::Month)) {
    const Cell cell = series.at(series.force(), Window::Month, month);
    if (cell.has()) {
      told = against == nullptr ? "" : against->change.reason;
      text = info.title + " stood at " + valueWords(info, cell) + baseWords(info, cell) + when +
             againstWords(info, against, (month - 12).longName(), own) + variationClause(analysis) + "." +
             leftOut(info, cell);
    } else if (info.has(Window::Mrt) && total.symbol == cell.symbol) {
      return neitherSentence(info, cell, total, month, period, own);
    } else {
      text = info.title + ": " + symbolWords(cell.symbol) + " for " + month.longName() + own.reason(cell.reason) + ".";
    }
  }
  if (!info.has(Window::Mrt)) {
    return text.empty() ? windowSentence(measure, info, info.shortest(), month, own) : text;
  }
  text += text.empty() ? info.title + ": in " : " In ";
  if (total.has()) {
    return text + period + " " + windowSubject(info) + valueWords(info, total) + baseWords(info, total) +
           againstWords(info, analysis.find(Window::Mrt, Reference::PreviousMrt), "the 12 months before", own, told) +
           "." + leftOut(info, total);
  }
  return text + period + " the figure is " + symbolWords(total.symbol) + own.reason(total.reason) + ".";
}

}  // namespace

bool isSmallCount(const MeasureInfo& info, const Cell& before) {
  return info.nature.is_count && before.has() && *before.value < statistics::kSmallBase;
}

MeasureInfo besideTitle(const MeasureInfo& info) {
  MeasureInfo beside = info;
  if (info.titleSaysUnit()) {
    beside.unit.clear();
  }
  return beside;
}

std::string numberWords(const MeasureInfo& info, double value) {
  if (const std::string state = stateName(info, value); !state.empty()) {
    return state;
  }
  if (info.format == series::Format::Duration) {
    return durationWords(value * secondsOf(info));
  }
  return withUnit(info.unit, base::formatNumber(value, info.decimals));
}

std::string changeSizeWords(const MeasureInfo& info, double change) {
  const double size = std::abs(change);
  if (info.format == series::Format::Duration) {
    const double seconds = size * secondsOf(info);
    return std::round(seconds) == 0 && size > 0 ? "less than 1 second" : durationWords(seconds);
  }
  const bool is_nothing = size > 0 && showsAsZero(size, info.decimals);
  return is_nothing ? "less than " + changeSize(info, smallest(info.decimals))
                    : changeSize(info, base::formatNumber(size, info.decimals));
}

std::string valueWords(const MeasureInfo& info, const Cell& cell) {
  if (!cell.has()) {
    return symbolWords(cell.symbol);
  }
  const std::string bound = series::boundWords(cell.bound);
  return (bound.empty() ? "" : bound + " ") + numberWords(info, *cell.value);
}

std::string changeWords(const MeasureInfo& info, const series::Comparison& comparison) {
  if (!comparison.change.has() || !comparison.before.has()) {
    const std::string reason = comparison.change.reason.empty() ? "" : " (" + comparison.change.reason + ")";
    return symbolWords(comparison.change.symbol) + reason;
  }
  const double change = *comparison.change.value;
  if (change == 0) {
    return "unchanged";
  }
  const std::string direction = change > 0 ? "up " : "down ";
  const std::string size = changeSizeWords(info, std::abs(change));
  return direction + size + changeInBrackets(info, comparison);
}

std::string specialCauseWords(const series::PointClass& point) {
  switch (point.cause) {
    case SpecialCause::None:
      return "";
    case SpecialCause::Outside:
      return ruleWords(point, "above the upper limit", "below the lower limit");
    case SpecialCause::Trend:
      return ruleWords(point, "in a run of seven or more months, each higher than the last",
                       "in a run of seven or more months, each lower than the last");
    case SpecialCause::TwoInThree:
      return ruleWords(point, "close to the upper limit in two of three months in a row",
                       "close to the lower limit in two of three months in a row");
    case SpecialCause::Shift:
      return ruleWords(point, "in a run of seven or more months above the mean",
                       "in a run of seven or more months below the mean");
  }
  return "";
}

std::string specialCauseWords(const series::Limits& limits, const series::PointClass& point) {
  const std::string words = specialCauseWords(point);
  return words.empty() || limits.looked_at.empty() ? words : words + ", judged by " + limits.looked_at;
}

std::string variationWords(const series::GroupAnalysis& analysis) {
  const series::Limits& limits = analysis.limits;
  if (!limits.available) {
    return limits.symbol == series::Symbol::Failed ? "Failed" : "No limits: " + limits.reason;
  }
  if (analysis.variation == Variation::Unknown || limits.classes.empty()) {
    return "No value for the latest month";
  }
  if (limits.no_variation) {
    return "No variation: every month has the same value";
  }
  const std::string cause = specialCauseWords(limits, limits.classes.back());
  switch (analysis.variation) {
    case Variation::Improvement:
      return "Special cause, improvement: " + cause;
    case Variation::Concern:
      return "Special cause, concern: " + cause;
    case Variation::NeutralHigh:
    case Variation::NeutralLow:
      return "Special cause: " + cause;
    case Variation::Unknown:
    case Variation::CommonCause:
      break;
  }
  return "No special cause";
}

std::string unknownWords(const MeasureInfo& info, const Cell& cell) {
  if (!info.nature.tells_unknown || !cell.has() || cell.unknown == 0 || !cell.denominator) {
    return "";
  }
  const auto unknown = static_cast<double>(cell.unknown);
  return base::formatNumber(unknown) + " of " + base::formatNumber(*cell.denominator + unknown);
}

std::string measureSentence(const series::Analysed& measure, base::Month pack_month, const SharedCaveats& shared) {
  const series::Series& series = measure.series;
  const base::Month month = series.toldFor(pack_month);
  const MeasureInfo info = besideTitle(series.info);
  if (!series.failure.empty()) {
    return info.title + " could not be computed.";
  }
  if (series.groups.empty() || measure.groups.empty()) {
    return info.title + ": no figures.";
  }
  const Own own(shared);
  return factsSentence(measure, info, month, own) + caveatsOf(series, month, own);
}

std::string chanceSentence() {
  return "About one measure in 50 is marked in any one month by chance alone if its months are independent of one "
         "another, and more where it drifts. A mark is a reason to look, not a finding of its own.";
}

}  // namespace boardpack::findings
