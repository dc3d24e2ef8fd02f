#include "app/progress.hpp"

#include "base/system.hpp"

#include <cstdio>

namespace boardpack::app {

Progress::Progress(bool quiet) : quiet_(quiet), terminal_(base::errorsGoToTerminal()) {}

Progress::~Progress() { clearLine(); }

void Progress::clearLine() {
  if (line_open_) {
    std::fputs("\r\033[K", stderr);
    line_open_ = false;
  }
}

void Progress::stage(const std::string& name) {
  stage_ = name;
  if (quiet_) {
    return;
  }
  clearLine();
  if (terminal_) {
    std::fprintf(stderr, "%s …", name.c_str());
    std::fflush(stderr);
    line_open_ = true;
  } else {
    std::fprintf(stderr, "%s\n", name.c_str());
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
