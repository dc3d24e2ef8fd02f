#pragma once
#include "base/load_report.hpp"
#include "warehouse/load/rejected_rows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace boardpack::warehouse {

/// What the sidecar of a load says.
struct LoadRecord {
  std::string digest;  ///< of the extract
  std::string encoding;
  std::uint64_t bytes = 0;
  std::int64_t rows_read = 0;
  std::int64_t rows_loaded = 0;
  std::int64_t rows_rejected = 0;
  struct TableFile {
    std::string table;
    std::int64_t rows = 0;
    std::uint64_t bytes = 0;          ///< of the Parquet file
    std::vector<std::string> filled;  ///< columns
    std::string digest;               ///< SHA-256 of the file; "" in a temporary warehouse, which nobody opens again
  };
  std::vector<TableFile> tables;
  std::vector<base::RejectReason> reasons;
  std::vector<base::PlacedRows> placed;
  std::vector<base::UnknownTexts> unknown_texts;
  std::vector<RejectedPart> rejected;  ///< by table, then month
};

}  // namespace boardpack::warehouse
