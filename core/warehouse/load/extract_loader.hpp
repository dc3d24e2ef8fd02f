#pragma once
#include "base/records.hpp"
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/feed_mapping.hpp"
#include "warehouse/load/rejected_rows.hpp"
#include "warehouse/warehouse.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace boardpack::warehouse {

/// What one extract gave, as the reader and the engine counted it.
struct LoadedRows {
  base::ExtractFacts facts;
  std::vector<std::int64_t> rows;  ///< [FeedMapping::tables]
  std::int64_t rejected = 0;
  std::vector<base::RejectReason> reasons;
  std::vector<base::PlacedRows> placed;
  std::vector<base::UnknownTexts> unknown_texts;
  std::vector<RejectedPart> missing;  ///< what the rejected rows are missing from
};

/// Names of the files in the folder of one load.
std::string tableFileName(const sdk::Table& table);
inline constexpr const char* kRejectedFileName = "rejected.csv";

/// Reads the records once and leaves one Parquet file a table in `stage`, and the list of rejected rows when there are
/// any. Throws sdk::Error when the source refuses the file, when most of its rows name another force, or when the rows
/// that the engine counted are not all the rows that were read.
LoadedRows loadExtract(Connection& connection, const FeedMapping& mapping, const sdk::Force& force,
                       const Extract& extract, base::RecordSource& source, const std::filesystem::path& stage,
                       std::string_view secret);

}  // namespace boardpack::warehouse
