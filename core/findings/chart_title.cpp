#include "findings/chart_facts.hpp"
#include "findings/measure_words.hpp"

#include "base/text.hpp"
#include "statistics/comparisons.hpp"

#include <cmath>
#include <sstream>

namespace boardpack::findings {

namespace {

using series::SpecialCause;
using series::Window;

constexpr const char* kLatestAvailable = ", the latest available";

/// "rose 45.5%", "fell 1.2 percentage points", "rose from 13 to 20", "did not change".
std::string movement(const series::MeasureInfo& info, const series::Comparison& comparison) {
  const double change = *comparison.change.value;
  if (change == 0) {
    return "did not change";
  }
  const std::string verb = change > 0 ? "rose " : "fell ";
  const double before = *comparison.before.value;
  const bool is_small = info.nature.is_count && before < statistics::kSmallBase;
  if (is_small) {
    return verb + "from " + base::formatNumber(before) + " to " + base::formatNumber(before + change);
  }
  if (comparison.change_percent.has()) {
    const double percent = std::abs(*comparison.change_percent.value);
    return verb + (percent < 0.05 ? "less than 0.1%" : base::formatNumber(percent, 1) + "%");
  }
  // "up 1.2 percentage points" less its first word.
  const std::string words = changeWords(info, comparison);
  return verb + words.substr(words.find(' ') + 1);
}

/// What a control chart says of its latest month, as the end of a sentence that begins with a name.
std::string controlMessage(const series::Limits& limits, const series::PointClass& point, base::Month month) {
  const bool high = point.side != series::Side::Low;
  const std::string to = " to " + month.longName();
  if (!limits.looked_at.empty() && point.cause == SpecialCause::Trend) {
    return std::string("moved ") + (high ? "up" : "down") + " against its usual course for six months running" + to;
  }
  if (!limits.looked_at.empty() && point.cause == SpecialCause::Shift) {
    return std::string("stayed ") + (high ? "above" : "below") + " its usual course for seven months or more" + to;
  }
  switch (point.cause) {
    case SpecialCause::Outside:
      return std::string("stood ") + (high ? "above the upper limit" : "below the lower limit") + " in " +
             month.longName();
    case SpecialCause::Trend:
      // Seven points are six rises.
      return std::string(high ? "rose" : "fell") + " for six months running or more" + to;
    case SpecialCause::TwoInThree:
      return std::string("came close to the ") + (high ? "upper" : "lower") + " limit in " + month.longName();
    case SpecialCause::Shift:
      return std::string("stayed ") + (high ? "above" : "below") + " the mean for seven months or more" + to;
    case SpecialCause::None:
      break;
  }
  return "stayed within the usual range in " + month.longName();
}

std::string plainMessage(const ChartSubject& subject, Window window) {
  const series::Analysed& measure = *subject.measure;
  const series::MeasureInfo info = besideTitle(measure.series.info);
  const series::Cell cell = measure.series.at(measure.series.force(), window, subject.month);
  const std::string period = periodWords(measure.series, window, subject.month);
  if (cell.has()) {
    return info.title + " stood at " + valueWords(info, cell) + " in " + period;
  }
  const auto extremes = extremesOf(measure.series, measure.series.force(), window, subject.shown);
  if (!extremes) {
    return info.title + ": " + symbolWords(cell.symbol) + " for " + period;
  }
  return info.title + " stood at " + numberWords(info, extremes->latest.value) + " in " +
         periodWords(measure.series, window, extremes->latest.month) + kLatestAvailable;
}

/// The same without its last words, for titles that would be too long.
std::string briefly(const std::string& message, base::Month month) {
  const std::string name = month.longName();
  for (const std::string& ending : {" in " + name, " to " + name, std::string(kLatestAvailable)}) {
    if (message.ends_with(ending)) {
      return message.substr(0, message.size() - ending.size());
    }
  }
  return message;
}

std::string xmrTitle(const ChartSubject& subject) {
  const series::Limits& limits = subject.measure->force().limits;
  const bool has_class = limits.available && !limits.classes.empty() && !limits.no_variation &&
                         limits.classes.back().variation != series::Variation::Unknown;
  if (!has_class) {
    return plainMessage(subject, Window::Month);
  }
  return subject.measure->series.info.title + " " + controlMessage(limits, limits.classes.back(), subject.month);
}

std::string rollingTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const series::Comparison* comparison = subject.measure->force().find(Window::Mrt, series::Reference::PreviousMrt);
  if (comparison == nullptr || !comparison->change.has()) {
    return plainMessage(subject, Window::Mrt);
  }
  return info.title + " " + movement(info, *comparison) + " in " +
         periodWords(subject.measure->series, Window::Mrt, subject.month);
}

/// "Robbery by borough"
std::string byBreakdown(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  return info.title + " by " + breakdownWords(info, subject.spec.breakdown);
}

std::string changeTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const std::vector<GroupChange> changes = drawnChanges(subject);
  if (changes.empty()) {
    return byBreakdown(subject);
  }
  const auto amount = [&](const GroupChange& change) {
    series::Comparison plain = *change.comparison;
    plain.change_percent = {};
    const std::string words = changeWords(info, plain);
    return words.substr(0, words.find(" ("));
  };
  const GroupChange& top = changes.front();
  const GroupChange& bottom = changes.back();
  const bool rises = *top.comparison->change.value > 0;
  const bool falls = *bottom.comparison->change.value < 0;
  if (rises && falls) {
    return info.title + ": " + top.group + " " + amount(top) + ", " + bottom.group + " " + amount(bottom);
  }
  if (rises) {
    return info.title + ": " + top.group + " rose most, " + amount(top);
  }
  if (falls) {
    return info.title + ": " + bottom.group + " fell most, " + amount(bottom);
  }
  if (changes.size() < subject.groups_in_all) {
    return byBreakdown(subject) + ": no change in those shown";
  }
  return info.title + " did not change in any " + breakdownWords(info, subject.spec.breakdown);
}

std::string largestTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const std::vector<GroupValue> values =
      valuesByGroup(*subject.measure, subject.spec.breakdown, Window::Month, subject.month);
  // Those drawn are the largest over all months; the largest of this month may be another.
  if (values.empty() || !subject.draws(values.front().group)) {
    return byBreakdown(subject);
  }
  const std::string most = info.nature.adds_up ? " had most" : " stood highest";
  return info.title + ": " + values.front().group + most + " in " + subject.month.longName() + ", " +
         numberWords(info, values.front().value);
}

/// Whether every group of the breakdown is drawn and has limits: then "each" may be said.
bool areAll(const ChartSubject& subject, const Flagged& flagged) {
  return flagged.with_limits == subject.groups_in_all;
}

std::string multiplesTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const Flagged flagged = flaggedOf(subject);
  if (flagged.with_limits == 0) {
    return largestTitle(subject);
  }
  if (flagged.groups.size() == 1) {
    return info.title + ": " + flagged.groups.front() + " " +
           controlMessage(*flagged.limits.front(), *flagged.points.front(), subject.month);
  }
  if (flagged.groups.empty()) {
    return areAll(subject, flagged)
               ? info.title + " stayed within the usual range in each " + breakdownWords(info, subject.spec.breakdown)
               : byBreakdown(subject) + ": " + withLimits(subject, flagged) + " stayed within the usual range";
  }
  return info.title + ": " + base::joinWords(flagged.groups) + " stood out in " + subject.month.longName();
}

std::string longTitle(const ChartSubject& subject) {
  switch (subject.spec.kind) {
    case series::ChartKind::Xmr:
      return xmrTitle(subject);
    case series::ChartKind::MrtAgainstYear:
      return rollingTitle(subject);
    case series::ChartKind::ChangeByGroup:
      return changeTitle(subject);
    case series::ChartKind::StackedColumns:
      return largestTitle(subject);
    case series::ChartKind::SmallMultiples:
      return multiplesTitle(subject);
    case series::ChartKind::Funnel:
      return funnelTitle(subject);
  }
  return subject.measure->series.info.title;
}

/// A shorter message where a long measure or group name leaves no room for the whole one.
std::string shortTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  if (subject.spec.kind == series::ChartKind::SmallMultiples) {
    const Flagged flagged = flaggedOf(subject);
    if (areAll(subject, flagged) && flagged.groups.size() == flagged.with_limits && flagged.with_limits > 0) {
      return info.title + " stood out in each " + breakdownWords(info, subject.spec.breakdown);
    }
    if (!flagged.groups.empty()) {
      const std::string among =
          areAll(subject, flagged) ? std::to_string(flagged.with_limits) : withLimits(subject, flagged);
      return byBreakdown(subject) + ": " + std::to_string(flagged.groups.size()) + " of " + among + " stood out";
    }
  }
  if (subject.spec.kind == series::ChartKind::MrtAgainstYear) {
    const series::Comparison* comparison = subject.measure->force().find(Window::Mrt, series::Reference::PreviousMrt);
    if (comparison != nullptr && comparison->change.has()) {
      return info.title + " " + movement(info, *comparison);
    }
  }
  if (subject.spec.kind == series::ChartKind::Funnel) {
    return info.title + (subject.spec.breakdown.empty() ? " beside other forces" : ", area by area");
  }
  if (subject.spec.breakdown.empty()) {
    return briefly(longTitle(subject), subject.month);
  }
  return byBreakdown(subject);
}

std::string unitPhrase(const series::MeasureInfo& info) {
  if (info.unit.empty()) {
    return "number";
  }
  return info.unit == "%" ? "per cent" : info.unit;
}

std::string cutTo(const std::string& text, std::size_t most_words) {
  std::istringstream stream(text);
  std::string cut;
  std::size_t words = 0;
  for (std::string word; words < most_words && stream >> word; ++words) {
    cut += (cut.empty() ? "" : " ") + word;
  }
  return cut;
}

}  // namespace

std::string chartTitle(const ChartSubject& subject) {
  for (const std::string& title : {longTitle(subject), shortTitle(subject)}) {
    if (countWords(title) <= kMostTitleWords) {
      return title;
    }
  }
  return cutTo(subject.measure->series.info.title, kMostTitleWords);
}

std::string chartSubtitle(const ChartSubject& subject) {
  const series::MeasureInfo& info = subject.measure->series.info;
  if (subject.spec.kind == series::ChartKind::Funnel) {
    return funnelSubtitle(subject);
  }
  std::vector<std::string> parts{info.title};
  if (!subject.spec.breakdown.empty()) {
    parts.front() += " by " + breakdownWords(info, subject.spec.breakdown);
  }
  parts.push_back(subject.place);
  const std::string unit = info.titleSaysUnit() ? "" : unitPhrase(info);
  switch (subject.spec.kind) {
    case series::ChartKind::MrtAgainstYear:
      parts.push_back("12 months to each month, " + subject.shown.first.longName() + " to " +
                      subject.shown.last.longName());
      parts.push_back(unit);
      break;
    case series::ChartKind::ChangeByGroup:
      parts.push_back(periodWords(subject.measure->series, Window::Mrt, subject.month) +
                      " against the 12 months before");
      parts.push_back(unit.empty() ? "change" : "change, " + (info.unit == "%" ? "percentage points" : unit));
      break;
    case series::ChartKind::Xmr:
    case series::ChartKind::StackedColumns:
    case series::ChartKind::SmallMultiples:
    case series::ChartKind::Funnel:
      parts.push_back("monthly, " + subject.shown.first.longName() + " to " + subject.shown.last.longName());
      parts.push_back(unit);
      break;
  }
  std::erase(parts, std::string());
  return base::join(parts, ", ");
}

}  // namespace boardpack::findings
