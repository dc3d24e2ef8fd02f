#include "script/read/table_reader.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "script/lua/complaint.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/lua/state.hpp"

#include <algorithm>
#include <cmath>
#include <lua.hpp>
#include <stdexcept>

namespace boardpack::script {
namespace {

constexpr std::size_t kLongestText = 4000;
constexpr std::int64_t kStepsOfKey = 10;
constexpr lua_Unsigned kLongestList = 200;

std::string itemPath(const std::string& key, lua_Unsigned position) {
  return key + "[" + std::to_string(position) + "]";
}

}  // namespace

std::string typeWords(lua_State* state, int index) {
  switch (lua_type(state, index)) {
    case LUA_TNIL:
    case LUA_TNONE:
      return "nothing";
    case LUA_TBOOLEAN:
      return lua_toboolean(state, index) != 0 ? "true" : "false";
    case LUA_TNUMBER:
      return "a number";
    case LUA_TSTRING:
      return "a text";
    case LUA_TTABLE:
      return "a table";
    case LUA_TFUNCTION:
      return "a function";
    default:
      return "something else";
  }
}

TableReader::TableReader(lua_State* state, int index, const Declaration& declaration, std::string path,
                         std::string keys)
    : state_(state),
      index_(lua_absindex(state, index)),
      declaration_(declaration),
      path_(std::move(path)),
      keys_(std::move(keys)) {
  luaL_checkstack(state_, 20, "");
}

std::string TableReader::pathOf(const std::string& key) const {
  return path_.empty() || key.starts_with('[') ? path_ + key : path_ + "." + key;
}

void TableReader::problem(const std::string& key, const std::string& sentence) {
  declaration_.problem(pathOf(key), sentence);
}

int TableReader::push(const std::string& key) {
  if (refused_.contains(key)) {
    lua_pushnil(state_);
    return LUA_TNIL;
  }
  if (key.starts_with('[')) {
    return lua_rawgeti(state_, index_, std::stoi(key.substr(1)));
  }
  lua_pushlstring(state_, key.data(), key.size());
  return lua_rawget(state_, index_);
}

void TableReader::wrongType(const std::string& key, const std::string& expected) {
  if (!isAbsorbed(state_, -1)) {
    problem(key, "found " + typeWords(state_, -1) + ", expected " + expected + ".");
  }
}

bool TableReader::has(const std::string& key) {
  const StackGuard guard(state_);
  return push(key) != LUA_TNIL;
}

const measure::Key& TableReader::rowOf(const std::string& key) const {
  const measure::Key* row = measure::findKey(keys_, key);
  if (row == nullptr) {
    throw std::logic_error("the table of keys lacks " + keys_ + "." + key);
  }
  return *row;
}

void TableReader::refuse(const std::string& key, const std::string& why) {
  problem(key, why);
  refused_.insert(key);
}

void TableReader::onlyKnown() { onlyKnown(measure::keyNames(keys_)); }

void TableReader::onlyKnown(const std::vector<std::string>& known) {
  const StackGuard guard(state_);
  std::vector<std::string> unknown;
  bool has_items = false;
  std::int64_t count = 0;
  lua_pushnil(state_);
  while (lua_next(state_, index_) != 0) {
    lua_pop(state_, 1);
    ++count;
    if (lua_type(state_, -1) != LUA_TSTRING) {
      has_items = true;
      continue;
    }
    std::size_t length = 0;
    const char* text = lua_tolstring(state_, -1, &length);
    if (std::find(known.begin(), known.end(), std::string(text, length)) == known.end()) {
      unknown.emplace_back(text, length);
    }
  }
  State::of(state_).charge(count * kStepsOfKey);
  std::sort(unknown.begin(), unknown.end());
  for (const std::string& key : unknown) {
    if (declaration_.isFull()) {
      return;
    }
    const std::string name = base::printable(key);
    const Declaration& own = declaration_.saying(pathOf(key));
    declaration_.problems->add(own.file, own.lines.of(pathOf(key)),
                               own.subject + (path_.empty() ? "" : ", " + path_) + ": there is no key '" + name + "'." +
                                   base::didYouMean(key, known) + " The keys are: " + base::join(known, ", ") + "." +
                                   measure::whyGone(keys_, key));
  }
  if (has_items) {
    const Declaration& own = declaration_.saying(path_);
    declaration_.problems->add(
        own.file, own.lines.of(pathOf("[1]")),
        own.subject + (path_.empty() ? "" : ", " + path_) +
            ": found a value without a key, expected key = value. The keys are: " + base::join(known, ", ") + ".");
  }
}

std::optional<std::string> TableReader::textAtTop(const std::string& key, const std::string& expected) {
  if (lua_type(state_, -1) != LUA_TSTRING) {
    wrongType(key, expected);
    return std::nullopt;
  }
  std::size_t length = 0;
  const char* bytes = lua_tolstring(state_, -1, &length);
  std::string text(bytes, length);
  State::of(state_).chargeBytes(length);
  if (!base::isUtf8(text)) {
    problem(key, "the text holds characters that cannot be shown; save the script as UTF-8.");
    return std::nullopt;
  }
  if (const std::string bad = base::badCharacter(text, true); !bad.empty()) {
    problem(key, "the text holds " + bad + ", and it may be in it by mistake; take it out.");
    return std::nullopt;
  }
  if (text.size() > kLongestText) {
    problem(key, "the text has more than 4,000 characters.");
    return std::nullopt;
  }
  if (base::trim(text).empty()) {
    problem(key, "found an empty text, expected " + expected + ".");
    return std::nullopt;
  }
  return text;
}

std::optional<std::string> TableReader::text(const std::string& key) {
  const StackGuard guard(state_);
  if (push(key) == LUA_TNIL) {
    return std::nullopt;
  }
  return textAtTop(key, "a text");
}

bool TableReader::require(const std::string& key) {
  if (has(key)) {
    return true;
  }
  declaration_.problem(path_, "'" + key + "' is missing: " + rowOf(key).missing + ".");
  return false;
}

std::optional<std::string> TableReader::requiredText(const std::string& key) {
  return require(key) ? text(key) : std::nullopt;
}

std::optional<double> TableReader::number(const std::string& key) {
  const StackGuard guard(state_);
  const int type = push(key);
  if (type == LUA_TNIL) {
    return std::nullopt;
  }
  if (type != LUA_TNUMBER || !std::isfinite(lua_tonumber(state_, -1))) {
    wrongType(key, "a number");
    return std::nullopt;
  }
  if (std::abs(lua_tonumber(state_, -1)) >= kFirstOf16Digits) {
    problem(key, "the number has more than 15 digits, which would not be kept as they are written.");
    return std::nullopt;
  }
  return lua_tonumber(state_, -1);
}

std::optional<double> TableReader::numberInRange(const std::string& key) {
  const std::optional<double> value = number(key);
  const measure::Key& row = rowOf(key);
  if (value && (*value < *row.least || *value > *row.most)) {
    problem(key, "found " + base::exactNumber(*value) + ", expected a number from " + base::formatNumber(*row.least) +
                     " to " + base::formatNumber(*row.most) + ".");
    return std::nullopt;
  }
  return value;
}

std::optional<int> TableReader::wholeNumber(const std::string& key) {
  const std::optional<double> value = number(key);
  if (!value) {
    return std::nullopt;
  }
  const measure::Key& row = rowOf(key);
  if (*value != std::floor(*value) || *value < *row.least || *value > *row.most) {
    problem(key, "found " + base::exactNumber(*value) + ", expected a whole number from " +
                     base::formatNumber(*row.least) + " to " + base::formatNumber(*row.most) + ".");
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::optional<bool> TableReader::truth(const std::string& key) {
  const StackGuard guard(state_);
  const int type = push(key);
  if (type == LUA_TNIL) {
    return std::nullopt;
  }
  if (type != LUA_TBOOLEAN) {
    wrongType(key, "true or false");
    return std::nullopt;
  }
  return lua_toboolean(state_, -1) != 0;
}

std::vector<Entry> TableReader::texts(const std::string& key) {
  const StackGuard guard(state_);
  std::vector<Entry> entries;
  const int type = push(key);
  if (type == LUA_TNIL) {
    return entries;
  }
  if (type == LUA_TSTRING) {
    if (const auto one = textAtTop(key, "a text")) {
      entries.push_back({*one, pathOf(key)});
    }
    return entries;
  }
  if (type != LUA_TTABLE) {
    wrongType(key, "a list of texts");
    return entries;
  }
  const int list = lua_gettop(state_);
  const lua_Unsigned length = std::min(lua_rawlen(state_, list), kLongestList + 1);
  if (length > kLongestList) {
    problem(key, "the list has more than 200 entries.");
    return entries;
  }
  lua_Unsigned fields = 0;
  for (lua_pushnil(state_); lua_next(state_, list) != 0; lua_pop(state_, 1)) {
    ++fields;
  }
  if (fields != length) {
    problem(key, "found a table with keys or gaps, expected a list of texts: { \"a\", \"b\" }.");
    return entries;
  }
  for (lua_Unsigned position = 1; position <= length; ++position) {
    lua_rawgeti(state_, list, static_cast<lua_Integer>(position));
    const std::string path = itemPath(key, position);
    if (const auto item = textAtTop(path, "a text")) {
      entries.push_back({*item, pathOf(path)});
    }
    lua_pop(state_, 1);
  }
  return entries;
}

bool TableReader::table(const std::string& key, const std::function<void(TableReader&)>& read) {
  const StackGuard guard(state_);
  const int type = push(key);
  if (type == LUA_TNIL) {
    return false;
  }
  const measure::Key& row = rowOf(key);
  if (type != LUA_TTABLE) {
    const std::string example = row.example;
    wrongType(key, "a table such as " + example.substr(example.find('{')));
    return false;
  }
  TableReader nested(state_, lua_gettop(state_), declaration_, pathOf(key), row.nested);
  nested.onlyKnown();
  read(nested);
  return true;
}

std::optional<std::size_t> TableReader::oneOf(const std::string& key) {
  const std::vector<std::string>& words = rowOf(key).words;
  const std::optional<std::string> word = text(key);
  if (!word) {
    return std::nullopt;
  }
  const auto found = std::find(words.begin(), words.end(), *word);
  if (found == words.end()) {
    std::vector<std::string> quoted;
    for (const std::string& each : words) {
      quoted.push_back("\"" + each + "\"");
    }
    problem(key, "found \"" + base::printable(*word) + "\", expected one of " + base::join(quoted, ", ") + "." +
                     base::didYouMean(*word, words));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - words.begin());
}

}  // namespace boardpack::script
