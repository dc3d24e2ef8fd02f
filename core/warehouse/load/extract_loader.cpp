#include "warehouse/load/extract_loader.hpp"

#include "base/stop.hpp"
#include "expression/expression.hpp"
#include "warehouse/load/cell_reader.hpp"
#include "warehouse/load/reject_list.hpp"
#include "warehouse/load/staging_table.hpp"
#include "warehouse/load/unplaced_rows.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <string>

namespace boardpack::warehouse {
namespace {

const char* faultWords(base::RecordFault fault) {
  switch (fault) {
    case base::RecordFault::TooFewCells:
      return "too few cells";
    case base::RecordFault::TooManyCells:
      return "too many cells";
    case base::RecordFault::NotText:
      return "holds bytes that are not text";
    case base::RecordFault::UnclearCell:
      return "a cell with an error, or one that shows something else than it keeps";
    case base::RecordFault::Total:
      return "a total of other rows, which would count them twice";
    case base::RecordFault::None:
      break;
  }
  return nullptr;
}

/// The months that the dates of rejected rows are told by.
struct RejectedDates {
  std::int64_t first_day, last_day;  ///< of the file
  bool is_of_one_month;

  /// Nothing where the day cannot be one of the file's rows, as in a file of one month a day of another: then the day
  /// is as much in doubt as the rest of the row. A day before a file of several months is that of another file's row.
  std::optional<base::Month> monthOf(std::int64_t day) const {
    const bool is_before = day < first_day && !is_of_one_month;
    const bool is_inside = first_day <= day && day <= last_day;
    return is_inside || is_before ? std::optional(base::Month::of(base::dateOfDays(day))) : std::nullopt;
  }
};

/// One route with a reader a column of its table; columns that the route does not fill have none.
struct RouteReader {
  const RouteRule* rule;
  std::vector<CellReader> cells;
  std::vector<CellValue> values;  ///< [column of the table]
};

/// A rolling window or a history ends in the middle of a month when the file is made then; those rows are kept, and
/// the month does not count.
FileDates datesOf(const Extract& extract) {
  FileDates dates{.first = extract.months.first.firstDay(),
                  .last = extract.months.last.lastDay(),
                  .extracted_on = extract.extracted_on,
                  .is_named_month = extract.feed->covers == sdk::Covers::FileMonth};
  if (!dates.is_named_month && extract.extracted_on && dates.last < *extract.extracted_on) {
    dates.last = *extract.extracted_on;
  }
  return dates;
}

/// Sends each record to the table of the first route that takes it, or to the list of rejected rows.
class RecordSorter {
 public:
  RecordSorter(Connection& connection, const FeedMapping& mapping, const sdk::Force& force, const Extract& extract,
               std::string_view secret, const std::string& doing)
      : mapping_(mapping), keys_(secret), rejects_(connection, doing), own_rows_(mapping, force), told_(mapping) {
    for (const FilledTable& table : mapping.tables) {
      tables_.push_back(std::make_unique<StagingTable>(connection, table, doing));
    }
    const FileDates dates = datesOf(extract);
    dates_ = {base::daysSinceEpoch(dates.first), base::daysSinceEpoch(dates.last), dates.is_named_month};
    for (const RouteRule& rule : mapping.routes) {
      RouteReader route{&rule, {}, std::vector<CellValue>(mapping.tables[rule.table].table->columns.size())};
      for (const CellRule& cell : rule.cells) {
        route.cells.emplace_back(cell, dates, keys_);
      }
      routes_.push_back(std::move(route));
    }
  }

  void sort(const base::RecordBatch& batch) {
    for (std::size_t row = 0; row < batch.size; ++row) {
      if (const char* fault = faultWords(batch.fault[row])) {
        rejects_.add(batch.number[row], "", fault, placeOf(batch, row));
        // A total of other rows is missing from no figure.
        if (batch.fault[row] != base::RecordFault::Total) {
          missing_.add("", std::nullopt);
        }
        continue;
      }
      sortRecord(batch, row);
    }
  }

  RejectList& rejects() { return rejects_; }
  const OwnRowCheck& ownRows() const { return own_rows_; }
  const ToldRows& told() const { return told_; }
  std::vector<RejectedPart> missing() const { return missing_.parts(); }
  StagingTable& table(std::size_t index) { return *tables_[index]; }

 private:
  static std::string_view placeOf(const base::RecordBatch& batch, std::size_t row) {
    return batch.place.empty() ? std::string_view() : batch.place[row];
  }

  /// `route` is the one that takes the row; nullptr when none does.
  void reject(const base::RecordBatch& batch, std::size_t row, const RouteReader* route, std::string_view column,
              std::string_view reason, std::string_view place) {
    rejects_.add(batch.number[row], column, reason, place);
    if (route != nullptr) {
      missing_.add(mapping_.tables[route->rule->table].table->name, monthOf(batch, row, *route));
    } else {
      missing_.add("", std::nullopt);
    }
  }

  /// The month that the row's date names, where the date is not what is wrong with it.
  std::optional<base::Month> monthOf(const base::RecordBatch& batch, std::size_t row, const RouteReader& route) const {
    for (const CellReader& cell : route.cells) {
      const CellRule& rule = cell.rule();
      if (!rule.is_date) {
        continue;
      }
      const std::optional<std::int64_t> day =
          cell.dayIn(rule.parse == sdk::Parse::ExtractedOn ? std::string_view() : batch.cells[rule.source][row]);
      return day ? dates_.monthOf(*day) : std::nullopt;
    }
    return std::nullopt;
  }

  /// The first route whose condition holds; nullptr when no table takes the row.
  RouteReader* routeOf(const base::RecordBatch& batch, std::size_t row) {
    const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const RouteReader& route) {
      return !route.rule->when_source || batch.cells[*route.rule->when_source][row] == route.rule->when_equals;
    });
    return found == routes_.end() ? nullptr : &*found;
  }

  void rejectCell(const base::RecordBatch& batch, std::size_t row, const RouteReader* route, std::size_t source,
                  std::string_view reason) {
    const std::string_view place =
        batch.cell_places.empty() ? placeOf(batch, row) : std::string_view(batch.cell_places[source][row]);
    reject(batch, row, route, mapping_.sources[source], reason, place);
  }

  /// A file put together from two extractions would tell of some rows twice.
  bool isOfAnotherDay(const base::RecordBatch& batch, std::size_t row) {
    if (!mapping_.extracted_on) {
      return false;
    }
    const std::string_view day = batch.cells[*mapping_.extracted_on][row];
    if (!extracted_on_) {
      extracted_on_ = day;
    }
    return day != *extracted_on_;
  }

  void sortRecord(const base::RecordBatch& batch, std::size_t row) {
    RouteReader* const route = routeOf(batch, row);
    if (const OwnRowCheck::Foreign* foreign = own_rows_.foreign(batch, row)) {
      // A row of another force is missing from no figure of this one.
      rejects_.add(batch.number[row], mapping_.sources[foreign->source], foreign->reason, placeOf(batch, row));
      return;
    }
    if (isOfAnotherDay(batch, row)) {
      reject(batch, row, route, mapping_.sources[*mapping_.extracted_on],
             "another day of extraction than that of the first row", placeOf(batch, row));
      return;
    }
    if (route == nullptr) {
      reject(batch, row, nullptr, "", "no table takes a row of this kind", placeOf(batch, row));
      return;
    }
    for (CellReader& cell : route->cells) {
      const CellRule& rule = cell.rule();
      CellValue& value = route->values[rule.target];
      value = cell.read(rule.parse == sdk::Parse::ExtractedOn ? std::string_view() : batch.cells[rule.source][row]);
      if (value.problem != nullptr) {
        rejectCell(batch, row, route, rule.source, value.problem);
        return;
      }
    }
    tables_[route->rule->table]->add(batch.number[row], route->values);
    tell(*route, batch, row);
  }

  void tell(const RouteReader& route, const base::RecordBatch& batch, std::size_t row) {
    for (const CellReader& cell : route.cells) {
      const CellRule& rule = cell.rule();
      if (route.values[rule.target].told != CellValue::Told::Nothing) {
        told_.add(route.rule->table, rule, batch.cells[rule.source][row], route.values[rule.target]);
      }
    }
  }

  const FeedMapping& mapping_;
  base::KeyDigest keys_;
  std::optional<std::string> extracted_on_;  ///< as the first row says it
  RejectList rejects_;
  OwnRowCheck own_rows_;
  ToldRows told_;
  RejectedDates dates_{};
  RejectedCounts missing_;
  std::vector<std::unique_ptr<StagingTable>> tables_;
  std::vector<RouteReader> routes_;
};

std::int64_t writeTable(Connection& connection, StagingTable& table, const std::filesystem::path& file,
                        const std::string& doing) {
  table.finish();
  return connection.run("COPY (SELECT * FROM " + table.name() + ") TO " + expression::quoteText(file.string()) +
                            " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)",
                        doing);
}

}  // namespace

std::string tableFileName(const sdk::Table& table) { return table.name + ".parquet"; }

LoadedRows loadExtract(Connection& connection, const FeedMapping& mapping, const sdk::Force& force,
                       const Extract& extract, base::RecordSource& source, const std::filesystem::path& stage,
                       std::string_view secret) {
  const std::string doing = "keeping the rows of " + extract.shown_as;
  RecordSorter sorter(connection, mapping, force, extract, secret, doing);
  base::RecordBatch batch;
  while (source.next(batch)) {
    base::throwIfStopped();
    sorter.sort(batch);
  }
  LoadedRows loaded;
  loaded.facts = source.facts();
  sorter.ownRows().refuseFileOfAnother(extract.shown_as, loaded.facts.rows_read);
  for (std::size_t i = 0; i < mapping.tables.size(); ++i) {
    loaded.rows.push_back(
        writeTable(connection, sorter.table(i), stage / tableFileName(*mapping.tables[i].table), doing));
  }
  loaded.reasons = sorter.rejects().finish();
  loaded.missing = sorter.missing();
  for (const base::RejectReason& reason : loaded.reasons) {
    loaded.rejected += reason.rows;
  }
  if (loaded.rejected > 0) {
    sorter.rejects().write(stage / kRejectedFileName, extract.shown_as);
  }
  loaded.placed = sorter.told().placed();
  loaded.unknown_texts = sorter.told().unknownTexts();
  const std::int64_t kept = std::accumulate(loaded.rows.begin(), loaded.rows.end(), std::int64_t{0});
  const auto read = static_cast<std::int64_t>(loaded.facts.rows_read);
  if (read != kept + loaded.rejected) {
    throw sdk::Error(
        sdk::ErrorKind::Outside,
        fmt::format("{} has {} rows, but {} were loaded and {} rejected: the rows do not add up, so nothing "
                    "of the file counts. Run again; if it happens again, report it with the file's feed ({}).",
                    extract.shown_as, read, kept, loaded.rejected, extract.feed->name));
  }
  return loaded;
}

}  // namespace boardpack::warehouse
