#pragma once
#include "series/series.hpp"

#include <boardpack/sdk/error.hpp>

#include <cstddef>
#include <functional>
#include <string>

namespace boardpack::measure {

/// A table or chart of more groups than this shows nothing.
inline constexpr std::size_t kMostGroups = 60;

/// A breakdown has more groups than that. The measure can be shown without it.
class TooManyGroups : public sdk::Error {
 public:
  explicit TooManyGroups(std::string sentence) : sdk::Error(sdk::ErrorKind::Script, std::move(sentence)) {}
};

/// Throws TooManyGroups.
void checkGroupCount(const std::string& measure, const std::string& breakdown, std::size_t groups);

/// Runs what adds the groups of one breakdown to a series. Where there are too many, the series has none of them and
/// says why (series::Series::refused): a rare row never takes the force's figure with it.
void addBreakdown(series::Series& made, const std::string& breakdown, const std::function<void()>& add);

}  // namespace boardpack::measure
