#pragma once
#include <string>

namespace boardpack::tests {

/// The exit code of a test program of which nothing failed and something was skipped: ctest shows it as skipped.
inline constexpr int kSkipped = 77;

/// Says that the running test case looks at nothing, and why.
void skip(const std::string& why);

}  // namespace boardpack::tests
