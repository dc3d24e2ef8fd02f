#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

namespace boardpack::script {

/// Reads `windows`, `since`, `survey` and `compare`.
void readWindows(TableReader& reader, MeasureDraft& draft);

}  // namespace boardpack::script
