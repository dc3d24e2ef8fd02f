#include "chart/draw/canvas.hpp"

#include "base/text.hpp"
#include "chart/draw/palette.hpp"

#include <algorithm>
#include <numeric>

namespace boardpack::chart {

void Canvas::text(const std::string& line, double x, double top, Anchor anchor, Weight weight) {
  if (line.empty()) {
    return;
  }
  const double wide = width(line, weight);
  double left = x;
  if (anchor == Anchor::Middle) {
    left = x - wide / 2;
  }
  if (anchor == Anchor::End) {
    left = x - wide;
  }
  Text text;
  text.text = line;
  text.at = {x, top + kTextSize * kAscent};
  text.anchor = anchor;
  text.weight = weight;
  text.size = kTextSize;
  text.colour = kTextColour;
  text.box = {left, top, left + wide, top + kTextHeight};
  picture_.marks.emplace_back(std::move(text));
}

void Canvas::textAt(const std::string& line, double x, double middle, Anchor anchor, Weight weight) {
  text(line, x, middle - kTextHeight / 2, anchor, weight);
}

void Canvas::rect(const Box& box, Colour fill) { picture_.marks.emplace_back(Rect{box, fill}); }

void Canvas::line(std::vector<Point> points, const Stroke& stroke) {
  picture_.marks.emplace_back(Polyline{std::move(points), stroke});
}

void Canvas::symbol(const Symbol& symbol) { picture_.marks.emplace_back(symbol); }

double Canvas::width(const std::string& line, Weight weight) const { return measure_.width(line, kTextSize, weight); }

double Canvas::widest(const std::vector<std::string>& lines, Weight weight) const {
  double most = 0;
  for (const std::string& line : lines) {
    most = std::max(most, width(line, weight));
  }
  return most;
}

std::vector<std::string> Canvas::wrapped(const std::string& text, double most, Weight weight) const {
  return wrap(text, most, kTextSize, weight, measure_);
}

std::string Canvas::shortened(const std::string& text, double most, std::size_t lines, Weight weight) const {
  const auto fits = [&](const std::string& words) { return wrapped(words, most, weight).size() <= lines; };
  if (fits(text)) {
    return text;
  }
  std::vector<std::size_t> starts;  // of characters
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      starts.push_back(i);
    }
  }
  for (std::size_t kept = starts.size() - 1; kept > 1; --kept) {
    const std::size_t tail = kept / 3;
    const std::string head(base::trim(text.substr(0, starts[kept - tail])));
    const std::string end(base::trim(tail == 0 ? "" : text.substr(starts[starts.size() - tail])));
    std::string words = head + "…" + end;
    if (fits(words)) {
      return words;
    }
  }
  return "…";
}

std::vector<double> spread(const std::vector<double>& wanted, double gap, double low, double high) {
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
  std::vector<double> placed(wanted.size());
  double floor = low;
  for (const std::size_t index : order) {
    placed[index] = std::max(wanted[index], floor);
    floor = placed[index] + gap;
  }
  // What was pushed past the end is pushed back up, neighbours with it.
  double ceiling = high;
  for (auto index = order.rbegin(); index != order.rend(); ++index) {
    placed[*index] = std::min(placed[*index], ceiling);
    ceiling = placed[*index] - gap;
  }
  return placed;
}

}  // namespace boardpack::chart
