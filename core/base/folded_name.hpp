#pragma once
#include <string>
#include <string_view>

namespace boardpack::base {

/// A name as two systems that write it differently both have it: without regard to capitals, blanks, hyphens and
/// dashes, apostrophes and full stops, and with "and" for "&". "STOCKTON  ON TEES" and "Stockton-on-Tees" are one, and
/// nothing that reads differently is.
std::string foldedName(std::string_view name);

}  // namespace boardpack::base
