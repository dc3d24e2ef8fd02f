#pragma once
#include "chart/draw/marks.hpp"
#include "chart/draw/text_measure.hpp"
#include "paper/pack.hpp"

namespace boardpack::chart {

/// The marks of one chart: spec and series in, a finished picture out. Throws sdk::Error that carries the chart's id
/// when the pack has no such measure.
Picture makePicture(const paper::Pack& pack, const paper::Chart& chart, const TextMeasure& measure);

}  // namespace boardpack::chart
