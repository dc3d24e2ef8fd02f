#pragma once
#include "app/command_line/options.hpp"
#include "app/progress.hpp"
#include "base/load_report.hpp"
#include "feed/extracts.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/force.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::app {

/// The extracts of a run in the warehouse, and what became of each.
struct LoadedData {
  std::unique_ptr<warehouse::Warehouse> warehouse;
  std::vector<base::LoadReport> loads;
  std::vector<base::Issue> issues;
  std::vector<std::string> sources;  ///< credits, a sentence each
};

/// By table, the day that all of its counted rows were extracted on; no entry where that is not known, or not one day.
std::map<std::string, sdk::Date> extractedOn(const std::vector<base::LoadReport>& loads);

/// The folders of --data and the workspace's own. Throws sdk::Error(Command) when there are none.
std::vector<feed::DataFolder> dataFolders(const Options& options);

/// The folder that keeps what was loaded; empty for a temporary warehouse.
std::filesystem::path warehouseFolder(const Options& options);

/// What lies in the data folders, looked at but not yet read.
struct FoundData {
  feed::Found found;
  feed::Supersession supersession;

  /// The latest month that an extract which counts covers; nothing when none covers a month.
  std::optional<base::Month> latestMonth() const;
};

/// Finds the extracts and warns of files that are left alone but look like extracts. Without a folder of data there are
/// none where there `may_have_none`, as when all that is shown is entered by people. Throws what the feed throws.
FoundData findData(const Options& options, const sdk::Force& force, Progress& progress, bool may_have_none = false);

/// "36 other files are not extracts of Cleveland Police and are left alone", a line; "" where there are none.
std::string leftAloneLine(const Options& options, const sdk::Force& force, const FoundData& found);

/// Warns of each feed that has extracts, or files that look like them, but none that covers the month, unless another
/// feed fills its tables then.
void warnOfUncovered(const sdk::Force& force, const FoundData& found, base::Month month);

/// Loads and counts what was found. A warehouse that is not kept lies in the folder `scratch`, or in the system's for
/// temporary files. Throws what the feed and the warehouse throw.
LoadedData loadData(const Options& options, const sdk::Force& force, const FoundData& from, Progress& progress,
                    const std::filesystem::path& scratch = {});

}  // namespace boardpack::app
