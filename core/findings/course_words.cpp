#include "findings/statistics_words.hpp"

#include "base/text.hpp"
#include "findings/chart_facts.hpp"
#include "findings/measure_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace boardpack::findings {

namespace {

using series::ChangePoint;
using series::Contribution;
using series::ContributionPart;
using series::MeasureInfo;

/// The size of a change in the measure's own unit: "412", "1.2 percentage points".
std::string sizeWords(const MeasureInfo& info, double change) { return changeSizeWords(info, std::abs(change)); }

std::string movedWords(const MeasureInfo& info, const std::string& group, double change) {
  if (change == 0) {
    return group + " unchanged";
  }
  return group + (change > 0 ? " up " : " down ") + sizeWords(info, change);
}

/// "the rise of 633 in recorded crime"
std::string wholeWords(const MeasureInfo& info, const Contribution& contribution) {
  return std::string("the ") + (contribution.change > 0 ? "rise of " : "fall of ") +
         sizeWords(info, contribution.change);
}

/// What the parts that are not named come to together; "" when all are named.
std::string restWords(const MeasureInfo& info, const Contribution& contribution) {
  if (contribution.parts.size() <= series::kContributionsNamed) {
    return "";
  }
  const std::size_t left = contribution.parts.size() - series::kContributionsNamed;
  return "; " + movedWords(info, left == 1 ? "the other" : "the other " + std::to_string(left) + " together",
                           contribution.rest);
}

std::string countSentence(const series::Series& series, const Contribution& contribution) {
  const MeasureInfo info = besideTitle(series.info);
  const std::vector<ContributionPart>& parts = contribution.parts;
  const ContributionPart& top = parts.front();
  const bool is_part = (top.change > 0) == (contribution.change > 0) &&
                       std::abs(top.change) <= std::abs(contribution.change) && top.change != 0;
  const std::string period = " on " + base::rangeInWords(contribution.before_months);
  const std::size_t named = std::min(series::kContributionsNamed, parts.size());
  std::vector<std::string> moved;
  for (std::size_t i = is_part ? 1 : 0; i < named; ++i) {
    moved.push_back(movedWords(info, parts[i].group, parts[i].change));
  }
  std::string text = "By " + breakdownWords(series.info, contribution.breakdown) + ", ";
  if (is_part) {
    text += top.group + " makes up " + sizeWords(info, top.change) + " of " + wholeWords(info, contribution) + period;
    text += moved.empty() ? "" : "; then " + base::join(moved, ", ");
  } else {
    text += wholeWords(info, contribution) + period + " is made up of " + base::join(moved, ", ");
  }
  return text + restWords(info, contribution) + ".";
}

/// Sums of mix and rate over the groups: Kitagawa's own two parts.
std::string rateSentence(const series::Series& series, const Contribution& contribution) {
  const MeasureInfo info = besideTitle(series.info);
  const std::string by = breakdownWords(series.info, contribution.breakdown);
  const auto side = [&](double part) { return (part < 0 ? "minus " : "") + sizeWords(info, part); };
  return "Of " + wholeWords(info, contribution) + " on " + base::rangeInWords(contribution.before_months) + ", " +
         side(contribution.rate) + " is change within each " + by + " and " + side(contribution.mix) +
         " a change of their weight in the whole.";
}

std::string orderWords(const ChangePoint& point) {
  if (!point.event_day || point.order == ChangePoint::Order::NoEvent) {
    return "";
  }
  const std::string event = point.event + " (" + base::longDate(*point.event_day) + ")";
  switch (point.order) {
    case ChangePoint::Order::BeforeEvent:
      return "; it starts before " + event;
    case ChangePoint::Order::AfterEvent:
      return "; it starts after " + event;
    case ChangePoint::Order::CannotTell:
      return "; whether it starts before or after " + event + " cannot be told";
    case ChangePoint::Order::NoEvent:
      break;
  }
  return "";
}

}  // namespace

std::vector<std::string> contributionSentences(const series::Analysed& measure) {
  std::vector<std::string> sentences;
  for (const Contribution& contribution : measure.contributions) {
    if (contribution.parts.size() < 2 || contribution.change == 0) {
      continue;
    }
    sentences.push_back(contribution.is_rate ? rateSentence(measure.series, contribution)
                                             : countSentence(measure.series, contribution));
  }
  return sentences;
}

std::string forecastSentence(const series::Analysed& measure, base::Month month) {
  if (measure.groups.empty() || !measure.force().forecast.available) {
    return "";
  }
  const MeasureInfo info = besideTitle(measure.series.info);
  const series::Forecast& forecast = measure.force().forecast;
  return "If months go on as they did, " + forecast.year.last.financialYearName() + " comes to " +
         numberWords(info, forecast.value) + " (95% interval " + numberWords(info, forecast.lower) + " to " +
         numberWords(info, forecast.upper) + "); it stood at " + numberWords(info, forecast.so_far) + " after " +
         month.longName() + ".";
}

std::vector<std::string> changePointSentences(const series::Analysed& measure) {
  std::vector<std::string> sentences;
  if (measure.groups.empty()) {
    return sentences;
  }
  const MeasureInfo info = besideTitle(measure.series.info);
  for (const ChangePoint& point : measure.force().change_points.points) {
    const bool is_one = point.between.first == point.between.last;
    const std::string interval = is_one ? "" : " (95% interval " + base::rangeInWords(point.between) + ")";
    sentences.push_back("The monthly level changed from " + numberWords(info, point.before) + " to " +
                        numberWords(info, point.after) + " with " + point.starts.longName() + interval +
                        orderWords(point) + ".");
  }
  return sentences;
}

std::string seasonSentence(const series::Analysed& measure) {
  if (measure.groups.empty() || !measure.force().season.strong) {
    return "";
  }
  const std::string& looked_at = measure.force().limits.looked_at;
  return "The months of a year differ as a rule" +
         (looked_at.empty() ? std::string(".") : ", so the control limits look at " + looked_at + ".");
}

}  // namespace boardpack::findings
