#include "warehouse/query/group_query.hpp"

#include "base/text.hpp"
#include "warehouse/engine/result_reader.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <unordered_map>

namespace boardpack::warehouse {
namespace {

using expression::quoteName;

std::string statementOf(const GroupQuery& query, const std::string& source) {
  std::vector<std::string> selected = {query.by_day ? "CAST(" + quoteName(query.date) + " AS DATE) AS day"
                                                    : "CAST(date_trunc('month', " + quoteName(query.date) +
                                                          ") AS DATE) AS month_begun"};
  std::vector<std::string> groups = {"1"};
  for (const std::string& column : query.columns) {
    selected.push_back("CAST(" + quoteName(column) + " AS VARCHAR) AS " + quoteName(column));
    groups.push_back(std::to_string(selected.size()));
  }
  for (std::size_t i = 0; i < query.atoms.size(); ++i) {
    selected.push_back(fmt::format("CAST({} AS VARCHAR) AS is_{}", expression::toDuckDb(*query.atoms[i]), i + 1));
    groups.push_back(std::to_string(selected.size()));
  }
  selected.emplace_back("count(*) AS row_count");
  for (std::size_t i = 0; i < query.amounts.size(); ++i) {
    // Exact: a sum of fractions in binary would depend on the order of the rows.
    const std::string amount = "CAST(" + expression::toDuckDb(*query.amounts[i]) + " AS DECIMAL(18,4))";
    selected.push_back(fmt::format("sum({}) AS sum_{}", amount, i + 1));
    selected.push_back(fmt::format("count({}) AS known_{}", amount, i + 1));
  }
  return "SELECT " + base::join(selected, ", ") + " FROM " + source + " WHERE " +
         monthsCondition(query.date, query.months) + " GROUP BY " + base::join(groups, ", ");
}

/// Texts by the order they are met in.
class TextIndex {
 public:
  int of(std::string_view text) {
    const auto found = index_.find(std::string(text));
    if (found != index_.end()) {
      return found->second;
    }
    const int index = static_cast<int>(texts_.size());
    texts_.emplace_back(text);
    index_.emplace(texts_.back(), index);
    return index;
  }
  std::vector<std::string>& texts() { return texts_; }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, int> index_;
};

sdk::Date dateOf(std::int32_t days) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

base::Decimal decimalOf(duckdb_hugeint value) {
  // The sign of the lower half must be that of the whole: the sum fits 64 bits.
  const auto low = static_cast<std::int64_t>(value.lower);
  if (value.upper != (low < 0 ? -1 : 0)) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     "A sum is too large to be kept exactly (14 digits before the point at the most). Look for a "
                     "mistyped amount in the extracts.");
  }
  return base::Decimal::fromTenThousandths(low);
}

void readChunk(const ChunkReader& rows, bool by_day, GroupTable& table, TextIndex& texts) {
  const std::size_t keys = table.keys.size();
  for (idx_t row = 0; row < rows.size(); ++row) {
    const sdk::Date date = dateOf(rows.day(0, row));
    table.month.push_back(base::Month::of(date));
    if (by_day) {
      table.day.push_back(date.day);
    }
    for (std::size_t key = 0; key < keys; ++key) {
      table.keys[key].push_back(rows.isKnown(key + 1, row) ? texts.of(rows.text(key + 1, row)) : -1);
    }
    table.rows.push_back(rows.whole(keys + 1, row));
    for (std::size_t amount = 0; amount < table.sums.size(); ++amount) {
      const idx_t column = keys + 2 + 2 * amount;
      table.sums[amount].push_back(rows.isKnown(column, row) ? decimalOf(rows.huge(column, row)) : base::Decimal());
      table.known[amount].push_back(rows.whole(column + 1, row));
    }
  }
  table.size += rows.size();
}

template <typename Value>
void reorder(std::vector<Value>& values, const std::vector<std::size_t>& order) {
  std::vector<Value> ordered;
  ordered.reserve(values.size());
  for (const std::size_t index : order) {
    ordered.push_back(values[index]);
  }
  values = std::move(ordered);
}

/// Numbers the texts in their own order, so that nothing depends on the order in which the engine gave the rows.
void sortTexts(GroupTable& table, std::vector<std::string>& texts) {
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&texts](std::size_t a, std::size_t b) { return texts[a] < texts[b]; });
  std::vector<int> rank(texts.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    rank[order[place]] = static_cast<int>(place);
    table.texts.push_back(texts[order[place]]);
  }
  for (std::vector<int>& column : table.keys) {
    for (int& key : column) {
      key = key < 0 ? -1 : rank[static_cast<std::size_t>(key)];
    }
  }
}

/// By the values, then by month and day: what adds rows up goes through those of the same values on end.
void sortRows(GroupTable& table) {
  std::vector<std::size_t> order(table.size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&table](std::size_t a, std::size_t b) {
    for (const std::vector<int>& column : table.keys) {
      if (column[a] != column[b]) {
        return column[a] < column[b];
      }
    }
    if (table.month[a] != table.month[b]) {
      return table.month[a] < table.month[b];
    }
    return !table.day.empty() && table.day[a] < table.day[b];
  });
  reorder(table.month, order);
  if (!table.day.empty()) {
    reorder(table.day, order);
  }
  reorder(table.rows, order);
  for (std::vector<int>& column : table.keys) {
    reorder(column, order);
  }
  for (std::size_t amount = 0; amount < table.sums.size(); ++amount) {
    reorder(table.sums[amount], order);
    reorder(table.known[amount], order);
  }
}

}  // namespace

std::string monthsCondition(const std::string& date, const base::MonthRange& months) {
  const std::string name = quoteName(date);
  return fmt::format("{0} >= DATE '{1}' AND {0} < DATE '{2}'", name, base::isoDate(months.first.firstDay()),
                     base::isoDate((months.last + 1).firstDay()));
}

std::vector<std::string> columnsRead(const GroupQuery& query) {
  std::vector<std::string> names = query.columns;
  names.push_back(query.date);
  for (const std::vector<expression::Tree>* trees : {&query.atoms, &query.amounts}) {
    for (const expression::Tree& tree : *trees) {
      const std::vector<std::string> read = expression::columnsOf(*tree);
      names.insert(names.end(), read.begin(), read.end());
    }
  }
  return names;
}

GroupTable runGroupQuery(Connection& connection, const GroupQuery& query, const std::string& source) {
  GroupTable table;
  table.statement = statementOf(query, source);
  table.keys.resize(query.columns.size() + query.atoms.size());
  table.sums.resize(query.amounts.size());
  table.known.resize(query.amounts.size());
  QueryResult result = connection.query(table.statement, "counting the rows of the table " + query.table);
  TextIndex texts;
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    readChunk(ChunkReader(chunk.get()), query.by_day, table, texts);
  }
  sortTexts(table, texts.texts());
  sortRows(table);
  return table;
}

}  // namespace boardpack::warehouse
