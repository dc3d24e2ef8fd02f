#pragma once
#include "measure/definition/measure_definition.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The measures to be computed, each after those it reads, and those that cannot be, with the reason in words.
struct Order {
  std::vector<const MeasureDefinition*> measures;
  std::map<std::string, std::string> failures;  ///< by name: it reads itself, or there is no such measure
};

/// `first` and all that it reads. Measures that read each other in a ring fail, each with the ring named.
Order orderOf(const std::vector<const MeasureDefinition*>& first, const MeasureSet& measures);

/// The first month that the values of these measures are read for, when they are shown from `first_shown` on: formulas
/// may read earlier months, and so may those that read them.
base::Month firstRead(const std::vector<const MeasureDefinition*>& order, base::Month first_shown);

/// The measures of an order in stages: each reads only what earlier stages have.
std::vector<std::vector<const MeasureDefinition*>> stagesOf(const std::vector<const MeasureDefinition*>& order);

/// The measures that one of these is made from: it may read windows that they do not show.
std::set<std::string> readByOthers(const std::vector<const MeasureDefinition*>& order);

}  // namespace boardpack::measure
