#pragma once
#include "base/load_report.hpp"

#include <boardpack/sdk/feed.hpp>

#include <filesystem>
#include <vector>

namespace boardpack::warehouse {

struct LoadRejects {
  const sdk::Feed* feed;
  const base::LoadReport* report;
  std::filesystem::path list;  ///< where its rejected rows are listed
};

/// Throws sdk::Error(Data) when of some feed a larger share of all its rows was rejected than it allows: with the
/// files, the counts, the commonest reasons and where the lists are (`lists_are_kept`), or how to keep them.
void checkRejectThresholds(const std::vector<LoadRejects>& loads, bool lists_are_kept);

}  // namespace boardpack::warehouse
