#include "chart/picture.hpp"

#include "chart/draw/canvas.hpp"
#include "chart/draw/palette.hpp"
#include "chart/kinds/kinds.hpp"
#include "chart/parts/subject.hpp"

#include <boardpack/sdk/error.hpp>

#include <array>

namespace boardpack::chart {

namespace {

using Draw = void (*)(Canvas& canvas, const Subject& subject);

constexpr std::array<Draw, series::kChartKinds.size()> kDrawings{
#define BOARDPACK_CHART_KIND(name) draw##name,
    BOARDPACK_CHART_KINDS(BOARDPACK_CHART_KIND)
#undef BOARDPACK_CHART_KIND
};

}  // namespace

Picture makePicture(const paper::Pack& pack, const paper::Chart& chart, const TextMeasure& measure) {
  const series::Analysed* analysed = pack.find(chart.measure);
  if (analysed == nullptr || analysed->series.groups.empty() || analysed->groups.empty()) {
    throw sdk::Error(sdk::ErrorKind::Script, "The chart '" + chart.id + "' is of the measure '" + chart.measure +
                                                 "', which this pack has no values of; name a measure of the pack.");
  }
  Picture picture;
  picture.width = kWidth;
  picture.height = kHeight;
  picture.id = chart.id;
  picture.title = chart.title;
  picture.description = chart.alternative;
  Canvas canvas(picture, measure);
  canvas.rect({0, 0, kWidth, kHeight}, kWhite);
  const Draw draw = kDrawings[static_cast<std::size_t>(chart.spec.kind)];
  draw(canvas, Subject{chart, *analysed, analysed->series.toldFor(pack.month)});
  return picture;
}

}  // namespace boardpack::chart
