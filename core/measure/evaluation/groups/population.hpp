#pragma once
#include "measure/evaluation/groups/areas.hpp"
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
  bool is_contradicted = false;
};

/// Years that an estimate may be older than the period it is taken for: that of mid-2025 comes out in the summer of
/// 2026, and the national tables go as far back (they take the year ending March 2018 of mid-2016).
inline constexpr int kOldestPopulation = 2;

/// How many live in the force and its areas, by year.
class Population {
 public:
  Population(const std::vector<warehouse::PopulationRow>& rows, const sdk::Force& force, const Areas& areas);

  /// Of the year, else of the latest of the kOldestPopulation years before. The force's own row that is kept by hand,
  /// by its short or full name, else the sum of its lowest areas when each has one, else its row in a published table.
  Inhabitants ofForce(const std::string& kind, int year) const;
  /// Of the year or an earlier one, as ofForce(). The area's own row, else the sum of the areas inside it when each has
  /// one.
  Inhabitants ofArea(const std::string& area, const std::string& level, const std::string& kind, int year) const;

 private:
  Inhabitants ofForceIn(const std::string& kind, int year) const;
  Inhabitants ofAreaIn(const std::string& area, const std::string& level, const std::string& kind, int year) const;
  Inhabitants published(const std::string& kind, int year) const;
  Inhabitants row(const std::string& area, const std::string& kind, int year) const;
  Inhabitants sum(const std::vector<std::string>& areas, const std::string& whole, const std::string& kind,
                  int year) const;

  using Key = std::tuple<std::string, std::string, int>;  ///< area, kind, year
  void addPublished(const Key& key, const warehouse::PopulationRow& row);
  /// The area or force that a name kept by hand is of, however it is written; the name itself where it is of none.
  std::string knownAs(const std::string& name) const;

  const sdk::Force& force_;
  const Areas& areas_;
  std::map<Key, base::Decimal> values_;
  std::map<Key, bool> contradicted_;
  std::map<Key, warehouse::PopulationRow> published_;  ///< of forces, in the table published last
  std::map<Key, bool> published_doubted_;
};

}  // namespace boardpack::measure
