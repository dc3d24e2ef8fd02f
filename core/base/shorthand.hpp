#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace boardpack::base {

/// What a publisher says by a mark in a number's place, a clause: "withheld by the source as confidential". Known are
/// the shorthand of the Government Statistical Service ("[c]", "[x]", "[z]", "[low]", "[u]" …), with its brackets or
/// without, two in a row ("[u][r]"), and other marks of up to four characters without a digit ("*", "..", "n/a").
/// Nothing for other texts and for numbers, also those with a mark behind them ("1.189R"): whether that is the figure
/// cannot be known.
std::optional<std::string> shorthandMeaning(std::string_view text);

}  // namespace boardpack::base
