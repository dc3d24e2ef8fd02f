#include "base/stop.hpp"
#include "base/system.hpp"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

using namespace boardpack::base;
namespace fs = std::filesystem;

namespace {

/// How a process ends that does `work` after it has taken the signals, and is sent `signals` once it has begun.
struct End {
  int code = -1;
  bool has_folder = false;
  std::string said;
  double seconds = 0;
};

template <class Work>
End endOf(const std::vector<int>& signals, const Work& work) {
  const fs::path place = makeTemporaryFolder(fs::temp_directory_path(), "stop-test");
  const fs::path folder = place / "working";
  const fs::path begun = place / "begun";
  fs::create_directories(folder);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::freopen((place / "said").c_str(), "w", stderr);
    int code = 0;
    try {
      takeStopSignals("Stopped for the test.");
      const WorkingFolder working(folder);
      std::ofstream(begun) << "yes";
      work();
    } catch (const Stopped&) {
      code = stopExitCode();
    }
    ::_exit(code);
  }
  for (int i = 0; i < 1000 && !fs::exists(begun); ++i) {
    ::usleep(10000);
  }
  const auto began = std::chrono::steady_clock::now();
  for (const int signal : signals) {
    ::usleep(50000);
    ::kill(child, signal);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  End end;
  end.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  end.has_folder = fs::exists(folder);
  end.said = readFile(place / "said");
  end.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  fs::remove_all(place);
  return end;
}

void workThatLooks() {
  for (;;) {
    throwIfStopped();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void workThatNeverLooks() { std::this_thread::sleep_for(std::chrono::minutes(5)); }

}  // namespace

TEST_CASE("a signal ends work that looks, with the code that shells have for it", "[base]") {
  for (const auto& [signal, code] : {std::pair{SIGINT, 130}, std::pair{SIGTERM, 143}, std::pair{SIGHUP, 129}}) {
    CHECK(endOf({signal}, workThatLooks).code == code);
  }
}

TEST_CASE("work that never looks is ended too, its folder removed and the word said", "[base]") {
  const End end = endOf({SIGTERM}, workThatNeverLooks);
  CHECK(end.code == 143);
  CHECK_FALSE(end.has_folder);
  CHECK(end.said == "boardpack: Stopped for the test.\n");
  CHECK(end.seconds < 60);
}

TEST_CASE("what has begun to take its place is finished, and a second signal ends it at once", "[base]") {
  const auto finishing = [] {
    finishDespiteStops();
    std::this_thread::sleep_for(std::chrono::seconds(3));
  };
  const End finished = endOf({SIGTERM}, finishing);
  CHECK(finished.code == 0);
  CHECK(finished.has_folder);
  CHECK(endOf({SIGTERM, SIGTERM}, [] {
          finishDespiteStops();
          workThatNeverLooks();
        }).code == 143);
}

TEST_CASE("a signal that was ignored when the program began stays ignored", "[base]") {
  const auto before = std::signal(SIGHUP, SIG_IGN);
  const End end = endOf({SIGHUP}, [] { std::this_thread::sleep_for(std::chrono::seconds(2)); });
  std::signal(SIGHUP, before);
  CHECK(end.code == 0);
}

TEST_CASE("an end from within a library removes the folder and says why", "[base]") {
  const End end = endOf({}, [] { endAtOnce(3, "No memory is left."); });
  CHECK(end.code == 3);
  CHECK_FALSE(end.has_folder);
  CHECK(end.said == "boardpack: No memory is left.\n");
}

TEST_CASE("a program that runs is ended by a stop", "[base]") {
  const End end = endOf({SIGINT}, [] { runProgram("sleep", {"100"}, "/", {}); });
  CHECK(end.code == 130);
  CHECK(end.seconds < 60);
}
