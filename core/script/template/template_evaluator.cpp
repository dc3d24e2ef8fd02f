#include "base/text.hpp"
#include "findings/measure_words.hpp"
#include "script/lua/bound.hpp"
#include "script/lua/protected_call.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/sandbox.hpp"
#include "script/lua/state.hpp"
#include "script/read/table_reader.hpp"
#include "script/script.hpp"
#include "script/template/template_output.hpp"
#include "script/template/template_source.hpp"
#include "script/template/template_values.hpp"
#include "series/window_names.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr std::int64_t kStepsOfName = 4;  // to compare one

struct Expansion {
  const paper::Pack& pack;
  TemplateOutput output;
};

Expansion& expansionOf(lua_State* state) {
  return *static_cast<Expansion*>(lua_touserdata(state, lua_upvalueindex(1)));
}

std::string textAt(lua_State* state, int index, const char* function) {
  if (lua_type(state, index) != LUA_TSTRING) {
    raise(state, std::string("'") + function + "': found " + typeWords(state, index) + ", expected a text.");
  }
  std::size_t length = 0;
  const char* text = lua_tolstring(state, index, &length);
  State::of(state).chargeBytes(length);
  return {text, length};
}

int writeText(lua_State* state) {
  expansionOf(state).output.text(textAt(state, 1, "__text"));
  return 0;
}

int writeValue(lua_State* state) {
  TemplateOutput& output = expansionOf(state).output;
  const int type = lua_type(state, 1);
  if (type == LUA_TSTRING) {
    output.value(textAt(state, 1, "__value"));
  } else if (lua_isinteger(state, 1) != 0) {
    output.value(std::to_string(lua_tointeger(state, 1)));
  } else if (type == LUA_TNUMBER) {
    output.value(base::exactNumber(lua_tonumber(state, 1)));
  } else if (type == LUA_TTABLE && luaL_callmeta(state, 1, "__tostring") != 0) {
    output.value(textAt(state, -1, "__value"));
  } else {
    raise(state, "Between {{ and }}: found " + typeWords(state, 1) + ", expected words or a number.");
  }
  return 0;
}

// Both write a line of their own at once, and give an empty text, so that they serve as a statement and in {{ }}.
int addTable(lua_State* state) {
  Expansion& expansion = expansionOf(state);
  const std::string id = textAt(state, 1, "table");
  std::vector<std::string> known = {"all"};
  for (const paper::PillarSection& pillar : expansion.pack.pillars) {
    known.push_back(pillar.id);
  }
  for (const series::Analysed& measure : expansion.pack.measures) {
    known.push_back(measure.series.info.name);
  }
  State::of(state).charge(static_cast<std::int64_t>(known.size()) * kStepsOfName);
  if (std::find(known.begin(), known.end(), id) == known.end()) {
    raise(state, "There is no table '" + base::printable(id) + "'." + base::didYouMean(id, known) +
                     " Expected \"all\", the id of a pillar, or the name of a measure.");
  }
  expansion.output.directive("table", id);
  lua_pushliteral(state, "");
  return 1;
}

int addChart(lua_State* state) {
  Expansion& expansion = expansionOf(state);
  const std::string id = textAt(state, 1, "chart");
  State::of(state).charge(static_cast<std::int64_t>(expansion.pack.charts.size()) * kStepsOfName);
  std::vector<std::string> known;
  for (const paper::Chart& chart : expansion.pack.charts) {
    if (chart.id == id) {
      expansion.output.directive("chart", id);
      lua_pushliteral(state, "");
      return 1;
    }
    known.push_back(chart.id);
  }
  raise(state, "There is no chart '" + base::printable(id) + "'." + base::didYouMean(id, known));
}

int period(lua_State* state) {
  const std::string word = textAt(state, 1, "period");
  const std::optional<series::Window> window = series::windowCalled(word);
  if (!window) {
    raise(state, "'period': found \"" + base::printable(word) + "\", expected one of " + series::windowWords() + ".");
  }
  if (*window == series::Window::Since || *window == series::Window::Between || *window == series::Window::Wave) {
    raise(state, "'period': \"" + base::printable(word) +
                     "\" differs from measure to measure, so each says its own, as in m.some_measure.since_period.");
  }
  const std::string words = findings::periodWords({}, {}, *window, expansionOf(state).pack.month);
  lua_pushlstring(state, words.data(), words.size());
  return 1;
}

void pushFunction(lua_State* state, Expansion& expansion, int (*function)(lua_State*)) {
  lua_pushlightuserdata(state, &expansion);
  lua_pushcclosure(state, function, 1);
}

void addFunctions(lua_State* state, Expansion& expansion) {
  const std::pair<const char*, int (*)(lua_State*)> functions[] = {
      {"table", bound<addTable>}, {"chart", bound<addChart>}, {"period", bound<period>}};
  for (const auto& [name, function] : functions) {
    pushFunction(state, expansion, function);
    lua_setfield(state, -2, name);
  }
}

class TemplateEvaluator final : public paper::Evaluator {
 public:
  std::string expand(const std::string& template_text, const std::string& shown_as, const paper::Pack& pack) override {
    const std::string lua_text = luaOfTemplate(template_text, shown_as);
    Expansion expansion{.pack = pack, .output = {}};
    State state;
    std::optional<Failure> in_source;
    const auto failure = protectedDo(state, [&](lua_State* lua) {
      pushAllowed(lua);
      addTemplateValues(lua, pack);
      addFunctions(lua, expansion);
      pushEnvironment(lua, -1, "templates");
      state.allowFile();  // what the pack has told takes nothing from the template
      in_source = loadChunk(state, lua_text, -1);
      if (!in_source) {
        pushFunction(lua, expansion, bound<writeText>);
        pushFunction(lua, expansion, bound<writeValue>);
        lua_call(lua, 2, 0);
      }
    });
    for (const auto& found : {in_source, failure}) {
      if (found) {
        throw sdk::Error(sdk::ErrorKind::Script,
                         shown_as + ", line " + std::to_string(std::max(found->line, 1)) + ": " + found->sentence);
      }
    }
    return expansion.output.result();
  }
};

}  // namespace

std::unique_ptr<paper::Evaluator> makeTemplateEvaluator() { return std::make_unique<TemplateEvaluator>(); }

}  // namespace boardpack::script
