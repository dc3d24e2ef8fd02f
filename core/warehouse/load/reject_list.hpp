#pragma once
#include "base/load_report.hpp"
#include "warehouse/engine/duckdb_engine.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::warehouse {

/// The rejected rows of one extract: record number, place, column and reason, never a cell. Kept by the engine, which
/// counts them, while the extract is read. Most extracts have none, and cost the engine nothing.
class RejectList {
 public:
  RejectList(Connection& connection, std::string doing);
  ~RejectList();
  RejectList(const RejectList&) = delete;
  RejectList& operator=(const RejectList&) = delete;

  /// `place` is "" where the record's number says where it stands.
  void add(std::uint64_t record, std::string_view column, std::string_view reason, std::string_view place = {});
  /// Hands the last rows to the engine and gives the reasons, most frequent first.
  std::vector<base::RejectReason> finish();
  /// Writes the list for people: file, record, place, column, reason.
  void write(const std::filesystem::path& path, const std::string& file);

 private:
  void begin();
  void check(duckdb_state state);

  Connection* connection_;
  std::string doing_;
  OwnedAppender appender_;
};

}  // namespace boardpack::warehouse
