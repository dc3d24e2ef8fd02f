#include "ooxml/workbook_cells.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

namespace boardpack::ooxml {
namespace {

constexpr const char* kOdsType = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0";

}  // namespace

WorkbookCells::WorkbookCells(std::string_view bytes, std::string shown_as, const SheetLimits& limits)
    : shown_as_(std::move(shown_as)), limits_(limits) {
  if (bytes.starts_with(kOldOffice)) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     shown_as_ +
                         " is a workbook of the old kind (xls), or is protected by a password. Open it and "
                         "save it as xlsx without a password.");
  }
  parts_ = partsOf(bytes, shown_as_, limits_.archive);
  const auto list = parts_.find("META-INF/manifest.xml");
  if (list != parts_.end() && list->second.find("encryption-data") != std::string::npos) {
    throw sdk::Error(sdk::ErrorKind::Data, shown_as_ + " is protected by a password. Open it and save it without one.");
  }
  const auto type = parts_.find("mimetype");
  is_ods_ = type != parts_.end() && type->second.starts_with(kOdsType);
  if (is_ods_) {
    openOds();
  } else {
    openXlsx();
  }
  if (names_.empty()) {
    throw sdk::Error(sdk::ErrorKind::Data, shown_as_ + " has no sheet. Is it the file that was meant?");
  }
}

const std::string& WorkbookCells::part(const std::string& name) const {
  const auto found = parts_.find(name);
  if (found == parts_.end()) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     shown_as_ + " is no whole workbook: it lacks the part " + name +
                         ". Fetch it again, or open it with an office program and save it as xlsx.");
  }
  return found->second;
}

void WorkbookCells::addSheet(std::string name, bool is_hidden, const std::string& part) {
  constexpr std::size_t kMostSheets = 1000;
  const bool is_known = !part.empty() && std::any_of(sheets_.begin(), sheets_.end(),
                                                     [&](const Sheet& sheet) { return sheet.part == part; });
  if (is_known || sheets_.size() == kMostSheets) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     shown_as_ +
                         (is_known ? " has two sheets of one part, so what it says depends on who reads it. "
                                   : " has more than 1,000 sheets. Is it the file that was meant? ") +
                         "Open it with an office program and save it again; none of its rows were taken.");
  }
  names_.push_back(std::move(name));
  sheets_.push_back({is_hidden, part, SheetCells(), std::nullopt});
}

SheetCells WorkbookCells::read(std::size_t sheet) const {
  const Sheet& wanted = sheets_.at(sheet);
  try {
    if (wanted.error) {
      throw sdk::Error(*wanted.error);
    }
    return is_ods_ ? wanted.cells : readXlsx(sheet);
  } catch (sdk::Error& error) {
    error.during("reading the sheet '" + names_[sheet] + "' of " + shown_as_);
    throw;
  }
}

}  // namespace boardpack::ooxml
