#pragma once
#include "base/month.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::paper {

/// Months named in a text: "March 2024, June to August 2024 and May 2025".
struct MonthList {
  std::size_t at = 0;
  std::size_t length = 0;
  std::vector<base::Month> months;  ///< in order, each once
};

/// The one list of months of a text; nothing when it names none, or names more elsewhere.
std::optional<MonthList> monthListIn(const std::string& text);

/// The same months as few words: "October 2024", "October 2024 to May 2025", "3 months from May 2024 to December 2024".
std::string monthsWords(const std::vector<base::Month>& months);

}  // namespace boardpack::paper
