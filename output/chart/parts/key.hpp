#pragma once
#include "chart/draw/canvas.hpp"

#include <string>
#include <vector>

namespace boardpack::chart {

/// A sample of a mark and what it means.
struct KeyEntry {
  enum class Sample { Line, Symbol, Swatch };
  Sample sample = Sample::Line;
  std::string words;
  Stroke stroke;  ///< of a line
  Symbol symbol;  ///< of a symbol: shape, colours, radius
  Colour fill;    ///< of a swatch
};

/// How many rows the entries take side by side within `width`.
int keyRows(const Canvas& canvas, const std::vector<KeyEntry>& entries, double width);
/// Draws them in rows from the top left; a row is kLineHeight high.
void drawKeyRows(Canvas& canvas, const std::vector<KeyEntry>& entries, double left, double top, double width);

/// One entry under another, each wrapped, for the side of a chart.
double keyColumnHeight(const Canvas& canvas, const std::vector<KeyEntry>& entries, double width);
void drawKeyColumn(Canvas& canvas, const std::vector<KeyEntry>& entries, double left, double top, double width);
/// What the words of an entry may take within a column of that width.
double keyWordsWidth(const KeyEntry& entry, double width);
/// The width of sample and words of the widest entry, within `most`.
double keyColumnWidth(const Canvas& canvas, const std::vector<KeyEntry>& entries, double most);

}  // namespace boardpack::chart
