#include "chart/parts/lines.hpp"

#include "chart/draw/palette.hpp"

namespace boardpack::chart {

namespace {

constexpr double kLabelOffset = 22;
constexpr double kLabelLine = 48;

}  // namespace

void drawBrokenLine(Canvas& canvas, const Values& values, const MonthScale& x, const LinearScale& y,
                    const Stroke& stroke) {
  std::vector<Point> run;
  const auto finish = [&] {
    if (run.size() == 1) {
      Symbol dot;
      dot.centre = run.front();
      dot.radius = stroke.width * 1.4;
      dot.fill = stroke.colour;
      canvas.symbol(dot);
    }
    if (run.size() > 1) {
      canvas.line(run, stroke);
    }
    run.clear();
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]) {
      run.push_back({x(i), y(*values[i])});
    } else {
      finish();
    }
  }
  finish();
}

double endLabelSpace(const Canvas& canvas, const std::vector<EndLabel>& labels) {
  double widest = 0;
  for (const EndLabel& label : labels) {
    widest = std::max(widest, canvas.width(label.words, label.weight));
  }
  return labels.empty() ? 0 : widest + kLabelOffset;
}

void drawEndLabels(Canvas& canvas, const std::vector<EndLabel>& labels, const Frame& frame) {
  std::vector<double> wanted;
  for (const EndLabel& label : labels) {
    wanted.push_back(frame.y(label.value));
  }
  const std::vector<double> placed = spread(wanted, kLabelLine + 1, frame.plot.top, frame.plot.bottom);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    canvas.textAt(labels[i].words, frame.plot.right + kLabelOffset, placed[i], Anchor::Start, labels[i].weight);
  }
}

}  // namespace boardpack::chart
