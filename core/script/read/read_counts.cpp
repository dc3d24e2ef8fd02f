#include "script/read/read_counts.hpp"

#include "script/read/read_rows.hpp"
#include "script/read/read_weight_keys.hpp"

namespace boardpack::script {
void readCount(KindReading& reading) {
  reading.readRows();
  const std::optional<bool> count = reading.reader.truth("count");
  if (count && !*count) {
    reading.reader.problem("count", "found false, expected true: count = true counts the rows.");
  }
}

void readSum(KindReading& reading) {
  if (const sdk::Table* table = reading.readRows()) {
    reading.draft.definition.rows.amount = readNumberOrWeights(reading, "sum", *table);
  }
}

void readMean(KindReading& reading) {
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
  const auto condition = [&](const char* key) {
    return readExpression(reading.reader, reading.draft.declaration, key, *table, reading.force,
                          expression::Type::Boolean);
  };
  definition.met = condition("share");
  definition.of = condition("of");
  definition.weight = readNumberOrWeights(reading, "weight", *table);
  if (const auto unknown = reading.reader.oneOf("unknown")) {
    definition.unknown_counts_as_no = *unknown == 1;
  }
}

void readRate(KindReading& reading) {
  reading.readRows();
  reading.reader.table("rate", [&](TableReader& rate) {
    measure::MeasureDefinition& definition = reading.draft.definition;
    definition.per = rate.numberInRange("per").value_or(1000);
    if (rate.require("of")) {
      if (const auto kind = rate.oneOf("of")) {
        definition.population_kind = measure::findKey("rate", "of")->words[*kind];
      }
    }
  });
}

}  // namespace boardpack::script
