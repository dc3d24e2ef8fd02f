#include "findings/chart_subject.hpp"

#include <algorithm>

namespace boardpack::findings {

bool ChartSubject::draws(const std::string& group) const {
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

}  // namespace boardpack::findings
