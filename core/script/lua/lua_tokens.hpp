#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::script {

enum class TokenKind { Name, Text, Number, Sign };

/// A word of Lua source. Comments are left out.
struct Token {
  TokenKind kind = TokenKind::Sign;
  std::string text;       ///< of a Text, its contents as they stand between the quotes
  int line = 0;           ///< where it begins
  int content_line = 0;   ///< of a Text: the line of its first character
  std::size_t begin = 0;  ///< offset in the source
  std::size_t end = 0;    ///< offset after it
};

/// Source to tokens, as far as it goes: what cannot be read ends it, since Lua's own parser tells what is wrong.
/// `stop_at_braces` ends before a "}}" outside any bracket: an expression of a template.
std::vector<Token> tokensOf(std::string_view source, bool stop_at_braces = false);

}  // namespace boardpack::script
