#pragma once
#include "chart/draw/text_measure.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

using cairo_t = struct _cairo;

namespace boardpack::chart {

/// The files that must be in the font folder.
std::vector<std::string> fontFileNames();

/// Liberation Sans from files of our own, in a font configuration that has nothing else: neither the machine's fonts
/// nor its settings change a picture. One a thread.
class FontSet final : public TextMeasure {
 public:
  /// Throws sdk::Error(Outside) that names the file when one is missing or is not what its name says.
  explicit FontSet(const std::filesystem::path& folder);
  ~FontSet() override;
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  double width(const std::string& text, double size, Weight weight) const override;
  /// The characters of a text that it has no letter for, each once, in the order of their numbers. A picture shows a
  /// box in the place of each.
  std::vector<char32_t> lacking(const std::string& text) const;
  /// Draws a text mark onto a cairo context.
  void draw(cairo_t* cairo, const Text& text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace boardpack::chart
