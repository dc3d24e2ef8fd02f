#pragma once
#include "measure/definition/measure_definition.hpp"
#include "paper/make_document.hpp"
#include "script/script_file.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

#include <memory>
#include <string>
#include <vector>

namespace boardpack::script {

/// What the scripts of a run declare. Nothing of Lua is left in it.
struct Scripts {
  measure::MeasureSet measures;
  std::vector<ScriptProblem> problems;  ///< of every script, in order of file and line; empty when all is well
};

/// Runs every file in a sandbox of its own and reads what it declares. Does not throw for what is wrong in a script.
/// `registers`: what the workspace keeps by hand: items of the plan that `serves` may name, sets of weights, and
/// targets, which take the place of those that a script says.
Scripts loadScripts(const std::vector<ScriptFile>& files, const sdk::Force& force,
                    const series::Registers& registers = {});

/// Evaluates the Lua parts of paper templates, in the same sandbox.
std::unique_ptr<paper::Evaluator> makeTemplateEvaluator();

/// Version of Lua, for the manifest.
std::string luaVersion();

}  // namespace boardpack::script
