#pragma once
#include "statistics/analyse.hpp"

#include <string>
#include <vector>

/// Measures of tests: 36 months that end with December 2025.
namespace boardpack {

inline const base::Month kMonth(2025, 12);

inline series::GroupSeries groupOf(const std::string& breakdown, const std::string& group,
                                   const std::vector<double>& values) {
  series::GroupSeries made;
  made.breakdown = breakdown;
  made.group = group;
  for (std::size_t i = 0; i < values.size(); ++i) {
    made.in(series::Window::Month).push_back(series::Cell::of(values[i]));
    double total = 0;
    for (std::size_t back = 0; i >= 11 && back < 12; ++back) {
      total += values[i - back];
    }
    made.in(series::Window::Mrt)
        .push_back(i >= 11 ? series::Cell::of(total)
                           : series::Cell::missing(series::Symbol::NotAvailable, "no extract covers December 2022"));
  }
  return made;
}

inline series::Series seriesOf(const std::vector<double>& values) {
  series::Series made;
  made.info.name = "robbery";
  made.info.title = "Robbery";
  made.info.better = series::Better::Lower;
  made.info.windows = {series::Window::Month, series::Window::Mrt};
  for (std::size_t i = 0; i < values.size(); ++i) {
    made.months.push_back(kMonth - static_cast<int>(values.size() - 1 - i));
  }
  made.groups.push_back(groupOf("", "", values));
  return made;
}

/// 95 and 105 for three years, six of each a year and 105 in December, in another order each year so that there is no
/// season; `latest` at the end.
inline std::vector<double> steady(double latest) {
  std::vector<double> values;
  for (const char high : std::string("010101010101"
                                     "110010011001"
                                     "00110110010")) {
    values.push_back(high == '1' ? 105 : 95);
  }
  values.push_back(latest);
  return values;
}

}  // namespace boardpack
