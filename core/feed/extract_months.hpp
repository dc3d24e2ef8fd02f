#pragma once
#include "feed/extracts.hpp"
#include "feed/file_pattern.hpp"

#include <string>

namespace boardpack::feed {

/// Fills what an extract covers, when it was made and what it is complete to, from its name (`match`), its column that
/// says when it was made, its feed and its folder; the file's own word goes before the folder's. Returns a sentence
/// when that cannot be or is not known, else "". Throws what reading the file throws.
std::string settleMonths(Extract& extract, const NameMatch& match);

}  // namespace boardpack::feed
