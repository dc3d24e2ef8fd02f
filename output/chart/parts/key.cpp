#include "chart/parts/key.hpp"

#include <algorithm>

namespace boardpack::chart {

namespace {

constexpr double kSampleWidth = 62;
constexpr double kSampleGap = 14;
constexpr double kEntryGap = 44;
constexpr double kColumnGap = 16;

double sampleWidth(const KeyEntry& entry) {
  switch (entry.sample) {
    case KeyEntry::Sample::Symbol:
      return 34;
    case KeyEntry::Sample::Swatch:
      return 38;
    case KeyEntry::Sample::Line:
      break;
  }
  return kSampleWidth;
}

double before(const KeyEntry& entry) { return sampleWidth(entry) + kSampleGap; }

void drawSample(Canvas& canvas, const KeyEntry& entry, double left, double middle) {
  const double wide = sampleWidth(entry);
  switch (entry.sample) {
    case KeyEntry::Sample::Symbol: {
      Symbol symbol = entry.symbol;
      symbol.centre = {left + wide / 2, middle};
      canvas.symbol(symbol);
      return;
    }
    case KeyEntry::Sample::Swatch:
      canvas.rect({left, middle - wide / 2, left + wide, middle + wide / 2}, entry.fill);
      return;
    case KeyEntry::Sample::Line:
      canvas.line({{left, middle}, {left + wide, middle}}, entry.stroke);
  }
}

/// The lines of an entry's words within a column or row of that width.
std::vector<std::string> linesOf(const Canvas& canvas, const KeyEntry& entry, double width) {
  return canvas.wrapped(entry.words, keyWordsWidth(entry, width));
}

struct Place {
  int row = 0;
  double x = 0;
  std::vector<std::string> lines;
};

/// Flows the entries into rows; one that is wider than a row takes as many rows as it has lines.
std::vector<Place> flow(const Canvas& canvas, const std::vector<KeyEntry>& entries, double width, int& rows) {
  std::vector<Place> places;
  int row = 0;
  double x = 0;
  rows = 0;
  for (const KeyEntry& entry : entries) {
    Place place;
    place.lines = linesOf(canvas, entry, width);
    const double wide = before(entry) + canvas.widest(place.lines);
    if (x > 0 && (x + wide > width || place.lines.size() > 1)) {
      row = rows;
      x = 0;
    }
    place.row = row;
    place.x = x;
    x += wide + kEntryGap;
    rows = std::max(rows, row + static_cast<int>(place.lines.size()));
    if (place.lines.size() > 1) {
      row = rows;
      x = 0;
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace

int keyRows(const Canvas& canvas, const std::vector<KeyEntry>& entries, double width) {
  int rows = 0;
  flow(canvas, entries, width, rows);
  return rows;
}

void drawKeyRows(Canvas& canvas, const std::vector<KeyEntry>& entries, double left, double top, double width) {
  int rows = 0;
  const std::vector<Place> places = flow(canvas, entries, width, rows);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const double x = left + places[i].x;
    double y = top + places[i].row * kLineHeight;
    drawSample(canvas, entries[i], x, y + kTextHeight / 2);
    for (const std::string& line : places[i].lines) {
      canvas.text(line, x + before(entries[i]), y, Anchor::Start);
      y += kLineHeight;
    }
  }
}

double keyWordsWidth(const KeyEntry& entry, double width) { return width - before(entry); }

double keyColumnHeight(const Canvas& canvas, const std::vector<KeyEntry>& entries, double width) {
  double height = 0;
  for (const KeyEntry& entry : entries) {
    height += static_cast<double>(linesOf(canvas, entry, width).size()) * kLineHeight + kColumnGap;
  }
  return std::max(0.0, height - kColumnGap);
}

void drawKeyColumn(Canvas& canvas, const std::vector<KeyEntry>& entries, double left, double top, double width) {
  double y = top;
  for (const KeyEntry& entry : entries) {
    drawSample(canvas, entry, left, y + kTextHeight / 2);
    for (const std::string& line : linesOf(canvas, entry, width)) {
      canvas.text(line, left + before(entry), y, Anchor::Start);
      y += kLineHeight;
    }
    y += kColumnGap;
  }
}

double keyColumnWidth(const Canvas& canvas, const std::vector<KeyEntry>& entries, double most) {
  double wide = 0;
  for (const KeyEntry& entry : entries) {
    wide = std::max(wide, before(entry) + canvas.widest(linesOf(canvas, entry, most)));
  }
  return wide;
}

}  // namespace boardpack::chart
