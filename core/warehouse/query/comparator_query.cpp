#include "warehouse/query/comparator_query.hpp"

#include "base/month.hpp"
#include "base/text.hpp"
#include "expression/expression.hpp"
#include "warehouse/engine/result_reader.hpp"

namespace boardpack::warehouse {
namespace {

constexpr const char* kColumns =
    "measure, area_kind, area, \"window\", coalesce(unit, ''), coalesce(method, ''), source, coalesce(place, ''), "
    "coalesce(not_available, ''), period_end, published_on, CAST(numerator * 10000 AS BIGINT), "
    "CAST(denominator * 10000 AS BIGINT), coalesce(value, ''), CAST(publishable AS BIGINT)";

std::optional<base::Decimal> amount(const ChunkReader& reader, idx_t column, idx_t row) {
  return reader.isKnown(column, row) ? std::optional(base::Decimal::fromTenThousandths(reader.whole(column, row)))
                                     : std::nullopt;
}

ComparatorRow readRow(const ChunkReader& reader, idx_t row) {
  const auto text = [&](idx_t column) { return std::string(reader.text(column, row)); };
  const std::optional<double> value = base::parseNumber(text(13));
  return {.measure = text(0),
          .area_kind = text(1),
          .area = text(2),
          .period_end = base::dateOfDays(reader.day(9, row)),
          .window = text(3),
          .numerator = amount(reader, 11, row),
          .denominator = amount(reader, 12, row),
          .value = value,
          .no_number = value ? std::string() : text(13),
          .unit = text(4),
          .method = text(5),
          .source = text(6),
          .place = text(7),
          .not_available = text(8),
          .published_on = reader.isKnown(10, row) ? std::optional(base::dateOfDays(reader.day(10, row))) : std::nullopt,
          .publishable = reader.whole(14, row) != 0};
}

}  // namespace

std::vector<ComparatorRow> readComparators(Connection& connection, const std::vector<std::string>& measures) {
  std::vector<ComparatorRow> rows;
  if (measures.empty()) {
    return rows;
  }
  std::vector<std::string> names;
  for (const std::string& measure : measures) {
    names.push_back(expression::quoteText(measure));
  }
  QueryResult result = connection.query(std::string("SELECT ") + kColumns + " FROM comparators WHERE measure IN (" +
                                            base::join(names, ", ") + ") ORDER BY ALL",
                                        "reading the table comparators");
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    const ChunkReader reader(chunk.get());
    for (idx_t row = 0; row < reader.size(); ++row) {
      rows.push_back(readRow(reader, row));
    }
  }
  return rows;
}

std::vector<std::string> readComparatorMeasures(Connection& connection) {
  std::vector<std::string> names;
  QueryResult result = connection.query("SELECT DISTINCT measure FROM comparators ORDER BY ALL",
                                        "reading the measures of the table comparators");
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    const ChunkReader reader(chunk.get());
    for (idx_t row = 0; row < reader.size(); ++row) {
      names.emplace_back(reader.text(0, row));
    }
  }
  return names;
}

}  // namespace boardpack::warehouse
