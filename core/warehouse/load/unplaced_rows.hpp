#pragma once
#include "base/load_report.hpp"
#include "base/records.hpp"
#include "warehouse/feed_mapping.hpp"
#include "warehouse/load/cell_reader.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boardpack::warehouse {

/// Counts rows by a text of theirs. A column that holds something else than it should may have a text a row: beyond a
/// thousand different ones the rest are counted and not kept.
class TextCounts {
 public:
  void add(std::string_view text);
  std::int64_t rows() const { return rows_; }
  std::size_t different() const { return counts_.size(); }
  /// The commonest, as they may be shown.
  std::vector<base::TextRows> commonest() const;

 private:
  std::map<std::string, std::int64_t, std::less<>> counts_;
  std::int64_t rows_ = 0;
};

/// What is to be told of the rows that are loaded: where they lie, and which texts the lists of codes do not have.
class ToldRows {
 public:
  explicit ToldRows(const FeedMapping& mapping);

  /// A loaded row: `cell` is one of its route's cells, read as `value`.
  void add(std::size_t table, const CellRule& rule, std::string_view cell, const CellValue& value);

  std::vector<base::PlacedRows> placed() const;
  std::vector<base::UnknownTexts> unknownTexts() const;

 private:
  struct Places {
    std::int64_t placed = 0;
    std::int64_t without_area = 0;
    TextCounts unplaced;
  };
  const FeedMapping& mapping_;
  std::map<std::pair<std::size_t, std::size_t>, Places> places_;       ///< [table, source]
  std::map<std::pair<std::size_t, std::size_t>, TextCounts> unknown_;  ///< [source, target]
};

/// Finds the rows of another force, and refuses a file of them.
class OwnRowCheck {
 public:
  OwnRowCheck(const FeedMapping& mapping, const sdk::Force& force);

  struct Foreign {
    std::size_t source;
    std::string reason;
  };
  /// The first cell of the record that names another force.
  const Foreign* foreign(const base::RecordBatch& batch, std::size_t row);
  /// Throws sdk::Error(Data) when most records of the file named another force.
  void refuseFileOfAnother(const std::string& file, std::uint64_t rows) const;

 private:
  struct Column {
    const OwnRule* rule;
    std::string last;
    bool is_own = true;
  };
  const FeedMapping& mapping_;
  const sdk::Force& force_;
  std::vector<Column> columns_;
  TextCounts names_;
  Foreign found_;
};

}  // namespace boardpack::warehouse
