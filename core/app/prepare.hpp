#pragma once
#include "app/load_data.hpp"
#include "app/session.hpp"
#include "paper/pack.hpp"

#include <vector>

namespace boardpack::app {

/// A run up to writing. `run` writes it and `check` says what it is: both make it by the steps below, so that they
/// cannot disagree.
struct Prepared {
  paper::Pack pack;
  std::vector<series::KeptValue> kept;  ///< snapshots that a run keeps in the workspace
  /// What measures may be set beside, as the comparators call it; of a pack that has such measures.
  std::vector<std::string> peer_names;
};

/// The days of the command: a board does not meet before the month is over, nor before the extracts were made. Throws
/// sdk::Error(Command).
void checkDates(const Options& options);

/// Opens the session, says what is left out, and refuses a pack of no measures. Throws what openSession throws, and
/// sdk::Error(Script).
Session openForPack(const Options& options);

/// Loads what was found and works out the measures of the month; a warehouse that is not kept lies in `scratch`, or in
/// the system's folder for temporary files. Throws what the parts throw.
Prepared prepare(const Options& options, const Session& session, const FoundData& found, Progress& progress,
                 const std::filesystem::path& scratch = {});

/// Says on standard error which measures failed; the exit code that they give.
int tellFailures(const paper::Pack& pack);

}  // namespace boardpack::app
