#pragma once
#include "base/month.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::base {

/// A fault of the data that does not stop the run: counted, and shown in the pack's data quality sheet.
struct Issue {
  std::string kind;      ///< "rejected rows", "repeated identifier", …
  std::string subject;   ///< the file or table
  std::string sentence;  ///< what was found and how it is treated; never quotes a cell
  std::int64_t count = 0;
};

/// Rows of one table that one extract gave.
struct TableLoad {
  std::string table;
  std::int64_t rows = 0;
};

/// Why rows of an extract were rejected; a reason never quotes a cell.
struct RejectReason {
  std::string column;  ///< header name; "" for the whole record
  std::string reason;  ///< "not a month (YYYY-MM)"
  std::int64_t rows = 0;
  std::uint64_t first_record = 0;
  std::string first_place = {};  ///< "Table P1, cell C14"; "" where the record's number says it

  /// "row 7", or the place.
  std::string where() const { return first_place.empty() ? "row " + std::to_string(first_record) : first_place; }
};

/// How many rows have a text, of those that are told.
struct TextRows {
  std::string text;  ///< the name of an area or of a force, or a text that a list of codes lacks; of no person
  std::int64_t rows = 0;
};

/// Where the rows of one table lie, as one extract names their areas.
struct PlacedRows {
  std::string table;
  std::string column;             ///< header name
  std::int64_t rows = 0;          ///< loaded, with an area named
  std::int64_t without_area = 0;  ///< loaded, with none
  std::int64_t unplaced = 0;      ///< of `rows`: what is named is no area of the force
  std::vector<TextRows> names;    ///< of the unplaced, commonest first; those beyond the first few are left out
};

/// Texts of a column that its list of codes does not have, so that what they say is not known.
struct UnknownTexts {
  std::string column;           ///< header name
  std::int64_t rows = 0;        ///< loaded
  std::vector<TextRows> texts;  ///< commonest first; those beyond the first few are left out
};

/// What became of one extract file. rows_read = rows_loaded + rows_rejected, always.
struct LoadReport {
  std::string file;  ///< as people know it: the data folder's own name and the path inside it
  std::string feed;  ///< name of the feed
  std::string feed_title;
  std::string digest;
  std::string encoding;
  std::uint64_t bytes = 0;
  MonthRange months;  ///< what it covers; of no meaning when `covers_everything`
  bool covers_everything = false;
  std::optional<sdk::Date> extracted_on;
  std::optional<Month> complete_to;  ///< the last month of which it has every row; nothing: all that it covers
  std::int64_t rows_read = 0;
  std::int64_t rows_loaded = 0;
  std::int64_t rows_rejected = 0;
  std::vector<TableLoad> tables;
  std::vector<RejectReason> reasons;
  std::vector<PlacedRows> placed;           ///< of the tables whose rows have an area
  std::vector<UnknownTexts> unknown_texts;  ///< in order of the feed's columns
  bool known_before = false;                ///< it was in the warehouse already and was not read again
  /// Months for which a later extraction counts instead, and the file of that one.
  struct Superseded {
    Month month;
    std::string by_file;  ///< with its day of extraction: two editions have one file name
  };
  std::vector<Superseded> superseded;
};

}  // namespace boardpack::base
