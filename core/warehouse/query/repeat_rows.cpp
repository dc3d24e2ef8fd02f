#include "warehouse/query/repeat_rows.hpp"

#include "base/text.hpp"
#include "warehouse/engine/result_reader.hpp"
#include "warehouse/query/group_query.hpp"
#include "warehouse/query/row_query.hpp"

#include <fmt/format.h>

namespace boardpack::warehouse {
namespace {

using expression::quoteName;

/// Every row of a key that counts, with its place among those of its key in the months that end with its day: the rows
/// up to it, less those on days that lie too far back.
std::string placedRows(const RowQuery& query, const std::string& source) {
  const RepeatRows& repeats = *query.repeats;
  const std::string key = quoteName(repeats.key);
  const std::string date = quoteName(query.date);
  const std::string outside =
      repeats.within == 0
          ? "0"
          : fmt::format(
                "count(*) OVER (PARTITION BY {} ORDER BY CAST(CAST({} AS DATE) AS TIMESTAMP) RANGE BETWEEN "
                "UNBOUNDED PRECEDING AND INTERVAL {} MONTH PRECEDING)",
                key, date, repeats.within);
  const std::string counted = repeats.counted ? " AND (" + expression::toDuckDb(*repeats.counted) + ")" : std::string();
  return fmt::format(
      "SELECT *, row_number() OVER (PARTITION BY {0} ORDER BY {1}, source_file, source_row) - {2} AS repeat_nth "
      "FROM {3} WHERE {0} IS NOT NULL AND {1} IS NOT NULL{4}",
      key, date, outside, source, counted);
}

}  // namespace

RowTable runRepeatQuery(Connection& connection, const RowQuery& query, const sdk::Table& table,
                        const std::vector<const sdk::Column*>& columns, const std::string& source) {
  const RepeatRows& repeats = *query.repeats;
  const std::string key = quoteName(repeats.key);
  const std::string within = query.within ? " AND (" + expression::toDuckDb(*query.within) + ")" : std::string();
  std::string places = fmt::format("repeat_nth >= {}", repeats.least);
  if (repeats.most) {
    places += fmt::format(" AND repeat_nth <= {}", *repeats.most);
  }
  if (repeats.is_furthest) {
    places += " AND repeat_most = repeat_nth";
  }
  const std::string found = fmt::format(
      "WITH inside AS (SELECT *, max(repeat_nth) OVER (PARTITION BY {0}) AS repeat_most, row_number() OVER (ORDER BY "
      "source_file, source_row) AS repeat_row FROM ({1}) AS placed WHERE {2}{3}), found AS (SELECT *, min(repeat_row) "
      "OVER (PARTITION BY {0}) AS repeat_first FROM inside WHERE {4}) ",
      key, placedRows(query, source), monthsCondition(query.date, query.months), within, places);
  const std::string doing = "looking for repeats in the table " + table.name;

  RowTable rows;
  rows.columns = {"who", "nth", "source_file", "source_row"};
  std::vector<std::string> selected = {"CAST(dense_rank() OVER (ORDER BY repeat_first) AS VARCHAR)",
                                       "CAST(repeat_nth AS VARCHAR)", "source_file", "CAST(source_row AS VARCHAR)"};
  for (const sdk::Column* column : columns) {
    if (column->name != repeats.key) {
      rows.columns.push_back(column->name);
      selected.push_back(shownText(*column));
    }
  }
  {
    QueryResult counts =
        connection.query(found + fmt::format("SELECT count(*), count(DISTINCT {}) FROM found", key), doing);
    const OwnedChunk chunk = counts.next();
    rows.total = ChunkReader(chunk.get()).whole(0, 0);
    rows.keys = ChunkReader(chunk.get()).whole(1, 0);
  }
  rows.statement = found + "SELECT " + base::join(selected, ", ") +
                   " FROM found ORDER BY repeat_first, repeat_nth LIMIT " + std::to_string(query.most);
  QueryResult result = connection.query(rows.statement, doing);
  rows.rows = readTexts(result, rows.columns.size());
  return rows;
}

}  // namespace boardpack::warehouse
