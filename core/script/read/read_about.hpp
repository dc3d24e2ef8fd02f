#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

namespace boardpack::script {

/// Reads what is said about a measure besides what it works out: `note`, `owner`, `source`, `target_set_by`,
/// `last_reviewed`, `wanted`, `format`, `expected`, `settles_after`, `per_day` and `limits`. After its unit.
void readAbout(TableReader& reader, MeasureDraft& draft);

}  // namespace boardpack::script
