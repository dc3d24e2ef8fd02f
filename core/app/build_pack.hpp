#pragma once
#include "app/load_data.hpp"
#include "app/session.hpp"
#include "paper/pack.hpp"

namespace boardpack::app {

/// Everything the writers read: measures evaluated and analysed, charts with their words. Throws sdk::Error(Data) when
/// no extract covers the month. What the run should keep of snapshots is added to `keep`.
paper::Pack buildPack(const Options& options, const Session& session, LoadedData& data, Progress& progress,
                      std::vector<series::KeptValue>* keep);

/// A pack of the same measures without any value, to check templates against.
paper::Pack emptyPack(const Options& options, const Session& session, base::Month month);

}  // namespace boardpack::app
