#include "script/read/kind_reading.hpp"

#include "base/text.hpp"
#include "script/read/read_rows.hpp"

#include <algorithm>

namespace boardpack::script {

const sdk::Table* KindReading::readRows() {
  const sdk::Table* table = readRowSet(reader, draft.declaration, force, draft.definition.rows);
  if (table != nullptr) {
    draft.tables.push_back(table);
  }
  return table;
}

const sdk::Table* readRowSet(TableReader& reader, const Declaration& declaration, const sdk::Force& force,
                             measure::RowSet& rows) {
  const sdk::Table* table = readFrom(reader, force);
  if (table == nullptr) {
    return nullptr;
  }
  rows.table = table->name;
  rows.date = readDate(reader, *table).value_or("");
  rows.where = readExpression(reader, declaration, "where", *table, force, expression::Type::Boolean);
  return table;
}

std::string readKeyColumn(TableReader& reader, const std::string& key, const sdk::Table& table) {
  const std::optional<std::string> name = reader.requiredText(key);
  if (!name) {
    return {};
  }
  std::vector<std::string> choices;
  for (const sdk::Column& column : table.columns) {
    if (column.type == sdk::ColumnType::Key || column.type == sdk::ColumnType::Text) {
      choices.push_back(column.name);
    }
  }
  if (std::find(choices.begin(), choices.end(), *name) != choices.end()) {
    return *name;
  }
  const std::string shown = "'" + base::printable(*name) + "'";
  const bool is_other = table.find(*name) != nullptr;
  const std::string near = is_other ? std::string() : base::didYouMean(*name, choices);
  reader.problem(key,
                 (is_other ? shown + " of " + table.name + " is neither a key nor a text, so it tells nobody apart."
                           : "there is no column " + shown + " in " + table.name + ".") +
                     (near.empty() ? " There are: " + base::join(choices, ", ") + "." : near));
  return {};
}

}  // namespace boardpack::script
