#pragma once
#include "expression/expression.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::expression {

inline constexpr std::size_t kMostCharacters = 4000;
inline constexpr int kMostLevels = 64;
inline constexpr std::size_t kMostValues = 1000;

enum class TokenKind { Name, Text, Number, Symbol, End };

struct Token {
  TokenKind kind = TokenKind::End;
  std::string text;   ///< of a Text: without its quotes, '' as one '
  std::string lower;  ///< of a Name: in lower case, as keywords are compared
  std::size_t position = 0;
};

/// The tokens of an expression, End last. Throws Problem.
std::vector<Token> tokenize(std::string_view text);

}  // namespace boardpack::expression
