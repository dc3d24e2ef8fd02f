#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::base {

std::string_view trim(std::string_view text);
std::string lower(std::string_view ascii);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// "a", "a and b", "a, b and c".
std::string joinWords(const std::vector<std::string>& parts);
bool isUtf8(std::string_view text);
/// The text without control characters and with invalid bytes shown as U+FFFD, cut at a character boundary after
/// `most` bytes: what may stand in a message.
std::string printable(std::string_view text, std::size_t most = 60);
/// The candidate a person most likely meant; nothing when none is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);
/// " Did you mean 'recorded_on'?", or "" when nothing is near.
std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates);
/// A file name's worth of a label: lower case letters, digits and single dashes.
std::string slug(std::string_view text);
/// "1 row", "2 rows", "1,234 rows": a whole number with its noun.
std::string countOf(std::int64_t count, std::string_view singular, std::string_view plural);

/// Numbers as people read them, whatever the locale of the machine: comma thousands, a point, rounded half away from
/// zero, no minus before a zero. `decimals` 0 to 6.
std::string formatNumber(double value, int decimals = 0);
/// The same with "+" before what is above zero.
std::string formatSigned(double value, int decimals = 0);
/// The shortest text that reads back as the same number, with a point and no exponent below 1e15: for CSV and JSON.
std::string exactNumber(double value);
std::optional<double> parseNumber(std::string_view text);
/// "1,234,567.5" without its commas. Nothing when they do not stand between thousands, as in "0,500", "12345,678" and
/// "12,34": a comma elsewhere is the decimal mark of another country, or a slip.
std::optional<std::string> withoutThousands(std::string_view text);
/// Whether the text is an error as spreadsheets show it: "#DIV/0!" and "#N/A" of any of them, "Err:502" of LibreOffice.
bool isSheetError(std::string_view text);
/// Whether the text names a total of other rows: "Total", "Grand total:", "Sub-total".
bool isTotalWord(std::string_view text);

}  // namespace boardpack::base
