#include "series/register.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::series {

bool Event::touches(const std::string& measure) const {
  return measures.empty() || std::find(measures.begin(), measures.end(), measure) != measures.end();
}

std::string Event::areasInWords() const {
  constexpr std::size_t kMostNamed = 3;
  if (areas.size() <= kMostNamed) {
    return base::joinWords(areas);
  }
  // The areas of an event stand before those that lie in them.
  return areas.front() + " and " + std::to_string(areas.size() - 1) + " other areas";
}

}  // namespace boardpack::series
