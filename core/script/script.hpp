#pragma once
#include "measure/definition/measure_definition.hpp"
#include "paper/document.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::script {

enum class Origin { Common, Force, Workspace };

struct ScriptFile {
  std::filesystem::path path;
  std::string shown_as;  ///< "cleveland/safer.lua": what messages and outputs show
  Origin origin = Origin::Force;
};

struct ScriptProblem {
  std::string file;
  int line = 0;
  std::string sentence;
};

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
