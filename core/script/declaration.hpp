#pragma once
#include "script/key_lines.hpp"
#include "script/problems.hpp"

#include <string>

namespace boardpack::script {

/// Where a declaration stands and where to tell what is wrong with it.
struct Declaration {
  std::string subject;  ///< "measure \"robbery\"": how messages begin
  std::string file;
  int line = 0;
  KeyLines lines;
  Problems* problems = nullptr;

  /// "measure "robbery", by: …" on the line of that key.
  void problem(const std::string& path, const std::string& sentence) const {
    problems->add(file, lines.of(path), subject + (path.empty() ? "" : ", " + path) + ": " + sentence);
  }
  void problemInText(const std::string& path, int lines_down, const std::string& sentence) const {
    problems->add(file, lines.ofText(path) + lines_down, subject + ", " + path + ": " + sentence);
  }
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
