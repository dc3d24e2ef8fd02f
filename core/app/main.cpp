#include "app/command_line/command_line.hpp"
#include "app/commands/commands.hpp"
#include "base/print.hpp"
#include "base/stop.hpp"
#include "base/system.hpp"
#include "base/trial.hpp"
#include "plugin_host/plugin_host.hpp"

#include <boardpack/sdk/error.hpp>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <system_error>

namespace {

using boardpack::app::Options;
using boardpack::sdk::ErrorKind;

int exitCode(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Data:
    case ErrorKind::Script:
      return 1;
    case ErrorKind::Command:
      return 2;
    case ErrorKind::Outside:
      break;
  }
  return 3;
}

const char* stoppedWords(const Options& options) {
  return options.command == Options::Command::Run ? "Stopped; the earlier pack is as it was." : "Stopped.";
}

int runCommand(const Options& options) {
  switch (options.command) {
    case Options::Command::Run:
      return boardpack::app::runPack(options);
    case Options::Command::Check:
      return boardpack::app::check(options);
    case Options::Command::Explain:
      return boardpack::app::explain(options);
    case Options::Command::Show:
      return boardpack::app::show(options);
    case Options::Command::List:
      break;
  }
  return boardpack::app::list(options);
}

void tell(const std::string& sentence) { boardpack::base::printError("boardpack: " + sentence + "\n"); }

bool main_has_ended = false;

/// Some code that was loaded has called exit(): the program would end as if all were done.
void refuseToEnd() {
  if (main_has_ended) {
    return;
  }
  boardpack::base::QuietStreams::giveBack();
  const std::string file = boardpack::plugin_host::fileBeingLoaded().string();
  tell((file.empty()
            ? "The program was ended from within before its work was done"
            : "The plugin " + file + " ended the program while it was being loaded. Take the file out of its folder") +
       std::string("; nothing was made."));
  std::_Exit(3);
}

int runAll(int count, char** words) {
  const char* stopped = "Stopped.";
  try {
    const std::optional<Options> options = boardpack::app::readCommandLine(count, words);
    if (!options) {
      return 0;
    }
    boardpack::base::checkLimits();
    stopped = stoppedWords(*options);
    boardpack::base::takeStopSignals(stopped);
    return runCommand(*options);
  } catch (const boardpack::base::Stopped&) {
    tell(stopped);
    return boardpack::base::stopExitCode();
  } catch (const boardpack::sdk::Error& error) {
    tell(error.what());
    return exitCode(error.kind());
  } catch (const std::filesystem::filesystem_error& error) {
    if (error.code() == std::errc::no_space_on_device) {
      tell("The disk of " + error.path1().parent_path().string() + " is full. Free some space and run again.");
      return 3;
    }
    tell((error.path1().empty() ? "The temporary folder" : error.path1().string()) +
         " could not be read or written. Check that it is there and that you have a right to it.");
    return 3;
  } catch (const std::bad_alloc&) {
    tell("The machine has not enough free memory for this run.");
    return 3;
  } catch (const std::system_error& error) {
    // Threads, locks and the like: the system gave no more of them.
    tell("The system gives this run no more threads or memory (its error " + std::to_string(error.code().value()) +
         "). See `ulimit -a`, end other programs or run with --jobs 1.");
    return 3;
  } catch (const std::exception& error) {
    // Only a fault of the program itself ends here: all that users can cause comes as sdk::Error.
    tell(std::string("The program met a fault of its own (") + error.what() + "). Please report it with the command.");
    return 3;
  }
}

}  // namespace

int main(int count, char** words) {
  boardpack::base::takeFullFilesAsErrors();
  boardpack::base::closeNewFilesToOthers();
  std::atexit(refuseToEnd);
  std::at_quick_exit(refuseToEnd);
  const int code = runAll(count, words);
  main_has_ended = true;
  return code;
}
