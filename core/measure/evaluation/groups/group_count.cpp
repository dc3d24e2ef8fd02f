#include "measure/evaluation/groups/group_count.hpp"

namespace boardpack::measure {

void checkGroupCount(const std::string& measure, const std::string& breakdown, std::size_t groups) {
  if (groups > kMostGroups) {
    throw TooManyGroups("'" + measure + "' by " + breakdown + " has " + std::to_string(groups) +
                        " groups, more than 60 groups: no table or chart of that many can be read, so only its other "
                        "figures are shown. Name a coarser breakdown, or keep the largest groups and the rest as "
                        "\"Other\" with `top`, as in by = { { \"offence\", top = 20 } }.");
  }
}

void addBreakdown(series::Series& made, const std::string& breakdown, const std::function<void()>& add) {
  const std::size_t groups = made.groups.size();
  const std::size_t without_rows = made.without_rows.size();
  try {
    add();
  } catch (const TooManyGroups& refusal) {
    made.groups.resize(groups);
    made.without_rows.resize(without_rows);
    made.refused.push_back({breakdown, refusal.sentence()});
  }
}

}  // namespace boardpack::measure
