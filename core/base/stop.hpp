#pragma once
#include <exception>
#include <filesystem>
#include <string>

namespace boardpack::base {

/// Thrown where work notices that somebody asked the program to stop. It is no fault, so it is no sdk::Error.
class Stopped : public std::exception {
 public:
  const char* what() const noexcept override { return "stopped"; }
};

/// From here on SIGINT, SIGTERM and SIGHUP ask the program to stop, unless they were ignored when it began. Work that
/// looks notices it and ends by Stopped; where none has within a moment, the program removes its working folders, says
/// `words` and ends. A second signal ends it at once. Called once, before any thread is made.
void takeStopSignals(const std::string& words);

bool isStopping();
/// Throws Stopped when somebody asked for it. Long loops call it.
void throwIfStopped();
/// 128 and the number of the signal, as shells have it: 130 after SIGINT, 143 after SIGTERM.
int stopExitCode();

/// What has begun now is finished, whoever asks for a stop: a pack is taking its place. Throws Stopped when somebody
/// has asked already.
void finishDespiteStops();

/// While it lives, the folder is removed too when the program ends without unwinding (see takeStopSignals and
/// endAtOnce). Who made the folder still removes it at a usual end.
class WorkingFolder {
 public:
  explicit WorkingFolder(std::filesystem::path folder);
  ~WorkingFolder();
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  std::filesystem::path folder_;
};

/// For faults from which no exception can be thrown, as within a library written in C: says `sentence`, removes the
/// working folders and ends the program with `exit_code`.
[[noreturn]] void endAtOnce(int exit_code, const std::string& sentence) noexcept;

}  // namespace boardpack::base
