#pragma once
#include "base/month.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::base {

/// Why a record cannot be taken whatever is in its cells.
enum class RecordFault : std::uint8_t {
  None = 0,
  TooFewCells,
  TooManyCells,
  NotText,
  UnclearCell,  ///< a cell of a workbook that is an error, or shows something else than it keeps
  Total         ///< a total of other records among them
};

/// Records of an extract, column by column. The views are valid until the next call.
struct RecordBatch {
  std::size_t size = 0;
  /// The record's number as a spreadsheet counts rows when no cell holds a line break: the header is 1.
  std::vector<std::uint64_t> number;
  std::vector<RecordFault> fault;
  /// Where the record stands when its number alone does not say it: "Table P1, cell C14". Empty otherwise.
  std::vector<std::string_view> place = {};
  /// The same of each cell of a record that was put together from several: [column asked for][record]. Empty otherwise.
  std::vector<std::vector<std::string_view>> cell_places = {};
  std::vector<std::vector<std::string_view>> cells;  ///< [column asked for][record]; UTF-8, trimmed, "" when blank
};

/// What is known of an extract after its last record.
struct ExtractFacts {
  std::string digest;           ///< SHA-256 of the bytes on disk
  std::uint64_t bytes = 0;      ///< on disk
  std::uint64_t rows_read = 0;  ///< records after the header, faulty ones included
  std::string encoding;         ///< "UTF-8", "Windows-1252", "UTF-16"
};

/// The records of one file, read once, in order. The feed gives it, the warehouse pulls.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  /// False after the last record. Throws sdk::Error(Data) when the file is refused (damaged, open quote …): then
  /// nothing that was read before counts.
  virtual bool next(RecordBatch& batch) = 0;
  /// Only after next() gave false.
  virtual ExtractFacts facts() const = 0;
};

}  // namespace boardpack::base
