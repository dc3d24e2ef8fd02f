#pragma once
#include <boardpack/sdk/export.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace boardpack::sdk {

/// What a column of a canonical table holds. Nothing that is added up is a binary fraction: Number is DECIMAL(18,4).
enum class ColumnType {
  Text,
  Number,
  Boolean,
  Day,   ///< a day, without a time
  Time,  ///< UK local time, to the second
  Key    ///< an identifier that is only ever compared: kept as a 128-bit digest, never shown
};

struct Column {
  std::string name;
  ColumnType type;
  std::string meaning;    ///< a phrase that fits "… not known": "the outcome", "the time of arrival"
  bool required = false;  ///< a row without it is rejected
  /// Column of `crimes` that the row's crime, found by `crime_id`, gives it; "" for a column of the row's own.
  std::string inherited = {};
  /// Of an inherited column that an extract may fill too: then what the extract says counts, blank or not.
  bool own_first = false;

  /// Whether a feed may fill it.
  bool isOwn() const { return inherited.empty() || own_first; }
};

/// One canonical table: what one row is, its default date, its columns. The reader adds source_file and source_row.
struct Table {
  std::string name;
  std::string row_singular;   ///< "recorded crime": one row, in the words of a sentence
  std::string row_plural;     ///< "recorded crimes"
  std::string default_date;   ///< the column whose month a row belongs to unless a measure says otherwise
  std::string area_column;    ///< "" where rows have no place
  bool public_counts = true;  ///< its counts are public already, or of money and plans (sensitivity "open")
  std::vector<Column> columns;

  /// nullptr when there is none of that name.
  BOARDPACK_SDK_EXPORT const Column* find(std::string_view column) const;
};

/// The table with all columns of `crimes` added, as every row that carries a `crime_id` has them: under their own
/// names, or as `crime_area`, … where the table has a column of that name itself. A column of the table that names in
/// `inherited` what it is of the crime keeps its name and is filled from the crime where the extract leaves it out.
BOARDPACK_SDK_EXPORT Table withCrimeColumns(Table table);

/// Area groups every table with an area column has besides the force's own areas.
inline constexpr std::string_view kOutsideForce = "Outside the force area";
inline constexpr std::string_view kAreaNotKnown = "Area not known";

/// What separates the values of a column that may hold several ("Disability + Race"); see Parse::Codes.
inline constexpr std::string_view kSeveral = " + ";

/// The tables every force shares. police.uk fills crimes, incidents, outcomes and stop_searches; the others come with a
/// force's own systems. core/sdk/README.md lists them.
BOARDPACK_SDK_EXPORT const std::vector<Table>& canonicalTables();

/// nullptr when there is none of that name.
BOARDPACK_SDK_EXPORT const Table* findTable(std::string_view name);

}  // namespace boardpack::sdk
