#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace boardpack::base {

/// What may stand in a text that an output shows, decided once for all that texts come from. Not to be shown are
///   - control characters (U+0000 to U+001F, U+007F to U+009F) and the separators of lines and paragraphs (U+2028,
///     U+2029): a part of a workbook or paper that holds one does not open, and a terminal obeys it;
///   - what Unicode never gives a character (U+FFFE, U+FFFF and their like, U+FDD0 to U+FDEF): the same;
///   - what cannot be seen: marks that turn the direction of writing, blanks of no width, byte order marks within a
///     text, soft hyphens, variation selectors and fillers. Two names that differ by one look the same and are not.
/// In a cell of a table one of the first two is read as a blank, and one of the third is left out. In what people write
/// in a script, a template or a plugin it is a fault, told with its number and place.

/// Text of one line as an output may hold it: see above. Line breaks and tabs become blanks. `utf8` is UTF-8.
std::string shownText(std::string_view utf8);

/// The first character of the text that is not to be shown, as "U+FFFE, which is no character"; "" when there is none.
/// `many_lines` lets line breaks and tabs pass.
std::string badCharacter(std::string_view utf8, bool many_lines = false);

/// The same cleaning in place of text that has lines and a separator: LF, CR, tab and NUL stay as they are. Gives the
/// new size, and adds to `changed` how many characters were changed or left out. `utf8` ends between characters.
std::size_t cleanInPlace(char* utf8, std::size_t size, std::uint64_t& changed);

/// What two names have in common that nobody would tell apart, and that a spreadsheet takes for one name: Unicode's
/// folding of case and of compatible letters ("ÉTÉ" and "été", "Straße" and "STRASSE"). For comparing only.
std::string folded(std::string_view utf8);

/// A text for a cell of a file of comma-separated values that people may open in a spreadsheet: what it would run as a
/// formula, or take for a number, since it begins with "=", "+", "-" or "@", has an apostrophe before it, which is how
/// a spreadsheet itself marks a text; so has a text that begins with one. Numbers are never written by it.
std::string markedAsText(std::string_view text);
/// What markedAsText() was given.
std::string_view withoutTextMark(std::string_view marked);

}  // namespace boardpack::base
