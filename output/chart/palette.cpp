#include "chart/palette.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/tables.hpp>

namespace boardpack::chart {

bool isRemainder(std::string_view group) {
  if (group == sdk::kOutsideForce || group == sdk::kAreaNotKnown) {
    return true;
  }
  const std::string name = base::lower(group);
  return name == "unknown" || name.ends_with("not known");
}

}  // namespace boardpack::chart
