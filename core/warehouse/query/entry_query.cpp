#include "warehouse/query/entry_query.hpp"

#include "base/text.hpp"
#include "warehouse/engine/result_reader.hpp"
#include "warehouse/query/group_query.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <optional>
#include <unordered_map>

namespace boardpack::warehouse {
namespace {

using expression::quoteName;

constexpr const char* kCombinations = "entry_combinations";

/// The columns that tell combinations apart, as texts, each under a name of its own.
std::vector<std::string> keyTexts(const EntryQuery& query) {
  std::vector<std::string> texts;
  for (const std::string& column : query.columns) {
    texts.push_back(fmt::format("CAST({} AS VARCHAR)", quoteName(column)));
  }
  for (const expression::Tree& atom : query.atoms) {
    texts.push_back(fmt::format("CAST({} AS VARCHAR)", expression::toDuckDb(*atom)));
  }
  return texts;
}

std::string named(const std::vector<std::string>& texts) {
  std::string selected;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    selected += fmt::format("{} AS k{}, ", texts[i], i + 1);
  }
  return selected;
}

/// "k1, k2": of combinations, in the order of their texts.
std::string names(std::size_t count, const char* ending) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < count; ++i) {
    parts.push_back(fmt::format("k{}{}", i + 1, ending));
  }
  return base::join(parts, ", ");
}

std::string combinationsStatement(const EntryQuery& query, const std::string& source) {
  const std::vector<std::string> texts = keyTexts(query);
  const std::string from = " FROM " + source + " WHERE " + monthsCondition(query.date, query.months);
  return fmt::format(
      "CREATE OR REPLACE TEMP TABLE {} AS SELECT CAST(row_number() OVER (ORDER BY {}) - 1 AS INTEGER) AS combination, "
      "* "
      "FROM "
      "(SELECT {}count(*) AS row_count{} GROUP BY {})",
      kCombinations, names(texts.size(), " NULLS LAST"), named(texts), from, names(texts.size(), ""));
}

/// Rows of the table with what is asked for, the combination's number and the day or month.
std::string entriesStatement(const EntryQuery& query, const std::string& source, bool is_text) {
  const std::vector<std::string> texts = keyTexts(query);
  const bool is_amount = query.amount != nullptr;
  const std::string key = is_text ? "CAST(" + quoteName(query.key) + " AS VARCHAR)" : quoteName(query.key);
  const std::string asked = is_amount ? "CAST(" + expression::toDuckDb(*query.amount) + " AS DECIMAL(18,4))" : key;
  const std::string rows =
      fmt::format("SELECT {}{} AS asked, {} AS at_time FROM {} WHERE {}", named(texts), asked,
                  is_amount ? "date_trunc('month', " + quoteName(query.date) + ")" : quoteName(query.date), source,
                  monthsCondition(query.date, query.months));
  std::string joined = "(" + rows + ") AS r";
  std::vector<std::string> equal;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    equal.push_back(fmt::format("r.k{0} IS NOT DISTINCT FROM c.k{0}", i + 1));
  }
  if (!equal.empty()) {
    joined += fmt::format(" JOIN {} AS c ON {}", kCombinations, base::join(equal, " AND "));
  }
  const std::string combination = texts.empty() ? "CAST(0 AS INTEGER)" : "c.combination";
  return is_amount ? fmt::format(
                         "SELECT {} AS combination, CAST(at_time AS DATE) AS day, asked, count(*) AS row_count "
                         "FROM {} GROUP BY ALL ORDER BY asked NULLS LAST, day, combination",
                         combination, joined)
                   : fmt::format(
                         "SELECT {} AS combination, CAST(at_time AS DATE) AS day, asked FROM {} "
                         "ORDER BY asked NULLS LAST, at_time, combination",
                         combination, joined);
}

/// The combinations in the order of their numbers.
GroupTable readCombinations(Connection& connection, const EntryQuery& query, const std::string& doing) {
  const std::size_t keys = query.columns.size() + query.atoms.size();
  GroupTable table;
  table.keys.resize(keys);
  std::unordered_map<std::string, int> index;
  QueryResult result = connection.query(
      fmt::format("SELECT {}, row_count FROM {} ORDER BY combination", names(keys, ""), kCombinations), doing);
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    const ChunkReader reader(chunk.get());
    for (idx_t row = 0; row < reader.size(); ++row) {
      for (std::size_t key = 0; key < keys; ++key) {
        if (!reader.isKnown(key, row)) {
          table.keys[key].push_back(-1);
          continue;
        }
        const auto [found, is_new] =
            index.emplace(std::string(reader.text(key, row)), static_cast<int>(table.texts.size()));
        if (is_new) {
          table.texts.push_back(found->first);
        }
        table.keys[key].push_back(found->second);
      }
      table.rows.push_back(reader.whole(keys, row));
    }
    table.size += reader.size();
  }
  table.month.assign(table.size, query.months.first);
  return table;
}

/// Numbers keys as they come, equal ones together.
class KeyNumbers {
 public:
  explicit KeyNumbers(bool is_text) : is_text_(is_text) {}

  std::uint32_t of(const ChunkReader& reader, idx_t column, idx_t row) {
    if (is_text_) {
      const std::string_view text = reader.text(column, row);
      if (next_ == 0 || text != text_) {
        text_ = text;
        ++next_;
      }
    } else {
      const duckdb_hugeint digest = reader.huge(column, row);
      if (next_ == 0 || digest.lower != digest_.lower || digest.upper != digest_.upper) {
        digest_ = digest;
        ++next_;
      }
    }
    return next_ - 1;
  }

 private:
  bool is_text_;
  std::string text_;
  duckdb_hugeint digest_{};
  std::uint32_t next_ = 0;
};

void readEntries(QueryResult& result, const EntryQuery& query, bool is_text, EntryTable& table) {
  constexpr idx_t kCombination = 0;
  constexpr idx_t kDay = 1;
  constexpr idx_t kAsked = 2;
  constexpr idx_t kRows = 3;
  KeyNumbers numbers(is_text);
  for (OwnedChunk chunk = result.next(); chunk.get() != nullptr; chunk = result.next()) {
    const ChunkReader reader(chunk.get());
    for (idx_t row = 0; row < reader.size(); ++row) {
      table.combination.push_back(static_cast<std::uint32_t>(reader.day(kCombination, row)));
      table.day.push_back(reader.day(kDay, row));
      table.rows.push_back(query.amount != nullptr ? reader.whole(kRows, row) : 1);
      if (!reader.isKnown(kAsked, row)) {
        continue;
      }
      if (query.amount != nullptr) {
        table.amount.push_back(base::Decimal::fromTenThousandths(reader.whole(kAsked, row)));
      } else {
        table.key.push_back(numbers.of(reader, kAsked, row));
      }
      ++table.known;
    }
  }
}

}  // namespace

std::vector<std::string> columnsRead(const EntryQuery& query) {
  std::vector<std::string> names = query.columns;
  names.push_back(query.date);
  std::vector<expression::Tree> trees = query.atoms;
  if (query.amount != nullptr) {
    trees.push_back(query.amount);
  } else {
    names.push_back(query.key);
  }
  for (const expression::Tree& tree : trees) {
    const std::vector<std::string> read = expression::columnsOf(*tree);
    names.insert(names.end(), read.begin(), read.end());
  }
  return names;
}

EntryTable runEntryQuery(Connection& connection, const EntryQuery& query, const sdk::Table& table,
                         const std::string& source) {
  const sdk::Column* key = table.find(query.key);
  const bool is_text = key != nullptr && key->type == sdk::ColumnType::Text;
  const bool is_key = key != nullptr && key->type == sdk::ColumnType::Key;
  if (query.amount == nullptr && !is_text && !is_key) {
    throw sdk::Error(
        sdk::ErrorKind::Script,
        fmt::format("'{}' of the table {} tells nothing apart: only a key or a text does.", query.key, query.table));
  }
  EntryTable entries;
  const std::string doing =
      "reading the " + std::string(query.amount != nullptr ? "values" : "keys") + " of the table " + query.table;
  if (query.columns.empty() && query.atoms.empty()) {
    entries.combinations.size = 1;
    entries.combinations.month = {query.months.first};
    entries.combinations.rows = {0};
  } else {
    entries.statements.push_back(combinationsStatement(query, source));
    connection.run(entries.statements.back(), doing);
    entries.combinations = readCombinations(connection, query, doing);
  }
  entries.statements.push_back(entriesStatement(query, source, is_text));
  QueryResult result = connection.query(entries.statements.back(), doing);
  readEntries(result, query, is_text, entries);
  return entries;
}

}  // namespace boardpack::warehouse
