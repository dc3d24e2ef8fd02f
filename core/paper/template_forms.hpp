#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace boardpack::paper {

/// A form of Markdown that papers do not have, and that would reach them as stray signs.
struct UnknownForm {
  std::size_t line;  ///< of the template, from 1
  std::string sentence;
};

/// All such forms in the template's own text, the first of each line: what its Lua parts give is text as it stands and
/// is not looked at.
std::vector<UnknownForm> unknownForms(const std::string& template_text);

}  // namespace boardpack::paper
