#include "script/read/key_lines.hpp"

#include <algorithm>

namespace boardpack::script {
namespace {

using Tokens = std::vector<Token>;

constexpr std::size_t kLongestPath = 200;  // no key of ours is longer

bool isSign(const Tokens& tokens, std::size_t at, char sign) {
  return at < tokens.size() && tokens[at].kind == TokenKind::Sign && tokens[at].text[0] == sign;
}

bool isName(const Tokens& tokens, std::size_t at, const char* name) {
  return at < tokens.size() && tokens[at].kind == TokenKind::Name && tokens[at].text == name;
}

// What opens and closes a block: in the body of a function a comma or semicolon ends no field.
int nestingOf(const Token& token) {
  if (token.kind == TokenKind::Sign) {
    const char c = token.text[0];
    return c == '(' || c == '{' || c == '[' ? 1 : (c == ')' || c == '}' || c == ']' ? -1 : 0);
  }
  if (token.kind == TokenKind::Name) {
    for (const char* word : {"function", "do", "if", "repeat"}) {
      if (token.text == word) {
        return 1;
      }
    }
    return token.text == "end" || token.text == "until" ? -1 : 0;
  }
  return 0;
}

// After the value that begins at `at`: at its comma, semicolon or closing brace.
std::size_t afterValue(const Tokens& tokens, std::size_t at) {
  int depth = 0;
  while (at < tokens.size()) {
    if (depth == 0 && (isSign(tokens, at, ',') || isSign(tokens, at, ';') || isSign(tokens, at, '}'))) {
      break;
    }
    depth += nestingOf(tokens[at]);
    ++at;
  }
  return at;
}

// The brace that opens the table of the call that begins at `at`, or the end.
std::size_t openingBrace(const Tokens& tokens, std::size_t at, const std::string& name) {
  ++at;
  if (at < tokens.size() && tokens[at].kind == TokenKind::Text) {
    if (tokens[at].text != name) {
      return tokens.size();
    }
    ++at;
  } else if (isSign(tokens, at, '(')) {
    int depth = 0;
    do {
      depth += nestingOf(tokens[at]);
      ++at;
    } while (at < tokens.size() && depth > 0);
  }
  if (isSign(tokens, at, '(')) {
    ++at;  // measure("name")({ … })
  }
  return isSign(tokens, at, '{') ? at : tokens.size();
}

}  // namespace

KeyLines::KeyLines(const Tokens& tokens, const std::string& function, const std::string& name, int line) : line_(line) {
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), line,
                                      [](const Token& token, int wanted) { return token.line < wanted; });
  for (auto at = static_cast<std::size_t>(first - tokens.begin()); at < tokens.size() && tokens[at].line == line;
       ++at) {
    if (!isName(tokens, at, function.c_str())) {
      continue;
    }
    const std::size_t open = openingBrace(tokens, at, name);
    if (open < tokens.size()) {
      readTable(tokens, open, "");
      return;
    }
  }
}

std::size_t KeyLines::readTable(const Tokens& tokens, std::size_t open, const std::string& path) {
  std::size_t at = open + 1;
  int position = 0;
  while (at < tokens.size() && !isSign(tokens, at, '}')) {
    std::string key;
    const int line = tokens[at].line;
    if (tokens[at].kind == TokenKind::Name && isSign(tokens, at + 1, '=') && !isSign(tokens, at + 2, '=')) {
      key = path.empty() ? tokens[at].text : path + "." + tokens[at].text;
      at += 2;
    } else if (isSign(tokens, at, '[') && at + 1 < tokens.size() && tokens[at + 1].kind == TokenKind::Text &&
               isSign(tokens, at + 2, ']') && isSign(tokens, at + 3, '=')) {
      key = path.empty() ? tokens[at + 1].text : path + "." + tokens[at + 1].text;
      at += 4;
    } else {
      key = path + "[" + std::to_string(++position) + "]";
    }
    if (at >= tokens.size()) {
      break;
    }
    if (key.size() <= kLongestPath) {
      places_.try_emplace(key, Place{line, tokens[at].content_line});
      if (isSign(tokens, at, '{')) {
        at = readTable(tokens, at, key) + 1;
      }
    }
    at = afterValue(tokens, at);
    if (!isSign(tokens, at, '}')) {
      ++at;
    }
  }
  return at;
}

int KeyLines::of(const std::string& path) const {
  // The nearest part that is written out: "ratio.top.where", else "ratio.top", else "ratio", else the declaration.
  for (std::string part = path; !part.empty();) {
    const auto place = places_.find(part);
    if (place != places_.end()) {
      return place->second.line;
    }
    const std::size_t cut = part.find_last_of(".[");
    part.resize(cut == std::string::npos ? 0 : cut);
  }
  return line_;
}

int KeyLines::ofText(const std::string& path) const {
  const auto place = places_.find(path);
  return place != places_.end() ? place->second.text_line : of(path);
}

}  // namespace boardpack::script
