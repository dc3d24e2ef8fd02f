#include "measure/evaluation/groups/shared_groups.hpp"

#include <algorithm>
#include <set>

namespace boardpack::measure {
namespace {

/// In no name of a breakdown.
constexpr char kLedBy = '\x1e';

void collectParts(const MeasureDefinition& definition, const MeasureSet& measures, std::set<std::string>& names) {
  for (const std::string& name : definition.reads) {
    const MeasureDefinition* part = measures.find(name);
    if (part != nullptr && names.insert(name).second) {
      collectParts(*part, measures, names);
    }
  }
}

}  // namespace

std::string leaderOf(const MeasureDefinition& derive, const MeasureSet& measures) {
  std::set<std::string> seen;
  const MeasureDefinition* at = &derive;
  while (at != nullptr && at->formula && seen.insert(at->info.name).second) {
    at = measures.find(firstMeasureOf(*at->formula));
  }
  return at == nullptr ? std::string() : at->info.name;
}

Led ledBy(const MeasureDefinition& derive, const series::BreakdownInfo& info, const MeasureSet& measures) {
  Led led{.info = info, .leader = leaderOf(derive, measures), .id = {}};
  led.id = info.id + kLedBy + std::to_string(info.top) + kLedBy + led.leader;
  return led;
}

std::map<std::string, std::vector<Led>> ledMeasures(const std::vector<const MeasureDefinition*>& order,
                                                    const MeasureSet& measures) {
  std::map<std::string, std::vector<Led>> found;
  for (const MeasureDefinition* definition : order) {
    for (const series::BreakdownInfo& info : definition->info.breakdowns) {
      if (definition->info.kind != series::MeasureKind::Derive || info.top == 0) {
        continue;
      }
      const Led led = ledBy(*definition, info, measures);
      std::set<std::string> parts;
      collectParts(*definition, measures, parts);
      for (const std::string& part : parts) {
        std::vector<Led>& own = found[part];
        const bool is_known = std::any_of(own.begin(), own.end(), [&](const Led& other) { return other.id == led.id; });
        if (!is_known) {
          own.push_back(led);
        }
      }
    }
  }
  return found;
}

void dropLed(series::Series& made) {
  for (std::vector<series::GroupSeries>* groups : {&made.groups, &made.without_rows}) {
    std::erase_if(*groups,
                  [](const series::GroupSeries& group) { return group.breakdown.find(kLedBy) != std::string::npos; });
  }
  std::erase_if(made.refused, [](const series::RefusedBreakdown& refused) {
    return refused.breakdown.find(kLedBy) != std::string::npos;
  });
}

}  // namespace boardpack::measure
