#pragma once
#include "series/series.hpp"

#include <vector>

/// A count of the force that ends with `last`, one value a month.
inline boardpack::series::Series makeSeries(boardpack::base::Month last, const std::vector<double>& values) {
  using namespace boardpack;
  series::Series made;
  made.info.name = "robbery";
  made.info.title = "Robbery";
  made.info.windows = {series::Window::Month};
  series::GroupSeries force;
  for (std::size_t i = 0; i < values.size(); ++i) {
    made.months.push_back(last - static_cast<int>(values.size() - 1 - i));
    force.in(series::Window::Month).push_back(series::Cell::of(values[i]));
  }
  made.groups.push_back(force);
  return made;
}
