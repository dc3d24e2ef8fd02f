#pragma once
#include "base/system.hpp"
#include "script/script.hpp"
#include "script_case.hpp"

#include <catch2/catch.hpp>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::test {

struct ScriptText {
  std::string name;
  std::string text;
  std::optional<script::Origin> origin = {};  ///< nothing: that of all files
};

/// Scripts given as text, written to a folder of their own and loaded.
class Loaded {
 public:
  explicit Loaded(std::initializer_list<ScriptText> files, script::Origin origin = script::Origin::Workspace,
                  const sdk::Force& force = exampleForce(), const series::Registers& registers = {}) {
    const auto folder = base::makeTemporaryFolder(std::filesystem::temp_directory_path(), "boardpack-scripts");
    std::vector<script::ScriptFile> scripts;
    for (const auto& [name, text, own_origin] : files) {
      base::writeFileWhole(folder / name, text);
      scripts.push_back({folder / name, name, own_origin.value_or(origin)});
    }
    loaded_ = script::loadScripts(scripts, force, registers);
    std::filesystem::remove_all(folder);
  }

  const std::vector<script::ScriptProblem>& problems() const { return loaded_.problems; }
  const measure::MeasureSet& set() const { return loaded_.measures; }
  const measure::MeasureDefinition& measure(const std::string& name) const {
    const measure::MeasureDefinition* found = set().find(name);
    INFO(name);
    REQUIRE(found != nullptr);
    return *found;
  }

 private:
  script::Scripts loaded_;
};

}  // namespace boardpack::test
