#pragma once
#include "script/script_file.hpp"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace boardpack::script {

/// Everything found wrong, each once, and of one file no more than people read.
class Problems {
 public:
  static constexpr std::size_t kMostOfFile = 100;
  /// Of the same thing again and again, as in a loop.
  static constexpr std::size_t kMostAttempts = 1000;

  void add(const std::string& file, int line, const std::string& sentence);
  /// Whether something was found wrong on that line: what follows from it need not be told.
  bool has(const std::string& file, int line) const;
  /// Whether so much of the file is wrong that it is left there: nothing more of it is kept.
  bool isFull(const std::string& file) const;
  /// How often something was found wrong, the same thing too: a step in which it stays as it was has found nothing.
  std::size_t count() const { return count_; }
  /// In order of file and line; of a file that is left there the last one says so.
  std::vector<ScriptProblem> sorted() const;

 private:
  struct OfFile {
    std::size_t kept = 0;
    std::size_t attempts = 0;
    std::set<int> lines;
  };

  std::vector<ScriptProblem> problems_;
  std::set<std::tuple<std::string, int, std::string>> known_;
  std::map<std::string, OfFile> files_;
  std::size_t count_ = 0;
};

}  // namespace boardpack::script
