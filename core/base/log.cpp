#include "base/log.hpp"

#include "base/print.hpp"
#include "base/system.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace boardpack::base {
namespace {

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> instance = [] {
    auto made = std::make_shared<spdlog::logger>("boardpack", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    // On a terminal the line of progress stands unended before it.
    made->set_pattern(errorsGoToTerminal() ? "\r\033[K%l: %v" : "%l: %v");
    made->set_level(spdlog::level::warn);
    return made;
  }();
  return *instance;
}

spdlog::level::level_enum levelOf(LogLevel level) {
  return level == LogLevel::Info ? spdlog::level::info : spdlog::level::warn;
}

void write(LogLevel level, std::string_view line) { logger().log(levelOf(level), "{}", forTerminal(line)); }

}  // namespace

void setLogLevel(LogLevel level) { logger().set_level(levelOf(level)); }
void logInfo(std::string_view line) { write(LogLevel::Info, line); }
void logWarning(std::string_view line) { write(LogLevel::Warning, line); }

}  // namespace boardpack::base
