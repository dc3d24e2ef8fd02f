#include "app/progress.hpp"

#include "base/log.hpp"
#include "base/system.hpp"

#include <cstdio>

namespace boardpack::app {

Progress::Progress(bool quiet, bool verbose) : quiet_(quiet), terminal_(base::errorsGoToTerminal()) {
  // On a terminal the line that changes stands for the log's.
  base::setLogLevel((quiet_ || terminal_) && !verbose ? base::LogLevel::Warning : base::LogLevel::Info);
}

Progress::~Progress() { clearLine(); }

void Progress::clearLine() {
  if (line_open_) {
    std::fputs("\r\033[K", stderr);
    line_open_ = false;
  }
}

void Progress::stage(const std::string& name) {
  stage_ = name;
  if (quiet_ || name.empty()) {
    clearLine();
    return;
  }
  clearLine();
  if (terminal_) {
    std::fprintf(stderr, "%s …", name.c_str());
    std::fflush(stderr);
    line_open_ = true;
  } else {
    base::logInfo(name);
  }
}

void Progress::step(std::size_t done, std::size_t of) {
  if (quiet_ || !terminal_) {
    return;
  }
  std::fprintf(stderr, "\r\033[K%s … %zu of %zu", stage_.c_str(), done, of);
  std::fflush(stderr);
  line_open_ = true;
}

}  // namespace boardpack::app
