#pragma once
#include "script/read/kind_reading.hpp"

#include <vector>

namespace boardpack::script {

/// A kind of measure and the key that asks for it.
struct KindKey {
  const char* key;
  series::MeasureKind kind;
  /// Reads all that belongs to the kind: its own field, from, where, date, of, unknown.
  void (*read)(KindReading& reading);
};

/// In the order of measure::kindKeys().
const std::vector<KindKey>& kinds();

/// Finds the kind, refuses the keys that have no meaning for it, and reads what belongs to it.
void readKind(lua_State* state, TableReader& reader, const sdk::Force& force, const series::Registers& registers,
              MeasureDraft& draft);

}  // namespace boardpack::script
