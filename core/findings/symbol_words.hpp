#pragma once
#include "series/series.hpp"

#include <string>

namespace boardpack::findings {

/// What a symbol stands for: "not available".
std::string symbolWords(series::Symbol symbol);

}  // namespace boardpack::findings
