#include "measure/evaluation/population.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

Inhabitants none(const std::string& area, const std::string& kind, int year) {
  return {.value = {}, .reason = "no population for " + std::to_string(year) + " (" + kind + ", " + area + ")"};
}

}  // namespace

Population::Population(const std::vector<warehouse::PopulationRow>& rows, const sdk::Force& force, const Areas& areas)
    : force_(force), areas_(areas) {
  for (const warehouse::PopulationRow& row : rows) {
    const Key key{row.area, row.kind, row.year};
    const auto [known, is_new] = values_.emplace(key, row.value);
    if (!is_new && known->second != row.value) {
      contradicted_[key] = true;
    }
  }
}

Inhabitants Population::row(const std::string& area, const std::string& kind, int year) const {
  const Key key{area, kind, year};
  const auto found = values_.find(key);
  if (found == values_.end()) {
    return none(area, kind, year);
  }
  if (contradicted_.contains(key)) {
    return {.value = {},
            .reason = "two different populations for " + std::to_string(year) + " (" + kind + ", " + area + ")"};
  }
  return {.value = found->second, .reason = {}};
}

Inhabitants Population::sum(const std::vector<std::string>& areas, const std::string& whole, const std::string& kind,
                            int year) const {
  if (areas.empty()) {
    return none(whole, kind, year);
  }
  base::Decimal total;
  for (const std::string& area : areas) {
    const Inhabitants found = row(area, kind, year);
    if (!found.value) {
      return found;
    }
    total += *found.value;
  }
  return {.value = total, .reason = {}};
}

Inhabitants Population::ofForce(const std::string& kind, int year) const {
  for (const std::string& name : {force_.short_name, force_.name}) {
    // A council may bear the force's name (Wiltshire): its row is the council's alone.
    if (!areas_.isArea(name) && values_.contains(Key{name, kind, year})) {
      return row(name, kind, year);
    }
  }
  const Inhabitants total = sum(areas_.areasOf(areas_.lowestLevel()), force_.short_name, kind, year);
  return total;
}

Inhabitants Population::ofArea(const std::string& area, const std::string& level, const std::string& kind,
                               int year) const {
  const std::vector<std::string> inside = areas_.lowestIn(area, level);
  const bool is_shared_name = level != areas_.lowestLevel() && inside != std::vector<std::string>{area} &&
                              std::find(inside.begin(), inside.end(), area) != inside.end();
  if (!is_shared_name && values_.contains(Key{area, kind, year})) {
    return row(area, kind, year);
  }
  return level == areas_.lowestLevel() ? row(area, kind, year) : sum(inside, area, kind, year);
}

}  // namespace boardpack::measure
