#include "plugin_host/plugin_host.hpp"

#include "plugin_folder.hpp"

#include <boardpack/sdk/error.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

using boardpack::plugin_host::PluginHost;
namespace fs = std::filesystem;

namespace {

struct Bad {
  const char* fault;
  const char* says;
};

// What a plugin can do to a program that loads it, and how it is told.
constexpr Bad kBad[] = {
    {"null_text", "It crashed while it was loaded and asked for its force: a memory fault (SIGSEGV)."},
    {"crash", "It crashed while it was loaded and asked for its force: a memory fault (SIGSEGV)."},
    {"abort", "It crashed while it was loaded and asked for its force: an abort (SIGABRT)."},
    {"recursion", "It crashed while it was loaded and asked for its force: a memory fault (SIGSEGV)."},
    {"static_crash", "It crashed while it was loaded and asked for its force: a memory fault (SIGSEGV)."},
    {"closing_crash", "It crashed while it was closed after it had given its force: a memory fault (SIGSEGV)."},
    {"loop", "It used more than 2 seconds of processor time"},
    {"sleep", "It did not come to an end in 8 seconds"},
    {"exit", "It ended the program (with the exit code 0) while it was loaded and asked for its force"},
    {"quick_exit", "It ended the program (with the exit code 0) while it was loaded and asked for its force"},
    {"system_exit", "It ended the program (with the exit code 0) while it was loaded and asked for its force"},
    {"static_exit", "It ended the program (with the exit code 0) while it was loaded and asked for its force"},
    {"closing_exit", "It ended the program (with the exit code 0) while it was closed after it had given its force"},
#if !defined(__SANITIZE_ADDRESS__)
    {"hungry", "It asked for more memory than there is for a plugin"},
#endif
};

}  // namespace

TEST_CASE("plugins that crash, never end or end the program are refused by name, and the others are loaded") {
  const PluginFolder folder;
  for (const Bad& bad : kBad) {
    folder.add(bad.fault, std::string("bad_") + bad.fault + ".so");
  }
  folder.add("none", "good.so");
  const auto begin = std::chrono::steady_clock::now();
  const PluginHost host({folder.path()});
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(100));
  CHECK(host.force("fixture").name == "Fixture Constabulary");
  REQUIRE(host.refused().size() == std::size(kBad));
  for (const auto& refused : host.refused()) {
    const std::string fault = refused.file.stem().string().substr(4);
    const auto bad = std::find_if(std::begin(kBad), std::end(kBad), [&](const Bad& one) { return one.fault == fault; });
    REQUIRE(bad != std::end(kBad));
    INFO(fault);
    // On a machine that is busy a loop has not used its processor time when its time by the clock is over.
    const char* late = fault == "loop" ? "It did not come to an end in 8 seconds" : bad->says;
    CHECK_THAT(refused.reason, Catch::StartsWith(bad->says) || Catch::StartsWith(late));
  }
}

TEST_CASE("what a plugin throws is shown without what a terminal would obey") {
  const PluginFolder folder;
  folder.add("words", "words.so");
  const PluginHost host({folder.path()});
  REQUIRE(host.refused().size() == 1);
  CHECK_THAT(host.refused()[0].reason, Catch::EndsWith("says ' [31mred [0m and \xEF\xBF\xBD more'."));
}

TEST_CASE("what a plugin prints is not seen") {
  const PluginFolder folder;
  folder.add("noise", "noise.so");
  const fs::path seen = folder.file(".seen");
  std::fflush(stdout);
  const int kept = ::dup(STDOUT_FILENO);
  REQUIRE(std::freopen(seen.c_str(), "w", stdout) != nullptr);
  const PluginHost host({folder.path()});
  std::puts("after");
  std::fflush(stdout);
  ::dup2(kept, STDOUT_FILENO);
  ::close(kept);
  CHECK(host.loaded().size() == 1);
  CHECK(boardpack::base::readFile(seen) == "after\n");
}

TEST_CASE("libraries with changed bytes are refused or loaded, and end nothing") {
  const PluginFolder folder;
  const std::string whole = boardpack::base::readFile(fs::path(FIXTURES) / "none.so");
  std::mt19937 random(1);
  const auto upTo = [&](std::size_t most) { return random() % most; };
  constexpr int kFiles = 60;
  for (int i = 0; i < kFiles; ++i) {
    std::string bytes = whole;
    for (std::size_t change = 0; change <= upTo(6); ++change) {
      const std::size_t places[] = {upTo(64), upTo(bytes.size()), bytes.size() - 1 - upTo(2500)};
      bytes[places[upTo(3)]] = static_cast<char>(upTo(256));
    }
    std::ofstream(folder.file("changed" + std::to_string(i) + ".so"), std::ios::binary) << bytes;
  }
  const PluginHost host({folder.path()});
  CHECK(host.loaded().size() <= 1);  // all of them would be the same force
  CHECK(host.loaded().size() + host.refused().size() == kFiles);
  for (const auto& refused : host.refused()) {
    CHECK_FALSE(refused.reason.empty());
  }
}

TEST_CASE("one link in a circle, a pipe or a folder among the plugins leaves the others") {
  const PluginFolder folder;
  folder.add("none", "good.so");
  fs::create_symlink(folder.file("circle.so"), folder.file("circle.so"));
  fs::create_symlink(folder.file("nowhere"), folder.file("nothing.so"));
  fs::create_directory(folder.file("folder.so"));
  REQUIRE(::mkfifo(folder.file("pipe.so").c_str(), 0600) == 0);
  const PluginHost host({folder.path()});
  CHECK(host.loaded().size() == 1);
  REQUIRE(host.refused().size() == 3);
  CHECK(host.refused()[0].file == folder.file("circle.so"));
  CHECK(host.refused()[1].file == folder.file("nothing.so"));
  CHECK(host.refused()[2].file == folder.file("pipe.so"));
  for (const auto& refused : host.refused()) {
    CHECK_THAT(refused.reason, Catch::Contains("not a file that can be read"));
  }
}

TEST_CASE("a plugin that somebody else may change is not loaded") {
  const PluginFolder outer;
  fs::create_directory(outer.file("plugins"));
  outer.add("none", "plugins/good.so");
  const auto loads = [&] { return PluginHost({outer.file("plugins")}).loaded().size(); };
  CHECK(loads() == 1);
  fs::permissions(outer.path(), fs::perms::others_write, fs::perm_options::add);
  CHECK(loads() == 0);
  fs::permissions(outer.path(), fs::perms::others_write, fs::perm_options::remove);
  if (::geteuid() != 0) {
    WARN("owners are skipped: only root can give files away");
    return;
  }
  for (const char* name : {"plugins/good.so", "plugins", "."}) {
    REQUIRE(::chown(outer.file(name).c_str(), 65534, 65534) == 0);
    const PluginHost host({outer.file("plugins")});
    CHECK(host.loaded().empty());
    REQUIRE(!host.refused().empty());
    CHECK_THAT(host.refused()[0].reason, Catch::Contains("belongs to another user"));
    REQUIRE(::chown(outer.file(name).c_str(), 0, 0) == 0);
  }
}

TEST_CASE("a force whose file was refused is told as that") {
  const PluginFolder folder;
  folder.add("crash", "boardpack_force_durham.so");
  folder.add("error", "other.so");
  const PluginHost host({folder.path()});
  try {
    host.force("durham");
    FAIL("no error");
  } catch (const boardpack::sdk::Error& error) {
    CHECK(error.kind() == boardpack::sdk::ErrorKind::Data);
    CHECK_THAT(error.sentence(), Catch::StartsWith("The plugin of the force 'durham' was refused. ") &&
                                     Catch::Contains("boardpack_force_durham.so: It crashed"));
  }
  CHECK_THROWS_WITH(host.force("kent"), Catch::StartsWith("Refused among the plugins: boardpack_force_durham.so and "
                                                          "other.so"));
}
