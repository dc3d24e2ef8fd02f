#include "expression/token.hpp"

#include "base/text.hpp"

namespace boardpack::expression {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNamePart(char c) { return isNameStart(c) || isDigit(c); }
bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (skipSpace()) {
      tokens_.push_back(next());
    }
    tokens_.push_back({.kind = TokenKind::End, .text = {}, .lower = {}, .position = text_.size()});
    return std::move(tokens_);
  }

 private:
  bool skipSpace() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
      ++at_;
    }
    return at_ < text_.size();
  }

  Token next() {
    const char c = text_[at_];
    if (isNameStart(c)) {
      return name();
    }
    if (isDigit(c)) {
      return number();
    }
    if (c == '\'') {
      return quoted();
    }
    return symbol();
  }

  Token name() {
    const std::size_t start = at_;
    while (at_ < text_.size() && isNamePart(text_[at_])) {
      ++at_;
    }
    std::string found(text_.substr(start, at_ - start));
    std::string lower = base::lower(found);
    return {.kind = TokenKind::Name, .text = std::move(found), .lower = std::move(lower), .position = start};
  }

  Token number() {
    const std::size_t start = at_;
    std::size_t whole = 0;
    std::size_t decimals = 0;
    for (; at_ < text_.size() && isDigit(text_[at_]); ++at_) {
      ++whole;
    }
    if (at_ < text_.size() && text_[at_] == '.') {
      for (++at_; at_ < text_.size() && isDigit(text_[at_]); ++at_) {
        ++decimals;
      }
      if (decimals == 0) {
        throw Problem{"A number has digits after its point, such as 0.25.", start};
      }
    }
    if (at_ < text_.size() && isNamePart(text_[at_])) {
      throw Problem{"A number is written in digits with an optional point, such as 1000 or 0.25.", start};
    }
    if (whole > 14 || decimals > 4) {
      throw Problem{"A number has at most 14 digits before its point and four after it.", start};
    }
    return {.kind = TokenKind::Number,
            .text = std::string(text_.substr(start, at_ - start)),
            .lower = {},
            .position = start};
  }

  Token quoted() {
    const std::size_t start = at_++;
    std::string found;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (isControl(c)) {
        throw Problem{"A text in quotes holds a line break or another control character: keep it on one line.", at_};
      }
      if (c != '\'') {
        found += c;
        continue;
      }
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '\'') {
        found += c;
        ++at_;
        continue;
      }
      ++at_;
      return {.kind = TokenKind::Text, .text = std::move(found), .lower = {}, .position = start};
    }
    throw Problem{
        "The text that starts here has no closing quote. A quote inside a text is written twice: 'driver''s'.", start};
  }

  Token symbol() {
    const std::size_t start = at_;
    const std::string_view two = text_.substr(at_, 2);
    if (two == "!=") {
      throw Problem{"'Not equal' is written <>.", start};
    }
    if (two == "==") {
      throw Problem{"'Equal' is written with one =.", start};
    }
    if (two == "<>" || two == "<=" || two == ">=") {
      at_ += 2;
      return {.kind = TokenKind::Symbol, .text = std::string(two), .lower = {}, .position = start};
    }
    const char c = text_[at_];
    if (c == '"') {
      throw Problem{"Text stands in single quotes, such as 'Robbery', and a column has none.", start};
    }
    if (std::string_view("=<>+-*/(),").find(c) == std::string_view::npos) {
      throw Problem{"'" + characterAt(start) + "' has no meaning in an expression.", start};
    }
    ++at_;
    return {.kind = TokenKind::Symbol, .text = std::string(1, c), .lower = {}, .position = start};
  }

  std::string characterAt(std::size_t start) const {
    std::size_t end = start + 1;
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xc0) == 0x80) {
      ++end;
    }
    return base::printable(text_.substr(start, end - start));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  if (text.size() > kMostCharacters) {
    throw Problem{"An expression has at most 4,000 characters; this one has " +
                      base::formatNumber(static_cast<double>(text.size())) + ".",
                  kMostCharacters};
  }
  if (!base::isUtf8(text)) {
    throw Problem{"The expression is not UTF-8 text: save the script as UTF-8.", 0};
  }
  return Tokenizer(text).run();
}

}  // namespace boardpack::expression
