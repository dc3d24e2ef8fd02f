#pragma once
#include "base/month.hpp"
#include "series/register.hpp"

#include <string>
#include <vector>

namespace boardpack::measure {

/// An event that breaks the series of a group, or that of a part of it alone.
struct Break {
  const series::Event* event = nullptr;
  bool is_of_part = false;
};

/// A period that a value was worked out from, of one measure.
struct Reading {
  const std::vector<Break>* breaks = nullptr;  ///< of the measure, in the group
  base::MonthRange told{};                     ///< the period that the value is told for
  base::MonthRange read{};                     ///< all that it is made of
};

class Readings {
 public:
  /// What nothing breaks is not kept.
  void add(Reading reading);
  void add(const Readings& others);
  /// Makes one period of those of each measure: a sum over months.
  void span();
  /// The event that forbids setting these periods against each other: they are not one period, and lie on both sides of
  /// it or are broken by it. nullptr: none does.
  const series::Event* between() const;
  /// Whether any break lies between or within the periods.
  bool areBroken() const;

 private:
  std::vector<Reading> all_;
};

}  // namespace boardpack::measure
