#pragma once
#include "ooxml/sheet_record.hpp"
#include "paper/pack.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::workbook {

/// Writes the pack's workbook and gives what each of its sheets should hold, to compare with the finished file: the
/// library writes files of its own into `scratch`, and does not look whether they fit on the disk. Throws
/// sdk::Error(Outside) with sheet and cell.
std::vector<ooxml::SheetRecord> writeWorkbook(const paper::Pack& pack, const std::filesystem::path& file,
                                              const std::filesystem::path& scratch);

/// Version of libxlsxwriter, for the manifest.
std::string libraryVersion();

}  // namespace boardpack::workbook
