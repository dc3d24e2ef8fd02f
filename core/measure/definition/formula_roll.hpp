#pragma once
#include "measure/definition/measure_definition.hpp"

#include <functional>
#include <string>

namespace boardpack::measure {

/// Finds the definition of a measure that a formula reads; its own formula, where it has one, has been rolled down.
using DefinitionOf = std::function<const MeasureDefinition&(const std::string& name)>;

/// A formula, or why there is none and the line of the script that says so.
struct RolledDown {
  Formula formula;
  std::string problem;
  int line = 0;
};

/// Puts every :rolling, :mean and :at of a whole year down to the measures it is made of, so that a quotient over
/// several months is one of sums and never a mean of quotients: (a / b):rolling(12) becomes a:rolling(12) /
/// b:rolling(12), and of a share the sums of its numerators and denominators are taken. What cannot be put together
/// from months is refused with the reason.
RolledDown rollDown(const Formula& formula, const DefinitionOf& definition_of);

}  // namespace boardpack::measure
