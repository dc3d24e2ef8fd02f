#include "measure/evaluation/groups/population.hpp"

#include "base/folded_name.hpp"

#include <algorithm>
#include <set>

namespace boardpack::measure {
namespace {

/// Estimates are of the middle of the year, and of the areas that there are then.
base::Month middleOf(int year) { return base::Month(year, 6); }

Inhabitants none(const std::string& area, const std::string& kind, int year) {
  return {.value = {}, .reason = "no number of " + kind + " in " + area + " for " + std::to_string(year)};
}

template <typename Of>
Inhabitants ofLatestYear(int year, const Of& of) {
  const Inhabitants found = of(year);
  for (int earlier = year - 1; !found.value && !found.is_contradicted && earlier >= year - kOldestPopulation;
       --earlier) {
    const Inhabitants before = of(earlier);
    if (before.value || before.is_contradicted) {
      return before;
    }
  }
  return found;
}

}  // namespace

Population::Population(const std::vector<warehouse::PopulationRow>& rows, const sdk::Force& force, const Areas& areas)
    : force_(force), areas_(areas) {
  for (const warehouse::PopulationRow& row : rows) {
    if (!row.area_kind.empty()) {
      addPublished({row.area, row.kind, row.year}, row);
      continue;
    }
    const Key key{knownAs(row.area), row.kind, row.year};
    const auto [known, is_new] = values_.emplace(key, row.value);
    if (!is_new && known->second != row.value) {
      contradicted_[key] = true;
    }
  }
}

std::string Population::knownAs(const std::string& name) const {
  std::set<std::string> names = {force_.short_name, force_.name};
  for (const sdk::Area& area : force_.areas) {
    names.insert(area.name);
  }
  if (names.contains(name)) {
    return name;
  }
  const std::string folded = base::foldedName(name);
  std::erase_if(names, [&folded](const std::string& each) { return base::foldedName(each) != folded; });
  return names.size() == 1 ? *names.begin() : name;
}

void Population::addPublished(const Key& key, const warehouse::PopulationRow& row) {
  if (row.area_kind != "force") {
    return;  // a region may bear the name of a force
  }
  const auto [known, is_new] = published_.emplace(key, row);
  if (is_new) {
    return;
  }
  const auto& before = known->second.published_on;
  const bool is_later = row.published_on && (!before || *before < *row.published_on);
  if (is_later) {
    known->second = row;
    published_doubted_.erase(key);
  } else if (before == row.published_on && known->second.value != row.value) {
    published_doubted_[key] = true;
  }
}

Inhabitants Population::published(const std::string& kind, int year) const {
  for (const std::string& name : {force_.short_name, force_.name}) {
    const Key key{name, kind, year};
    if (published_doubted_.contains(key)) {
      return {.value = {},
              .reason = "two different numbers of " + kind + " in " + name + " for " + std::to_string(year),
              .is_contradicted = true};
    }
    if (const auto found = published_.find(key); found != published_.end()) {
      return {.value = found->second.value, .reason = {}};
    }
  }
  return none(force_.short_name, kind, year);
}

Inhabitants Population::row(const std::string& area, const std::string& kind, int year) const {
  const Key key{area, kind, year};
  const auto found = values_.find(key);
  if (found == values_.end()) {
    return none(area, kind, year);
  }
  if (contradicted_.contains(key)) {
    return {.value = {},
            .reason = "two different numbers of " + kind + " in " + area + " for " + std::to_string(year),
            .is_contradicted = true};
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
  return ofLatestYear(year, [&](int tried) { return ofForceIn(kind, tried); });
}

Inhabitants Population::ofArea(const std::string& area, const std::string& level, const std::string& kind,
                               int year) const {
  return ofLatestYear(year, [&](int tried) { return ofAreaIn(area, level, kind, tried); });
}

Inhabitants Population::ofForceIn(const std::string& kind, int year) const {
  for (const std::string& name : {force_.short_name, force_.name}) {
    // A council may bear the force's name (Wiltshire): its row is the council's alone.
    if (!areas_.isArea(name) && values_.contains(Key{name, kind, year})) {
      return row(name, kind, year);
    }
  }
  const Inhabitants total = sum(areas_.areasOf(areas_.lowestLevel(), middleOf(year)), force_.short_name, kind, year);
  if (total.value || total.is_contradicted) {
    return total;
  }
  const Inhabitants given = published(kind, year);
  return given.value || given.is_contradicted ? given : total;
}

Inhabitants Population::ofAreaIn(const std::string& area, const std::string& level, const std::string& kind,
                                 int year) const {
  const std::vector<std::string> inside = areas_.lowestIn(area, level, middleOf(year));
  const bool is_shared_name = level != areas_.lowestLevel() && inside != std::vector<std::string>{area} &&
                              std::find(inside.begin(), inside.end(), area) != inside.end();
  if (!is_shared_name && values_.contains(Key{area, kind, year})) {
    return row(area, kind, year);
  }
  return level == areas_.lowestLevel() ? row(area, kind, year) : sum(inside, area, kind, year);
}

}  // namespace boardpack::measure
