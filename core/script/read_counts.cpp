#include "script/read_counts.hpp"

#include "script/read_rows.hpp"
#include "script/stack_guard.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

void refuseKeysOfAShare(KindReading& reading) {
  reading.refuse({"of", "unknown"},
                 "this belongs to a share; '" + reading.key + "' has no use for it. Conditions stand in 'where'.");
}

void readAmount(KindReading& reading) {
  refuseKeysOfAShare(reading);
  if (const sdk::Table* table = reading.readRows()) {
    reading.draft.definition.rows.amount = readExpression(reading.reader, reading.draft.declaration, reading.key,
                                                          *table, reading.force, expression::Type::Number);
  }
}

}  // namespace

void readCount(KindReading& reading) {
  refuseKeysOfAShare(reading);
  reading.readRows();
  const std::optional<bool> count = reading.reader.truth("count");
  if (count && !*count) {
    reading.reader.problem("count", "found false, expected true: count = true counts the rows.");
  }
}

void readSum(KindReading& reading) { readAmount(reading); }

void readMean(KindReading& reading) { readAmount(reading); }

void readShare(KindReading& reading) {
  const sdk::Table* table = reading.readRows();
  if (table == nullptr) {
    return;
  }
  measure::MeasureDefinition& definition = reading.draft.definition;
  const auto condition = [&](const char* key) {
    return readExpression(reading.reader, reading.draft.declaration, key, *table, reading.force,
                          expression::Type::Boolean);
  };
  definition.met = condition("share");
  definition.of = condition("of");
  if (const auto unknown = reading.reader.oneOf("unknown", {"left out", "no"})) {
    definition.unknown_counts_as_no = *unknown == 1;
  }
}

void readRate(KindReading& reading) {
  refuseKeysOfAShare(reading);
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
