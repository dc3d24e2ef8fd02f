#include "base/text.hpp"
#include "findings/chart_words.hpp"
#include "paper/pack.hpp"

#include <set>

namespace boardpack::paper {

namespace {

/// A chart of which there is one already has a second name where its kind has one; "" where it is left out.
std::string idOf(const series::MeasureInfo& info, const series::ChartSpec& spec, std::set<std::string>& taken) {
  const series::ChartKindRow& kind = series::rowOf(spec.kind);
  const std::string id = info.name + (spec.breakdown.empty() ? "" : "." + spec.breakdown) + kind.suffix;
  for (const std::string& name : {id, id + kind.second_suffix}) {
    if (taken.insert(name).second) {
      return name;
    }
  }
  return "";
}

std::string sourceLine(const Pack& pack) {
  if (pack.sources.empty()) {
    return "Source: " + pack.force.name + ".";
  }
  const std::string text = base::join(pack.sources, " ");
  return text.starts_with("Source") ? text : "Source: " + text;
}

}  // namespace

std::vector<Chart> chartsOf(const Pack& pack) {
  std::vector<Chart> charts;
  std::set<std::string> ids;
  for (const series::Analysed& measure : pack.measures) {
    if (measure.series.groups.empty() || measure.groups.empty()) {
      continue;
    }
    const series::MeasureInfo& info = measure.series.info;
    for (const series::ChartSpec& spec : info.charts) {
      const findings::ChartSubject subject =
          findings::chartSubject(measure, spec, measure.series.toldFor(pack.month), pack.force.name);
      Chart chart;
      chart.id = idOf(info, subject.spec, ids);
      if (chart.id.empty()) {
        continue;
      }
      chart.measure = info.name;
      chart.spec = subject.spec;
      chart.shown = subject.shown;
      chart.groups = subject.groups;
      chart.groups_in_all = subject.groups_in_all;
      chart.groups_without_change = subject.groups_without_change;
      chart.reason = findings::chartHindrance(subject);
      chart.drawable = chart.reason.empty();
      chart.title = findings::chartTitle(subject);
      chart.subtitle = findings::chartSubtitle(subject);
      chart.alternative = findings::chartAlternative(subject);
      chart.source = sourceLine(pack);
      charts.push_back(std::move(chart));
    }
  }
  return charts;
}

}  // namespace boardpack::paper
