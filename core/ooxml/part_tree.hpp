#pragma once
#include <pugixml.hpp>

#include <string>

namespace boardpack::ooxml {

/// White space between elements: text in a part of words, nothing in one of cells.
enum class Blanks { Kept, Dropped };

/// Private to this folder: a part as a tree and back. Throws sdk::Error(Data) that names the part when it is not XML in
/// UTF-8, has elements more than 200 deep, or so many that its tree would take more than 512 MB.
pugi::xml_document parsePart(const std::string& text, const std::string& part, Blanks blanks = Blanks::Kept);
/// As Word and Excel write it: no indentation, since white space between runs is text.
std::string printPart(const pugi::xml_document& tree);

}  // namespace boardpack::ooxml
