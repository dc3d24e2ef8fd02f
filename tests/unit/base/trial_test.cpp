#include "base/trial.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <vector>

using namespace boardpack::base;
using End = TrialResult::End;

namespace {

TrialResult resultOf(const std::function<std::string()>& work, const TrialLimits& limits = {}) {
  return Trial(work, limits).result();
}

}  // namespace

TEST_CASE("what a trial says arrives whole", "[trial]") {
  const std::string long_text(300'000, 'x');
  for (const std::string& text : {std::string(), std::string("a"), long_text}) {
    const TrialResult result = resultOf([&] { return text; });
    CHECK(result.end == End::Finished);
    CHECK(result.had_said);
    CHECK(result.said == text);
  }
}

TEST_CASE("a crash ends the trial alone and is named", "[trial]") {
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGKILL, SIGTERM}) {
    const TrialResult result = resultOf([&]() -> std::string {
      std::raise(signal);
      return "";
    });
    CHECK(result.end == End::Signalled);
    CHECK(result.number == signal);
    CHECK_FALSE(result.had_said);
  }
  CHECK(signalWords(SIGSEGV) == "a memory fault (SIGSEGV)");
}

TEST_CASE("work that ends its process is told from work that is done", "[trial]") {
  using Ending = void (*)();
  for (const Ending ending :
       {Ending([] { std::exit(0); }), Ending([] { std::quick_exit(0); }), Ending([] { ::_exit(0); })}) {
    const TrialResult result = resultOf([&]() -> std::string {
      ending();
      return "";
    });
    CHECK(result.end == End::Exited);
    CHECK(result.number == 0);
    CHECK_FALSE(result.had_said);
  }
  CHECK(resultOf([]() -> std::string { ::_exit(7); }).number == 7);
}

TEST_CASE("what goes wrong when it closes is known to come after what it said", "[trial]") {
  const TrialResult crashed = resultOf([] {
    std::atexit([] { std::raise(SIGSEGV); });
    return std::string("said");
  });
  CHECK(crashed.end == End::Signalled);
  CHECK(crashed.had_said);
  const TrialResult exited = resultOf([] {
    std::atexit([] { ::_exit(0); });
    return std::string();
  });
  CHECK(exited.end == End::Exited);
  CHECK(exited.had_said);
}

TEST_CASE("an endless loop and an endless wait come to an end", "[trial]") {
  const auto begin = std::chrono::steady_clock::now();
  const TrialResult looped = resultOf(
      [] {
        for (volatile unsigned long count = 0;; ++count) {
        }
        return std::string();
      },
      {.seconds = 30, .processor_seconds = 1});
  CHECK(looped.end == End::Signalled);
  CHECK(looped.number == SIGXCPU);
  const TrialResult waited = resultOf(
      [] {
        ::sleep(600);
        return std::string();
      },
      {.seconds = 1});
  CHECK(waited.end == End::OutOfTime);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}

TEST_CASE("a process that the work leaves behind is ended with it, and not waited for", "[trial]") {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  const auto begin = std::chrono::steady_clock::now();
  const TrialResult result = resultOf([&]() -> std::string {
    if (::fork() == 0) {
      ::sleep(600);
    }
    std::raise(SIGSEGV);
    return "";
  });
  CHECK(result.end == End::Signalled);
  ::close(ends[1]);
  char byte = 0;
  CHECK(::read(ends[0], &byte, 1) == 0);  // the last process that could write to it is gone
  ::close(ends[0]);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}

TEST_CASE("a trial that nobody waits for leaves no process", "[trial]") {
  {
    const Trial trial(
        [] {
          ::sleep(600);
          return std::string();
        },
        {});
  }
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}
