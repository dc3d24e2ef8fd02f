#pragma once
#include "ooxml/archive.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boardpack::ooxml {

/// What the cells of a sheet hold, as little of it as tells whether two are the same: a writer keeps one of what it
/// writes, and another is made of the finished file. Rows and columns from 0.
class SheetRecord {
 public:
  explicit SheetRecord(std::string name) : name_(std::move(name)) {}

  /// What stood in the cell before is replaced; an empty text leaves it empty.
  void text(std::uint32_t row, std::uint32_t column, std::string_view text);
  /// As many digits are kept as a workbook has: 16.
  void number(std::uint32_t row, std::uint32_t column, double value);

  const std::string& name() const { return name_; }
  std::size_t cells() const;
  std::size_t rows() const;
  bool operator==(const SheetRecord& other) const;

 private:
  using Cell = std::pair<std::uint64_t, std::uint64_t>;  // address, digest of what it holds (0: nothing)
  void add(std::uint32_t row, std::uint32_t column, std::uint64_t digest);
  const std::vector<Cell>& settled() const;

  std::string name_;
  mutable std::vector<Cell> cells_;
  mutable bool is_settled_ = true;
};

/// Of each sheet of a workbook, in its order. Throws sdk::Error(Data) when a part of it is missing or broken.
std::vector<SheetRecord> sheetRecords(const Parts& workbook);

}  // namespace boardpack::ooxml
