#pragma once
#include "base/month.hpp"

#include <boardpack/sdk/tables.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace boardpack::warehouse {

/// One Parquet file of which all rows count, or those of some months.
struct CountedFile {
  std::filesystem::path path;
  std::string shown_as;   ///< of the extract
  std::int64_t rows = 0;  ///< in the file
  bool is_whole = true;
  std::vector<base::Month> months;  ///< that count; of no meaning for an extract that covers everything
  bool covers_everything = false;
  std::optional<base::Month> complete_to = {};  ///< nothing: all its months
  std::vector<std::string> filled;              ///< columns
};

/// The rows of one canonical table that count: which files, which months they cover, which columns they fill.
class CountedTable {
 public:
  explicit CountedTable(const sdk::Table& table) : table_(&table) {}

  void add(const CountedFile& file);
  std::vector<base::Month> coveredMonths() const;
  bool fills(const std::string& column, base::Month month) const;
  /// False when a file that counts for the month has not all rows of it.
  bool isComplete(base::Month month) const;
  /// Whether any of the files fills the column, and whether all do.
  bool fillsEver(const std::string& column) const;
  bool fillsAlways(const std::string& column) const;
  const sdk::Table& table() const { return *table_; }
  /// The table as a view over its files, with the columns source_file and source_row before its own. What comes from
  /// the row's crime is not in it; beside a column that either may give stands whether the row's file gives it
  /// (givenColumn).
  std::string viewStatement() const;
  /// Counts all rows of the files, those that do not count too; "" when there are none.
  std::string countStatement() const;
  std::int64_t rowsOfFiles() const;

 private:
  std::string selection(const std::string& month_filter, const std::vector<const CountedFile*>& files) const;
  std::string columnsOf(const std::vector<std::string>& filled, const std::string& row) const;

  const sdk::Table* table_;
  std::vector<CountedFile> files_;
  std::map<base::Month, std::set<std::string>> filled_;  ///< [month covered]
  std::set<base::Month> incomplete_;
  std::set<std::string> filled_always_;  ///< by extracts that cover everything
};

/// The name of the column that says whether a row's file gives `column`; no column of a table has such a name.
std::string givenColumn(const std::string& column);

}  // namespace boardpack::warehouse
