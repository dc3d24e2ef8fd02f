#pragma once
#include "paper/pack.hpp"

#include <string>

namespace boardpack::paper {

/// Tables of what the statistics say, of one measure or, with `measure` empty, of all: each value of the force beside
/// what it is compared with. A table without rows has nothing to say.

/// Each window against each reference: value, reference, change, per cent, whether it is more than chance gives.
Table changesTable(const Pack& pack, const std::string& measure);
/// What the groups add to the change of the force's 12 months.
Table contributionsTable(const Pack& pack, const std::string& measure);
/// Who a table is for: figures that may not be published are for the force alone.
enum class Reader { Force, Public };
/// The force beside its peers.
Table peersTable(const Pack& pack, const std::string& measure, Reader reader);
/// The financial year to March, by forecast.
Table forecastsTable(const Pack& pack, const std::string& measure);
/// Season and changes of level, in words.
Table levelsTable(const Pack& pack, const std::string& measure);

/// What stands of a measure beside its definition, in words; "" where there is nothing to say.
struct MeasureNotes {
  std::string target;     ///< and who set it, and whether it is met
  std::string reporting;  ///< when figures come and settle, and whether more reporting is wanted
  std::string events;     ///< the caveats of the months there are
};
MeasureNotes measureNotes(const Pack& pack, const series::Analysed& measure);

}  // namespace boardpack::paper
