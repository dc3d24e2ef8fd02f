#include "script/template/template_source.hpp"

#include "base/text.hpp"
#include "script/lua/lua_tokens.hpp"

#include <boardpack/sdk/error.hpp>

#include <string_view>

namespace boardpack::script {
namespace {

[[noreturn]] void fail(const std::string& shown_as, int line, const std::string& sentence) {
  throw sdk::Error(sdk::ErrorKind::Script, shown_as + ", line " + std::to_string(line) + ": " + sentence);
}

std::string luaText(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
    }
    if (c == '\n') {
      quoted += "\\n";
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

// The length of the expression at the beginning of `rest`, up to its "}}"; npos when there is none.
std::size_t expressionLength(std::string_view rest) {
  const std::vector<Token> tokens = tokensOf(rest, true);
  const std::size_t end = tokens.empty() ? 0 : tokens.back().end;
  const std::size_t close = rest.find_first_not_of(" \t", end);
  return close != std::string_view::npos && rest.substr(close, 2) == "}}" ? close : std::string_view::npos;
}

std::string luaOfLine(std::string_view line, bool is_last, const std::string& shown_as, int number) {
  std::string lua;
  while (true) {
    const std::size_t open = line.find("{{");
    if (open == std::string_view::npos) {
      break;
    }
    const std::string_view rest = line.substr(open + 2);
    const std::size_t length = expressionLength(rest);
    if (length == std::string_view::npos) {
      fail(shown_as, number,
           "the '{{' before '" + base::printable(base::trim(rest), 30) + "' is not closed by '}}' on its line.");
    }
    const std::string_view expression = base::trim(rest.substr(0, length));
    if (expression.empty()) {
      fail(shown_as, number, "there is nothing between '{{' and '}}'.");
    }
    if (open > 0) {
      lua += "__text(" + luaText(line.substr(0, open)) + ") ";
    }
    // The inner brackets keep the first of several results.
    lua += "__value((" + std::string(expression) + ")) ";
    line = rest.substr(length + 2);
  }
  const std::string tail = std::string(line) + (is_last ? "" : "\n");
  if (!tail.empty()) {
    lua += "__text(" + luaText(tail) + ")";
  }
  return lua;
}

}  // namespace

std::string luaOfTemplate(const std::string& text, const std::string& shown_as) {
  std::string lua = "local __text, __value = ... ";
  std::string_view rest = text;
  for (int number = 1;; ++number) {
    const std::size_t end = rest.find('\n');
    const bool is_last = end == std::string_view::npos;
    std::string_view line = rest.substr(0, is_last ? rest.size() : end);
    if (!line.empty() && line.back() == '\r') {
      line.remove_suffix(1);
    }
    if (line.starts_with("%%")) {
      lua += luaOfLine(line.substr(1), is_last, shown_as, number);
    } else if (line.starts_with('%')) {
      lua += line.substr(1);
    } else {
      lua += luaOfLine(line, is_last, shown_as, number);
    }
    if (is_last) {
      return lua;
    }
    lua += '\n';
    rest.remove_prefix(end + 1);
  }
}

}  // namespace boardpack::script
