#pragma once
#include <string>
#include <utility>
#include <vector>

namespace boardpack::sdk {

/// A table that was laid out for people to read, and how its cells become rows: title lines stand above it, headings
/// run over several rows, and each column is a measure of its own. Every cell below a heading of `values` is one row
/// of the extract, with these columns besides those of `labels`, `rules` and `says`:
///   value          the number in plain digits, with four decimals at the most; blank where there is none
///   not available  why there is none: the words of the mark that stands there
///   base           the number under the heading that ValueColumn::base names, in the same row
///   period end     the last day of the month that a title names ("year ending December 2019")
///   published on   the day the file was last saved, where it says so: it was not published before
///   year           the four digits of "{year}" in the heading
///   place          "Table P1, cell C14"
///
/// Texts are compared as people see them: a line break is a blank, several blanks are one, capitals, blanks at the
/// ends, "[note 1]" and raised footnote digits do not count. Digits that are glued to a word as ordinary letters
/// ("Greater Manchester7,8", "(excluding fraud3)") are footnotes only where the layout says so: "Q1" and "Team 4" are
/// names.

/// A column whose cells say what a row is about.
struct LayoutLabel {
  enum class As {
    Text,      ///< as it stands
    Name,      ///< without footnotes, where the layout has them
    MonthEnd,  ///< a day as dd-mm-yyyy, dd/mm/yyyy or yyyy-mm-dd: the last day of its month
    Year       ///< four digits
  };
  std::string name;  ///< of the extract's column
  /// Headings it may stand under; the first whose cell is not blank gives the text.
  std::vector<std::string> headings;
  As as = As::Name;
  std::vector<std::pair<std::string, std::string>> renames = {};  ///< as found, as kept
};

/// A text that follows from a label: the first rule of a name that holds gives it.
struct LayoutRule {
  std::string name;    ///< of the extract's column
  std::string label;   ///< of `labels`
  std::string begins;  ///< the label's text begins so; "" holds of every text, "?" of one that is not blank
  std::string text;
};

/// A column of numbers.
struct ValueColumn {
  /// Headings it may stand under, by edition. "*" stands for anything, "{year}" for four digits, "{yy}" for two.
  std::vector<std::string> headings;
  std::vector<std::pair<std::string, std::string>> says = {};  ///< extract's column, text; "{year}", "{base year}"
  std::string base = {};                                       ///< heading of the column that it is a rate of
  bool required = true;
};

struct Layout {
  std::string sheet;                     ///< its name, "*" for anything; "" for a CSV file
  std::string begins;                    ///< a heading: its row is the last row of headings
  std::vector<std::string> titles = {};  ///< words before the month and year of the period; none: no title names it
  int heading_rows = 1;                  ///< joined with " | "
  std::string ends = {};                 ///< the row whose first cell begins so is below the table; "": none is
  std::vector<LayoutLabel> labels;
  std::vector<LayoutRule> rules = {};
  std::vector<ValueColumn> values;
  std::vector<std::string> ignored = {};                          ///< headings that are known and left alone
  std::vector<std::pair<std::string, std::string>> missing = {};  ///< mark, what it means: "..", "not available"
  std::vector<std::pair<std::string, std::string>> says = {};     ///< extract's column, text: of every row
  /// The file is refused without the sheet; else the sheet is left alone where `begins` is no heading of it.
  bool required = true;
  bool footnotes = false;  ///< digits glued to the end of headings and names are numbers of notes
};

}  // namespace boardpack::sdk
