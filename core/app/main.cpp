#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>

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
  try {
    const std::optional<Options> options = boardpack::app::readCommandLine(count, words);
    return options ? runCommand(*options) : 0;
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
  } catch (const std::exception& error) {
    // Only a fault of the program itself ends here: all that users can cause comes as sdk::Error.
    std::fprintf(stderr, "boardpack: The program met a fault of its own (%s). Please report it with the command.\n",
                 error.what());
    return 3;
  }
}
