#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

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
  exchangeFolder(scratch.path / "staged", scratch.path / "pack");
  CHECK(readFile(scratch.path / "pack" / "new") == "2");
  CHECK_FALSE(fs::exists(scratch.path / "pack" / "old"));
  CHECK_FALSE(fs::exists(scratch.path / "staged"));
}

TEST_CASE("a folder is put where none was", "[base]") {
  const Scratch scratch;
  makeFolder(scratch.path / "staged");
  writeFileWhole(scratch.path / "staged" / "new", "2");
  exchangeFolder(scratch.path / "staged", scratch.path / "pack");
  CHECK(readFile(scratch.path / "pack" / "new") == "2");
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
  CHECK_THROWS_WITH(readFile(fs::temp_directory_path()), Catch::Contains("Could not read"));
}

TEST_CASE("a folder that others may write in is told from one they may not", "[base]") {
  const Scratch scratch;
  CHECK_FALSE(isWorldWritable(scratch.path));
  fs::permissions(scratch.path, fs::perms::others_write, fs::perm_options::add);
  CHECK(isWorldWritable(scratch.path));
}

TEST_CASE("one process holds a lock at a time", "[base]") {
  const Scratch scratch;
  FileLock first(scratch.path / "lock");
  FileLock second(scratch.path / "lock");
  CHECK(first.tryTake());
  CHECK_FALSE(second.tryTake());
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
