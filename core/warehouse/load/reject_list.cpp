#include "warehouse/load/reject_list.hpp"

#include "base/characters.hpp"
#include "expression/expression.hpp"
#include "warehouse/engine/engine_error.hpp"
#include "warehouse/engine/result_reader.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace boardpack::warehouse {

RejectList::RejectList(Connection& connection, std::string doing)
    : connection_(&connection), doing_(std::move(doing)) {}

void RejectList::begin() {
  connection_->run(
      "CREATE OR REPLACE TEMP TABLE load_rejects (record BIGINT, \"column\" VARCHAR, reason VARCHAR, place "
      "VARCHAR)",
      doing_);
  check(duckdb_appender_create_ext(connection_->handle(), "temp", "main", "load_rejects", appender_.out()));
}

RejectList::~RejectList() {
  if (appender_.get() == nullptr) {
    return;
  }
  appender_ = OwnedAppender();
  duckdb_result result{};
  static_cast<void>(duckdb_query(connection_->handle(), "DROP TABLE IF EXISTS temp.load_rejects", &result));
  duckdb_destroy_result(&result);
}

void RejectList::add(std::uint64_t record, std::string_view column, std::string_view reason, std::string_view place) {
  if (appender_.get() == nullptr) {
    begin();
  }
  check(duckdb_append_int64(appender_.get(), static_cast<std::int64_t>(record)));
  check(duckdb_append_varchar_length(appender_.get(), column.data(), column.size()));
  check(duckdb_append_varchar_length(appender_.get(), reason.data(), reason.size()));
  check(duckdb_append_varchar_length(appender_.get(), place.data(), place.size()));
  check(duckdb_appender_end_row(appender_.get()));
}

std::vector<base::RejectReason> RejectList::finish() {
  if (appender_.get() == nullptr) {
    return {};
  }
  check(duckdb_appender_close(appender_.get()));
  QueryResult result = connection_->query(
      "SELECT \"column\", reason, count(*), min(record), arg_min(place, (record, place)) FROM temp.load_rejects GROUP "
      "BY 1, 2",
      doing_);
  std::vector<base::RejectReason> reasons;
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    const ChunkReader rows(chunk.get());
    for (idx_t row = 0; row < rows.size(); ++row) {
      reasons.push_back({std::string(rows.text(0, row)), std::string(rows.text(1, row)), rows.whole(2, row),
                         static_cast<std::uint64_t>(rows.whole(3, row)), std::string(rows.text(4, row))});
    }
  }
  std::sort(reasons.begin(), reasons.end(), [](const base::RejectReason& a, const base::RejectReason& b) {
    return std::tie(b.rows, a.column, a.reason) < std::tie(a.rows, b.column, b.reason);
  });
  return reasons;
}

void RejectList::write(const std::filesystem::path& path, const std::string& file) {
  // The list is read by people: what a spreadsheet would take for a formula is marked as text there, as by
  // base::markedAsText.
  const auto marked = [](const std::string& column) {
    return "CASE WHEN left(" + column +
           ", 1) IN ('''', '=', '+', '-', '@', '\xEF\xBC\x9D', '\xEF\xBC\x8B', '\xEF\xBC\x8D', '\xEF\xBC\xA0') THEN "
           "'''' || " +
           column + " ELSE " + column + " END";
  };
  connection_->run("COPY (SELECT " + expression::quoteText(base::markedAsText(file)) + " AS file, record, nullif(" +
                       marked("place") + ", '') AS place, " + marked("\"column\"") +
                       " AS \"column\", reason FROM temp.load_rejects ORDER BY record, load_rejects.place) TO " +
                       expression::quoteText(path.string()) + " (FORMAT csv, HEADER)",
                   doing_);
}

void RejectList::check(duckdb_state state) {
  if (state == DuckDBSuccess) {
    return;
  }
  const OwnedErrorData error(duckdb_appender_error_data(appender_.get()));
  throw engineError(duckdb_error_data_error_type(error.get()), doing_, connection_->engine().settings().folder);
}

}  // namespace boardpack::warehouse
