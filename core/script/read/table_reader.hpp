#pragma once
#include "script/declaration.hpp"

#include <optional>
#include <string>
#include <vector>

struct lua_State;

namespace boardpack::script {

/// A double tells every whole number of fewer digits from the next.
inline constexpr double kFirstOf16Digits = 1e15;

/// Reads the fields of a table that a script has given, each with its type. What is wrong is told at the field's line
/// as "found …, expected …"; the field then counts as absent. A key "[1]" is the first value without a key.
class TableReader {
 public:
  /// `index` of the table on the stack, which must stay there; `path` is "" or the path of the table in its
  /// declaration: "ratio.top".
  TableReader(lua_State* state, int index, const Declaration& declaration, std::string path = {});

  /// Every other field is a problem that lists these.
  void onlyKnown(const std::vector<std::string>& known);

  bool has(const std::string& key);
  std::optional<std::string> text(const std::string& key);
  std::optional<std::string> requiredText(const std::string& key, const std::string& example);
  std::optional<double> number(const std::string& key);
  std::optional<int> wholeNumber(const std::string& key, int least, int most);
  std::optional<bool> truth(const std::string& key);
  /// A text, or a list of texts.
  std::vector<Entry> texts(const std::string& key);
  /// One of `words`; the position in them.
  std::optional<std::size_t> oneOf(const std::string& key, const std::vector<std::string>& words);

  /// Puts the field on the stack and gives its Lua type.
  int push(const std::string& key);
  std::string pathOf(const std::string& key) const;
  void problem(const std::string& key, const std::string& sentence);
  /// "found a number, expected a text" for the value at the top of the stack; silent for what was told already.
  void wrongType(const std::string& key, const std::string& expected);

 private:
  std::optional<std::string> textAtTop(const std::string& key, const std::string& expected);

  lua_State* state_;
  int index_;
  const Declaration& declaration_;
  std::string path_;
};

/// "a number", "a text", "a table", "true or false", "a function".
std::string typeWords(lua_State* state, int index);

}  // namespace boardpack::script
