#pragma once
#include "script/script.hpp"

#include <string>
#include <vector>

namespace boardpack::script {

/// Everything found wrong, each once.
class Problems {
 public:
  void add(const std::string& file, int line, const std::string& sentence);
  /// Whether something was found wrong on that line: what follows from it need not be told.
  bool has(const std::string& file, int line) const;
  std::size_t count() const { return problems_.size(); }
  /// In order of file and line.
  std::vector<ScriptProblem> sorted() const;

 private:
  std::vector<ScriptProblem> problems_;
};

}  // namespace boardpack::script
