#include "base/text.hpp"
#include "findings/chart_facts.hpp"
#include "findings/charts/chart_kind_rules.hpp"
#include "findings/measure_words.hpp"
#include "findings/statistics_words.hpp"

#include <algorithm>

namespace boardpack::findings {

namespace {

using series::FunnelPoint;

bool isOutside(const FunnelPoint& point) { return point.value < point.lower_998 || point.value > point.upper_998; }

const FunnelPoint* pointOf(const series::Funnel& funnel, const std::string& name) {
  const auto found = std::find_if(funnel.points.begin(), funnel.points.end(),
                                  [&](const FunnelPoint& point) { return point.name == name; });
  return found == funnel.points.end() ? nullptr : &*found;
}

/// "above the 99.8% limits", "within the limits".
std::string placeWords(const FunnelPoint& point) {
  if (isOutside(point)) {
    return point.value > point.upper_998 ? "above the 99.8% limits" : "below the 99.8% limits";
  }
  if (point.value > point.upper_95) {
    return "between the upper 95% and 99.8% limits";
  }
  return point.value < point.lower_95 ? "between the lower 95% and 99.8% limits" : "within the 95% limits";
}

std::string unitOf(const ChartSubject& subject) {
  const series::MeasureInfo& info = subject.measure->series.info;
  const bool of_forces = subject.spec.breakdown.empty() && subject.measure->peers;
  return of_forces ? subject.measure->peers->unit : info.unit;
}

std::string outsideWords(const series::Funnel& funnel) {
  const auto count = [&](auto is) { return std::count_if(funnel.points.begin(), funnel.points.end(), is); };
  const auto above = count([](const FunnelPoint& point) { return point.value > point.upper_998; });
  const auto below = count([](const FunnelPoint& point) { return point.value < point.lower_998; });
  return std::to_string(above) + " of " + std::to_string(funnel.points.size()) + " lie above the 99.8% limits, " +
         std::to_string(below) + " below.";
}

std::string funnelHindrance(const ChartSubject& subject) {
  const series::Analysed& measure = *subject.measure;
  if (subject.spec.breakdown.empty()) {
    if (!measure.peers) {
      return "the measure is not set beside other forces";
    }
    if (!measure.peers->available) {
      return measure.peers->reason;
    }
    if (!measure.peers->publishable) {
      return "the other forces' figures are not for publication";
    }
  }
  const series::Funnel* funnel = funnelOf(measure, subject.spec);
  if (funnel == nullptr) {
    return "the areas have no figure";
  }
  return funnel->points.empty() ? funnel->reason : "";
}

std::string funnelTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const series::Funnel* funnel = funnelOf(*subject.measure, subject.spec);
  if (funnel == nullptr || funnel->points.empty()) {
    return info.title + (subject.spec.breakdown.empty() ? " beside other forces" : " by area");
  }
  if (subject.spec.breakdown.empty()) {
    const FunnelPoint* own = pointOf(*funnel, subject.measure->peers->force);
    return own == nullptr ? info.title + " of other forces"
                          : info.title + " lay " + placeWords(*own) + " of all forces";
  }
  const auto outside = std::count_if(funnel->points.begin(), funnel->points.end(), isOutside);
  return info.title + ": " + std::to_string(outside) + " of " + std::to_string(funnel->points.size()) +
         " areas outside the limits";
}

std::string shortFunnelTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  return info.title + (subject.spec.breakdown.empty() ? " beside other forces" : ", area by area");
}

std::string funnelSubtitle(const ChartSubject& subject) {
  const series::MeasureInfo& info = subject.measure->series.info;
  std::vector<std::string> parts{info.title};
  if (subject.spec.breakdown.empty()) {
    parts.push_back(subject.place + " beside other forces");
  } else {
    parts.front() += " by " + breakdownWords(info, subject.spec.breakdown);
    parts.push_back(subject.place);
  }
  parts.push_back(base::rangeInWords(subject.shown));
  const std::string unit = unitOf(subject);
  parts.push_back(info.titleSaysUnit() ? "" : unit == "%" ? "per cent" : unit);
  std::erase(parts, std::string());
  return base::join(parts, ", ");
}

std::vector<std::string> funnelSentences(const ChartSubject& subject) {
  std::vector<std::string> sentences{"Funnel chart of " + funnelSubtitle(subject) + "."};
  const series::Funnel* funnel = funnelOf(*subject.measure, subject.spec);
  if (funnel == nullptr || funnel->points.empty()) {
    return sentences;
  }
  const bool of_forces = subject.spec.breakdown.empty();
  const int decimals = of_forces ? peerDecimals(*subject.measure) : std::max(1, subject.measure->series.info.decimals);
  const auto number = [&](double value) { return base::formatNumber(value, decimals); };
  sentences.push_back("All together: " + number(funnel->centre) + ". " + outsideWords(*funnel));
  const FunnelPoint* own = of_forces ? pointOf(*funnel, subject.measure->peers->force) : nullptr;
  if (own != nullptr) {
    sentences.push_back(own->name + ": " + number(own->value) + ", " + placeWords(*own) +
                        " (95%: " + number(own->lower_95) + " to " + number(own->upper_95) + ").");
  }
  sentences.push_back("Limits: " + funnel->method + ".");
  return sentences;
}

}  // namespace

ChartKindRules rulesOfFunnel() {
  return {.months = funnelPeriod,
          .hindrance = funnelHindrance,
          .title = funnelTitle,
          .short_title = shortFunnelTitle,
          .subtitle = funnelSubtitle,
          .sentences = funnelSentences};
}

}  // namespace boardpack::findings
