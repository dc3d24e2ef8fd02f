#include "base/digest.hpp"
#include "base/in_order.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/engine/result_reader.hpp"
#include "warehouse/feed_mapping.hpp"
#include "warehouse/load/extract_loader.hpp"
#include "warehouse/load/load_store.hpp"
#include "warehouse/load/reject_threshold.hpp"
#include "warehouse/query/comparator_query.hpp"
#include "warehouse/query/counted_table.hpp"
#include "warehouse/query/crime_link.hpp"
#include "warehouse/query/entry_query.hpp"
#include "warehouse/query/group_query.hpp"
#include "warehouse/query/repeat_rows.hpp"
#include "warehouse/query/row_query.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <thread>

namespace boardpack::warehouse {
namespace {

namespace fs = std::filesystem;
using sdk::Error;
using sdk::ErrorKind;

// A long extract is written in one statement.
constexpr std::chrono::minutes kLoadDeadline{10};

int threadsOf(const Options& options) {
  if (options.threads > 0) {
    return options.threads;
  }
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

EngineSettings engineSettings(const Options& options, const LoadStore& store) {
  return {.folder = store.folder(),
          .temporary_folder = store.engineFolder(),
          .threads = threadsOf(options),
          .memory_limit = options.memory_limit,
          .deadline = options.deadline,
          .give_up = options.give_up};
}

std::string secretOf(const Options& options, const LoadStore& store) {
  if (!options.secret.empty()) {
    return options.secret;
  }
  return store.isKept() ? base::keptSecret(store.folder() / ".secret") : base::newSecret();
}

/// A feed made ready once for all its extracts of a load() call.
struct ReadyFeed {
  FeedMapping mapping;
  std::string digest;
};

/// One extract that load() has put into the warehouse.
struct Load {
  Extract extract;
  std::string key;
  LoadRecord record;
};

std::vector<std::string> filledColumns(const FilledTable& table) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.filled.size(); ++i) {
    if (table.filled[i]) {
      names.push_back(table.table->columns[i].name);
    }
  }
  return names;
}

bool hasNoMonths(const sdk::Feed& feed) {
  return feed.covers == sdk::Covers::Everything || feed.covers == sdk::Covers::Editions;
}

LoadRecord recordOf(const LoadedRows& loaded, const FeedMapping& mapping, const fs::path& stage) {
  LoadRecord record{.digest = loaded.facts.digest,
                    .encoding = loaded.facts.encoding,
                    .bytes = loaded.facts.bytes,
                    .rows_read = static_cast<std::int64_t>(loaded.facts.rows_read),
                    .rows_loaded = 0,
                    .rows_rejected = loaded.rejected,
                    .tables = {},
                    .reasons = loaded.reasons,
                    .placed = loaded.placed,
                    .unknown_texts = loaded.unknown_texts,
                    .rejected = loaded.missing};
  for (std::size_t i = 0; i < mapping.tables.size(); ++i) {
    record.rows_loaded += loaded.rows[i];
    record.tables.push_back({mapping.tables[i].table->name, loaded.rows[i],
                             fs::file_size(stage / tableFileName(*mapping.tables[i].table)),
                             filledColumns(mapping.tables[i]), ""});
  }
  return record;
}

base::LoadReport reportOf(const Load& load, bool known_before) {
  base::LoadReport report;
  report.file = load.extract.shown_as;
  report.feed = load.extract.feed->name;
  report.feed_title = load.extract.feed->title;
  report.digest = load.record.digest;
  report.encoding = load.record.encoding;
  report.bytes = load.record.bytes;
  report.months = load.extract.months;
  report.covers_everything = hasNoMonths(*load.extract.feed);
  report.extracted_on = load.extract.extracted_on;
  report.complete_to = load.extract.complete_to;
  report.rows_read = load.record.rows_read;
  report.rows_loaded = load.record.rows_loaded;
  report.rows_rejected = load.record.rows_rejected;
  for (const LoadRecord::TableFile& table : load.record.tables) {
    report.tables.push_back({table.table, table.rows});
  }
  report.reasons = load.record.reasons;
  report.placed = load.record.placed;
  report.unknown_texts = load.record.unknown_texts;
  report.known_before = known_before;
  return report;
}

bool countsInFull(const base::MonthRange& covered, const std::vector<base::Month>& counted) {
  for (base::Month month = covered.first; month <= covered.last; month = month + 1) {
    if (std::find(counted.begin(), counted.end(), month) == counted.end()) {
      return false;
    }
  }
  return true;
}

class DuckDbWarehouse final : public Warehouse {
 public:
  DuckDbWarehouse(const Options& options, const sdk::Force& force)
      : force_(force),
        store_(options),
        secret_(secretOf(options, store_)),
        engine_(engineSettings(options, store_)),
        connection_(engine_) {}

  std::vector<base::LoadReport> load(const std::vector<Extract>& extracts, const OpenExtract& open,
                                     const std::function<void(const base::LoadReport&)>& progress) override {
    std::map<const sdk::Feed*, ReadyFeed> feeds;
    for (const Extract& extract : extracts) {
      if (feeds.count(extract.feed) == 0) {
        // Files that another version of the engine has written are made anew.
        feeds[extract.feed] = {mapFeed(*extract.feed, force_),
                               mappingDigest(*extract.feed, force_, secret_) + "\n" + Engine::version()};
      }
    }
    loads_.assign(extracts.size(), {});
    std::vector<base::LoadReport> reports(extracts.size());
    // What is known is decided before anything is loaded, so that it does not depend on the order of the threads.
    const std::set<std::uint64_t> known_sizes = store_.knownSizes();
    const auto workers = static_cast<std::size_t>(engine_.settings().threads);
    std::vector<std::unique_ptr<Connection>> connections;
    for (std::size_t i = 0; i < std::min(workers, extracts.size()); ++i) {
      connections.push_back(std::make_unique<Connection>(
          engine_, std::max<std::chrono::milliseconds>(kLoadDeadline, engine_.settings().deadline)));
    }
    base::inOrder(
        extracts.size(), workers,
        [&](std::size_t index, std::size_t worker) {
          reports[index] =
              loadOne(index, extracts[index], feeds.at(extracts[index].feed), open, known_sizes, *connections[worker]);
        },
        [&](std::size_t index) {
          if (progress) {
            progress(reports[index]);
          }
        });
    checkRejects(extracts, reports);
    return reports;
  }

  void count(const std::vector<Counted>& counted) override {
    std::map<std::string, CountedTable> tables;
    for (const sdk::Table& table : force_.tables) {
      tables.emplace(table.name, CountedTable(table));
    }
    for (const sdk::Table& table : sdk::canonicalTables()) {
      tables.emplace(table.name, CountedTable(table));
    }
    for (const Counted& part : counted) {
      addCounted(part, tables);
    }
    counted_ = counted;
    for (const auto& [name, table] : tables) {
      checkFiles(name, table);
      connection_.run(table.viewStatement(), "setting up the table " + name);
    }
    tables_ = std::move(tables);
    link_.emplace(connection_, tables_);
  }

  std::vector<base::Month> coveredMonths(const std::string& table) const override {
    const auto found = tables_.find(table);
    return found == tables_.end() ? std::vector<base::Month>() : found->second.coveredMonths();
  }

  bool fills(const std::string& table, const std::string& column, base::Month month) const override {
    const auto found = tables_.find(table);
    return found != tables_.end() && link_ && link_->fills(found->second.table(), column, month);
  }

  bool isComplete(const std::string& table, base::Month month) const override {
    const auto found = tables_.find(table);
    return found == tables_.end() || found->second.isComplete(month);
  }

  std::vector<Rejected> rejected(const std::string& table) const override {
    std::vector<Rejected> found;
    for (const Counted& part : counted_) {
      const Load& load = loads_.at(part.extract);
      const std::vector<LoadRecord::TableFile>& filled = load.record.tables;
      const bool fills = std::any_of(filled.begin(), filled.end(),
                                     [&](const LoadRecord::TableFile& file) { return file.table == table; });
      const bool counts = hasNoMonths(*load.extract.feed) || !part.months.empty();
      if (fills && counts) {
        const std::vector<Rejected> own = rejectedOf(load.record.rejected, table, load.extract, part.months);
        found.insert(found.end(), own.begin(), own.end());
      }
    }
    return found;
  }

  GroupTable group(const GroupQuery& query) override {
    return runGroupQuery(connection_, query, sourceOf(query.table, columnsRead(query)));
  }

  EntryTable entries(const EntryQuery& query) override {
    const sdk::Table* table = findTable(force_, query.table);
    if (table == nullptr) {
      throw Error(ErrorKind::Script, fmt::format("There is no table '{}'.", query.table));
    }
    return runEntryQuery(connection_, query, *table, sourceOf(query.table, columnsRead(query)));
  }

  RowTable rows(const RowQuery& query) override {
    const sdk::Table* table = findTable(force_, query.table);
    if (table == nullptr) {
      throw Error(ErrorKind::Script, fmt::format("There is no table '{}'.", query.table));
    }
    const std::vector<std::string> read = columnsRead(query);
    return (query.repeats ? runRepeatQuery : runRowQuery)(connection_, query, *table, shownColumns(*table, read),
                                                          sourceOf(query.table, read));
  }

  Repeats repeats(const std::string& table, const std::string& key_column) override {
    return countRepeats(connection_, table, key_column);
  }

  Repeats equalRows(const std::string& table, const std::string& key_column) override {
    const sdk::Table* known = findTable(force_, table);
    return known == nullptr ? Repeats{} : countEqualRows(connection_, *known, key_column);
  }

  std::vector<PopulationRow> population() override { return readPopulation(connection_); }

  std::vector<Inherited> inherited() override { return link_ ? link_->inherited() : std::vector<Inherited>(); }

  std::vector<ComparatorRow> comparators(const std::vector<std::string>& measures) override {
    return readComparators(connection_, measures);
  }

  std::vector<std::string> comparatorMeasures() override { return readComparatorMeasures(connection_); }

  std::string engine() const override { return Engine::version(); }

 private:
  base::LoadReport loadOne(std::size_t index, const Extract& extract, const ReadyFeed& feed, const OpenExtract& open,
                           const std::set<std::uint64_t>& known_sizes, Connection& connection) {
    try {
      std::error_code no_size;
      const std::uint64_t size = fs::file_size(extract.path, no_size);
      if (!no_size && known_sizes.count(size) > 0) {
        const std::string digest = base::digestOfFile(extract.path.string());
        const std::string key = LoadStore::keyOf(digest, feed.digest, extract);
        if (std::optional<LoadRecord> record = store_.find(key)) {
          loads_[index] = {extract, key, std::move(*record)};
          return reportOf(loads_[index], true);
        }
      }
      const std::unique_ptr<base::RecordSource> source = open(extract, feed.mapping.sources);
      const Stage stage(store_);
      const LoadedRows loaded =
          loadExtract(connection, feed.mapping, force_, extract, *source, stage.folder(), secret_);
      const std::string key = LoadStore::keyOf(loaded.facts.digest, feed.digest, extract);
      LoadRecord record = recordOf(loaded, feed.mapping, stage.folder());
      store_.publish(key, record, stage.folder());
      loads_[index] = {extract, key, std::move(record)};
      return reportOf(loads_[index], false);
    } catch (Error& error) {
      error.during("loading " + extract.shown_as);
      throw;
    }
  }

  void checkRejects(const std::vector<Extract>& extracts, const std::vector<base::LoadReport>& reports) const {
    std::vector<LoadRejects> rejects;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      rejects.push_back({extracts[i].feed, &reports[i], store_.rejectedFile(loads_[i].key)});
    }
    checkRejectThresholds(rejects, store_.isKept());
  }

  /// The view, quoted, that has the columns of a table.
  std::string sourceOf(const std::string& table, const std::vector<std::string>& columns) {
    return link_ ? link_->sourceOf(table, columns) : expression::quoteName(table);
  }

  /// What people are shown of a row: what some extract gives of it, and of its crime what was asked for.
  std::vector<const sdk::Column*> shownColumns(const sdk::Table& table, const std::vector<std::string>& read) const {
    std::vector<const sdk::Column*> shown;
    for (const sdk::Column& column : table.columns) {
      const bool is_read = std::find(read.begin(), read.end(), column.name) != read.end();
      const bool is_given = column.isOwn() && tables_.at(table.name).fillsEver(column.name);
      if (column.type != sdk::ColumnType::Key && (is_read || is_given)) {
        shown.push_back(&column);
      }
    }
    return shown;
  }

  void addCounted(const Counted& part, std::map<std::string, CountedTable>& tables) const {
    const Load& load = loads_.at(part.extract);
    const bool covers_everything = hasNoMonths(*load.extract.feed);
    if (!covers_everything && part.months.empty()) {
      return;
    }
    // A window that ends in the middle of a month holds rows of that month, which does not count.
    const bool ends_with_months = load.extract.feed->covers == sdk::Covers::FileMonth;
    const bool is_whole = covers_everything || (ends_with_months && countsInFull(load.extract.months, part.months));
    for (const LoadRecord::TableFile& table : load.record.tables) {
      tables.at(table.table)
          .add({.path = store_.tableFile(load.key, table.table),
                .shown_as = load.extract.shown_as,
                .rows = table.rows,
                .is_whole = is_whole,
                .months = covers_everything ? std::vector<base::Month>() : part.months,
                .covers_everything = covers_everything,
                .complete_to = load.extract.complete_to,
                .filled = table.filled});
    }
  }

  /// A file that was changed or damaged after it was loaded would give a wrong figure.
  void checkFiles(const std::string& name, const CountedTable& table) {
    const std::string statement = table.countStatement();
    if (statement.empty()) {
      return;
    }
    QueryResult result = connection_.query(statement, "opening the files of the table " + name);
    const OwnedChunk chunk = result.next();
    if (ChunkReader(chunk.get()).whole(0, 0) != table.rowsOfFiles()) {
      throw Error(ErrorKind::Outside,
                  fmt::format("The files of the table {} in the warehouse folder {} do not hold the rows that were "
                              "loaded: something changed them. Name another folder with --warehouse and run again.",
                              name, store_.folder().string()));
    }
  }

  const sdk::Force& force_;
  LoadStore store_;
  std::string secret_;
  Engine engine_;
  Connection connection_;
  std::vector<Load> loads_;
  std::vector<Counted> counted_;
  std::map<std::string, CountedTable> tables_;
  std::optional<CrimeLink> link_;  ///< once it is known what counts
};

}  // namespace

std::unique_ptr<Warehouse> openDuckDb(const Options& options, const sdk::Force& force) {
  return std::make_unique<DuckDbWarehouse>(options, force);
}

}  // namespace boardpack::warehouse
