#pragma once
#include "base/month.hpp"

#include <boardpack/sdk/date.hpp>

#include <optional>
#include <string>

namespace boardpack::series {

/// One figure of a force, group or country, as its publisher gives it.
struct Comparator {
  std::string measure;
  std::string area_kind;  ///< "force", "country", "region" …
  std::string area;
  base::Month period_end;
  std::string window;  ///< "12 months"
  std::optional<double> numerator, denominator, value;
  std::string unit;  ///< "offences", "per 1,000 people", "% change on the year before", "%"
  std::string method;
  std::string source, place;
  std::string not_available;  ///< why there is no value
  std::optional<sdk::Date> published_on;
  bool publishable = true;
};

/// How many people live in a force's area, by the estimate of the middle of a year.
struct Inhabited {
  std::string area;
  int year = 0;
  double people = 0;
};

}  // namespace boardpack::series
