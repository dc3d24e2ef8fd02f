#pragma once
#include "script/read/kind_reading.hpp"

#include <string>
#include <vector>

namespace boardpack::script {

/// A kind of measure and the key that asks for it.
struct KindKey {
  const char* key;
  series::MeasureKind kind;
  /// Reads all that belongs to the kind: its own field, from, where, date, of, unknown. Tells of keys it has no use
  /// for.
  void (*read)(KindReading& reading);
};

/// In the order in which messages list them.
const std::vector<KindKey>& kinds();
/// The keys of which a measure has exactly one: "count", "sum", and so on.
const std::vector<std::string>& kindKeys();

/// Finds the kind and reads what belongs to it.
void readKind(lua_State* state, TableReader& reader, const sdk::Force& force, const series::Registers& registers,
              MeasureDraft& draft);

}  // namespace boardpack::script
