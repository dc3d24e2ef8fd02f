#pragma once
#include "statistics/peer_question.hpp"

#include <optional>
#include <string>

namespace boardpack::statistics {

/// Why no period of those there are serves. `latest` of all; `too_old`: the latest of those that tell anything.
std::string whyNone(const PeerQuestion& question, base::Month latest, std::optional<base::Month> too_old);

}  // namespace boardpack::statistics
