#pragma once
#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The language of scripts as tables. Readers take types, ranges, words and refusals from here; `boardpack list keys`
/// prints them, and the pages of scripts/ are made of that.

/// What a key holds.
enum class Holds {
  Text,
  Number,
  Whole,       ///< a whole number
  Truth,       ///< true or false
  True,        ///< true
  Word,        ///< one of `words`
  Texts,       ///< a text or a list of texts
  Condition,   ///< an expression that holds or not
  Expression,  ///< an expression that is a number
  Table,       ///< keys of `nested`
  Function,
  Other  ///< as `lua` says
};

struct Key {
  const char* table;  ///< where it stands: "measure", "rate", "repeats" …
  const char* name;   ///< "[1]": the first value without a key
  Holds holds;
  const char* meaning;  ///< in Markdown
  const char* example;  ///< as a script writes it: "per = 1000"
  std::optional<double> least = {};
  std::optional<double> most = {};
  std::vector<std::string> words = {};
  const char* nested = "";   ///< the table of its keys
  const char* kinds = "";    ///< kinds that have a use for it, by their keys; "": all
  const char* missing = "";  ///< what messages say where it is missing; "": it may be left out
  const char* lua = "";      ///< type for editors where `holds` says too little

  bool isRequired() const { return *missing != '\0'; }
};

/// Where keys stand, in the order of the pages.
struct KeyTable {
  const char* name;
  const char* meaning;
  const char* lua_parent = "";  ///< the table whose keys it has besides
};

/// A function that scripts call to declare something, in a derive, or on the values of a measure.
struct ScriptFunction {
  enum class Group { Declaring, OfDerive, Method };
  struct Parameter {
    const char* name;
    const char* lua;
    const char* meaning;
  };
  Group group;
  const char* name;
  std::vector<Parameter> parameters;
  const char* lua_result;
  const char* meaning;
  const char* example;
};

const std::vector<KeyTable>& keyTables();
/// Every key, table by table.
const std::vector<Key>& allKeys();
std::vector<Key> keysOf(const std::string& table);
/// nullptr when the table has no such key.
const Key* findKey(const std::string& table, const std::string& name);
std::vector<std::string> keyNames(const std::string& table);
const std::vector<ScriptFunction>& scriptFunctions();

/// Keys of which a measure has exactly one, in the order in which messages list them: "count", "sum" …
const std::vector<std::string>& kindKeys();
/// The kinds as the column `kinds` names them: a state that looks at another measure, state = { of = … }, is a form of
/// its own, "state_of".
const std::vector<std::string>& kindForms();
/// The form that state = { of = … } is.
inline constexpr const char* kStateOf = "state_of";

bool belongs(const Key& key, const std::string& kind);
/// Why a key of a measure has no meaning for a kind, a sentence; nothing where it has one.
std::optional<std::string> whyNot(const Key& key, const std::string& kind);

/// What to say of a key that there is not, besides what there is: "" for most.
std::string whyGone(const std::string& table, const std::string& name);

}  // namespace boardpack::measure
