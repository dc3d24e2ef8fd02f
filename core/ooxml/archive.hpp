#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace boardpack::ooxml {

/// The parts of an xlsx, docx or pptx file by name.
using Parts = std::map<std::string, std::string>;

/// What is read at the most: a small archive can inflate to anything.
struct ReadLimits {
  std::uint64_t bytes = 512ULL * 1024 * 1024;  ///< of all parts together, inflated
  std::uint64_t parts = 20'000;
};

/// Throws sdk::Error(Data) when the file is not a whole zip archive, is encrypted, names a part twice or passes a
/// limit.
Parts readParts(const std::filesystem::path& file, const ReadLimits& limits = {});
/// [Content_Types].xml first, then by name; every date 1980-01-01; the same parts give the same bytes. The file is
/// there whole or not at all.
void writeParts(const std::filesystem::path& file, const Parts& parts);

/// The same from and to memory; `shown_as` names the archive in messages.
Parts partsOf(std::string_view archive, const std::string& shown_as, const ReadLimits& limits = {});
std::string archiveOf(const Parts& parts, const std::string& shown_as);

/// Reads a finished file, lets `change` alter its parts, and writes it again, with all dates 1980-01-01 even when
/// nothing was altered. When `change` throws, the file stays as it was.
void rewriteParts(const std::filesystem::path& file, const std::function<void(Parts&)>& change);

}  // namespace boardpack::ooxml
