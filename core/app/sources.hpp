#pragma once
#include "feed/extracts.hpp"

#include <string>
#include <vector>

namespace boardpack::app {

/// What the pack says of where its data come from.
struct Sources {
  std::vector<std::string> credits;   ///< a sentence each
  std::vector<std::string> warnings;  ///< of folders of which it is not known
};

/// A folder's own words (source.txt) stand for all of it. Without them a feed's publisher is credited for the files
/// that show that they are the publisher's.
Sources sourcesOf(const std::vector<feed::Extract>& extracts);

}  // namespace boardpack::app
