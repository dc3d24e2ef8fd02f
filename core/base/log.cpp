#include "base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace boardpack::base {
namespace {

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> instance = [] {
    auto made = std::make_shared<spdlog::logger>("boardpack", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%l: %v");
    made->set_level(spdlog::level::warn);
    return made;
  }();
  return *instance;
}

spdlog::level::level_enum levelOf(LogLevel level) {
  switch (level) {
    case LogLevel::Debug:
      return spdlog::level::debug;
    case LogLevel::Info:
      return spdlog::level::info;
    case LogLevel::Warning:
      return spdlog::level::warn;
    case LogLevel::Error:
      return spdlog::level::err;
    case LogLevel::Off:
      break;
  }
  return spdlog::level::off;
}

void write(LogLevel level, std::string_view line) {
  logger().log(levelOf(level), "{}", spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace

void setLogLevel(LogLevel level) { logger().set_level(levelOf(level)); }
void logDebug(std::string_view line) { write(LogLevel::Debug, line); }
void logInfo(std::string_view line) { write(LogLevel::Info, line); }
void logWarning(std::string_view line) { write(LogLevel::Warning, line); }
void logError(std::string_view line) { write(LogLevel::Error, line); }

}  // namespace boardpack::base
