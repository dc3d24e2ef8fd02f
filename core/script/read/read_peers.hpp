#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

namespace boardpack::script {

/// `peers = { measure = "theft offences", group = "MSG", average = "unweighted", include_own = true,
/// leave_out = { "City of London" } }`: what the force is compared with others by.
void readPeers(TableReader& reader, MeasureDraft& draft);

}  // namespace boardpack::script
