#include "script/derive/derive_recorder.hpp"

#include "script/derive/series_type.hpp"
#include "script/lua/complaint.hpp"
#include "script/lua/protected_call.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

using measure::Formula;

/// One run of the function.
struct Run {
  Recording recording;
  Formula formula;        ///< what it gives back
  bool is_wrong = false;  ///< it gives back no stand-in
  std::optional<Failure> failure;
};

Run runOnce(State& state, const MeasureDraft& draft, const KnownMeasures& known, bool is_second) {
  Run run;
  run.recording.is_second = is_second;
  state.allowDerive();
  run.failure = protectedDo(state, [&](lua_State* lua) {
    beginRecording(lua, run.recording);
    draft.derive.push();
    pushMeasures(lua, known);
    lua_call(lua, 1, 1);
    run.formula = formulaAt(lua, -1);
    run.is_wrong = !isStandIn(lua, -1) && !isAbsorbed(lua, -1);
  });
  protectedDo(state, endRecording);
  return run;
}

}  // namespace

Formula recordDerive(State& state, const MeasureDraft& draft, const KnownMeasures& known) {
  const Declaration& declaration = draft.declaration.saying("derive");
  Problems& problems = *declaration.problems;
  const std::size_t before = problems.count();
  state.on_unknown_name = [&](int line, const std::string& sentence) {
    problems.add(declaration.file, line, declaration.subject + ", derive: " + sentence);
  };
  Run run = runOnce(state, draft, known, false);
  if (run.failure && !problems.has(declaration.file, run.failure->line)) {
    problems.add(declaration.file, run.failure->line, declaration.subject + ", derive: " + run.failure->sentence);
  } else if (!run.failure && run.is_wrong && !problems.has(declaration.file, declaration.lines.of("derive"))) {
    declaration.problem("derive",
                        "the function gives back no measure: end it with return, as in "
                        "return m.robbery / m.recorded_crime * 100.");
  }
  if (problems.count() == before) {
    const Run second = runOnce(state, draft, known, true);
    if (second.failure || second.is_wrong || second.recording.steps != run.recording.steps) {
      declaration.problem("derive",
                          "the function asks with and, or, not, if or while what the value of a measure is, which is "
                          "not known yet when the script is read. Write where(m.a:above(m.b), x, y) to choose month "
                          "by month, a * b where both of two comparisons must hold, and max(a, b) where one must.");
      run.formula = nullptr;
    }
  }
  state.on_unknown_name = nullptr;
  return run.formula;
}

}  // namespace boardpack::script
