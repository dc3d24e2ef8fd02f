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
/// "True" or "False", in any case.
std::optional<bool> yesNoCell(std::string_view text);
/// Digits with an optional point and up to four decimals: ten-thousandths.
std::optional<std::int64_t> numberCell(std::string_view text);
/// "Redcar and Cleveland 012B": the name without its last five characters.
std::optional<std::string_view> lsoaDistrictCell(std::string_view text);

}  // namespace boardpack::warehouse
