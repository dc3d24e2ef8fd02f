#include "script/derive/series_type.hpp"

#include "base/text.hpp"
#include "script/lua/bound.hpp"
#include "script/lua/complaint.hpp"
#include "script/lua/lua_text.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/state.hpp"
#include "script/read/table_reader.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <lua.hpp>
#include <memory>

namespace boardpack::script {
namespace {

using measure::Formula;
using measure::FormulaOp;

constexpr const char* kSeries = "series";  // the metatable's name, which Lua's messages show
const char kRecordingKey = 0;              // its address is the key in the registry
constexpr const char* kTooLarge =
    "The formula has more than 1,000 parts, or takes too many months of months. Is there a loop that makes it grow?";
constexpr std::int64_t kStepsOfPart = 20;  // what a part of a formula takes, in steps of the budget
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2099;

Recording* recordingOf(lua_State* state) {
  lua_rawgetp(state, LUA_REGISTRYINDEX, &kRecordingKey);
  auto* recording = static_cast<Recording*>(lua_touserdata(state, -1));
  lua_pop(state, 1);
  return recording;
}

Formula* testSeries(lua_State* state, int index) {
  return static_cast<Formula*>(luaL_testudata(state, index, kSeries));
}

// What the second run has in place of stand-ins.
bool isFalseStandIn(lua_State* state, int index) {
  const Recording* recording = recordingOf(state);
  return recording != nullptr && recording->is_second && lua_isboolean(state, index);
}

void pushSeries(lua_State* state, Formula formula) {
  if (!formula) {
    raise(state, kTooLarge);
  }
  void* block = lua_newuserdatauv(state, sizeof(Formula), 0);
  std::construct_at(static_cast<Formula*>(block), std::move(formula));
  luaL_setmetatable(state, kSeries);
}

// Notes what is done; true in the second run, where nothing more is to be done than to leave a stand-in on the stack.
bool isNoted(lua_State* state, const std::string& step) {
  Recording* recording = recordingOf(state);
  if (recording == nullptr) {
    raise(state, "A measure's values can be worked with in its derive function only.");
  }
  State::of(state).charge(kStepsOfPart);
  recording->steps += step + ";";
  if (recording->is_second) {
    lua_pushboolean(state, 0);
  }
  return recording->is_second;
}

Formula operandAt(lua_State* state, int index) {
  if (const Formula* series = testSeries(state, index)) {
    return *series;
  }
  if (lua_type(state, index) != LUA_TNUMBER) {
    raise(state, "A measure is calculated with " +
                     (lua_isnoneornil(state, index) ? "nothing (nil)" : typeWords(state, index)) +
                     ", expected another measure (m.name) or a number.");
  }
  const double number = lua_tonumber(state, index);
  if (!std::isfinite(number)) {
    raise(state, "A measure is calculated with a number that has no value (infinity, or zero by zero).");
  }
  if (std::abs(number) >= kFirstOf16Digits) {
    raise(state,
          "A measure is calculated with a number of more than 15 digits, which would not be kept as they are written.");
  }
  return measure::formulaNumber(number);
}

// True when one of the values was told to be wrong already; it is then at the top of the stack.
bool takeAbsorbed(lua_State* state, int count) {
  for (int index = 1; index <= count; ++index) {
    if (isAbsorbed(state, index)) {
      lua_settop(state, index);
      return true;
    }
  }
  return false;
}

template <FormulaOp Op>
int combine(lua_State* state) {
  if (takeAbsorbed(state, 2) || isNoted(state, std::to_string(static_cast<int>(Op)))) {
    return 1;
  }
  pushSeries(state, Op == FormulaOp::Negate ? measure::formulaOf(Op, operandAt(state, 1))
                                            : measure::formulaOf(Op, operandAt(state, 1), operandAt(state, 2)));
  return 1;
}

// The stand-in that a method is called on.
Formula receiver(lua_State* state, const char* method) {
  const Formula* series = testSeries(state, 1);
  if (series == nullptr) {
    raise(state, std::string("':") + method + "' stands after a measure, with a colon: m.robbery:" + method + "(…).");
  }
  return *series;
}

template <FormulaOp Op>
int compare(lua_State* state) {
  static const char* const name = Op == FormulaOp::Above     ? "above"
                                  : Op == FormulaOp::AtLeast ? "at_least"
                                  : Op == FormulaOp::Below   ? "below"
                                  : Op == FormulaOp::AtMost  ? "at_most"
                                                             : "equals";
  if (takeAbsorbed(state, 2) || isNoted(state, name)) {
    return 1;
  }
  const Formula left = receiver(state, name);
  pushSeries(state, measure::formulaOf(Op, left, operandAt(state, 2)));
  return 1;
}

int monthsArgument(lua_State* state, const std::string& method) {
  const std::string example = "expected a number of months from 1 to " + std::to_string(measure::kMostFormulaMonths) +
                              ", as in m.robbery:" + method + "(12).";
  if (lua_type(state, 2) != LUA_TNUMBER) {
    raise(state, "':" + method + "': found " + typeWords(state, 2) + ", " + example);
  }
  const double months = lua_tonumber(state, 2);
  if (method == "shift" && months < 0) {
    raise(state, "':shift': found " + base::exactNumber(months) +
                     ". It looks back, as in m.robbery:shift(12): a later month than the pack's is not known.");
  }
  if (months != std::floor(months) || months < 1 || months > measure::kMostFormulaMonths) {
    raise(state, "':" + method + "': found " + base::exactNumber(months) + ", " + example);
  }
  return static_cast<int>(months);
}

template <FormulaOp Op>
int over(lua_State* state) {
  static const char* const name = Op == FormulaOp::Rolling ? "rolling" : Op == FormulaOp::Mean ? "mean" : "shift";
  if (takeAbsorbed(state, 2) || isNoted(state, name)) {
    return 1;
  }
  const Formula left = receiver(state, name);
  pushSeries(state, measure::formulaOver(Op, left, monthsArgument(state, name), currentLine(state)));
  return 1;
}

int atPeriod(lua_State* state) {
  if (takeAbsorbed(state, 2) || isNoted(state, "at")) {
    return 1;
  }
  const Formula left = receiver(state, "at");
  const int type = lua_type(state, 2);
  std::string text;
  if (type == LUA_TSTRING || type == LUA_TNUMBER) {
    lua_pushvalue(state, 2);  // a copy: lua_tolstring changes a number into a text
    std::size_t length = 0;
    const char* bytes = lua_tolstring(state, -1, &length);
    text.assign(bytes, length);
    lua_pop(state, 1);
  }
  const std::optional<base::MonthRange> period = measure::formulaPeriod(text);
  if (!period) {
    raise(state, "':at': found " + (type == LUA_TSTRING ? "\"" + base::printable(text) + "\"" : typeWords(state, 2)) +
                     ", expected a month, a calendar year or a financial year: \"2019-03\", \"2016\" or \"2016/17\".");
  }
  if (period->first.year() < kFirstYear || period->first.year() > kLastYear) {
    raise(state, "':at': found " + text + ", expected a year from 1990 to 2099.");
  }
  pushSeries(state, measure::formulaAt(left, *period, text, currentLine(state)));
  return 1;
}

struct Method {
  const char* name;
  lua_CFunction function;
};

constexpr Method kMethods[] = {
    {"above", bound<compare<FormulaOp::Above>>},      {"at", bound<atPeriod>},
    {"at_least", bound<compare<FormulaOp::AtLeast>>}, {"at_most", bound<compare<FormulaOp::AtMost>>},
    {"below", bound<compare<FormulaOp::Below>>},      {"equals", bound<compare<FormulaOp::Equals>>},
    {"mean", bound<over<FormulaOp::Mean>>},           {"rolling", bound<over<FormulaOp::Rolling>>},
    {"shift", bound<over<FormulaOp::Shift>>}};

int readMethod(lua_State* state) {
  const std::string name = lua_type(state, 2) == LUA_TSTRING ? textOf(state, 2) : "?";
  std::vector<std::string> names;
  for (const Method& method : kMethods) {
    if (name == method.name) {
      lua_pushcfunction(state, method.function);
      return 1;
    }
    names.emplace_back(method.name);
  }
  const std::string near = base::didYouMean(name, names);
  raise(state, "A measure has no '" + base::printable(name) +
                   "' here: it stands for the values of one period after another." +
                   (near.empty() ? " There are + - * / and " + base::join(names, ", ") + "." : near));
}

int refuseOther(lua_State* state) {
  raise(state,
        "With measures only + - * / and their methods can be done: their values are not known yet when the "
        "script is read.");
}

template <char Sign>
int refuseComparison(lua_State* state) {
  const std::string sign = Sign == '=' ? "==' and '~=" : Sign == '<' ? "<' and '>" : "<=' and '>=";
  const std::string methods = Sign == '='   ? "m.a:equals(m.b)"
                              : Sign == '<' ? "m.a:above(m.b) or m.a:below(m.b)"
                                            : "m.a:at_least(m.b) or m.a:at_most(m.b)";
  raise(state, "'" + sign +
                   "' cannot compare measures, whose values are not known yet when the script is read. Write " +
                   methods + ", which gives 1 or 0 for each month; max, min and where(condition, a, b) choose by it.");
}

int collect(lua_State* state) {
  std::destroy_at(static_cast<Formula*>(lua_touserdata(state, 1)));
  return 0;
}

void setOperators(lua_State* state) {
  const luaL_Reg events[] = {{"__add", bound<combine<FormulaOp::Add>>},
                             {"__sub", bound<combine<FormulaOp::Subtract>>},
                             {"__mul", bound<combine<FormulaOp::Multiply>>},
                             {"__div", bound<combine<FormulaOp::Divide>>},
                             {"__unm", bound<combine<FormulaOp::Negate>>},
                             {"__eq", bound<refuseComparison<'='>>},
                             {"__lt", bound<refuseComparison<'<'>>},
                             {"__le", bound<refuseComparison<'>'>>},
                             {"__index", bound<readMethod>}};
  for (const luaL_Reg& event : events) {
    lua_pushcfunction(state, event.func);
    lua_setfield(state, -2, event.name);
  }
  for (const char* event : {"__mod", "__pow", "__idiv", "__concat", "__len", "__call", "__newindex", "__band", "__bor",
                            "__bxor", "__shl", "__shr", "__bnot", "__close"}) {
    lua_pushcfunction(state, bound<refuseOther>);
    lua_setfield(state, -2, event);
  }
  lua_pushboolean(state, 0);
  lua_setfield(state, -2, "__metatable");
}

void makeSeriesType(lua_State* state) {
  if (luaL_newmetatable(state, kSeries) != 0) {
    setOperators(state);
    lua_pushcfunction(state, collect);
    lua_setfield(state, -2, "__gc");
  }
  lua_pop(state, 1);
}

// Gives all booleans of the state the operators of stand-ins, or takes them away.
void setBooleans(lua_State* state, bool as_stand_ins) {
  lua_pushboolean(state, 0);
  if (as_stand_ins) {
    lua_newtable(state);
    setOperators(state);
  } else {
    lua_pushnil(state);
  }
  lua_setmetatable(state, -2);
  lua_pop(state, 1);
}

// Upvalue: 1 the measures, as a light pointer that lives as long as the call.
int readMeasureOfRun(lua_State* state) {
  const auto& known = *static_cast<const KnownMeasures*>(lua_touserdata(state, lua_upvalueindex(1)));
  const std::string name = lua_type(state, 2) == LUA_TSTRING ? textOf(state, 2) : "?";
  if (!known.has(name)) {
    std::string sentence = known.whyUnknown(name);
    sentence[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
    return complain(state, sentence);
  }
  if (!isNoted(state, name)) {
    pushSeries(state, measure::formulaMeasure(name));
  }
  return 1;
}

int refuseWrite(lua_State* state) { raise(state, "Nothing can be changed in the measures that 'derive' is given."); }

// Whether one of the arguments is a stand-in.
bool hasStandIn(lua_State* state) {
  for (int index = lua_gettop(state); index >= 1; --index) {
    if (isStandIn(state, index)) {
      return true;
    }
  }
  return false;
}

int chooseWhere(lua_State* state) {
  lua_settop(state, 3);
  if (takeAbsorbed(state, 3)) {
    return 1;
  }
  if (!hasStandIn(state)) {
    raise(state,
          "'where' chooses between values month by month, as in where(m.a:above(m.b), m.a, m.b): its first "
          "argument is a comparison of measures.");
  }
  if (isNoted(state, "where")) {
    return 1;
  }
  const Formula condition = operandAt(state, 1);
  const Formula then = operandAt(state, 2);
  pushSeries(state, measure::formulaWhere(condition, then, operandAt(state, 3)));
  return 1;
}

template <FormulaOp Op>
int choose(lua_State* state) {
  const int count = lua_gettop(state);
  const char* const name = Op == FormulaOp::Larger ? "max" : "min";
  if (takeAbsorbed(state, count)) {
    return 1;
  }
  if (count < 2) {
    raise(state, std::string("'") + name + "' takes two values or more, as in " + name + "(m.a, m.b).");
  }
  if (!hasStandIn(state)) {
    lua_Number chosen = luaL_checknumber(state, 1);
    for (int index = 2; index <= count; ++index) {
      const lua_Number next = luaL_checknumber(state, index);
      chosen = (Op == FormulaOp::Larger) == (next > chosen) ? next : chosen;
    }
    lua_pushnumber(state, chosen);
    return 1;
  }
  if (isNoted(state, name)) {
    return 1;
  }
  Formula chosen = operandAt(state, 1);
  for (int index = 2; index <= count; ++index) {
    chosen = measure::formulaOf(Op, chosen, operandAt(state, index));
    if (!chosen) {
      raise(state, kTooLarge);
    }
  }
  pushSeries(state, std::move(chosen));
  return 1;
}

}  // namespace

void beginRecording(lua_State* state, Recording& recording) {
  makeSeriesType(state);
  lua_pushlightuserdata(state, &recording);
  lua_rawsetp(state, LUA_REGISTRYINDEX, &kRecordingKey);
  setBooleans(state, recording.is_second);
}

void endRecording(lua_State* state) {
  lua_pushnil(state);
  lua_rawsetp(state, LUA_REGISTRYINDEX, &kRecordingKey);
  setBooleans(state, false);
}

void pushMeasures(lua_State* state, const KnownMeasures& known) {
  lua_newtable(state);
  lua_newtable(state);
  lua_pushlightuserdata(state, const_cast<KnownMeasures*>(&known));
  lua_pushcclosure(state, bound<readMeasureOfRun>, 1);
  lua_setfield(state, -2, "__index");
  lua_pushcfunction(state, bound<refuseWrite>);
  lua_setfield(state, -2, "__newindex");
  lua_pushboolean(state, 0);
  lua_setfield(state, -2, "__metatable");
  lua_setmetatable(state, -2);
}

measure::Formula formulaAt(lua_State* state, int index) {
  const Formula* series = testSeries(state, index);
  return series != nullptr ? *series : nullptr;
}

bool isStandIn(lua_State* state, int index) {
  return testSeries(state, index) != nullptr || isFalseStandIn(state, index);
}

void addSeriesFunctions(lua_State* state) {
  const luaL_Reg functions[] = {{"max", bound<choose<FormulaOp::Larger>>},
                                {"min", bound<choose<FormulaOp::Smaller>>},
                                {"where", bound<chooseWhere>}};
  for (const luaL_Reg& function : functions) {
    lua_pushcfunction(state, function.func);
    lua_setfield(state, -2, function.name);
  }
}

}  // namespace boardpack::script
