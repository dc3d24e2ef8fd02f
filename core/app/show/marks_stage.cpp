#include "app/show/stages.hpp"

#include "chart/write_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {

std::string marksStage(const std::vector<const series::Analysed*>& measures, const paper::Pack& pack,
                       const std::filesystem::path& fonts) {
  std::string text;
  for (const paper::Chart& chart : pack.charts) {
    const bool is_asked = std::any_of(measures.begin(), measures.end(), [&](const series::Analysed* measure) {
      return measure->series.info.name == chart.measure;
    });
    if (is_asked) {
      text += chart.drawable ? chart::describeMarks(pack, chart, fonts)
                             : fmt::format("picture {} is not drawn: {}\n", chart.id, chart.reason);
    }
  }
  return text;
}

}  // namespace boardpack::app
