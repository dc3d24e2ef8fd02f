#include "script/read/read_ratio.hpp"

#include "script/lua/stack_guard.hpp"
#include "script/read/read_rows.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

void readPart(KindReading& reading, TableReader& ratio, const std::string& key,
              measure::MeasureDefinition::Part& part) {
  const StackGuard guard(reading.state);
  MeasureDraft& draft = reading.draft;
  if (!ratio.require(key)) {
    return;
  }
  const int type = ratio.push(key);
  if (type == LUA_TSTRING) {
    part.measure = ratio.text(key).value_or("");
    return;
  }
  if (type != LUA_TTABLE) {
    ratio.wrongType(key, "the name of a measure, or a table such as { from = \"crimes\" }");
    return;
  }
  ratio.table(key, [&](TableReader& rows) {
    part.rows.emplace();
    const sdk::Table* table = readRowSet(rows, draft.declaration, reading.force, *part.rows);
    if (table != nullptr) {
      part.rows->amount =
          readExpression(rows, draft.declaration, "sum", *table, reading.force, expression::Type::Number);
      draft.tables.push_back(table);
    }
  });
}

}  // namespace

void readRatio(KindReading& reading) {
  reading.reader.table("ratio", [&](TableReader& ratio) {
    measure::MeasureDefinition& definition = reading.draft.definition;
    definition.per = ratio.numberInRange("per").value_or(definition.per);
    readPart(reading, ratio, "top", definition.top);
    readPart(reading, ratio, "bottom", definition.bottom);
  });
}

void readDerive(KindReading& reading) {
  const StackGuard guard(reading.state);
  if (reading.reader.push("derive") != LUA_TFUNCTION) {
    reading.reader.wrongType("derive", "a function such as function(m) return m.robbery / m.recorded_crime * 100 end");
    return;
  }
  lua_pushvalue(reading.state, -1);
  reading.draft.derive = RegistryRef(reading.state);
}

}  // namespace boardpack::script
