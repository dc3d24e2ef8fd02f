#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace boardpack::ooxml {

/// The parts of an xlsx, docx or pptx file by name.
using Parts = std::map<std::string, std::string>;

/// Throws sdk::Error(Data) when the file is not a whole zip archive.
Parts readParts(const std::filesystem::path& file);
/// [Content_Types].xml first, then by name; every date 1980-01-01; the same parts give the same bytes.
void writeParts(const std::filesystem::path& file, const Parts& parts);

}  // namespace boardpack::ooxml
