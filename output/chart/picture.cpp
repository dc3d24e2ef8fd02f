#include "chart/picture.hpp"

#include "chart/draw/canvas.hpp"
#include "chart/draw/palette.hpp"
#include "chart/kinds/kinds.hpp"
#include "chart/parts/subject.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::chart {

namespace {

void drawKind(Canvas& canvas, const Subject& subject) {
  switch (subject.chart.spec.kind) {
    case series::ChartKind::Xmr:
      return drawXmr(canvas, subject);
    case series::ChartKind::MrtAgainstYear:
      return drawMrtAgainstYear(canvas, subject);
    case series::ChartKind::ChangeByGroup:
      return drawChangeByGroup(canvas, subject);
    case series::ChartKind::StackedColumns:
      return drawStackedColumns(canvas, subject);
    case series::ChartKind::SmallMultiples:
      return drawSmallMultiples(canvas, subject);
    case series::ChartKind::Funnel:
      return drawFunnel(canvas, subject);
  }
}

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
  drawKind(canvas, Subject{chart, *analysed, analysed->series.toldFor(pack.month)});
  return picture;
}

}  // namespace boardpack::chart
