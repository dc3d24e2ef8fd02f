#pragma once
#include "series/analysis.hpp"

#include <set>
#include <string>
#include <vector>

namespace boardpack::findings {

/// As many measures must share a caveat for it to be said once, at the front, and not with each of them. An event that
/// names no measures concerns all, and is said at the front from two on.
inline constexpr std::size_t kSeveral = 3;

/// What several measures of a pack share: an event, months that no extract covers, rows that could not be read.
struct SharedCaveats {
  std::vector<std::string> sentences;  ///< for the front of a paper, with the measures where they are not all
  std::set<std::string> said;          ///< the sentences and reasons that no measure's own words say again
};

SharedCaveats sharedCaveats(const std::vector<series::Analysed>& measures, base::Month pack_month);

}  // namespace boardpack::findings
