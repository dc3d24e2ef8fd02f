#pragma once
#include "ooxml/workbook_cells.hpp"

#include <boardpack/sdk/error.hpp>

#include <string>
#include <vector>

namespace boardpack::ooxml_tests {

/// An xlsx of one sheet, "S": its rows, what stands after them, and the codes of its number formats: style 1 is the
/// first of them, style 0 General.
struct Xlsx {
  std::string rows;
  std::string after = {};
  std::vector<std::string> formats = {};
  std::string before = {};
  std::string strings = {};
};
inline ooxml::Parts partsOf(const Xlsx& made) {
  std::string formats;
  std::string styles = "<xf numFmtId='0'/>";
  for (std::size_t i = 0; i < made.formats.size(); ++i) {
    std::string code;
    for (const char c : made.formats[i]) {
      code += c == '"' ? "&quot;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    // A number alone is one of the formats that have no code in the file.
    const bool is_built_in = code.find_first_not_of("0123456789") == std::string::npos && code.size() == 2;
    const std::string id = is_built_in ? code : std::to_string(164 + i);
    formats += is_built_in ? "" : "<numFmt numFmtId='" + id + "' formatCode=\"" + code + "\"/>";
    styles += "<xf numFmtId='" + id + "'/>";
  }
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  ooxml::Parts parts = {
      {"[Content_Types].xml", "<Types/>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='rId1' Type='" + types +
                                         "worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='" +
                                         types + "styles' Target='styles.xml'/></Relationships>"},
      {"xl/styles.xml", "<styleSheet><numFmts>" + formats + "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet>" + made.before + "<sheetData>" + made.rows + "</sheetData>" + made.after + "</worksheet>"}};
  if (!made.strings.empty()) {
    parts["xl/sharedStrings.xml"] = "<sst>" + made.strings + "</sst>";
  }
  return parts;
}

/// An ods of one sheet, "S", of these columns and rows.
inline ooxml::Parts odsParts(const std::string& rows, const std::string& table_attributes = "") {
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          {"content.xml",
           "<office:document-content><office:automatic-styles><style:style style:name='ta2'><style:table-properties "
           "table:display='false'/></style:style></office:automatic-styles><office:body><office:spreadsheet>"
           "<table:table table:name='S' " +
               table_attributes + ">" + rows +
               "</table:table></office:spreadsheet></office:body>"
               "</office:document-content>"}};
}

inline ooxml::WorkbookCells opened(const ooxml::Parts& parts, const ooxml::SheetLimits& limits = {}) {
  return ooxml::WorkbookCells(ooxml::archiveOf(parts, "t.xlsx"), "t.xlsx", limits);
}
inline ooxml::SheetCells cellsOf(const Xlsx& made) { return opened(partsOf(made)).read(0); }
inline ooxml::SheetCells odsCells(const std::string& rows) { return opened(odsParts(rows)).read(0); }

/// The first cell of a sheet with this cell alone.
inline ooxml::SheetCell xlsxCell(const std::string& cell, const std::string& format = "General") {
  return cellsOf({.rows = "<row r='1'>" + cell + "</row>", .formats = {format}}).at(1, 1);
}
inline ooxml::SheetCell odsCell(const std::string& cell) {
  return odsCells("<table:table-row>" + cell + "</table:table-row>").at(1, 1);
}

/// What the sentence of the refusal is; "" when there was none.
template <typename Act>
std::string refusalOf(const Act& act) {
  try {
    act();
  } catch (const sdk::Error& error) {
    return error.kind() == sdk::ErrorKind::Data ? error.sentence() : "of another kind: " + error.sentence();
  }
  return "";
}

}  // namespace boardpack::ooxml_tests
