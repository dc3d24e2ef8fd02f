#include "script/script_problems.hpp"

#include <algorithm>

namespace boardpack::script {

void Problems::add(const std::string& file, int line, const std::string& sentence) {
  ++count_;
  OfFile& of_file = files_[file];
  ++of_file.attempts;
  if (of_file.kept > kMostOfFile || !known_.emplace(file, line, sentence).second) {
    return;
  }
  ++of_file.kept;
  if (of_file.kept <= kMostOfFile) {
    of_file.lines.insert(line);
    problems_.push_back({file, line, sentence});
  }
}

bool Problems::has(const std::string& file, int line) const {
  const auto found = files_.find(file);
  return found != files_.end() && found->second.lines.contains(line);
}

bool Problems::isFull(const std::string& file) const {
  const auto found = files_.find(file);
  return found != files_.end() && (found->second.kept > kMostOfFile || found->second.attempts > kMostAttempts);
}

std::vector<ScriptProblem> Problems::sorted() const {
  std::vector<ScriptProblem> sorted = problems_;
  for (const auto& [file, of_file] : files_) {
    if (isFull(file)) {
      sorted.push_back({file, *of_file.lines.rbegin(),
                        "More is wrong with this file than is shown. Mend what is, and look at it again."});
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const ScriptProblem& a, const ScriptProblem& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return sorted;
}

}  // namespace boardpack::script
