#pragma once
#include "chart/draw/canvas.hpp"
#include "chart/parts/subject.hpp"
#include "series/chart_kind.hpp"

namespace boardpack::chart {

/// The subject becomes marks: drawXmr() and so on, one for each kind of chart, each in a file of this folder.
#define BOARDPACK_CHART_KIND(name) void draw##name(Canvas& canvas, const Subject& subject);
BOARDPACK_CHART_KINDS(BOARDPACK_CHART_KIND)
#undef BOARDPACK_CHART_KIND

}  // namespace boardpack::chart
