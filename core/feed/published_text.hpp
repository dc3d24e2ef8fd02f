#pragma once
#include "base/month.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::feed {

// How the texts of a published table are read. Pure: no clock, no locale.

/// As people see it: line breaks and blanks that do not break are blanks, several blanks are one, none at the ends.
std::string seenAs(std::string_view cell);
/// Digits that are glued to a word: the numbers of notes, or part of the name.
enum class GluedDigits { Notes, Name };
/// Without "[note 1]" and, where they are notes, without digits glued to a word or a bracket ("Cambridgeshire9",
/// "(excluding fraud3)", "North West 7,8"): one or two digits each, so that "rounded to 100" stays.
std::string withoutFootnotes(std::string_view seen, GluedDigits digits);
/// What two headings are compared by: as seen, without footnotes, in small letters; the first 300 bytes.
std::string headingOf(std::string_view text, GluedDigits digits);

/// What stands in the places of a pattern.
struct PatternFit {
  std::string year;        ///< of "{year}": four digits
  std::string short_year;  ///< of "{yy}": two digits
};
/// Whether a heading, as headingOf() gives it, is the pattern, in which "*" stands for any text.
std::optional<PatternFit> fitPattern(std::string_view pattern, std::string_view heading);

/// The month that ends the period which a title names.
struct TitlePeriod {
  std::optional<base::Month> month;  ///< nothing when it names none
  std::optional<base::Month> other;  ///< of a second one that it names: which of them the table tells of is not known
};
/// Months that follow one of the words in a title: "year ending December 2019", "year ending June 18", with footnote
/// digits glued to the year or not. Of two that are set against each other ("… compared with …", "… to …") it is the
/// later; what is said of the next release ("(next release: year ending March 2020)") is left aside.
TitlePeriod periodOfTitle(std::string_view title, const std::vector<std::string>& words);

/// A number as people write it ("17,002", "-3.5") in plain digits; nothing when it is none or its commas do not stand
/// between thousands.
std::optional<std::string> numberOf(std::string_view text);

/// A day as dd-mm-yyyy, dd/mm/yyyy or yyyy-mm-dd: the last day of its month as yyyy-mm-dd. A period ends with its
/// month, so "30-12-2017" is 2017-12-31.
std::optional<std::string> monthEndOf(std::string_view text);

}  // namespace boardpack::feed
