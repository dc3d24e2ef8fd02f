#include "app/load_data.hpp"

#include "app/report_unplaced.hpp"
#include "app/sources.hpp"
#include "base/log.hpp"
#include "base/secret.hpp"
#include "base/stop.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "warehouse/feed_mapping.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <thread>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

constexpr const char* kSecretFile = "secret";
constexpr std::size_t kLongestFile = 200;
constexpr std::size_t kNearShown = 5;

fs::path temporaryFolder() {
  std::error_code error;
  const fs::path folder = fs::temp_directory_path(error);
  if (error) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "There is no folder for temporary files: TMPDIR names one that is not there. Set it to a folder "
                     "that is, or keep the loaded extracts in one with --warehouse DIR.");
  }
  return folder;
}

void endProgram(const sdk::Error& error) {
  constexpr int kOutside = 3;
  base::endAtOnce(kOutside, error.what());
}

warehouse::Options warehouseOptions(const Options& options, const fs::path& scratch) {
  warehouse::Options chosen;
  chosen.threads = options.jobs;
  chosen.folder = warehouseFolder(options);
  if (chosen.folder.empty()) {
    chosen.temporary_parent = scratch.empty() ? temporaryFolder() : scratch;
  }
  chosen.deadline = std::chrono::seconds(options.deadline);
  chosen.give_up = endProgram;
  if (!chosen.folder.empty() && !options.workspace.empty()) {
    chosen.secret = base::keptSecret(options.workspace / kSecretFile);
  }
  return chosen;
}

/// The first few, or all when they are asked for.
void warnOfNear(const Options& options, const std::vector<feed::NearExtract>& near) {
  const std::size_t shown = options.verbose ? near.size() : std::min(near.size(), kNearShown);
  for (std::size_t i = 0; i < shown; ++i) {
    base::logWarning(feed::nearSentence(near[i]));
  }
  if (near.size() > shown) {
    base::logWarning(
        fmt::format("{} left alone though their names are near to those of extracts; --verbose lists them.",
                    base::countOf(static_cast<std::int64_t>(near.size() - shown), "more file is", "more files are")));
  }
}

void addRepeats(std::vector<base::Issue>& issues, warehouse::Warehouse& warehouse) {
  struct Identified {
    const char* table;
    const char* key;
    const char* said;
  };
  for (const Identified& id : {Identified{"crimes", "crime_id", "a crime's identifier"},
                               Identified{"incidents", "incident_id", "an incident's identifier"}}) {
    const warehouse::Repeats repeats = warehouse.repeats(id.table, id.key);
    if (repeats.surplus_rows > 0) {
      issues.push_back({"Repeated identifier", id.table,
                        fmt::format("{} {} {} that stands on an earlier row ({}). Every row is counted, as the "
                                    "source gives it.",
                                    base::countOf(repeats.surplus_rows, "row", "rows"),
                                    repeats.surplus_rows == 1 ? "repeats" : "repeat", id.said,
                                    base::countOf(repeats.identifiers, "identifier", "identifiers")),
                        repeats.surplus_rows});
    }
  }
}

/// Rows of a crime that are equal in every column: whether they tell one thing twice or two things cannot be known.
void addEqualRows(std::vector<base::Issue>& issues, const sdk::Force& force, warehouse::Warehouse& warehouse) {
  constexpr const char* kCrimeId = "crime_id";
  std::set<std::string> told;
  for (const sdk::Feed& feed : force.feeds) {
    for (const sdk::RowRoute& route : feed.routes) {
      const sdk::Table* table = warehouse::findTable(force, route.table);
      const bool is_of_crimes = table != nullptr && table->name != "crimes" && table->name != "incidents" &&
                                table->find(kCrimeId) != nullptr && told.insert(table->name).second;
      const warehouse::Repeats equal = is_of_crimes ? warehouse.equalRows(table->name, kCrimeId) : warehouse::Repeats{};
      if (equal.surplus_rows > 0) {
        issues.push_back({"Equal rows", table->name,
                          fmt::format("{} an earlier row of the same crime in every column that is read ({}). Every "
                                      "row is counted, as the source gives it.",
                                      base::countOf(equal.surplus_rows, "row is equal to", "rows are equal to"),
                                      base::countOf(equal.identifiers, "crime", "crimes")),
                          equal.surplus_rows});
      }
    }
  }
}

void addRejects(std::vector<base::Issue>& issues, const std::vector<base::LoadReport>& loads) {
  for (const base::LoadReport& load : loads) {
    for (const base::RejectReason& reason : load.reasons) {
      issues.push_back({"Rejected rows", load.file,
                        fmt::format("{} left out: {}{} (first at {}).{}", base::countOf(reason.rows, "row", "rows"),
                                    reason.column.empty() ? "" : reason.column + ": ", reason.reason, reason.where(),
                                    load.superseded.empty() ? "" : " A later extraction counts instead of this file."),
                        reason.rows});
    }
  }
}

}  // namespace

fs::path warehouseFolder(const Options& options) {
  if (options.warehouse == "none") {
    return {};
  }
  if (!options.warehouse.empty()) {
    return options.warehouse;
  }
  return options.workspace.empty() ? fs::path() : options.workspace / "warehouse";
}

std::map<std::string, sdk::Date> extractedOn(const std::vector<base::LoadReport>& loads) {
  std::map<std::string, std::set<std::optional<sdk::Date>>> days;
  for (const base::LoadReport& load : loads) {
    const bool counts = load.covers_everything ? load.superseded.empty()
                                               : load.superseded.size() < static_cast<std::size_t>(load.months.count());
    for (const base::TableLoad& table : load.tables) {
      if (counts) {
        days[table.table].insert(load.extracted_on);
      }
    }
  }
  std::map<std::string, sdk::Date> found;
  for (const auto& [table, of_table] : days) {
    if (of_table.size() == 1 && *of_table.begin()) {
      found.emplace(table, **of_table.begin());
    }
  }
  return found;
}

std::vector<feed::DataFolder> dataFolders(const Options& options) {
  std::vector<feed::DataFolder> folders;
  for (const DataOption& option : options.data) {
    folders.push_back({.path = option.folder, .extracted_on = option.extracted_on});
  }
  if (!options.workspace.empty() && fs::is_directory(options.workspace / "data")) {
    // Beside other folders the workspace's own may well hold nothing yet.
    folders.push_back({.path = options.workspace / "data", .extracted_on = {}, .may_be_empty = !folders.empty()});
  }
  if (folders.empty()) {
    throw sdk::Error(sdk::ErrorKind::Command,
                     "Say where the extracts are with --data DIR, or DIR@YYYY-MM-DD with the day they were extracted.");
  }
  return folders;
}

std::optional<base::Month> FoundData::latestMonth() const {
  std::optional<base::Month> latest;
  for (const feed::Counted& entry : supersession.counted) {
    for (const base::Month month : entry.months) {
      latest = latest ? std::max(*latest, month) : month;
    }
  }
  return latest;
}

FoundData findData(const Options& options, const sdk::Force& force, Progress& progress, bool may_have_none) {
  const bool is_given =
      !options.data.empty() || (!options.workspace.empty() && fs::is_directory(options.workspace / "data"));
  const std::vector<feed::DataFolder> folders =
      is_given || !may_have_none ? dataFolders(options) : std::vector<feed::DataFolder>();
  FoundData data;
  progress.stage("Looking for extracts");
  data.found = feed::findExtracts(folders, force);
  data.supersession = feed::supersede(data.found.extracts);
  warnOfNear(options, data.found.near);
  if (options.verbose) {
    for (const std::string& file : data.found.ignored) {
      base::logInfo(
          fmt::format("{} is not an extract of {} and is left alone", base::printable(file, kLongestFile), force.name));
    }
  }
  return data;
}

std::string leftAloneLine(const Options& options, const sdk::Force& force, const FoundData& found) {
  const std::size_t files = found.found.ignored.size();
  if (files == 0) {
    return {};
  }
  return fmt::format("  {} {} of {} and {} left alone{}\n",
                     base::countOf(static_cast<std::int64_t>(files), "other file", "other files"),
                     files == 1 ? "is not an extract" : "are not extracts", force.name, files == 1 ? "is" : "are",
                     options.verbose ? "" : "; --verbose lists " + std::string(files == 1 ? "it" : "them"));
}

void warnOfUncovered(const sdk::Force& force, const FoundData& found, base::Month month) {
  std::set<std::string> covered;                             // tables
  std::map<std::string, std::optional<base::Month>> latest;  // by feed that is in use
  for (const feed::NearExtract& file : found.found.near) {
    latest.try_emplace(file.feed->name);
  }
  for (const feed::Counted& entry : found.supersession.counted) {
    const sdk::Feed& feed = *found.found.extracts[entry.extract].feed;
    std::optional<base::Month>& last = latest[feed.name];
    for (const base::Month of : entry.months) {
      last = last ? std::max(*last, of) : of;
    }
    if (std::find(entry.months.begin(), entry.months.end(), month) != entry.months.end()) {
      for (const sdk::RowRoute& route : feed.routes) {
        covered.insert(route.table);
      }
    }
  }
  for (const sdk::Feed& feed : force.feeds) {
    const bool has_months = feed.covers != sdk::Covers::Everything && feed.covers != sdk::Covers::Editions;
    const bool is_covered = std::all_of(feed.routes.begin(), feed.routes.end(),
                                        [&](const sdk::RowRoute& route) { return covered.contains(route.table); });
    if (has_months && latest.contains(feed.name) && !is_covered) {
      const std::optional<base::Month>& last = latest[feed.name];
      base::logWarning(
          fmt::format("No extract of the feed '{}' ({}) covers {}{}: what is counted from it has no figure "
                      "for that month.",
                      feed.name, feed.title, month.longName(), last ? ", the latest is of " + last->longName() : ""));
    }
  }
}

LoadedData loadData(const Options& options, const sdk::Force& force, const FoundData& from, Progress& progress,
                    const fs::path& scratch) {
  const feed::Found& found = from.found;
  const feed::Supersession& supersession = from.supersession;
  LoadedData data;
  Sources sources = sourcesOf(found.extracts);
  for (const std::string& warning : sources.warnings) {
    base::logWarning(warning);
  }
  data.sources = std::move(sources.credits);
  data.warehouse = warehouse::openDuckDb(warehouseOptions(options, scratch), force);

  std::vector<warehouse::Extract> extracts;
  for (const feed::Extract& extract : found.extracts) {
    extracts.push_back(
        {extract.path, extract.shown_as, extract.feed, extract.months, extract.extracted_on, extract.complete_to});
  }
  progress.stage(
      fmt::format("Loading {}", base::countOf(static_cast<std::int64_t>(extracts.size()), "extract", "extracts")));
  std::size_t done = 0;
  data.loads = data.warehouse->load(
      extracts,
      [](const warehouse::Extract& extract, const std::vector<std::string>& columns) {
        return feed::openExtract(extract.path, *extract.feed, columns);
      },
      [&](const base::LoadReport&) { progress.step(++done, extracts.size()); });
  for (std::size_t i = 0; i < data.loads.size(); ++i) {
    data.loads[i].superseded = supersession.superseded[i];
  }
  std::vector<warehouse::Counted> counted;
  for (const feed::Counted& entry : supersession.counted) {
    counted.push_back({entry.extract, entry.months});
  }
  data.warehouse->count(counted);
  addRejects(data.issues, data.loads);
  for (const base::LoadReport& load : data.loads) {
    if (load.rows_rejected > 0) {
      const base::RejectReason& first = load.reasons.front();
      base::logWarning(fmt::format(
          "{} of {} {} rejected: {}{} (first at {}){}", base::countOf(load.rows_rejected, "row", "rows"), load.file,
          load.rows_rejected == 1 ? "was" : "were", first.column.empty() ? "" : first.column + ": ", first.reason,
          first.where(),
          load.reasons.size() == 1
              ? ""
              : fmt::format(", and {} more; the pack's sheet 'Data issues' has all",
                            base::countOf(static_cast<std::int64_t>(load.reasons.size() - 1), "reason", "reasons"))));
    }
  }
  tellPlacesAndTexts(data.loads, force, data.issues);
  addRepeats(data.issues, *data.warehouse);
  addEqualRows(data.issues, force, *data.warehouse);
  return data;
}

}  // namespace boardpack::app
