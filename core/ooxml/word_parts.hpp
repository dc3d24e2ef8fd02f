#pragma once
#include "ooxml/archive.hpp"

#include <map>
#include <string>
#include <vector>

namespace boardpack::ooxml {

/// Gives every picture of a docx file its alternative text. A picture comes with a mark of ours as its description; it
/// is replaced by the text for that mark, the picture's file name is removed, and pictures are numbered in order.
/// Throws sdk::Error(Data) when a picture has no mark that is known.
void setPictureAlternatives(Parts& parts, const std::map<std::string, std::string>& by_mark);

/// The descriptions of the pictures of a finished docx file, in their order: every attribute `descr` of a drawing.
std::vector<std::string> pictureDescriptions(const Parts& parts);

}  // namespace boardpack::ooxml
