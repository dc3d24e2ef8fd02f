#include "script/read/read_state.hpp"

#include "base/text.hpp"
#include "script/lua/stack_guard.hpp"

#include <algorithm>
#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr std::size_t kFewestStates = 2;
constexpr std::size_t kMostStates = 9;

void readOfStates(KindReading& reading) {
  MeasureDraft& draft = reading.draft;
  TableReader table(reading.state, lua_gettop(reading.state), draft.declaration, "state", "states");
  table.onlyKnown();
  measure::MeasureDefinition::OfStates of;
  of.measure = table.requiredText("of").value_or("");
  const bool counts = table.has("count");
  of.is_share = table.has("least");
  if (counts == of.is_share) {
    draft.declaration.problem("state",
                              std::string(counts ? "found 'count' and 'least'" : "'count' or 'least' is missing") +
                                  ": write count = \"red\" for how many are at that state, or least = "
                                  "\"amber\" for the share that is at it or better.");
    return;
  }
  of.state = table.text(counts ? "count" : "least").value_or("");
  draft.definition.of_states = of;
}

void readNames(KindReading& reading) {
  MeasureDraft& draft = reading.draft;
  std::vector<std::string>& states = draft.definition.info.states;
  for (const Entry& entry : reading.reader.texts("state")) {
    const std::string name(base::trim(entry.text));
    if (name.empty()) {
      draft.declaration.problem(entry.path, "the name of a state is blank.");
    } else if (std::find(states.begin(), states.end(), name) != states.end()) {
      draft.declaration.problem(entry.path, "'" + base::printable(name) + "' is listed twice.");
    }
    states.push_back(name);
  }
  if (states.size() < kFewestStates || states.size() > kMostStates) {
    draft.declaration.problem("state",
                              "found " + base::countOf(static_cast<std::int64_t>(states.size()), "state", "states") +
                                  ", expected 2 to 9, the worst first: state = { \"red\", \"amber\", \"green\" }.");
  }
}

}  // namespace

void readState(KindReading& reading) {
  const StackGuard guard(reading.state);
  if (reading.reader.push("state") != LUA_TTABLE) {
    reading.reader.wrongType("state", "a list of states, the worst first: { \"red\", \"amber\", \"green\" }");
  } else if (reading.looks_at_another) {
    readOfStates(reading);
  } else {
    readNames(reading);
  }
}

}  // namespace boardpack::script
