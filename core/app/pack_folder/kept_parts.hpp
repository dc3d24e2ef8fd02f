#pragma once
#include "data/data.hpp"

#include <string>
#include <vector>

namespace boardpack::app {

/// Says of each kept file what its run was made from that this one was not: extracts, scripts and so on; templates
/// count for papers alone.
void compareKept(std::vector<data::ManifestFacts::Kept>& kept, const data::MadeFrom& now);

/// What people should know of parts that are of an earlier run, a sentence each.
std::vector<std::string> keptSentences(const std::vector<data::ManifestFacts::Kept>& kept);

}  // namespace boardpack::app
