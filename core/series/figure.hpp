#pragma once
#include <functional>
#include <optional>
#include <string>

namespace boardpack::series {

/// One line of figures.csv: a published number, or the symbol in its place.
struct Figure {
  std::string force;
  std::string measure;
  std::string breakdown;  ///< "" for the force
  std::string group;
  std::string period;     ///< the month it is told for, "2025-12": a window is that of series::monthsOf
  std::string window;     ///< a windowName(): "month", "mrt", "ytd", …
  std::string statistic;  ///< README.md lists them
  std::string reference;  ///< of previous, change and change_pct: a referenceName(), or the label of a named one
  std::optional<double> value;
  std::string symbol;  ///< in the value's place, or the marks and the bound beside it: "[b] [p]", "[over]"
};

/// Takes one figure; it stands for the length of the call.
using TakeFigure = std::function<void(const Figure& figure)>;

}  // namespace boardpack::series
