#pragma once
#include "ooxml/archive.hpp"

#include <string>

namespace boardpack::ooxml {

/// Takes a part out of a package, with its entry in the list of content types and every relationship that leads to it
/// from parts of the same folder. Nothing happens when there is no such part.
void removePart(Parts& parts, const std::string& part);

}  // namespace boardpack::ooxml
