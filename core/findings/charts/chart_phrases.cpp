#include "findings/charts/chart_phrases.hpp"

#include "base/text.hpp"
#include "findings/measure_words.hpp"
#include "statistics/comparisons.hpp"

#include <cmath>

namespace boardpack::findings {

using series::SpecialCause;
using series::Window;

namespace {

constexpr const char* kLatestAvailable = ", the latest available";

std::string at(const series::MeasureInfo& info, const Point& point) {
  return numberWords(info, point.value) + " in " + point.month.longName();
}

std::string monthByGroup(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const std::vector<GroupValue> values = drawnValues(subject);
  if (values.empty()) {
    return "No value for " + subject.month.longName() + ".";
  }
  std::vector<std::string> parts;
  if (values.size() <= 6) {
    for (const GroupValue& value : values) {
      parts.push_back(value.group + " " + numberWords(info, value.value));
    }
  } else {
    parts = {"highest " + values.front().group + " " + numberWords(info, values.front().value),
             "lowest " + values.back().group + " " + numberWords(info, values.back().value)};
  }
  return "In " + subject.month.longName() + ": " + base::joinWords(parts) + ".";
}

/// " (the 12 largest of 30)"
std::string shownOfAll(const ChartSubject& subject) {
  return subject.drawsAll() ? ""
                            : " (the " + std::to_string(subject.groups.size()) + " largest of " +
                                  std::to_string(subject.groups_in_all) + ")";
}

}  // namespace

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

std::string briefly(const std::string& message, base::Month month) {
  const std::string name = month.longName();
  for (const std::string& ending : {" in " + name, " to " + name, std::string(kLatestAvailable)}) {
    if (message.ends_with(ending)) {
      return message.substr(0, message.size() - ending.size());
    }
  }
  return message;
}

std::string byBreakdown(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  return info.title + " by " + breakdownWords(info, subject.spec.breakdown);
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

std::string unitPhrase(const series::MeasureInfo& info) {
  if (info.unit.empty()) {
    return "number";
  }
  return info.unit == "%" ? "per cent" : info.unit;
}

std::string subtitleOf(const ChartSubject& subject, const std::string& period, const std::string& unit) {
  const series::MeasureInfo& info = subject.measure->series.info;
  std::string what = info.title;
  if (!subject.spec.breakdown.empty()) {
    what += " by " + breakdownWords(info, subject.spec.breakdown);
  }
  std::vector<std::string> parts{what, subject.place, period, unit};
  std::erase(parts, std::string());
  return base::join(parts, ", ");
}

std::string monthlySubtitle(const ChartSubject& subject) {
  const series::MeasureInfo& info = subject.measure->series.info;
  return subtitleOf(subject, "monthly, " + spanWords(subject), info.titleSaysUnit() ? "" : unitPhrase(info));
}

std::string spanWords(const ChartSubject& subject) {
  return subject.shown.first.longName() + " to " + subject.shown.last.longName();
}

std::string courseOfForce(const ChartSubject& subject, Window window) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const auto extremes = extremesOf(subject.measure->series, subject.measure->series.force(), window, subject.shown);
  if (!extremes) {
    return "";
  }
  return "From " + at(info, extremes->first) + " to " + at(info, extremes->latest) + "; highest " +
         at(info, extremes->highest) + ", lowest " + at(info, extremes->lowest) + ".";
}

std::vector<std::string> groupSentences(const ChartSubject& subject, const std::string& kind) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  std::vector<std::string> sentences{kind + " of " + info.title + " by month, " +
                                     breakdownWords(info, subject.spec.breakdown) + " by " +
                                     breakdownWords(info, subject.spec.breakdown) + shownOfAll(subject) + ", " +
                                     subject.place + ", " + spanWords(subject) + "."};
  sentences.push_back(monthByGroup(subject));
  return sentences;
}

std::string totalWords(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const auto extremes =
      extremesOf(subject.measure->series, subject.measure->series.force(), Window::Month, subject.shown);
  if (!extremes) {
    return "";
  }
  return "Whole force: from " + at(info, extremes->first) + " to " + at(info, extremes->latest) + ", highest " +
         at(info, extremes->highest) + ", lowest " + at(info, extremes->lowest) + ".";
}

}  // namespace boardpack::findings
