#pragma once
#include "measure/definition/keys.hpp"
#include "script/declaration.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

struct lua_State;

namespace boardpack::script {

/// A double tells every whole number of fewer digits from the next.
inline constexpr double kFirstOf16Digits = 1e15;

/// Reads the fields of a table that a script has given, each with its type. Ranges, words and what to say where a key
/// is missing come from the table of keys. What is wrong is told at the field's line as "found …, expected …"; the
/// field then counts as absent. A key "[1]" is the first value without a key.
class TableReader {
 public:
  /// `index` of the table on the stack, which must stay there; `path` is "" or the path of the table in its
  /// declaration: "ratio.top". `keys` names the table of keys that it has; "" for one whose keys are no words of ours.
  TableReader(lua_State* state, int index, const Declaration& declaration, std::string path, std::string keys);

  /// Every other field is a problem that lists these.
  void onlyKnown(const std::vector<std::string>& known);
  /// The same of the keys that the table has.
  void onlyKnown();
  /// Tells why the field has no meaning; from then on it counts as absent.
  void refuse(const std::string& key, const std::string& why);

  bool has(const std::string& key);
  std::optional<std::string> text(const std::string& key);
  /// False after telling that the key is missing.
  bool require(const std::string& key);
  std::optional<std::string> requiredText(const std::string& key);
  std::optional<double> number(const std::string& key);
  /// Within the range of the key.
  std::optional<double> numberInRange(const std::string& key);
  std::optional<int> wholeNumber(const std::string& key);
  std::optional<bool> truth(const std::string& key);
  /// A text, or a list of texts.
  std::vector<Entry> texts(const std::string& key);
  /// One of the key's words; the position in them.
  std::optional<std::size_t> oneOf(const std::string& key);
  /// Reads the table that the key holds, which has no keys but its own. False where there is none, or after telling
  /// that it is no table.
  bool table(const std::string& key, const std::function<void(TableReader&)>& read);

  /// Puts the field on the stack and gives its Lua type.
  int push(const std::string& key);
  std::string pathOf(const std::string& key) const;
  void problem(const std::string& key, const std::string& sentence);
  /// "found a number, expected a text" for the value at the top of the stack; silent for what was told already.
  void wrongType(const std::string& key, const std::string& expected);

 private:
  const measure::Key& rowOf(const std::string& key) const;
  std::optional<std::string> textAtTop(const std::string& key, const std::string& expected);

  lua_State* state_;
  int index_;
  const Declaration& declaration_;
  std::string path_;
  std::string keys_;
  std::set<std::string> refused_;
};

/// "a number", "a text", "a table", "true or false", "a function".
std::string typeWords(lua_State* state, int index);

}  // namespace boardpack::script
