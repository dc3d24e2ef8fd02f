#include "base/print.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstdio>

namespace boardpack::base {
namespace {

void write(std::FILE* to, std::string_view text) {
  const std::string shown = forTerminal(text);
  std::fwrite(shown.data(), 1, shown.size(), to);
}

}  // namespace

std::string forTerminal(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", at), text.size());
    shown += printable(text.substr(at, end - at), text.size() * 3);
    if (end < text.size()) {
      shown += text[end];
    }
    at = end + 1;
  }
  return shown;
}

void print(std::string_view text) { write(stdout, text); }
void printError(std::string_view text) { write(stderr, text); }

}  // namespace boardpack::base
