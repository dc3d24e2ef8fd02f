#include "findings/charts/chart_kind_rules.hpp"

#include <array>

namespace boardpack::findings {

const ChartKindRules& rulesOf(series::ChartKind kind) {
  static const std::array rules{
#define BOARDPACK_CHART_KIND(name) rulesOf##name(),
      BOARDPACK_CHART_KINDS(BOARDPACK_CHART_KIND)
#undef BOARDPACK_CHART_KIND
  };
  return rules[static_cast<std::size_t>(kind)];
}

}  // namespace boardpack::findings
