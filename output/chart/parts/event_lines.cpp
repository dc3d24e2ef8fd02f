#include "chart/parts/event_lines.hpp"

#include "base/text.hpp"
#include "chart/draw/palette.hpp"

#include <algorithm>

namespace boardpack::chart {
namespace {

constexpr Stroke kEventStroke{kTextColour, 3, Dash::Dotted};
constexpr std::size_t kMostLabels = 3;  ///< a row each when they stand close together
constexpr double kLabelGap = 24;

struct Placed {
  double line = 0;
  double left = 0, right = 0;  ///< of the label
  std::size_t row = 0;
};

double lineAt(const EventLine& event, const MonthScale& x) { return x(0) + event.months * x.step(); }

/// Labels stand centred on their lines, inside the picture, each in the first row where it is clear of the others.
std::vector<Placed> place(const Canvas& canvas, const EventLines& events, const MonthScale& x) {
  std::vector<Placed> placed;
  for (const EventLine& event : events) {
    const double width = canvas.width(event.title);
    Placed one;
    one.line = lineAt(event, x);
    one.left = std::clamp(one.line - width / 2, kMargin, std::max(kMargin, kWidth - kMargin - width));
    one.right = one.left + width;
    const auto isTaken = [&](std::size_t row) {
      return std::any_of(placed.begin(), placed.end(), [&](const Placed& other) {
        return other.row == row && one.left < other.right + kLabelGap && other.left < one.right + kLabelGap;
      });
    };
    while (isTaken(one.row)) {
      ++one.row;
    }
    placed.push_back(one);
  }
  return placed;
}

}  // namespace

EventLines eventLinesOf(const Subject& subject, const std::vector<base::Month>& months,
                        std::vector<std::string>& notes) {
  EventLines lines;
  std::vector<std::string> unlabelled;
  for (const series::Event& event : subject.measure.series.events) {
    const bool is_shown =
        event.areas.empty() && !months.empty() && months.front() <= event.month() && event.month() <= months.back();
    if (!is_shown) {
      continue;
    }
    const double days = event.month().lastDay().day;
    EventLine line;
    line.months = event.month() - months.front() - 0.5 + (event.day.day - 1) / days;
    line.months = std::max(line.months, 0.0);
    if (lines.size() < kMostLabels) {
      line.title = event.title;
    } else {
      unlabelled.push_back(event.title + " (" + base::longDate(event.day) + ")");
    }
    lines.push_back(std::move(line));
  }
  if (!unlabelled.empty()) {
    notes.push_back("Dotted lines without a name: " + base::joinWords(unlabelled) + ".");
  }
  return lines;
}

int placeEvents(const Canvas& canvas, const EventLines& events, const MonthScale& x) {
  std::size_t rows = 0;
  for (const Placed& one : place(canvas, events, x)) {
    rows = std::max(rows, one.row + 1);
  }
  return static_cast<int>(rows);
}

void drawEvents(Canvas& canvas, const EventLines& events, const MonthScale& x, double top, double bottom) {
  const std::vector<Placed> placed = place(canvas, events, x);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const double row_top = top + static_cast<double>(placed[i].row) * kLineHeight;
    const double from = events[i].title.empty() ? top : row_top + kTextHeight;
    canvas.line({{placed[i].line, from}, {placed[i].line, bottom}}, kEventStroke);
    if (!events[i].title.empty()) {
      canvas.text(events[i].title, placed[i].left, row_top, Anchor::Start);
    }
  }
}

}  // namespace boardpack::chart
