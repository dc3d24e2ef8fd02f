#include "script/read_kind.hpp"

#include "base/text.hpp"
#include "script/read_rows.hpp"
#include "script/stack_guard.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

using expression::Type;
using series::MeasureKind;

std::string quoted(const std::string& word) { return "'" + word + "'"; }

// The kind, or nothing after telling that there is none or more than one.
std::optional<MeasureKind> findKind(TableReader& reader, const Declaration& declaration) {
  std::vector<std::string> found;
  std::optional<MeasureKind> kind;
  for (std::size_t i = 0; i < kindKeys().size(); ++i) {
    if (reader.has(kindKeys()[i])) {
      found.push_back(quoted(kindKeys()[i]));
      kind = static_cast<MeasureKind>(i);
    }
  }
  if (found.size() == 1) {
    return kind;
  }
  declaration.problem("", found.empty() ? "it does not say what to work out: add one of " +
                                              base::join(kindKeys(), ", ") + " (count = true counts the rows)."
                                        : "found " + base::joinWords(found) + "; a measure has exactly one kind.");
  return std::nullopt;
}

// Tells of keys that have no meaning for this kind, so that nobody believes they count.
void refuse(TableReader& reader, const std::vector<std::string>& keys, const std::string& why) {
  for (const std::string& key : keys) {
    if (reader.has(key)) {
      reader.problem(key, why);
    }
  }
}

const sdk::Table* readRows(TableReader& reader, const Declaration& declaration, const sdk::Force& force,
                           measure::RowSet& rows) {
  const sdk::Table* table = readFrom(reader, force);
  if (table == nullptr) {
    return nullptr;
  }
  rows.table = table->name;
  rows.date = readDate(reader, *table).value_or("");
  rows.where = readExpression(reader, declaration, "where", *table, force, Type::Boolean);
  return table;
}

void readCount(TableReader& reader) {
  const std::optional<bool> count = reader.truth("count");
  if (count && !*count) {
    reader.problem("count", "found false, expected true: count = true counts the rows.");
  }
}

void readShare(TableReader& reader, const sdk::Table& table, const sdk::Force& force, MeasureDraft& draft) {
  draft.definition.met = readExpression(reader, draft.declaration, "share", table, force, Type::Boolean);
  draft.definition.of = readExpression(reader, draft.declaration, "of", table, force, Type::Boolean);
  if (const auto unknown = reader.oneOf("unknown", {"left out", "no"})) {
    draft.definition.unknown_counts_as_no = *unknown == 1;
  }
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

void readRate(lua_State* state, TableReader& reader, MeasureDraft& draft) {
  const StackGuard guard(state);
  if (reader.push("rate") != LUA_TTABLE) {
    reader.wrongType("rate", "a table such as { per = 1000, of = \"people\" }");
    return;
  }
  TableReader rate(state, lua_gettop(state), draft.declaration, "rate");
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

void readPart(lua_State* state, TableReader& ratio, const std::string& key, const sdk::Force& force,
              MeasureDraft& draft, measure::MeasureDefinition::Part& part) {
  const StackGuard guard(state);
  const int type = ratio.push(key);
  if (type == LUA_TSTRING) {
    part.measure = ratio.text(key).value_or("");
    return;
  }
  if (type == LUA_TNIL) {
    draft.declaration.problem("ratio", "'" + key + "' is missing: the name of a count or a sum, or { from = … }.");
    return;
  }
  if (type != LUA_TTABLE) {
    ratio.wrongType(key, "the name of a measure, or a table such as { from = \"crimes\" }");
    return;
  }
  TableReader rows(state, lua_gettop(state), draft.declaration, "ratio." + key);
  rows.onlyKnown({"from", "where", "sum", "date"});
  part.rows.emplace();
  const sdk::Table* table = readRows(rows, draft.declaration, force, *part.rows);
  if (table != nullptr) {
    part.rows->amount = readExpression(rows, draft.declaration, "sum", *table, force, Type::Number);
    draft.tables.push_back(table);
  }
}

void readRatio(lua_State* state, TableReader& reader, const sdk::Force& force, MeasureDraft& draft) {
  const StackGuard guard(state);
  if (reader.push("ratio") != LUA_TTABLE) {
    reader.wrongType("ratio", "a table such as { top = \"positive_outcomes\", bottom = \"recorded_crime\" }");
    return;
  }
  TableReader ratio(state, lua_gettop(state), draft.declaration, "ratio");
  ratio.onlyKnown({"top", "bottom", "per"});
  readPer(ratio, draft.definition.per);
  readPart(state, ratio, "top", force, draft, draft.definition.top);
  readPart(state, ratio, "bottom", force, draft, draft.definition.bottom);
}

void readDerive(lua_State* state, TableReader& reader, MeasureDraft& draft) {
  const StackGuard guard(state);
  if (reader.push("derive") != LUA_TFUNCTION) {
    reader.wrongType("derive", "a function such as function(m) return m.robbery / m.recorded_crime * 100 end");
    return;
  }
  lua_pushvalue(state, -1);
  draft.derive = RegistryRef(state);
}

void readRowKind(lua_State* state, TableReader& reader, const sdk::Force& force, MeasureKind kind,
                 MeasureDraft& draft) {
  if (kind != MeasureKind::Share) {
    refuse(reader, {"of", "unknown"},
           "this belongs to a share; " + quoted(kindKeys()[static_cast<std::size_t>(kind)]) +
               " has no use for it. Conditions stand in 'where'.");
  }
  const sdk::Table* table = readRows(reader, draft.declaration, force, draft.definition.rows);
  if (kind == MeasureKind::Count) {
    readCount(reader);
  } else if (kind == MeasureKind::Rate) {
    readRate(state, reader, draft);
  }
  if (table == nullptr) {
    return;
  }
  draft.tables.push_back(table);
  if (kind == MeasureKind::Sum || kind == MeasureKind::Mean) {
    const std::string& key = kindKeys()[static_cast<std::size_t>(kind)];
    draft.definition.rows.amount = readExpression(reader, draft.declaration, key, *table, force, Type::Number);
  } else if (kind == MeasureKind::Share) {
    readShare(reader, *table, force, draft);
  }
}

}  // namespace

// In the order of MeasureKind.
const std::vector<std::string>& kindKeys() {
  static const std::vector<std::string> keys = {"count", "sum", "mean", "share", "rate", "ratio", "derive"};
  return keys;
}

void readKind(lua_State* state, TableReader& reader, const sdk::Force& force, MeasureDraft& draft) {
  const std::optional<MeasureKind> kind = findKind(reader, draft.declaration);
  if (!kind) {
    return;
  }
  draft.definition.info.kind = *kind;
  if (*kind == MeasureKind::Ratio) {
    refuse(reader, {"from", "where", "date", "of", "unknown"},
           "the two parts of a ratio say this themselves: top = { from = …, where = …, date = … }.");
    readRatio(state, reader, force, draft);
  } else if (*kind == MeasureKind::Derive) {
    refuse(reader, {"from", "where", "date", "of", "unknown"},
           "a derived measure reads other measures and sees no rows, so this has no meaning for it.");
    readDerive(state, reader, draft);
  } else {
    readRowKind(state, reader, force, *kind, draft);
  }
}

}  // namespace boardpack::script
