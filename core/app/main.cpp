#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "base/stop.hpp"
#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
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
    case Options::Command::List:
      break;
  }
  return boardpack::app::list(options);
}

}  // namespace

int main(int count, char** words) {
  boardpack::base::takeFullFilesAsErrors();
  const char* stopped = "Stopped.";
  try {
    const std::optional<Options> options = boardpack::app::readCommandLine(count, words);
    if (!options) {
      return 0;
    }
    stopped = stoppedWords(*options);
    boardpack::base::takeStopSignals(stopped);
    return runCommand(*options);
  } catch (const boardpack::base::Stopped&) {
    std::fprintf(stderr, "boardpack: %s\n", stopped);
    return boardpack::base::stopExitCode();
  } catch (const boardpack::sdk::Error& error) {
    std::fprintf(stderr, "boardpack: %s\n", error.what());
    return exitCode(error.kind());
  } catch (const std::filesystem::filesystem_error& error) {
    std::fprintf(
        stderr, "boardpack: %s could not be read or written. Check that it is there and that you have a right to it.\n",
        error.path1().empty() ? "The temporary folder" : error.path1().c_str());
    return 3;
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr, "boardpack: The machine has not enough free memory for this run.\n");
    return 3;
  } catch (const std::system_error& error) {
    // Threads, locks and the like: the system gave no more of them.
    std::fprintf(stderr,
                 "boardpack: The system gives this run no more threads or memory (its error %d). See `ulimit -a`, end "
                 "other programs or run with --jobs 1.\n",
                 error.code().value());
    return 3;
  } catch (const std::exception& error) {
    // Only a fault of the program itself ends here: all that users can cause comes as sdk::Error.
    std::fprintf(stderr, "boardpack: The program met a fault of its own (%s). Please report it with the command.\n",
                 error.what());
    return 3;
  }
}
