#pragma once
#include "paper/pack.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::chart {

struct Formats {
  bool png = true;  ///< 1600 × 900 pixels
  bool svg = true;
};

/// Draws every drawable chart of the pack into `folder` as <id>.png and <id>.svg, on `threads` threads; the bytes do
/// not depend on their number. `fonts` holds the Liberation Sans files. Throws sdk::Error(Outside) when a font is
/// missing or a picture cannot be drawn or written, and sdk::Error(Script) for a chart of a measure that the pack has
/// not.
void writeCharts(const paper::Pack& pack, const std::filesystem::path& folder, const Formats& formats,
                 const std::filesystem::path& fonts, int threads);

/// Width and height of every png, in pixels.
std::pair<std::size_t, std::size_t> pictureSize();

/// What the pictures cannot show of a measure: letters that the font lacks in its title, events, groups and words.
struct LettersLacking {
  std::string measure;
  std::vector<std::string> letters;  ///< "U+1F600", each once
};
/// Of the measures whose charts have such letters, in the order of the pack. Throws as writeCharts() does for fonts.
std::vector<LettersLacking> lettersLacking(const paper::Pack& pack, const std::filesystem::path& fonts);

/// The marks of a chart as text, a line a mark, for tests and `show`.
std::string describeMarks(const paper::Pack& pack, const paper::Chart& chart, const std::filesystem::path& fonts);

/// Name and version of the libraries that draw, for the manifest.
std::vector<std::pair<std::string, std::string>> libraryVersions();

}  // namespace boardpack::chart
