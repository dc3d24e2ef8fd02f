#pragma once
#include "chart/draw/font_set.hpp"
#include "chart/picture.hpp"

#include <filesystem>

namespace boardpack::test {

inline std::filesystem::path fontFolder() { return BOARDPACK_BUILD_DIR "/share/boardpack/fonts"; }

inline const chart::FontSet& fonts() {
  static const chart::FontSet kFonts(fontFolder());
  return kFonts;
}

inline chart::Picture pictureOf(const paper::Pack& pack) {
  return chart::makePicture(pack, pack.charts.front(), fonts());
}

template <class Mark>
std::vector<Mark> marksOf(const chart::Picture& picture) {
  std::vector<Mark> found;
  for (const chart::Mark& mark : picture.marks) {
    if (const Mark* one = std::get_if<Mark>(&mark)) {
      found.push_back(*one);
    }
  }
  return found;
}

inline std::vector<std::string> textsOf(const chart::Picture& picture) {
  std::vector<std::string> texts;
  for (const chart::Text& text : marksOf<chart::Text>(picture)) {
    texts.push_back(text.text);
  }
  return texts;
}

}  // namespace boardpack::test
