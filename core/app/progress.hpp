#pragma once
#include <cstddef>
#include <string>

namespace boardpack::app {

/// Progress on standard error: one line that changes on a terminal, plain lines elsewhere, nothing when quiet.
class Progress {
 public:
  /// `verbose` shows the plain lines of the log on a terminal too.
  explicit Progress(bool quiet, bool verbose = false);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void stage(const std::string& name);
  /// Shown on a terminal only.
  void step(std::size_t done, std::size_t of);

 private:
  void clearLine();

  bool quiet_;
  bool terminal_;
  bool line_open_ = false;
  std::string stage_;
};

}  // namespace boardpack::app
