#pragma once
#include "base/decimal.hpp"
#include "base/load_report.hpp"
#include "base/month.hpp"
#include "base/records.hpp"
#include "expression/expression.hpp"

#include <boardpack/sdk/error.hpp>
#include <boardpack/sdk/force.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::warehouse {

/// One extract to be loaded.
struct Extract {
  std::filesystem::path path;
  std::string shown_as;  ///< LoadReport::file
  const sdk::Feed* feed = nullptr;
  base::MonthRange months;  ///< covered; of no meaning for Covers::Everything and Covers::Editions
  std::optional<sdk::Date> extracted_on;
  /// The last month of which it has every row; of no meaning for Covers::Everything. Nothing: all that it covers.
  std::optional<base::Month> complete_to = {};
};

/// Opens the records of an extract; `columns` are the header names wanted, in that order. Implemented by the feed.
using OpenExtract =
    std::function<std::unique_ptr<base::RecordSource>(const Extract&, const std::vector<std::string>& columns)>;

/// A row's crime was as a rule recorded in its own month or shortly before: without the crimes of so many months before
/// it, what is counted by a column of the crime would be too low, so the column is not there for that month.
inline constexpr int kCrimeMonthsBefore = 3;

/// A table's rows that count: from which extract, in which months.
struct Counted {
  std::size_t extract;              ///< index of the load() call
  std::vector<base::Month> months;  ///< empty: all rows (Covers::Everything)
};

/// Rows grouped by month and the text values of some columns.
struct GroupQuery {
  std::string table;
  std::string date;  ///< column whose month is taken
  base::MonthRange months;
  std::vector<std::string> columns;       ///< Text or Boolean columns
  std::vector<expression::Tree> atoms;    ///< Boolean trees computed a row: further columns
  std::vector<expression::Tree> amounts;  ///< Number trees added up
  bool by_day = false;                    ///< by the day of `date`, not by its month alone
};

struct GroupTable {
  /// One row a combination, in an order that depends on the values alone.
  std::size_t size = 0;
  std::vector<base::Month> month;
  std::vector<int> day;  ///< of the month, 1 to 31; empty unless asked by day
  /// [column, then atom][row]: index into `texts`, -1 for unknown. A Boolean's texts are "true" and "false".
  std::vector<std::vector<int>> keys;
  std::vector<std::string> texts;
  std::vector<std::int64_t> rows;
  std::vector<std::vector<base::Decimal>> sums;  ///< [amount][row]: over the rows where it is known
  std::vector<std::vector<std::int64_t>> known;  ///< [amount][row]
  std::string statement;                         ///< as the engine was asked
};

/// The entries that a measure which does not add up is made from: each value of an amount by month, or each row of a
/// key by day. One of `amount` and `key` is asked for.
struct EntryQuery {
  std::string table;
  std::string date;  ///< column whose month, or day, is taken
  base::MonthRange months;
  std::vector<std::string> columns;     ///< Text or Boolean columns
  std::vector<expression::Tree> atoms;  ///< Boolean trees computed a row: further columns
  expression::Tree amount;              ///< a Number tree; nullptr when a key is asked for
  std::string key;                      ///< a Key or Text column; "" when an amount is asked for
};

/// An amount's entries are one a month, combination and value, in order of value; a key's are one a row, in order of
/// key, then time. Those without a value or key are the last. Keys never leave the warehouse: they are numbered.
struct EntryTable {
  /// One row a distinct combination of the columns and atoms, in the order of their texts; `month` has no meaning.
  GroupTable combinations;
  std::vector<std::uint32_t> combination;  ///< of each entry: a row of `combinations`
  std::vector<std::int32_t> day;           ///< days since 1970-01-01; of an amount the first of the month
  std::vector<std::uint32_t> key;          ///< of each known entry: 0, 1, 2 …; equal keys stand together
  std::vector<base::Decimal> amount;       ///< of each known entry
  std::vector<std::int64_t> rows;          ///< that the entry stands for
  std::size_t known = 0;                   ///< entries with a value or key: the first ones
  std::vector<std::string> statements;     ///< as the engine was asked

  std::size_t size() const { return combination.size(); }
};

/// Rows behind a figure, for `explain`.
/// Rows of keys that come again: the place of each among the rows of its key that `counted` holds of and that lie in
/// the months which end with its own day, by day and then by time.
struct RepeatRows {
  std::string key;
  expression::Tree counted;  ///< nullptr: every row with a key
  int within = 12;           ///< months; 0: ever
  int least = 2;             ///< the places that are asked for
  std::optional<int> most;
  bool is_furthest = false;  ///< only of keys that have no row of a further place among those asked for
};

struct RowQuery {
  std::string table;
  std::string date;
  base::MonthRange months;
  expression::Tree where;                                         ///< nullptr: every row
  enum class Truth { True, False, Unknown } truth = Truth::True;  ///< of `where`
  std::size_t most = 20;
  expression::Tree within = {};  ///< holds of every row, whatever is asked of `where`: a group; nullptr: of all
  std::optional<RepeatRows> repeats = {};  ///< rows with a key alone, in place of `where`; one key's together
};
struct RowTable {
  /// source_file, source_row, then the table's, keys left out. Of repeats first who (a number that stands for the key
  /// in this answer alone) and nth.
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< "" for unknown
  std::int64_t total = 0;                      ///< rows that meet it, shown or not
  std::int64_t keys = 0;                       ///< of repeats: different keys among those
  std::string statement;
};

/// Identifiers of a table that stand on more than one counted row, or on more than one that are equal.
struct Repeats {
  std::int64_t identifiers = 0;   ///< that repeat
  std::int64_t surplus_rows = 0;  ///< rows beyond the first of each
};

/// Rows that were rejected from an extract that counts, and so are missing from figures.
struct Rejected {
  std::vector<base::Month> months;  ///< that they may belong to, in order; none: any month
  bool is_certain = true;           ///< they belong to the table, and to these months
  std::int64_t rows = 0;
};

/// What became of the rows of a table that was joined with its crimes.
struct Inherited {
  std::string table;
  std::int64_t rows = 0;
  std::int64_t without_identifier = 0;
  std::int64_t crime_not_there = 0;      ///< an identifier that stands on no counted row of `crimes`
  std::int64_t crime_contradictory = 0;  ///< one that stands on rows that contradict each other in some column
};

struct PopulationRow {
  std::string area;
  int year = 0;
  std::string kind;
  base::Decimal value;
  std::string area_kind = {};  ///< "force" of a published table; "" where it is kept by hand
  std::optional<sdk::Date> published_on = {};
};

/// A row of the table comparators; sdk/tables.hpp says what its columns mean.
struct ComparatorRow {
  std::string measure, area_kind, area;
  sdk::Date period_end;
  std::string window;
  std::optional<base::Decimal> numerator, denominator;
  std::optional<double> value;  ///< as printed: it is set beside others and never added up
  std::string no_number;        ///< what stands in its place where that is none
  std::string unit, method, source, place, not_available;
  std::optional<sdk::Date> published_on;
  bool publishable = false;
};

struct Options {
  std::filesystem::path folder;            ///< kept; empty: temporary, removed with the Warehouse
  std::filesystem::path temporary_parent;  ///< where a temporary one is made
  int threads = 0;                         ///< 0: as many as the machine has
  std::string memory_limit = "2GB";
  /// Keys the digests of identifiers; what was loaded under another secret is loaded again. Nothing that is told of
  /// the rows depends on it. Empty: a kept warehouse keeps one of its own in the file .secret, a temporary one makes
  /// one.
  std::string secret = {};
  std::chrono::milliseconds deadline{std::chrono::seconds(60)};  ///< of one question
  /// Called from a thread of its own when a question can neither end nor be stopped; ends the program. Nothing: it is
  /// waited for.
  std::function<void(const sdk::Error&)> give_up = {};
};

/// The canonical tables of one force. Each extract becomes one immutable Parquet file a table; what is there already
/// is not read again. Not for use from several threads at once.
class Warehouse {
 public:
  virtual ~Warehouse() = default;

  /// Loads the extracts, in parallel; the reports are in their order. Throws sdk::Error(Data) that names the file when
  /// one is refused or rejects pass a feed's threshold: what was loaded before stays, nothing is half-written.
  virtual std::vector<base::LoadReport> load(const std::vector<Extract>& extracts, const OpenExtract& open,
                                             const std::function<void(const base::LoadReport&)>& progress) = 0;
  /// Which of the extracts count, and for which months. Call once after load().
  virtual void count(const std::vector<Counted>& counted) = 0;

  /// Months for which some counted extract covers the table; sorted.
  virtual std::vector<base::Month> coveredMonths(const std::string& table) const = 0;
  /// True when a counted extract of that month fills the column; of a column of the row's crime, when one gives the
  /// identifier and one of the crimes of the same month fills the column.
  virtual bool fills(const std::string& table, const std::string& column, base::Month month) const = 0;

  /// False when a counted extract of that month says that rows of it are still to come: its figures are provisional.
  virtual bool isComplete(const std::string& table, base::Month month) const {
    static_cast<void>(table);
    static_cast<void>(month);
    return true;
  }

  /// Of the counted months of a table, extract by extract.
  virtual std::vector<Rejected> rejected(const std::string& table) const {
    static_cast<void>(table);
    return {};
  }

  virtual GroupTable group(const GroupQuery& query) = 0;
  virtual EntryTable entries(const EntryQuery& query) = 0;
  virtual RowTable rows(const RowQuery& query) = 0;
  virtual Repeats repeats(const std::string& table, const std::string& key_column) = 0;
  /// Rows with a key that are equal to an earlier one in every column of their own.
  virtual Repeats equalRows(const std::string& table, const std::string& key_column) {
    static_cast<void>(table);
    static_cast<void>(key_column);
    return {};
  }
  virtual std::vector<PopulationRow> population() = 0;
  /// Of the tables whose rows were asked for columns of their crimes so far, in order of name.
  virtual std::vector<Inherited> inherited() { return {}; }

  /// The rows of these measures, of every area, period and edition, in an order that depends on the values alone.
  virtual std::vector<ComparatorRow> comparators(const std::vector<std::string>& measures) = 0;
  /// The measures that the comparators have rows of, in order of name.
  virtual std::vector<std::string> comparatorMeasures() { return {}; }
  /// Version of the engine, for the manifest.
  virtual std::string engine() const = 0;
};

/// The embedded engine. `force` must outlive it.
std::unique_ptr<Warehouse> openDuckDb(const Options& options, const sdk::Force& force);

}  // namespace boardpack::warehouse
