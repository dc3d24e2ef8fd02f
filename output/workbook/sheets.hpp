#pragma once
#include "paper/pack.hpp"
#include "workbook/book.hpp"

#include <map>
#include <string>

namespace boardpack::workbook {

/// The sheets of one pack: which there are, under which names. Made once, so that links and sheets agree.
struct SheetNames {
  std::map<std::string, std::string> measure;  ///< by measure name
  std::map<std::string, std::string> chart;    ///< by measure name; only of measures that have a native chart
};
SheetNames sheetNames(const paper::Pack& pack);

/// A4 landscape, one page wide when printed.
void setPage(lxw_worksheet* sheet);
/// Wrapped text in a column of a width, with a row as high as it needs.
void writeWords(Book& book, const Place& place, const std::string& text, double width, Style style);

/// Where a months table of a measure has its parts, for the chart and the links.
struct MonthsPlace {
  lxw_row_t header_row = 0;
  lxw_row_t first_row = 0;  ///< of the data
  lxw_row_t last_row = 0;
};

/// What Excel keeps beside a table for who cannot see it.
using TableAlternatives = std::map<std::string, std::string>;  ///< table name → title

/// Writes a table from A1 down: title, notes, then the marked-up table. Gives where its rows are.
MonthsPlace writeTable(Book& book, lxw_worksheet* sheet, const std::string& sheet_name, const paper::Table& table,
                       const SheetNames& names, TableAlternatives& alternatives);

/// The months a native chart can show: the longest run of numbers among the latest months, the later of two as long. A
/// symbol in the range would be drawn as nought by viewers that trust the file's cached values.
struct ChartRange {
  lxw_row_t first_row = 0;
  lxw_row_t last_row = 0;
  bool drawable = false;  ///< two values at the least
  bool has_negative = false;
  bool leaves_out = false;  ///< some of the latest months have no number
};
ChartRange chartRange(const paper::Table& table, const MonthsPlace& place, std::size_t most_months);

/// A sheet with the measure's monthly values as a native line chart, right of its words.
void writeChartSheet(Book& book, const paper::Pack& pack, const series::Analysed& measure, const paper::Table& table,
                     const MonthsPlace& place, const ChartRange& range, const SheetNames& names);

}  // namespace boardpack::workbook
