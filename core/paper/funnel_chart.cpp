#include "paper/funnel_chart.hpp"

#include "findings/chart_facts.hpp"
#include "findings/statistics_words.hpp"

namespace boardpack::paper {

FunnelChart funnelChart(const series::Analysed& measure, const series::ChartSpec& spec) {
  FunnelChart chart{.funnel = findings::funnelOf(measure, spec),
                    .unit = measure.series.info.unit,
                    .decimals = measure.series.info.decimals};
  if (spec.breakdown.empty() && measure.peers) {
    chart.unit = measure.peers->unit;
    chart.decimals = findings::peerDecimals(measure);
  }
  return chart;
}

}  // namespace boardpack::paper
