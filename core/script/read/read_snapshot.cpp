#include "script/read/read_snapshot.hpp"

#include "base/text.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_rows.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

using Over = measure::MeasureDefinition::Snapshot::Over;

/// Rows that say themselves what day they are as at have this column.
constexpr const char* kAsAt = "as_at";

void readAmount(KindReading& reading, const sdk::Table& table) {
  const StackGuard guard(reading.state);
  if (reading.reader.push("snapshot") == LUA_TBOOLEAN) {
    const std::optional<bool> counts = reading.reader.truth("snapshot");
    if (counts && !*counts) {
      reading.reader.problem("snapshot", "found false, expected true (the rows are counted) or a number of each row.");
    }
    return;
  }
  reading.draft.definition.rows.amount = readExpression(reading.reader, reading.draft.declaration, "snapshot", table,
                                                        reading.force, expression::Type::Number);
}

}  // namespace

void readSnapshot(KindReading& reading) {
  MeasureDraft& draft = reading.draft;
  measure::RowSet& rows = draft.definition.rows;
  measure::MeasureDefinition::Snapshot snapshot;
  const sdk::Table* table = readFrom(reading.reader, reading.force);
  if (table != nullptr) {
    draft.tables.push_back(table);
    const sdk::Column* as_at = table->find(kAsAt);
    snapshot.is_kept = as_at == nullptr || as_at->type != sdk::ColumnType::Day;
    rows.table = table->name;
    rows.date = snapshot.is_kept ? table->default_date : kAsAt;
    rows.where =
        readExpression(reading.reader, draft.declaration, "where", *table, reading.force, expression::Type::Boolean);
    readAmount(reading, *table);
    if (rows.date.empty()) {
      reading.reader.problem("from", "the rows of " + table->name + " have no date, so nothing tells when they stood.");
    }
  }
  constexpr Over kOver[] = {Over::Last, Over::Mean, Over::Lowest, Over::Highest};
  if (const auto position = reading.reader.oneOf("over")) {
    snapshot.over = kOver[*position];
  }
  if (const auto position = reading.reader.oneOf("at")) {
    snapshot.until_board = *position == 1;
  }
  draft.definition.snapshot = snapshot;
}

}  // namespace boardpack::script
