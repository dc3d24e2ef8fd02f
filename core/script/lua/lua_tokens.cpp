#include "script/lua/lua_tokens.hpp"

#include <algorithm>
#include <cctype>

namespace boardpack::script {
namespace {

bool isNameStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
 public:
  Lexer(std::string_view source, bool stop_at_braces) : source_(source), stop_at_braces_(stop_at_braces) {}

  std::vector<Token> run() {
    while (skipBlanks() && at_ < source_.size()) {
      if (stop_at_braces_ && depth_ == 0 && source_.substr(at_, 2) == "}}") {
        break;
      }
      if (!readToken()) {
        break;
      }
    }
    return std::move(tokens_);
  }

 private:
  // The number of '=' of a "[==[" at `from`, or -1.
  int longBracket(std::size_t from) const {
    if (from >= source_.size() || source_[from] != '[') {
      return -1;
    }
    std::size_t i = from + 1;
    while (i < source_.size() && source_[i] == '=') {
      ++i;
    }
    return i < source_.size() && source_[i] == '[' ? static_cast<int>(i - from - 1) : -1;
  }

  // False when it is not closed.
  bool skipLong(std::size_t from, int level, std::string* content) {
    const std::string close = "]" + std::string(static_cast<std::size_t>(level), '=') + "]";
    std::size_t begin = from + close.size();
    const std::size_t end = source_.find(close, begin);
    if (end == std::string_view::npos) {
      return false;
    }
    line_ += static_cast<int>(std::count(source_.begin() + static_cast<std::ptrdiff_t>(from),
                                         source_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    if (content != nullptr) {
      if (source_[begin] == '\r') {
        ++begin;
      }
      *content = source_.substr(begin, end - begin);  // its first line break, if any, is dropped by the caller
    }
    at_ = end + close.size();
    return true;
  }

  bool skipBlanks() {
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '\n') {
        ++line_;
        ++at_;
      } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
        ++at_;
      } else if (source_.substr(at_, 2) == "--") {
        const int level = longBracket(at_ + 2);
        if (level >= 0) {
          if (!skipLong(at_ + 2, level, nullptr)) {
            return false;
          }
        } else {
          at_ = std::min(source_.find('\n', at_), source_.size());
        }
      } else {
        break;
      }
    }
    return true;
  }

  void add(TokenKind kind, std::size_t begin, int line) {
    tokens_.push_back({kind, std::string(source_.substr(begin, at_ - begin)), line, line, begin, at_});
  }

  bool readToken() {
    const std::size_t begin = at_;
    const int line = line_;
    const char c = source_[at_];
    if (isNameStart(c)) {
      while (at_ < source_.size() && (isNameStart(source_[at_]) || isDigit(source_[at_]))) {
        ++at_;
      }
      add(TokenKind::Name, begin, line);
      return true;
    }
    if (isDigit(c)) {
      while (at_ < source_.size() && (isNameStart(source_[at_]) || isDigit(source_[at_]) || source_[at_] == '.')) {
        ++at_;
      }
      add(TokenKind::Number, begin, line);
      return true;
    }
    if (c == '"' || c == '\'') {
      return readQuoted(c);
    }
    if (const int level = longBracket(at_); level >= 0) {
      return readLong(level);
    }
    depth_ += c == '(' || c == '[' || c == '{' ? 1 : 0;
    depth_ -= c == ')' || c == ']' || c == '}' ? 1 : 0;
    ++at_;
    add(TokenKind::Sign, begin, line);
    return true;
  }

  bool readQuoted(char quote) {
    const std::size_t begin = at_++;
    const int line = line_;
    while (at_ < source_.size() && source_[at_] != quote) {
      if (source_[at_] == '\\') {
        ++at_;
        if (at_ < source_.size() && source_[at_] == '\n') {
          ++line_;
        }
      } else if (source_[at_] == '\n') {
        return false;
      }
      ++at_;
    }
    if (at_ >= source_.size()) {
      return false;
    }
    ++at_;
    tokens_.push_back(
        {TokenKind::Text, std::string(source_.substr(begin + 1, at_ - begin - 2)), line, line, begin, at_});
    return true;
  }

  bool readLong(int level) {
    const std::size_t begin = at_;
    const int line = line_;
    std::string content;
    if (!skipLong(begin, level, &content)) {
      return false;
    }
    const bool breaks_first = !content.empty() && content[0] == '\n';
    tokens_.push_back(
        {TokenKind::Text, content.substr(breaks_first ? 1 : 0), line, breaks_first ? line + 1 : line, begin, at_});
    return true;
  }

  std::string_view source_;
  bool stop_at_braces_;
  std::size_t at_ = 0;
  int line_ = 1;
  int depth_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokensOf(std::string_view source, bool stop_at_braces) {
  return Lexer(source, stop_at_braces).run();
}

}  // namespace boardpack::script
