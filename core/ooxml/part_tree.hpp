#pragma once
#include <pugixml.hpp>

#include <string>

namespace boardpack::ooxml {

/// Private to this folder: a part as a tree and back. Throws sdk::Error(Data) that names the part when it is not XML.
pugi::xml_document parsePart(const std::string& text, const std::string& part);
/// As Word and Excel write it: no indentation, since white space between runs is text.
std::string printPart(const pugi::xml_document& tree);

}  // namespace boardpack::ooxml
