#include "chart/draw/text_measure.hpp"

namespace boardpack::chart {

namespace {

bool startsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Bytes of the longest beginning of `word` that fits, one character at least.
std::size_t fittingBytes(const std::string& word, double most, double size, Weight weight, const TextMeasure& measure) {
  std::size_t fitting = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    if (end < word.size() && !startsCharacter(word[end])) {
      continue;
    }
    if (fitting > 0 && measure.width(word.substr(0, end), size, weight) > most) {
      break;
    }
    fitting = end;
  }
  return fitting;
}

}  // namespace

std::vector<std::string> wrap(const std::string& text, double most, double size, Weight weight,
                              const TextMeasure& measure) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = text.find(' ', at);
    const std::size_t end = space == std::string::npos ? text.size() : space;
    std::string word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) {
      continue;
    }
    const std::string longer = line.empty() ? word : line + " " + word;
    if (measure.width(longer, size, weight) <= most) {
      line = longer;
      continue;
    }
    if (!line.empty()) {
      lines.push_back(line);
      line.clear();
    }
    while (measure.width(word, size, weight) > most) {
      const std::size_t bytes = fittingBytes(word, most, size, weight, measure);
      if (bytes == word.size()) {
        break;
      }
      lines.push_back(word.substr(0, bytes));
      word.erase(0, bytes);
    }
    line = word;
  }
  if (!line.empty()) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace boardpack::chart
