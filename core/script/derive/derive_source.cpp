#include "script/derive/derive_source.hpp"

namespace boardpack::script {
namespace {

bool isSign(const Token& token, char sign) { return token.kind == TokenKind::Sign && token.text[0] == sign; }

}  // namespace

std::optional<int> lineOfEquality(const std::vector<Token>& tokens, int first, int last) {
  for (std::size_t at = 1; at + 2 < tokens.size(); ++at) {
    const Token& sign = tokens[at];
    const bool is_equality =
        (isSign(sign, '=') || isSign(sign, '~')) && isSign(tokens[at + 1], '=') && sign.end == tokens[at + 1].begin;
    if (!is_equality || sign.line < first || sign.line > last) {
      continue;
    }
    if (tokens[at - 1].kind != TokenKind::Text && tokens[at + 2].kind != TokenKind::Text) {
      return sign.line;
    }
  }
  return std::nullopt;
}

}  // namespace boardpack::script
