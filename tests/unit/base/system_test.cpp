#include "base/system.hpp"
#include "base/system_errors.hpp"

#include <sys/stat.h>
#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>

#include <filesystem>
#include <string>

using namespace boardpack::base;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone when the test ends.
struct Scratch {
  fs::path path = makeTemporaryFolder(fs::temp_directory_path(), "boardpack-test");
  ~Scratch() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("a folder takes the place of another in one step, whole", "[base]") {
  const Scratch scratch;
  makeFolder(scratch.path / "pack");
  writeFileWhole(scratch.path / "pack" / "old", "1");
  makeFolder(scratch.path / "staged");
  writeFileWhole(scratch.path / "staged" / "new", "2");
  CHECK(exchangeFolder(scratch.path / "staged", scratch.path / "pack", scratch.path / "aside"));
  CHECK(readFile(scratch.path / "pack" / "new") == "2");
  CHECK_FALSE(fs::exists(scratch.path / "pack" / "old"));
  CHECK(readFile(scratch.path / "staged" / "old") == "1");
  CHECK_FALSE(fs::exists(scratch.path / "aside"));
}

TEST_CASE("a folder is put where none was", "[base]") {
  const Scratch scratch;
  makeFolder(scratch.path / "staged");
  writeFileWhole(scratch.path / "staged" / "new", "2");
  CHECK_FALSE(exchangeFolder(scratch.path / "staged", scratch.path / "pack", scratch.path / "aside"));
  CHECK(readFile(scratch.path / "pack" / "new") == "2");
  CHECK_FALSE(fs::exists(scratch.path / "staged"));
}

TEST_CASE("a file written whole leaves nothing else beside it", "[base]") {
  const Scratch scratch;
  writeFileWhole(scratch.path / "a.csv", std::string(100000, 'x'), true);
  writeFileWhole(scratch.path / "a.csv", "second", true);
  CHECK(readFile(scratch.path / "a.csv") == "second");
  CHECK(std::distance(fs::directory_iterator(scratch.path), fs::directory_iterator()) == 1);
  CHECK((fs::status(scratch.path / "a.csv").permissions() & fs::perms::others_read) == fs::perms::none);
}

TEST_CASE("what cannot be read or written is named, with what to do", "[base]") {
  CHECK_THROWS_WITH(readFile("/nowhere/a.csv"), Catch::Contains("/nowhere/a.csv") && Catch::Contains("no such file"));
  CHECK_THROWS_AS(writeFileWhole("/nowhere/a.csv", ""), boardpack::sdk::Error);
  CHECK_THROWS_WITH(readFile(fs::temp_directory_path()), Catch::Contains("is a folder, not a file"));
}

TEST_CASE("only files are read: pipes, devices and folders are told at once, a link to a file is one", "[base]") {
  const Scratch scratch;
  writeFileWhole(scratch.path / "a.csv", "12345");
  fs::create_symlink("a.csv", scratch.path / "link.csv");
  CHECK(readFile(scratch.path / "link.csv") == "12345");
  CHECK_FALSE(notAFile(scratch.path / "link.csv"));
  CHECK_FALSE(notAFile(scratch.path / "nowhere.csv"));
  const auto toldOf = [](const fs::path& path, std::uint64_t most = kMostFileBytes) {
    try {
      readFile(path, most);
    } catch (const boardpack::sdk::Error& error) {
      CHECK(error.kind() == boardpack::sdk::ErrorKind::Data);
      return error.sentence();
    }
    return std::string();
  };
  const fs::path pipe = scratch.path / "pipe.csv";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  fs::create_symlink(pipe, scratch.path / "to_pipe.csv");
  fs::create_symlink("/dev/zero", scratch.path / "zero.csv");
  CHECK(toldOf(pipe) == pipe.string() + " is a pipe, not a file. Put a file, or a link to one, in its place.");
  CHECK_THAT(toldOf(scratch.path / "to_pipe.csv"), Catch::Contains("is a pipe, not a file"));
  CHECK_THAT(toldOf(scratch.path / "zero.csv"), Catch::Contains("is a device, not a file"));
  CHECK_THAT(toldOf(scratch.path), Catch::Contains("is a folder, not a file"));
  CHECK(toldOf(scratch.path / "a.csv", 5).empty());
  CHECK_THAT(toldOf(scratch.path / "a.csv", 4), Catch::Contains("has more than 4 bytes"));
  CHECK_THROWS_WITH(openFile(pipe), Catch::Contains("is a pipe"));
  CHECK_THROWS_WITH(readOrMakeFile(pipe, "x"), Catch::Contains("is a pipe"));
}

TEST_CASE("one process holds a lock at a time", "[base]") {
  const Scratch scratch;
  FileLock first(scratch.path / "lock");
  FileLock second(scratch.path / "lock");
  CHECK(first.tryTake());
  CHECK_FALSE(second.tryTake());
}

TEST_CASE("a lock on a file that is gone excludes nobody, so it is none", "[base]") {
  const Scratch scratch;
  FileLock late(scratch.path / "lock");
  {
    FileLock first(scratch.path / "lock");
    REQUIRE(first.tryTake());
    fs::remove(scratch.path / "lock");
  }
  FileLock next(scratch.path / "lock");
  CHECK(next.tryTake());
  CHECK_FALSE(late.tryTake());
}

TEST_CASE("programs are run without a shell", "[base]") {
  const RunResult said = runProgram("echo", {"$HOME", "a b"}, "/", {});
  CHECK(said.found);
  CHECK(said.exit_code == 0);
  CHECK(said.output == "$HOME a b\n");
  CHECK(runProgram("sh", {"-c", "echo $GREETING; exit 3"}, "/", {"GREETING=hello"}).output == "hello\n");
  CHECK(runProgram("sh", {"-c", "exit 3"}, "/", {}).exit_code == 3);
  CHECK_FALSE(runProgram("no-such-program-anywhere", {}, "/", {}).found);
}

TEST_CASE("a program that runs ends by its limits", "[base]") {
  RunLimits short_time;
  short_time.time = std::chrono::seconds(1);
  const RunResult late = runProgram("sh", {"-c", "echo begun; sleep 60"}, "/", {}, short_time);
  CHECK(late.is_out_of_time);
  CHECK(late.output == "begun\n");
  RunLimits little_memory;
  little_memory.memory_bytes = 64ULL * 1024 * 1024;
  const std::string eats = "x=$(head -c 200000000 /dev/zero | tr '\\0' a); echo ${#x}";
  CHECK(runProgram("bash", {"-c", eats}, "/", {}, little_memory).output.find("200000000") == std::string::npos);
  CHECK(runProgram("bash", {"-c", eats}, "/", {}).output == "200000000\n");
}

TEST_CASE("what a program began ends with it, and it ends with who began it", "[base]") {
  const Scratch scratch;
  const std::string file = (scratch.path / "child").string();
  const pid_t middle = ::fork();
  REQUIRE(middle >= 0);
  if (middle == 0) {
    runProgram("sh", {"-c", "echo $$ > " + file + "; exec sleep 60"}, "/", {});
    ::_exit(0);
  }
  std::string child;
  for (int i = 0; i < 500 && child.empty(); ++i) {
    ::usleep(10000);
    std::ifstream(file) >> child;
  }
  REQUIRE_FALSE(child.empty());
  ::kill(middle, SIGKILL);
  ::waitpid(middle, nullptr, 0);
  bool is_running = true;
  for (int i = 0; i < 500 && is_running; ++i) {
    ::usleep(10000);
    std::ifstream state("/proc/" + child + "/stat");
    std::string word;
    state >> word >> word >> word;
    is_running = state.good() && word != "Z";
  }
  CHECK_FALSE(is_running);
}

TEST_CASE("a folder has room or says why not", "[base]") {
  const Scratch scratch;
  CHECK_FALSE(noRoomFor(scratch.path, 1000).has_value());
  CHECK(fs::is_empty(scratch.path));
  const std::optional<std::string> reason = noRoomFor(scratch.path, std::uint64_t{1} << 60U);
  REQUIRE(reason.has_value());
  CHECK(reason->find(scratch.path.string()) != std::string::npos);
}

TEST_CASE("a full disk is said as that, with its folder", "[base]") {
  CHECK_THROWS_WITH(failOn("Could not write", "/some/folder/file.csv", ENOSPC),
                    "The disk of /some/folder is full (could not write file.csv). Free some space and run again.");
  CHECK_THROWS_WITH(failOn("Could not write", "/some/folder/file.csv", EDQUOT), Catch::Contains("is full"));
  if (fs::exists("/dev/full")) {
    CHECK_THROWS_WITH(writeFile("/dev/full", "words"), Catch::Contains("The disk of /dev is full"));
  }
}

TEST_CASE("what libraries print themselves is not shown", "[base]") {
  const Scratch scratch;
  const std::string file = (scratch.path / "said").string();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::freopen(file.c_str(), "w", stderr);
    {
      const QuietLibraries quiet;
      std::fputs("[ERROR] of a library\n", stderr);
    }
    std::fputs("ours\n", stderr);
    std::fflush(nullptr);
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  CHECK(readFile(file) == "ours\n");
}

TEST_CASE("limits too small for any run are said before it begins", "[base]") {
  const Scratch scratch;
  const auto saidUnder = [&](auto resource, rlim_t most) {
    const fs::path file = scratch.path / "said";
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      const rlimit limit{most, most};
      ::setrlimit(resource, &limit);
      std::string said = "nothing";
      try {
        checkLimits();
      } catch (const boardpack::sdk::Error& error) {
        said = error.sentence();
      }
      std::ofstream(file) << said;
      ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    return readFile(file);
  };
  CHECK(saidUnder(RLIMIT_NOFILE, 16) ==
        "This program may open only 16 files at once, and needs 32 at the least. Raise the limit (see `ulimit -n`) and "
        "run "
        "again.");
  CHECK(saidUnder(RLIMIT_NOFILE, 64) == "nothing");
  CHECK_THAT(saidUnder(RLIMIT_AS, rlim_t{900} << 20U), Catch::Contains("only 900 MB of memory"));
}
