#pragma once
#include "ooxml/number_format.hpp"
#include "ooxml/sheet_cells.hpp"

#include <string>
#include <string_view>

namespace boardpack::ooxml {

// What the values of cells become. Private to this folder; pure.

/// A number of an xlsx file with the format it is shown by.
SheetCell numberByFormat(std::string_view text, const NumberFormat& format, bool from_1904);
/// A day of an xlsx file that is kept as text: "2025-12-11T00:00:00.000", "2025-11-01Z", "08:56:00".
SheetCell dayByFormat(std::string_view text, const NumberFormat& format);

/// A day of ods, as dayByFormat() reads it. A time of ods, "PT36H00M00S", with the text that the sheet shows.
SheetCell dayOf(std::string_view text);
SheetCell timeOf(std::string_view text, std::string_view shown);
/// A number of ods, with the text that the sheet shows ("" where the file does not say): a text that is another number
/// makes it Unlike.
SheetCell numberAsShown(std::string_view text, std::string_view shown);

/// A text, or what it is if it is an error of a spreadsheet, or its format changes it.
SheetCell asText(SheetCell text, bool is_changed);

void appendUtf8(char32_t character, std::string& text);

}  // namespace boardpack::ooxml
