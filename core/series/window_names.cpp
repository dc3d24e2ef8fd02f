#include "series/window_names.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::series {

const WindowNames& namesOf(Window window) { return kWindowNames.at(static_cast<std::size_t>(window)); }

const char* windowName(Window window) { return namesOf(window).name; }

std::optional<Window> windowCalled(const std::string& word) {
  const auto* const found = std::find_if(kWindowNames.begin(), kWindowNames.end(), [&](const WindowNames& row) {
    return word == row.word || (!word.empty() && word == row.or_word);
  });
  return found == kWindowNames.end() ? std::nullopt : std::optional(found->window);
}

std::string windowWords() {
  std::vector<std::string> words;
  for (const WindowNames& row : kWindowNames) {
    const std::string written = *row.written != '\0' ? row.written : row.word;
    const std::string other = *row.or_word != '\0' ? std::string(" (or \"") + row.or_word + "\")" : "";
    words.push_back("\"" + written + "\"" + other);
  }
  return base::join(words, ", ");
}

}  // namespace boardpack::series
