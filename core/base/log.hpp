#pragma once
#include <string_view>

namespace boardpack::base {

/// The log: plain lines on standard error. Nothing that is logged quotes a cell or an engine's message.
enum class LogLevel { Debug, Info, Warning, Error, Off };

void setLogLevel(LogLevel level);
void logDebug(std::string_view line);
void logInfo(std::string_view line);
void logWarning(std::string_view line);
void logError(std::string_view line);

}  // namespace boardpack::base
