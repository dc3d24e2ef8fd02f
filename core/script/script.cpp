#include "script/script.hpp"

#include "script/loader.hpp"
#include "script/resolve.hpp"

#include <lua.hpp>

namespace boardpack::script {

Scripts loadScripts(const std::vector<ScriptFile>& files, const sdk::Force& force, const series::Registers& registers) {
  Problems problems;
  Loader loader(force, registers, problems);
  for (const ScriptFile& file : files) {
    loader.load(file);
  }
  Scripts scripts;
  scripts.measures = resolve(loader.drafts, force, registers, loader.state);
  scripts.problems = problems.sorted();
  return scripts;
}

std::string luaVersion() { return LUA_RELEASE; }

}  // namespace boardpack::script
