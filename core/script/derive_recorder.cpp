#include "script/derive_recorder.hpp"

#include "base/text.hpp"
#include "script/bound.hpp"
#include "script/protected_call.hpp"
#include "script/raise.hpp"
#include "script/sandbox.hpp"

#include <cmath>
#include <lua.hpp>
#include <memory>

namespace boardpack::script {
namespace {

using measure::Formula;
using measure::FormulaOp;

constexpr const char* kSeries = "series";  // the metatable's name, which Lua's messages show

Formula* testSeries(lua_State* state, int index) {
  return static_cast<Formula*>(luaL_testudata(state, index, kSeries));
}

void pushSeries(lua_State* state, Formula formula) {
  void* block = lua_newuserdatauv(state, sizeof(Formula), 0);
  std::construct_at(static_cast<Formula*>(block), std::move(formula));
  luaL_setmetatable(state, kSeries);
}

Formula operandAt(lua_State* state, int index) {
  if (const Formula* series = testSeries(state, index)) {
    return *series;
  }
  if (lua_type(state, index) != LUA_TNUMBER) {
    const bool is_nothing = lua_isnil(state, index);
    raise(state, std::string("A measure is calculated with ") +
                     (is_nothing ? "nothing (nil)" : luaL_typename(state, index)) +
                     ", expected another measure (m.name) or a number.");
  }
  const double number = lua_tonumber(state, index);
  if (!std::isfinite(number)) {
    raise(state, "A measure is calculated with a number that has no value (infinity, or zero by zero).");
  }
  return measure::formulaNumber(number);
}

template <FormulaOp Op>
int combine(lua_State* state) {
  for (const int index : {1, 2}) {
    if (isAbsorbed(state, index)) {
      lua_settop(state, index);
      return 1;
    }
  }
  Formula result = Op == FormulaOp::Negate ? measure::formulaOf(Op, operandAt(state, 1))
                                           : measure::formulaOf(Op, operandAt(state, 1), operandAt(state, 2));
  if (!result) {
    raise(state, "The formula has more than 1,000 parts. Is there a loop that makes it grow?");
  }
  pushSeries(state, std::move(result));
  return 1;
}

int refuseOther(lua_State* state) {
  raise(state, "With measures only + - * / can be done: their values are not known yet when the script is read.");
}

int refuseField(lua_State* state) {
  const std::string name = lua_type(state, 2) == LUA_TSTRING ? lua_tostring(state, 2) : "?";
  raise(state, "A measure has no '" + base::printable(name) +
                   "' here: it stands for the values of one period after another, and takes + - * / only.");
}

int collect(lua_State* state) {
  std::destroy_at(static_cast<Formula*>(lua_touserdata(state, 1)));
  return 0;
}

void makeSeriesType(lua_State* state) {
  if (luaL_newmetatable(state, kSeries) != 0) {
    const luaL_Reg events[] = {{"__add", bound<combine<FormulaOp::Add>>},
                               {"__sub", bound<combine<FormulaOp::Subtract>>},
                               {"__mul", bound<combine<FormulaOp::Multiply>>},
                               {"__div", bound<combine<FormulaOp::Divide>>},
                               {"__unm", bound<combine<FormulaOp::Negate>>},
                               {"__index", bound<refuseField>},
                               {"__gc", collect}};
    for (const luaL_Reg& event : events) {
      lua_pushcfunction(state, event.func);
      lua_setfield(state, -2, event.name);
    }
    for (const char* event : {"__mod", "__pow", "__idiv", "__concat", "__len", "__eq", "__lt", "__le", "__call",
                              "__newindex", "__band", "__bor", "__bxor", "__shl", "__shr", "__bnot", "__close"}) {
      lua_pushcfunction(state, bound<refuseOther>);
      lua_setfield(state, -2, event);
    }
    lua_pushboolean(state, 0);
    lua_setfield(state, -2, "__metatable");
  }
  lua_pop(state, 1);
}

// Upvalue: 1 the names, as a light pointer that lives as long as the call.
int readMeasureOfRun(lua_State* state) {
  const auto& names = *static_cast<const std::vector<std::string>*>(lua_touserdata(state, lua_upvalueindex(1)));
  const std::string name = lua_type(state, 2) == LUA_TSTRING ? lua_tostring(state, 2) : "?";
  for (const std::string& known : names) {
    if (known == name) {
      pushSeries(state, measure::formulaMeasure(name));
      return 1;
    }
  }
  return complain(state, "There is no measure '" + base::printable(name) + "'." + base::didYouMean(name, names));
}

int refuseWrite(lua_State* state) { raise(state, "Nothing can be changed in the measures that 'derive' is given."); }

void pushMeasures(lua_State* state, const std::vector<std::string>& names) {
  lua_newtable(state);
  lua_newtable(state);
  lua_pushlightuserdata(state, const_cast<std::vector<std::string>*>(&names));
  lua_pushcclosure(state, bound<readMeasureOfRun>, 1);
  lua_setfield(state, -2, "__index");
  lua_pushcfunction(state, bound<refuseWrite>);
  lua_setfield(state, -2, "__newindex");
  lua_pushboolean(state, 0);
  lua_setfield(state, -2, "__metatable");
  lua_setmetatable(state, -2);
}

}  // namespace

Formula recordDerive(State& state, const MeasureDraft& draft, const std::vector<std::string>& names) {
  const Declaration& declaration = draft.declaration;
  Problems& problems = *declaration.problems;
  state.allow(State::kDeriveBudget);
  state.on_unknown_name = [&](int line, const std::string& sentence) {
    problems.add(declaration.file, line, declaration.subject + ", derive: " + sentence);
  };
  Formula formula;
  bool is_wrong = false;
  const auto failure = protectedDo(state, [&](lua_State* lua) {
    makeSeriesType(lua);
    draft.derive.push();
    pushMeasures(lua, names);
    lua_call(lua, 1, 1);
    if (const Formula* result = testSeries(lua, -1)) {
      formula = *result;
    } else if (!isAbsorbed(lua, -1)) {
      is_wrong = true;
    }
  });
  state.on_unknown_name = nullptr;
  if (failure && !problems.has(declaration.file, failure->line)) {
    problems.add(declaration.file, failure->line, declaration.subject + ", derive: " + failure->sentence);
  } else if (!failure && is_wrong) {
    declaration.problem("derive",
                        "the function gives back no measure: end it with return, as in "
                        "return m.robbery / m.recorded_crime * 100.");
  }
  return formula;
}

}  // namespace boardpack::script
