#pragma once
#include "chart/draw/canvas.hpp"
#include "chart/parts/subject.hpp"

namespace boardpack::chart {

/// One chart kind each: the subject becomes marks.

/// Monthly values with mean and limits; special causes by shape and colour.
void drawXmr(Canvas& canvas, const Subject& subject);
/// The 12-month rolling total month by month, against the same months a year before.
void drawMrtAgainstYear(Canvas& canvas, const Subject& subject);
/// The change of each group's rolling total as bars, the largest rise at the top.
void drawChangeByGroup(Canvas& canvas, const Subject& subject);
/// Months as columns of stacked groups.
void drawStackedColumns(Canvas& canvas, const Subject& subject);
/// A panel a group, all on one scale.
void drawSmallMultiples(Canvas& canvas, const Subject& subject);

/// Places by their size, between the limits that a place of that size is judged by.
void drawFunnel(Canvas& canvas, const Subject& subject);

}  // namespace boardpack::chart
