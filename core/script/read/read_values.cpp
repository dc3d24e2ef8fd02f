#include "script/read/read_values.hpp"

#include "base/text.hpp"
#include "script/lua/lua_text.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_rows.hpp"

#include <algorithm>
#include <cmath>
#include <lua.hpp>

namespace boardpack::script {
namespace {

using expression::Type;

// What the kind's table has without keys: no more values than `most`, and no keys but `known`.
bool hasOnly(KindReading& reading, const std::vector<std::string>& known, lua_Unsigned most) {
  const StackGuard guard(reading.state);
  const int table = lua_gettop(reading.state);
  const bool has_more = lua_rawlen(reading.state, table) > most;
  bool has_other = false;
  for (lua_pushnil(reading.state); lua_next(reading.state, table) != 0; lua_pop(reading.state, 1)) {
    if (lua_type(reading.state, -2) == LUA_TSTRING) {
      const std::string key = textOf(reading.state, -2);
      has_other = has_other || std::find(known.begin(), known.end(), key) == known.end();
    }
  }
  return !has_more && !has_other;
}

}  // namespace

void readMedian(KindReading& reading) {
  if (const sdk::Table* table = reading.readRows()) {
    reading.draft.definition.rows.amount =
        readExpression(reading.reader, reading.draft.declaration, "median", *table, reading.force, Type::Number);
  }
}

void readPercentile(KindReading& reading) {
  static const std::string example =
      "a number of each row and a share, as in { \"minutes(opened_at, attended_at)\", 0.9 }";
  const sdk::Table* table = reading.readRows();
  const StackGuard guard(reading.state);
  if (reading.reader.push("percentile") != LUA_TTABLE) {
    reading.reader.wrongType("percentile", example);
    return;
  }
  MeasureDraft& draft = reading.draft;
  TableReader percentile(reading.state, lua_gettop(reading.state), draft.declaration, "percentile", "percentile");
  if (!hasOnly(reading, {}, 2) || !percentile.has("[1]") || !percentile.has("[2]")) {
    draft.declaration.problem("percentile", "expected " + example + ".");
    return;
  }
  if (table != nullptr) {
    draft.definition.rows.amount =
        readExpression(percentile, draft.declaration, "[1]", *table, reading.force, Type::Number);
  }
  const std::optional<double> share = percentile.number("[2]");
  if (!share) {
    return;
  }
  const bool has_four_decimals = std::abs(*share * 10'000 - std::round(*share * 10'000)) < 1e-6;
  if (*share <= 0 || *share >= 1 || !has_four_decimals) {
    const bool may_be_percent = *share > 1 && *share < 100;
    percentile.problem("[2]", "found " + base::exactNumber(*share) +
                                  ", expected a share between 0 and 1 of at most four decimals: " +
                                  base::exactNumber(may_be_percent ? *share / 100 : 0.9) + " for the " +
                                  base::exactNumber(may_be_percent ? *share : 90) + "th percentile.");
    return;
  }
  draft.definition.quantile = *share;
}

void readShareOf(KindReading& reading) {
  static const std::string example =
      "an amount and a condition, as in { \"resource_minutes\", where = \"mental_health\" }";
  const sdk::Table* table = reading.readRows();
  const StackGuard guard(reading.state);
  if (reading.reader.push("share_of") != LUA_TTABLE) {
    reading.reader.wrongType("share_of", example);
    return;
  }
  MeasureDraft& draft = reading.draft;
  TableReader share(reading.state, lua_gettop(reading.state), draft.declaration, "share_of", "share_of");
  if (!hasOnly(reading, {"where"}, 1) || !share.has("[1]") || !share.has("where")) {
    draft.declaration.problem("share_of",
                              "expected " + example + ". What it is a share of is narrowed by 'where' beside it.");
    return;
  }
  if (table != nullptr) {
    draft.definition.rows.amount = readExpression(share, draft.declaration, "[1]", *table, reading.force, Type::Number);
    draft.definition.met = readExpression(share, draft.declaration, "where", *table, reading.force, Type::Boolean);
  }
  if (const auto unknown = reading.reader.oneOf("unknown")) {
    draft.definition.unknown_counts_as_no = *unknown == 1;
  }
}

}  // namespace boardpack::script
