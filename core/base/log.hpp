#pragma once
#include <string_view>

namespace boardpack::base {

/// The log: plain lines on standard error. Nothing that is logged quotes a cell or an engine's message.
/// `Warning` is what a quiet run still says.
enum class LogLevel { Info, Warning };

void setLogLevel(LogLevel level);
void logInfo(std::string_view line);
void logWarning(std::string_view line);

}  // namespace boardpack::base
