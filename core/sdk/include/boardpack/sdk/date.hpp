#pragma once
#include <compare>

namespace boardpack::sdk {

/// A day of the calendar. A plugin's dates are literals; `base` parses and checks those that people type.
struct Date {
  int year = 0;
  int month = 0;  ///< 1 to 12
  int day = 0;    ///< 1 to 31
  auto operator<=>(const Date&) const = default;
};

}  // namespace boardpack::sdk
