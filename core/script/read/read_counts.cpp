#include "script/read/read_counts.hpp"

#include "script/lua/stack_guard.hpp"
#include "script/read/read_rows.hpp"
#include "script/read/read_weight_keys.hpp"

#include <lua.hpp>

namespace boardpack::script {
void readCount(KindReading& reading) {
  reading.refuseOthers({});
  reading.readRows();
  const std::optional<bool> count = reading.reader.truth("count");
  if (count && !*count) {
    reading.reader.problem("count", "found false, expected true: count = true counts the rows.");
  }
}

void readSum(KindReading& reading) {
  reading.refuseOthers({});
  if (const sdk::Table* table = reading.readRows()) {
    reading.draft.definition.rows.amount = readNumberOrWeights(reading, "sum", *table);
  }
}

void readMean(KindReading& reading) {
  reading.refuseOthers({"weight"});
  const sdk::Table* table = reading.readRows();
  if (table != nullptr) {
    reading.draft.definition.rows.amount = readExpression(reading.reader, reading.draft.declaration, "mean", *table,
                                                          reading.force, expression::Type::Number);
    reading.draft.definition.weight = readNumberOrWeights(reading, "weight", *table);
  }
}

void readShare(KindReading& reading) {
  const sdk::Table* table = reading.readRows();
  if (table == nullptr) {
    return;
  }
  measure::MeasureDefinition& definition = reading.draft.definition;
  definition.info.is_proportion = true;
  const auto condition = [&](const char* key) {
    return readExpression(reading.reader, reading.draft.declaration, key, *table, reading.force,
                          expression::Type::Boolean);
  };
  definition.met = condition("share");
  definition.of = condition("of");
  definition.weight = readNumberOrWeights(reading, "weight", *table);
  if (const auto unknown = reading.reader.oneOf("unknown", {"left out", "no"})) {
    definition.unknown_counts_as_no = *unknown == 1;
  }
}

void readRate(KindReading& reading) {
  reading.refuseOthers({});
  reading.readRows();
  const StackGuard guard(reading.state);
  if (reading.reader.push("rate") != LUA_TTABLE) {
    reading.reader.wrongType("rate", "a table such as { per = 1000, of = \"people\" }");
    return;
  }
  MeasureDraft& draft = reading.draft;
  TableReader rate(reading.state, lua_gettop(reading.state), draft.declaration, "rate");
  rate.onlyKnown({"per", "of"});
  draft.definition.per = 1000;
  readPer(rate, draft.definition.per);
  static const std::vector<std::string> kinds = {"people", "households"};
  if (!rate.has("of")) {
    draft.declaration.problem("rate", "'of' is missing: of = \"people\" or of = \"households\".");
  } else if (const auto kind = rate.oneOf("of", kinds)) {
    draft.definition.population_kind = kinds[*kind];
  }
}

}  // namespace boardpack::script
