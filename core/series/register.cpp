#include "series/register.hpp"

#include <algorithm>

namespace boardpack::series {

bool Event::touches(const std::string& measure) const {
  return measures.empty() || std::find(measures.begin(), measures.end(), measure) != measures.end();
}

}  // namespace boardpack::series
