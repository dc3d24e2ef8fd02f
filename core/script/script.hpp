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

/// The loaded scripts of a run. Keeps the Lua state that derived measures call; one thread at a time.
class Scripts {
 public:
  virtual ~Scripts() = default;
  virtual const measure::MeasureSet& measures() const = 0;
  /// Every problem of every script, in order of file and line; empty when all is well.
  virtual const std::vector<ScriptProblem>& problems() const = 0;
};

/// Runs every file in a sandbox of its own and reads what it declares. Does not throw for what is wrong in a script.
/// `registers`: what the workspace keeps by hand, as items of the plan that `serves` may name and sets of weights.
std::unique_ptr<Scripts> loadScripts(const std::vector<ScriptFile>& files, const sdk::Force& force,
                                     const series::Registers& registers = {});

/// Evaluates the Lua parts of paper templates, in the same sandbox.
std::unique_ptr<paper::Evaluator> makeTemplateEvaluator();

/// Version of Lua, for the manifest.
std::string luaVersion();

}  // namespace boardpack::script
