#pragma once
#include "series/analysis.hpp"
#include "series/comparator.hpp"
#include "statistics/peer_question.hpp"

#include <string>
#include <vector>

namespace boardpack::statistics {

/// A standing that is not there, with the reason, a clause.
series::PeerStanding noStanding(const series::PeerSpec& spec, std::string reason);

/// Where the force stands among others in the latest 12 months of the comparators, up to the pack's month and not older
/// than the measure takes, in which it can be placed; else in the latest that tell anything. Pure; README.md has the
/// rules.
series::PeerStanding standingOf(const PeerQuestion& question, const std::vector<series::Comparator>& comparators);

}  // namespace boardpack::statistics
