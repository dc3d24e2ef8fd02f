#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace boardpack::ooxml {

/// A number as a workbook keeps it ("89.04077278678811", "1.1899848037164469E-2", "5.013284e6") in plain digits, with
/// every digit it has and no more; nothing when it is none, or needs more than 400 digits.
std::optional<std::string> plainDigits(std::string_view text);

/// The number in plain digits rounded half away from zero to `decimals` places, without zeros at the end.
std::string rounded(std::string_view plain_digits, std::size_t decimals);

/// The number in plain digits as a spreadsheet shows it, to 15 digits: 12.300000000000001 is what it keeps of 12.3.
std::string asShown(std::string_view plain_digits);

/// A day and time of day as a spreadsheet counts them (days since 1899-12-30, or 1904-01-01): "2019-12-31", or
/// "2019-12-31T14:30:00" when there is a time of day. Nothing outside 1900-03-01 to 2199-12-31: the first two months of
/// 1900 are counted wrongly by Excel.
std::optional<std::string> dayOfSerial(std::string_view plain_digits, bool from_1904);

}  // namespace boardpack::ooxml
