#pragma once
#include "series/series.hpp"

#include <string>

namespace boardpack::findings {

/// "2 of 302 rows", "up to 3 of 302 rows"; "" when none was rejected.
std::string rejectedWords(const series::RejectedRows& rejected);

/// "2 of 302 rows of December 2025 and 5 of 3,640 rows of the 12 months to December 2025 could not be read and are left
/// out.": of the values told for a month over the shortest window and over 12 months. "" when nothing is missing.
std::string rejectedSentence(const series::Series& series, base::Month month);

}  // namespace boardpack::findings
