#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace boardpack::warehouse {

// How the text of one cell is read; nothing when it is not of that form. Pure: no clock, locale or zone table.

/// "2025-03": days since 1970-01-01 of the first of the month.
std::optional<std::int64_t> monthCell(std::string_view text);
/// "2025-03-07": days since 1970-01-01.
std::optional<std::int64_t> dayCell(std::string_view text);
/// "2025-06-30T23:00:00+00:00", also with "Z", a space for the T, or another offset: seconds since
/// 1970-01-01T00:00:00 on the clock of the UK.
std::optional<std::int64_t> utcTimeCell(std::string_view text);
/// "07/03/2025" or "7/3/2025": days since 1970-01-01.
std::optional<std::int64_t> ukDayCell(std::string_view text);
/// "2025-03-07 14:05", a T for the space, or with seconds: seconds since 1970-01-01T00:00:00 on the same clock.
std::optional<std::int64_t> localTimeCell(std::string_view text);
/// "07/03/2025 14:05", or with seconds: the same.
std::optional<std::int64_t> ukLocalTimeCell(std::string_view text);
/// "True" or "False", in any case.
std::optional<bool> yesNoCell(std::string_view text);
/// "Y", "N", "Yes", "No", "True", "False", "1" or "0", in any case.
std::optional<bool> flagCell(std::string_view text);
/// Digits alone, up to 14: ten-thousandths.
std::optional<std::int64_t> wholeCell(std::string_view text);
/// "-1,234.50" or "£1,234": ten-thousandths. Commas stand between groups of three digits or not at all.
std::optional<std::int64_t> amountCell(std::string_view text);
/// "536", "8:56" or "1:08:56": ten-thousandths of a second.
std::optional<std::int64_t> secondsCell(std::string_view text);
/// Digits with an optional point and up to four decimals: ten-thousandths.
std::optional<std::int64_t> numberCell(std::string_view text);
/// "Redcar and Cleveland 012B": the name without its last five characters.
std::optional<std::string_view> lsoaDistrictCell(std::string_view text);

}  // namespace boardpack::warehouse
