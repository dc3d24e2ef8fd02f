#pragma once
#include <string>

namespace boardpack::script {

/// A template as one Lua chunk of the same number of lines, so that an error has the template's own line. A line that
/// begins with "%" is Lua ("%%": text that begins with "%"); every other line is text with {{ expressions }}. The chunk
/// is called with two functions: one that writes text, one that writes a value.
/// Throws sdk::Error(Script) with `shown_as` and the line.
std::string luaOfTemplate(const std::string& text, const std::string& shown_as);

}  // namespace boardpack::script
