#pragma once
#include "base/month.hpp"
#include "chart/draw/canvas.hpp"

#include <vector>

namespace boardpack::chart {

/// Where months stand on a horizontal axis. Points run from edge to edge; columns have a slot each.
class MonthScale {
 public:
  enum class Kind { Points, Columns };
  MonthScale(std::size_t months, double left, double right, Kind kind);
  double operator()(std::size_t index) const;
  double step() const { return step_; }

 private:
  double first_ = 0;
  double step_ = 0;
};

/// Labels below the axis: the last month always, and others before it at a regular step, as many as stand clear of
/// each other and inside the picture.
void drawMonthLabels(Canvas& canvas, const std::vector<base::Month>& months, const MonthScale& scale, double top);
/// The first and last month alone, within the edges of a panel.
void drawMonthEnds(Canvas& canvas, const std::vector<base::Month>& months, double left, double right, double top);

}  // namespace boardpack::chart
