#pragma once
#include "script/read/key_lines.hpp"
#include "script/script_problems.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::script {

/// Where a declaration stands and where to tell what is wrong with it.
struct Declaration {
  std::string subject;  ///< "measure \"robbery\"": how messages begin
  std::string file;
  int line = 0;
  KeyLines lines;
  Problems* problems = nullptr;
  /// Of a common script: where to tell what it asks that the force's feeds never give. It then is a problem only where
  /// something needs the measure. nullptr: a problem as others are.
  std::shared_ptr<std::vector<ScriptProblem>> unfit = {};
  /// Of an override: what it overrides, the keys that it says itself, and those that stay as they were.
  std::shared_ptr<const Declaration> base = {};
  std::vector<std::string> own_keys = {};
  std::vector<std::string> inherited = {};

  /// The declaration that says a key: this one, or what it overrides.
  const Declaration& saying(const std::string& path) const {
    const std::string key = path.substr(0, path.find_first_of(".["));
    const bool is_inherited = base && std::find(inherited.begin(), inherited.end(), key) != inherited.end();
    return is_inherited ? base->saying(path) : *this;
  }
  /// "measure "robbery", by: …" on the line of that key.
  void problem(const std::string& path, const std::string& sentence) const {
    const Declaration& own = saying(path);
    problems->add(own.file, own.lines.of(path), own.subject + (path.empty() ? "" : ", " + path) + ": " + sentence);
  }
  void problemInText(const std::string& path, int lines_down, const std::string& sentence) const {
    const ScriptProblem problem = inText(path, lines_down, sentence);
    problems->add(problem.file, problem.line, problem.sentence);
  }
  /// The same of what does not fit the force's feeds.
  void unfitInText(const std::string& path, int lines_down, const std::string& sentence) const {
    if (unfit) {
      unfit->push_back(inText(path, lines_down, sentence));
    } else {
      problemInText(path, lines_down, sentence);
    }
  }
  ScriptProblem inText(const std::string& path, int lines_down, const std::string& sentence) const {
    const Declaration& own = saying(path);
    return {own.file, own.lines.ofText(path) + lines_down, own.subject + ", " + path + ": " + sentence};
  }
  /// Whether so much of its file is wrong that nothing more of it is told.
  bool isFull() const { return problems->isFull(file); }
  bool isUnfit() const { return unfit && !unfit->empty(); }
  /// "cleveland/safer.lua:12"
  std::string place() const { return file + ":" + std::to_string(line); }
  /// "cleveland/safer.lua, line 12"
  std::string placeWords() const { return file + ", line " + std::to_string(line); }
};

/// A text of a list and where it stands: "by[2]".
struct Entry {
  std::string text;
  std::string path;
};

}  // namespace boardpack::script
