#include "warehouse/query/row_query.hpp"

#include "base/text.hpp"
#include "warehouse/engine/result_reader.hpp"
#include "warehouse/query/group_query.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace boardpack::warehouse {
namespace {

using expression::quoteName;

constexpr std::int64_t kOne = 10000;  // in ten-thousandths

std::string conditionOf(const RowQuery& query) {
  std::vector<std::string> parts;
  if (!query.date.empty()) {
    parts.push_back(monthsCondition(query.date, query.months));
  }
  if (query.within) {
    parts.push_back("(" + expression::toDuckDb(*query.within) + ")");
  }
  if (query.where) {
    const std::string where = expression::toDuckDb(*query.where);
    switch (query.truth) {
      case RowQuery::Truth::True:
        parts.push_back("(" + where + ")");
        break;
      case RowQuery::Truth::False:
        parts.push_back("NOT (" + where + ")");
        break;
      case RowQuery::Truth::Unknown:
        parts.push_back("(" + where + ") IS NULL");
        break;
    }
  } else if (query.truth != RowQuery::Truth::True) {
    parts.emplace_back("false");
  }
  return parts.empty() ? std::string() : " WHERE " + base::join(parts, " AND ");
}

std::int64_t oneNumber(Connection& connection, const std::string& statement, const std::string& doing) {
  QueryResult result = connection.query(statement, doing);
  const OwnedChunk chunk = result.next();
  return ChunkReader(chunk.get()).whole(0, 0);
}

}  // namespace

std::string shownText(const sdk::Column& column) {
  const std::string name = quoteName(column.name);
  if (column.type == sdk::ColumnType::Number) {
    return fmt::format("rtrim(rtrim(CAST({} AS VARCHAR), '0'), '.')", name);
  }
  return fmt::format("CAST({} AS VARCHAR)", name);
}

std::vector<std::vector<std::string>> readTexts(QueryResult& result, std::size_t columns) {
  std::vector<std::vector<std::string>> rows;
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    const ChunkReader reader(chunk.get());
    for (idx_t row = 0; row < reader.size(); ++row) {
      std::vector<std::string>& texts = rows.emplace_back();
      for (idx_t column = 0; column < columns; ++column) {
        texts.emplace_back(reader.isKnown(column, row) ? reader.text(column, row) : std::string_view());
      }
    }
  }
  return rows;
}

std::vector<std::string> columnsRead(const RowQuery& query) {
  std::vector<std::string> names = {query.date};
  std::vector<expression::Tree> trees = {query.where, query.within};
  if (query.repeats) {
    names.push_back(query.repeats->key);
    trees.push_back(query.repeats->counted);
  }
  for (const expression::Tree& tree : trees) {
    if (tree) {
      const std::vector<std::string> read = expression::columnsOf(*tree);
      names.insert(names.end(), read.begin(), read.end());
    }
  }
  return names;
}

RowTable runRowQuery(Connection& connection, const RowQuery& query, const sdk::Table& table,
                     const std::vector<const sdk::Column*>& columns, const std::string& source) {
  const std::string doing = "looking at rows of the table " + table.name;
  RowTable rows;
  rows.columns = {"source_file", "source_row"};
  std::vector<std::string> selected = {"source_file", "CAST(source_row AS VARCHAR)"};
  for (const sdk::Column* column : columns) {
    rows.columns.push_back(column->name);
    selected.push_back(shownText(*column));
  }
  const std::string from = " FROM " + source + " AS asked" + conditionOf(query);
  rows.total = oneNumber(connection, "SELECT count(*)" + from, doing);
  rows.statement = "SELECT " + base::join(selected, ", ") + from +
                   " ORDER BY asked.source_file, asked.source_row LIMIT " + std::to_string(query.most);
  QueryResult result = connection.query(rows.statement, doing);
  rows.rows = readTexts(result, rows.columns.size());
  return rows;
}

Repeats countRepeats(Connection& connection, const std::string& table, const std::string& key_column) {
  const std::string key = quoteName(key_column);
  QueryResult result = connection.query(
      fmt::format("SELECT count(*), coalesce(CAST(sum(row_count - 1) AS BIGINT), 0) FROM (SELECT count(*) AS row_count "
                  "FROM {} WHERE {} IS NOT NULL GROUP BY {} HAVING count(*) > 1)",
                  quoteName(table), key, key),
      "looking for repeated identifiers in the table " + table);
  const OwnedChunk chunk = result.next();
  const ChunkReader row(chunk.get());
  return {row.whole(0, 0), row.whole(1, 0)};
}

Repeats countEqualRows(Connection& connection, const sdk::Table& table, const std::string& key_column) {
  std::vector<std::string> columns;
  for (const sdk::Column& column : table.columns) {
    if (column.isOwn()) {
      columns.push_back(quoteName(column.name));
    }
  }
  const std::string key = quoteName(key_column);
  QueryResult result = connection.query(
      fmt::format("SELECT count(DISTINCT {0}), coalesce(CAST(sum(row_count - 1) AS BIGINT), 0) FROM (SELECT {0}, "
                  "count(*) AS row_count FROM {1} WHERE {0} IS NOT NULL GROUP BY {2} HAVING count(*) > 1)",
                  key, quoteName(table.name), base::join(columns, ", ")),
      "looking for equal rows in the table " + table.name);
  const OwnedChunk chunk = result.next();
  const ChunkReader row(chunk.get());
  return {row.whole(0, 0), row.whole(1, 0)};
}

std::vector<PopulationRow> readPopulation(Connection& connection) {
  QueryResult result = connection.query(
      "SELECT area, kind, CAST(year * 10000 AS BIGINT), CAST(value * 10000 AS BIGINT), "
      "coalesce(area_kind, ''), published_on FROM population",
      "reading the table population");
  std::vector<PopulationRow> rows;
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    const ChunkReader reader(chunk.get());
    for (idx_t row = 0; row < reader.size(); ++row) {
      const std::int64_t year = reader.whole(2, row);
      if (year % kOne != 0) {
        throw sdk::Error(sdk::ErrorKind::Data,
                         "A year in the table of population is not a whole number. Write it as 2024.");
      }
      rows.push_back({std::string(reader.text(0, row)), static_cast<int>(year / kOne), std::string(reader.text(1, row)),
                      base::Decimal::fromTenThousandths(reader.whole(3, row)), std::string(reader.text(4, row)),
                      reader.isKnown(5, row) ? std::optional(base::dateOfDays(reader.day(5, row))) : std::nullopt});
    }
  }
  std::sort(rows.begin(), rows.end(), [](const PopulationRow& a, const PopulationRow& b) {
    return std::tie(a.area, a.year, a.kind, a.area_kind, a.published_on, a.value) <
           std::tie(b.area, b.year, b.kind, b.area_kind, b.published_on, b.value);
  });
  return rows;
}

}  // namespace boardpack::warehouse
