#include "script/kind_reading.hpp"

#include "base/text.hpp"
#include "script/read_rows.hpp"

namespace boardpack::script {

void KindReading::refuse(const std::vector<std::string>& keys, const std::string& why) {
  for (const std::string& refused : keys) {
    if (reader.has(refused)) {
      reader.problem(refused, why);
    }
  }
}

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

void readPer(TableReader& reader, double& per) {
  if (const auto number = reader.number("per")) {
    if (*number < 1 || *number > 1'000'000) {
      reader.problem("per", "found " + base::exactNumber(*number) + ", expected a number from 1 to 1,000,000.");
    } else {
      per = *number;
    }
  }
}

}  // namespace boardpack::script
