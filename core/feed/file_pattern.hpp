#pragma once
#include "base/month.hpp"

#include <optional>
#include <string>

namespace boardpack::feed {

/// What a file's name says to a pattern such as "{month}-cleveland-street.csv".
struct NameMatch {
  bool matches = false;
  std::optional<base::Month> month;  ///< of a pattern with "{month}"
  std::optional<sdk::Date> date;     ///< of a pattern with "{date}"
  std::string not_a_month;           ///< what stands in the place of the month when that is none of the calendar
  std::string not_a_date;            ///< the same of the day
};

/// In a pattern with neither "{month}" nor "{date}", "*" stands for any text. The name may also end in ".gz"; capitals
/// do not matter. Something else than digits and dashes in the place of the month or day is no match.
NameMatch matchName(const std::string& pattern, const std::string& file_name);

}  // namespace boardpack::feed
