#pragma once
#include "base/digest.hpp"
#include "base/month.hpp"
#include "warehouse/feed_mapping.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace boardpack::warehouse {

/// What a cell became: a value of its column's type, unknown, or the reason its row is rejected.
struct CellValue {
  const char* problem = nullptr;  ///< in plain words; never quotes the cell
  bool is_known = false;
  /// Day: days; Time: microseconds; Number: ten-thousandths; Boolean: 0 or 1; Text from a list: its place there
  std::int64_t number = 0;
  std::string_view text;  ///< Text: valid as long as the cell, the feed and the force
  base::Key128 key;
  /// What is to be told of a row that is loaded with the cell.
  enum class Told : std::uint8_t {
    Nothing,
    UnknownText,  ///< not in the list of codes, and so not known
    Placed,       ///< an area of the force
    NoArea,       ///< blank, or a text for "not known"
    Unplaced      ///< a name that is no area of the force: `name`
  } told = Told::Nothing;
  std::string_view name;  ///< as `text`
};

/// Which days the rows of a file may have, and when it was made.
struct FileDates {
  sdk::Date first;
  sdk::Date last;
  std::optional<sdk::Date> extracted_on;
  bool is_named_month = true;  ///< for words: the file is of one month, which its name says
};

/// Reads the cells of one column of a route, one after another.
class CellReader {
 public:
  /// The rule and the digest must outlive it.
  CellReader(const CellRule& rule, const FileDates& dates, base::KeyDigest& keys);

  const CellRule& rule() const { return *rule_; }
  CellValue read(std::string_view cell);
  /// The day that a date's cell names, in days since 1970-01-01, be it one that the file covers or not.
  std::optional<std::int64_t> dayIn(std::string_view cell) const;

 private:
  CellValue readKey(std::string_view cell);
  CellValue readKnown(std::string_view cell);
  CellValue readDate(std::string_view cell) const;
  CellValue readCode(std::string_view cell) const;
  CellValue readLsoa(std::string_view cell) const;
  CellValue readAreaText(std::string_view cell) const;
  CellValue placed(std::string_view cell, CellValue value) const;
  bool isAreaInFile(std::string_view name) const;
  CellValue readCodes(std::string_view cell);

  const CellRule* rule_;
  base::KeyDigest* keys_;
  FileDates dates_;
  std::int64_t first_day_;
  std::int64_t last_day_;
  std::string several_;  ///< what a cell of several codes became, for the value that refers to it
  // Most columns repeat: a file of one month has one text in its Month column.
  std::optional<std::string> last_text_;
  CellValue last_value_;
};

}  // namespace boardpack::warehouse
