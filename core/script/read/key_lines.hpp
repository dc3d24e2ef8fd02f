#pragma once
#include "script/lua/lua_tokens.hpp"

#include <map>
#include <string>
#include <vector>

namespace boardpack::script {

/// Where the keys of a declaration stand in its file: Lua tells only the line of the call. Paths are "where",
/// "ratio.top.where", "by[2]". A key that is not written out (a table made by the script) has the declaration's line.
class KeyLines {
 public:
  KeyLines() = default;
  /// Of the call of `function` ("measure") for `name` that begins on `line`.
  KeyLines(const std::vector<Token>& tokens, const std::string& function, const std::string& name, int line);

  int of(const std::string& path) const;
  /// The line of a text's first character; a text may run over several lines.
  int ofText(const std::string& path) const;

 private:
  struct Place {
    int line = 0;
    int text_line = 0;
  };
  std::size_t readTable(const std::vector<Token>& tokens, std::size_t open, const std::string& path);

  int line_ = 0;
  std::map<std::string, Place> places_;
};

}  // namespace boardpack::script
