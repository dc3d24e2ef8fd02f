#pragma once
#include "base/load_report.hpp"
#include "series/analysis.hpp"
#include "series/register.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/force.hpp>

#include <optional>
#include <string>
#include <vector>

namespace boardpack::app {

/// What a standing is worked out from besides the measures.
struct PeerContext {
  const sdk::Force& force;
  base::Month month;
  std::optional<sdk::Date> board_date;
  const series::Registers& registers;
  warehouse::Warehouse& warehouse;
};

/// Fills Analysed::peers of the measures that ask for it, from the comparators in the warehouse. What a measure calls
/// by a name that they do not have is warned of, and stands among the issues.
void addPeerStandings(std::vector<series::Analysed>& measures, const PeerContext& context,
                      std::vector<base::Issue>& issues);

/// Where the comparators have no such measure: a clause with the name that was likely meant. "" where they have, and
/// where there are no comparators at all.
std::string unknownPeer(const series::PeerSpec& spec, const std::vector<std::string>& known);

/// The names that a measure may use: those of the comparators' rows, and the sums that can be made of them.
std::vector<std::string> knownPeers(warehouse::Warehouse& warehouse);

}  // namespace boardpack::app
