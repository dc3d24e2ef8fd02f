#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

#include <string>
#include <vector>

struct lua_State;

namespace boardpack::script {

/// A declaration whose kind is read, with what all kinds have in common.
struct KindReading {
  lua_State* state;
  TableReader& reader;
  const sdk::Force& force;
  const series::Registers& registers;  ///< what the workspace keeps by hand
  MeasureDraft& draft;
  const std::string key;  ///< the kind's

  /// Tells of keys that have no meaning for this kind, so that nobody believes they count.
  void refuse(const std::vector<std::string>& keys, const std::string& why);
  /// Tells of `of`, `unknown` and `weight` where the kind has no use for them; `used` are those it has.
  void refuseOthers(const std::vector<std::string>& used);
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
/// `per`, where it is there and from 1 to 1,000,000.
void readPer(TableReader& reader, double& per);

}  // namespace boardpack::script
