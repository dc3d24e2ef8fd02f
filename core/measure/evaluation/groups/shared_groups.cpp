#include "measure/evaluation/groups/shared_groups.hpp"

#include <algorithm>
#include <set>

namespace boardpack::measure {
namespace {

/// In no name of a breakdown.
constexpr char kSharedBy = '\x1e';

void collectParts(const MeasureDefinition& definition, const MeasureSet& measures, std::set<std::string>& names) {
  for (const std::string& name : definition.reads) {
    const MeasureDefinition* part = measures.find(name);
    if (part != nullptr && names.insert(name).second) {
      collectParts(*part, measures, names);
    }
  }
}

}  // namespace

std::string chooserOf(const MeasureDefinition& derive, const MeasureSet& measures) {
  std::set<std::string> seen;
  const MeasureDefinition* at = &derive;
  while (at != nullptr && at->formula && seen.insert(at->info.name).second) {
    at = measures.find(firstMeasureOf(*at->formula));
  }
  return at == nullptr ? std::string() : at->info.name;
}

SharedGroups sharedGroupsOf(const MeasureDefinition& derive, const series::BreakdownInfo& info,
                            const MeasureSet& measures) {
  SharedGroups led{.info = info, .chooser = chooserOf(derive, measures), .id = {}};
  led.id = info.id + kSharedBy + std::to_string(info.top) + kSharedBy + led.chooser;
  return led;
}

std::map<std::string, std::vector<SharedGroups>> groupsSharedByMeasure(
    const std::vector<const MeasureDefinition*>& order, const MeasureSet& measures) {
  std::map<std::string, std::vector<SharedGroups>> found;
  for (const MeasureDefinition* definition : order) {
    for (const series::BreakdownInfo& info : definition->info.breakdowns) {
      if (definition->kind != MeasureKind::Derive || info.top == 0) {
        continue;
      }
      const SharedGroups led = sharedGroupsOf(*definition, info, measures);
      std::set<std::string> parts;
      collectParts(*definition, measures, parts);
      for (const std::string& part : parts) {
        std::vector<SharedGroups>& own = found[part];
        const bool is_known =
            std::any_of(own.begin(), own.end(), [&](const SharedGroups& other) { return other.id == led.id; });
        if (!is_known) {
          own.push_back(led);
        }
      }
    }
  }
  return found;
}

void dropSharedGroups(series::Series& made) {
  for (std::vector<series::GroupSeries>* groups : {&made.groups, &made.without_rows}) {
    std::erase_if(
        *groups, [](const series::GroupSeries& group) { return group.breakdown.find(kSharedBy) != std::string::npos; });
  }
  std::erase_if(made.refused, [](const series::RefusedBreakdown& refused) {
    return refused.breakdown.find(kSharedBy) != std::string::npos;
  });
}

}  // namespace boardpack::measure
