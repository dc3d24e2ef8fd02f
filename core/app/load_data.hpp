#pragma once
#include "app/options.hpp"
#include "app/progress.hpp"
#include "base/load_report.hpp"
#include "feed/extracts.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/force.hpp>

#include <map>
#include <memory>
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

/// The folders of --data, or the workspace's own. Throws sdk::Error(Command) when there are none.
std::vector<feed::DataFolder> dataFolders(const Options& options);

/// The folder that keeps what was loaded; empty for a temporary warehouse.
std::filesystem::path warehouseFolder(const Options& options);

/// Finds, loads and counts the extracts. Throws what the feed and the warehouse throw.
LoadedData loadData(const Options& options, const sdk::Force& force, Progress& progress);

}  // namespace boardpack::app
