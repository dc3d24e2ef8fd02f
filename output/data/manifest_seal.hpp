#pragma once
#include <string>

namespace boardpack::data {

/// A manifest ends with the digest of what stands above it, so that a later run can tell whether people changed it.

/// The text of a JSON object with the digest as its last key.
std::string sealedManifest(const std::string& text);
bool isSealed(const std::string& text);

}  // namespace boardpack::data
