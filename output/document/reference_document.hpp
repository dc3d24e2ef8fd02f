#pragma once
#include "ooxml/archive.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace boardpack::document {

/// What stands in the reference document as "{{ name }}" and is filled in a paper: "colour" (six hexadecimal digits),
/// "marking", "footer".
using Placeholders = std::map<std::string, std::string>;

/// The reference document that gives a paper its styles, numbering, page, header and footer, from the XML files of a
/// folder. Throws sdk::Error(Outside) when the folder or one of the parts it needs is not there, sdk::Error(Script)
/// when a part names a placeholder that is not known.
ooxml::Parts referenceDocument(const std::filesystem::path& folder, const Placeholders& placeholders);

}  // namespace boardpack::document
