#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

#include <string>

struct lua_State;

namespace boardpack::script {

/// A declaration whose kind is read, with what all kinds have in common.
struct KindReading {
  lua_State* state;
  TableReader& reader;
  const sdk::Force& force;
  const series::Registers& registers;  ///< what the workspace keeps by hand
  MeasureDraft& draft;
  bool looks_at_another = false;  ///< a state of the groups of another measure

  /// from, where and date into the definition's rows; the table is noted in the draft. nullptr after telling what is
  /// wrong with `from`.
  const sdk::Table* readRows();
};

/// The same for a table of the declaration, as ratio.top is one; nothing is noted in the draft.
const sdk::Table* readRowSet(TableReader& reader, const Declaration& declaration, const sdk::Force& force,
                             measure::RowSet& rows);
/// A column of the table that tells people or things apart, a key or a text, named by `key` of the reader; "" after
/// telling what is wrong.
std::string readKeyColumn(TableReader& reader, const std::string& key, const sdk::Table& table);
}  // namespace boardpack::script
