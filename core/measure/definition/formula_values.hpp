#pragma once
#include "measure/definition/formula.hpp"
#include "measure/definition/formula_readings.hpp"
#include "series/series.hpp"

#include <string>

namespace boardpack::measure {

/// The values of one group that a formula is taken over.
class FormulaValues {
 public:
  virtual ~FormulaValues() = default;
  /// Of a measure that the formula reads, over a window that ends in a month; `least_behind` is the count behind it.
  virtual series::Cell cell(const std::string& measure, series::Window window, base::Month month) const = 0;
  /// The periods of that value and the events that break its series. Where nothing is said, none does.
  virtual Reading reading(const std::string& measure, series::Window window, base::Month month) const;
};

/// The value of a formula for one month and window. A missing part gives its own symbol and reason (the first one's
/// where several are missing); division by zero is not applicable. Marks of the parts stay; a figure that is only known
/// as over or under something gives no value. `least_behind` is the smallest of the counts behind the parts. Values of
/// several periods are set against each other only where no event breaks the series between or within them: else the
/// value is not applicable, with the event's name. A value of one period that an event breaks is marked [b].
series::Cell evaluate(const FormulaNode& formula, const FormulaValues& values, series::Window window,
                      base::Month month);

}  // namespace boardpack::measure
