#include "base/folded_name.hpp"

#include <array>
#include <utility>

namespace boardpack::base {
namespace {

// Characters of several bytes that systems write for a blank, a hyphen or an apostrophe: no-break space; the hyphens
// and dashes from U+2010 to U+2015 and the minus; the single quotes and the modifier apostrophe; "" leaves the
// character out.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kAlike{{{"\xC2\xA0", " "},
                                                                                {"\xE2\x80\x90", " "},
                                                                                {"\xE2\x80\x91", " "},
                                                                                {"\xE2\x80\x92", " "},
                                                                                {"\xE2\x80\x93", " "},
                                                                                {"\xE2\x80\x94", " "},
                                                                                {"\xE2\x80\x95", " "},
                                                                                {"\xE2\x88\x92", " "},
                                                                                {"\xE2\x80\x98", ""},
                                                                                {"\xE2\x80\x99", ""},
                                                                                {"\xCA\xBC", ""},
                                                                                {"\xC2\xAD", ""},
                                                                                {"\xE2\x80\xAF", " "}}};

bool isBlank(char c) { return c == ' ' || c == '-' || c == '_' || (c >= '\t' && c <= '\r'); }

bool isLeftOut(char c) { return c == '\'' || c == '.' || c == '`'; }

/// Adds words one blank apart.
class Words {
 public:
  void add(char c) {
    if (isBlank(c)) {
      is_between_ = true;
      return;
    }
    if (is_between_ && !text_.empty()) {
      text_ += ' ';
    }
    is_between_ = false;
    text_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  void add(std::string_view text) {
    for (const char c : text) {
      add(c);
    }
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool is_between_ = false;
};

}  // namespace

std::string foldedName(std::string_view name) {
  Words words;
  while (!name.empty()) {
    std::size_t used = 0;
    for (const auto& [found, stands_for] : kAlike) {
      if (name.starts_with(found)) {
        words.add(stands_for);
        used = found.size();
        break;
      }
    }
    if (used == 0) {
      used = 1;
      if (name.front() == '&') {
        words.add(" and ");
      } else if (!isLeftOut(name.front())) {
        words.add(name.front());
      }
    }
    name.remove_prefix(used);
  }
  return words.take();
}

}  // namespace boardpack::base
