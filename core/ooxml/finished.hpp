#pragma once
#include "ooxml/archive.hpp"

#include <optional>
#include <string>

namespace boardpack::ooxml {

/// What keeps an office file from opening, in words that follow the file's name ("its part word/document.xml is not
/// well-formed"): a part that is not well-formed XML, a list of content types that is not there, a part that another
/// names and that is missing. Nothing when all is whole.
std::optional<std::string> packageFault(const Parts& parts);

}  // namespace boardpack::ooxml
