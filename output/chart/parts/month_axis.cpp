#include "chart/parts/month_axis.hpp"

#include <algorithm>
#include <array>

namespace boardpack::chart {

namespace {

constexpr double kLabelGap = 36;
constexpr double kPointInset = 18;

}  // namespace

MonthScale::MonthScale(std::size_t months, double left, double right, Kind kind) {
  if (kind == Kind::Columns) {
    step_ = (right - left) / static_cast<double>(std::max<std::size_t>(1, months));
    first_ = left + step_ / 2;
    return;
  }
  if (months < 2) {
    first_ = (left + right) / 2;
    return;
  }
  first_ = left + kPointInset;
  step_ = (right - left - 2 * kPointInset) / static_cast<double>(months - 1);
}

double MonthScale::operator()(std::size_t index) const { return first_ + static_cast<double>(index) * step_; }

void drawMonthLabels(Canvas& canvas, const std::vector<base::Month>& months, const MonthScale& scale, double top) {
  double widest = 0;
  for (const base::Month month : months) {
    widest = std::max(widest, canvas.width(month.shortName()));
  }
  constexpr std::array<std::size_t, 7> kSteps{1, 2, 3, 4, 6, 12, 24};
  std::size_t every = months.size();
  for (const std::size_t candidate : kSteps) {
    if (static_cast<double>(candidate) * scale.step() >= widest + kLabelGap) {
      every = candidate;
      break;
    }
  }
  for (std::size_t back = 0; back < months.size(); back += std::max<std::size_t>(1, every)) {
    const std::size_t index = months.size() - 1 - back;
    const std::string label = months[index].shortName();
    const double half = canvas.width(label) / 2;
    if (scale(index) - half < kMargin) {
      break;
    }
    canvas.text(label, scale(index), top, Anchor::Middle);
  }
}

void drawMonthEnds(Canvas& canvas, const std::vector<base::Month>& months, double left, double right, double top) {
  if (months.empty()) {
    return;
  }
  const std::string first = months.front().shortName();
  const std::string last = months.back().shortName();
  canvas.text(last, right, top, Anchor::End);
  if (months.size() > 1 && canvas.width(first) + canvas.width(last) + kLabelGap <= right - left) {
    canvas.text(first, left, top, Anchor::Start);
  }
}

}  // namespace boardpack::chart
