#include "script/problems.hpp"

#include <algorithm>
#include <tuple>

namespace boardpack::script {

void Problems::add(const std::string& file, int line, const std::string& sentence) {
  for (const ScriptProblem& known : problems_) {
    if (known.file == file && known.line == line && known.sentence == sentence) {
      return;
    }
  }
  problems_.push_back({file, line, sentence});
}

bool Problems::has(const std::string& file, int line) const {
  return std::any_of(problems_.begin(), problems_.end(),
                     [&](const ScriptProblem& known) { return known.file == file && known.line == line; });
}

std::vector<ScriptProblem> Problems::sorted() const {
  std::vector<ScriptProblem> sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const ScriptProblem& a, const ScriptProblem& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return sorted;
}

}  // namespace boardpack::script
