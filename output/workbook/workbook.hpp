#pragma once
#include "paper/pack.hpp"

#include <filesystem>
#include <string>

namespace boardpack::workbook {

/// Writes the pack's workbook. Throws sdk::Error(Outside) with sheet and cell.
void writeWorkbook(const paper::Pack& pack, const std::filesystem::path& file);

/// Version of libxlsxwriter, for the manifest.
std::string libraryVersion();

}  // namespace boardpack::workbook
