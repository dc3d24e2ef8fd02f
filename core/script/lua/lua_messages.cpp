#include "script/lua/lua_messages.hpp"

#include "base/text.hpp"

#include <regex>
#include <utility>

namespace boardpack::script {
namespace {

struct Rule {
  const char* pattern;
  const char* words;
};

// What people meet, most of it a comma, a quote or a bracket. The pattern is of Lua 5.4's message; $1 and so on are its
// parts.
constexpr Rule kRules[] = {
    {R"(^'(.+)' expected \(to close '(.+)' at line (\d+)\) near (.+)$)",
     "'$1' is expected before $4: it closes the '$2' of line $3. Is it missing, or a comma before it?"},
    {R"(^'(.+)' expected near (.+)$)", "'$1' is expected before $2."},
    {R"(^<name> expected near (.+)$)", "A name is expected before $1."},
    {R"(^unexpected symbol near (.+)$)", "$1 was not expected here."},
    {R"(^syntax error near (.+)$)", "The line cannot be read from $1 on."},
    {R"(^unfinished string near (.+)$)", "The text that begins with $1 is not closed by a quote on its line."},
    {R"(^unfinished long (string|comment).*$)", "A [[ … ]] is not closed."},
    {R"(^malformed number near (.+)$)", "$1 is not a number."},
    {R"(^invalid escape sequence (.+)$)",
     "The text holds $1, which means nothing after a backslash: write two backslashes."},
    {R"(^attempt to load a binary chunk.*$)",
     "The file is compiled Lua. Only scripts as text are read: put the source in its place."},
    {R"(^attempt to call a nil value \((?:global|local|field|method|upvalue) '(.+)'\)$)",
     "'$1' is called like a function, but there is no function of that name."},
    {R"(^attempt to call a (\w+) value.*$)",
     "A $1 is called like a function. Is a comma missing at the end of the line before?"},
    {R"(^attempt to index a nil value \((?:global|local|field|method|upvalue) '(.+)'\)$)",
     "'$1' has no value here, so nothing can be read from it."},
    {R"(^attempt to index a (\w+) value.*$)", "Something is read from a $1, which holds nothing."},
    {R"(^attempt to perform arithmetic on a nil value \((?:global|local|field|upvalue) '(.+)'\)$)",
     "'$1' has no value here, so it cannot be calculated with."},
    {R"(^attempt to perform arithmetic on an? (\w+) value.*$)", "A $1 cannot be calculated with."},
    {R"(^attempt to concatenate a (\w+) value.*$)", "A $1 cannot be joined to a text with '..'."},
    {R"(^attempt to compare (.+)$)", "These cannot be compared: $1."},
    {R"(^attempt to get length of a (\w+) value.*$)", "A $1 has no length."},
    {R"(^attempt to divide by zero$|^attempt to perform 'n//0'$|^attempt to perform 'n%%0'$)",
     "A number is divided by zero."},
    {R"(^bad argument #(\d+) to '(?:[a-z]+\.)?(.+)' \((.+) expected, got (.+)\)$)",
     "'$2': found $4 as argument $1, expected $3."},
    {R"(^bad argument #(\d+) to '(?:[a-z]+\.)?(.+)' \((.+)\)$)", "'$2' cannot take its argument $1: $3."},
    {R"(^bad argument #(\d+) to '(?:[a-z]+\.)?(.+)'.*$)", "'$2' cannot take its argument $1."},
    {R"(^(?:C )?stack overflow.*$)", "The functions of the script call each other without end."},
    {R"(^'for' (initial value|limit|step) must be a number$)", "The $1 of a 'for' must be a number."},
    {R"(^'for' step is zero$)", "The step of a 'for' must not be zero."},
    {R"(^too many (local variables|upvalues|C levels|registers).*$)",
     "The script is too deep or has too many names in one place."},
    {R"(^(?:function or expression needs too many registers|control structure too long|constant table overflow|chunk has too many syntax levels).*$)",
     "The script is too deep or too long in one place."},
    {R"(^no visible label '(.+)' for.*$)", "There is no label '$1' to go to."},
    {R"(^attempt to assign to const variable '(.+)'$)", "'$1' is a constant and cannot be changed."},
    {R"(^break outside a loop.*$)", "'break' stands outside a loop."},
    {R"(^cannot use '\.\.\.' outside a vararg function.*$)", "'...' stands outside a function that takes it."},
};

std::string endOfFile(std::string text) {
  for (const char* end : {"'<eof>'", "<eof>"}) {
    const std::size_t at = text.find(end);
    if (at != std::string::npos) {
      text.replace(at, std::string(end).size(), "the end of the file");
    }
  }
  return text;
}

// Lua's names of types are not ours.
std::string inOurWords(std::string text) {
  constexpr std::pair<const char*, const char*> kTypes[] = {{"A string ", "A text "},
                                                            {"a string", "a text"},
                                                            {"found string", "found a text"},
                                                            {"expected string", "expected a text"},
                                                            {"found number", "found a number"},
                                                            {"expected number", "expected a number"},
                                                            {"found table", "found a table"},
                                                            {"expected table", "expected a table"},
                                                            {"found nil", "found nothing (nil)"},
                                                            {"found no value", "found nothing"}};
  for (const auto& [theirs, ours] : kTypes) {
    const std::size_t at = text.find(theirs);
    if (at != std::string::npos) {
      text.replace(at, std::string(theirs).size(), ours);
    }
  }
  return text;
}

}  // namespace

std::string plainWords(const std::string& message) {
  // A regular expression walks its subject recursively, so a long text of the script must not come here whole.
  const std::string text = endOfFile(base::printable(message, 300));
  for (const Rule& rule : kRules) {
    std::smatch match;
    if (std::regex_match(text, match, std::regex(rule.pattern))) {
      return inOurWords(match.format(rule.words));
    }
  }
  return "Lua cannot go on here: " + text + ".";
}

std::string withoutPosition(const std::string& message) {
  if (message.empty() || message[0] != ':') {
    return message.empty() || message[0] != ' ' ? message : message.substr(1);
  }
  const std::size_t end = message.find(": ", 1);
  if (end == std::string::npos || message.find_first_not_of("0123456789", 1) != end) {
    return message;
  }
  return message.substr(end + 2);
}

}  // namespace boardpack::script
