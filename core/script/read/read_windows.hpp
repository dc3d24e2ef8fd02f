#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

namespace boardpack::script {

/// Reads `windows`, `since`, `survey` and `compare`.
void readWindows(TableReader& reader, MeasureDraft& draft);

/// The word of scripts for a window: "month", "12 months" or "mrt", "financial year to date" or "ytd", "quarter",
/// "financial year", "calendar year", "since", "between", "wave".
std::optional<series::Window> windowOf(const std::string& word);
/// "\"month\", \"12 months\" (or \"mrt\"), …": for messages.
std::string windowWords();

}  // namespace boardpack::script
