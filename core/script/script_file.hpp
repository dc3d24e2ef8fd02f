#pragma once
#include <filesystem>
#include <string>

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

}  // namespace boardpack::script
