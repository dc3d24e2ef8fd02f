#include "script/script.hpp"

#include "script/loader.hpp"
#include "script/resolve.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

class LoadedScripts final : public Scripts {
 public:
  LoadedScripts(const std::vector<ScriptFile>& files, const sdk::Force& force, const series::Registers& registers) {
    Problems problems;
    Loader loader(force, registers, problems);
    for (const ScriptFile& file : files) {
      loader.load(file);
    }
    measures_ = resolve(loader.drafts, force, registers.plan_items, loader.state);
    problems_ = problems.sorted();
  }

  const measure::MeasureSet& measures() const override { return measures_; }
  const std::vector<ScriptProblem>& problems() const override { return problems_; }

 private:
  measure::MeasureSet measures_;
  std::vector<ScriptProblem> problems_;
};

}  // namespace

std::unique_ptr<Scripts> loadScripts(const std::vector<ScriptFile>& files, const sdk::Force& force,
                                     const series::Registers& registers) {
  return std::make_unique<LoadedScripts>(files, force, registers);
}

std::string luaVersion() { return LUA_RELEASE; }

}  // namespace boardpack::script
