#pragma once
#include "measure/evaluation/areas.hpp"
#include "warehouse/warehouse.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace boardpack::measure {

/// A number of people or households, or why there is none.
struct Inhabitants {
  std::optional<base::Decimal> value;
  std::string reason;
};

/// How many live in the force and its areas, by year.
class Population {
 public:
  Population(const std::vector<warehouse::PopulationRow>& rows, const sdk::Force& force, const Areas& areas);

  /// The force's own row, by its short or full name, else the sum of its lowest areas when each has one.
  Inhabitants ofForce(const std::string& kind, int year) const;
  /// The area's own row, else the sum of the areas inside it when each has one.
  Inhabitants ofArea(const std::string& area, const std::string& level, const std::string& kind, int year) const;

 private:
  Inhabitants row(const std::string& area, const std::string& kind, int year) const;
  Inhabitants sum(const std::vector<std::string>& areas, const std::string& whole, const std::string& kind,
                  int year) const;

  const sdk::Force& force_;
  const Areas& areas_;
  using Key = std::tuple<std::string, std::string, int>;  ///< area, kind, year
  std::map<Key, base::Decimal> values_;
  std::map<Key, bool> contradicted_;
};

}  // namespace boardpack::measure
