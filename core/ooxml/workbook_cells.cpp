#include "ooxml/workbook_cells.hpp"

#include "base/month.hpp"
#include "ooxml/part_tree.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::ooxml {
namespace {

constexpr const char* kOdsType = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0";

std::optional<sdk::Date> dayOf(const char* text) { return base::parseDate(std::string_view(text).substr(0, 10)); }

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

SheetCells WorkbookCells::read(std::size_t sheet) const {
  static_cast<void>(names_.at(sheet));
  try {
    return is_ods_ ? readOds(sheet) : readXlsx(sheet);
  } catch (sdk::Error& error) {
    error.during("reading the sheet '" + names_[sheet] + "' of " + shown_as_);
    throw;
  }
}

void WorkbookCells::openOds() {
  const pugi::xml_document content = parsePart(part("content.xml"), "content.xml");
  for (const pugi::xml_node table : content.child("office:document-content")
                                        .child("office:body")
                                        .child("office:spreadsheet")
                                        .children("table:table")) {
    names_.emplace_back(table.attribute("table:name").value());
  }
  if (const auto meta = parts_.find("meta.xml"); meta != parts_.end()) {
    const pugi::xml_document tree = parsePart(meta->second, "meta.xml");
    saved_on_ = dayOf(tree.child("office:document-meta").child("office:meta").child("dc:date").child_value());
  }
}

}  // namespace boardpack::ooxml
