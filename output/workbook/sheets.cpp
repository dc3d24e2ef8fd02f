#include "workbook/sheets.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "paper/supporting_tables.hpp"

#include <algorithm>

namespace boardpack::workbook {
namespace {

constexpr double kNarrow = 16;
constexpr std::size_t kLongestHeading = 200;
constexpr double kNotesWidth = 60;
constexpr std::size_t kLongestChartName = 25;  ///< of 31, so that " chart" survives the cut
constexpr double kLettersAWidth = 0.95;
constexpr double kLineHeight = 15.5;               ///< points, of 12 point text
constexpr std::size_t kLongestAlternative = 2000;  ///< the library cuts at 2,079 bytes and may split a character

/// The width of a column: of its longest text, between the width the Analysis Function's tools use and that of a note.
/// Links do not wrap everywhere, so they need the room.
double widthOf(const paper::Table& table, std::size_t column) {
  std::size_t longest = table.columns[column].numeric ? 0 : table.columns[column].heading.size();
  for (const std::vector<paper::TableCell>& row : table.rows) {
    if (const auto* text = std::get_if<std::string>(&row[column].content)) {
      longest = std::max(longest, text->size());
    }
  }
  return std::clamp(static_cast<double>(longest) / kLettersAWidth + 2, kNarrow, kNotesWidth);
}

Style textStyle(const paper::Table& table, std::size_t column) {
  return column > 0 && table.columns[column - 1].numeric ? Style::AfterNumber : Style::Wrapped;
}

/// Lines that a text takes in a column of a width, broken between words as Excel breaks it. A column's width counts
/// digits of an 11 point font; a letter of ours is a little wider on average, so a line is filled less.
int linesOf(const std::string& text, double width) {
  const double most = std::max(4.0, width * kLettersAWidth);
  int lines = 1;
  double used = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const auto word = static_cast<double>(end - begin);
    if (used > 0 && used + 1 + word > most) {
      ++lines;
      used = word;
    } else {
      used += (used > 0 ? 1 : 0) + word;
    }
    begin = end + 1;
  }
  return lines;
}

/// Excel and LibreOffice do not fit rows to wrapped text that another program wrote, so the height is set.
void fitRow(lxw_worksheet* sheet, lxw_row_t row, int lines) {
  worksheet_set_row(sheet, row, kLineHeight * std::max(1, lines) + 1, nullptr);
}

void writeCell(Book& book, const Place& place, const paper::TableCell& cell, const SheetNames& names,
               Style text_style) {
  if (cell.isText()) {
    const std::string& text = std::get<std::string>(cell.content);
    const auto linked = names.measure.find(cell.link_measure);
    if (!cell.link_measure.empty() && linked != names.measure.end()) {
      writeLink(book, place, linked->second, "A1", text);
    } else {
      writeText(book, place, text, text_style);
    }
    return;
  }
  const series::Cell& value = std::get<series::Cell>(cell.content);
  if (value.has()) {
    writeNumber(book, place, *value.value, cell.decimals, cell.is_signed);
  } else {
    writeText(book, place, series::symbolText(value.symbol), Style::Shorthand);
  }
}

/// The headings as a marked-up table can hold them: at most 255 characters, no control characters, each another.
std::vector<std::string> headingsOf(const paper::Table& table) {
  std::vector<std::string> headings;
  std::set<std::string> taken;
  for (const paper::TableColumn& column : table.columns) {
    const std::string heading = shortened(clean(column.heading), kLongestHeading);
    std::string unique = heading;
    for (int n = 2; !taken.insert(base::folded(unique)).second; ++n) {
      unique = heading + " " + std::to_string(n);
    }
    headings.push_back(unique);
  }
  return headings;
}

/// Marks the range up as a table object: plain, without filter or bands.
void markUp(Book& book, const Place& header, const paper::Table& table, lxw_row_t last_row,
            TableAlternatives& alternatives) {
  std::vector<std::string> headings = headingsOf(table);
  std::vector<lxw_table_column> columns(table.columns.size());
  std::vector<lxw_table_column*> pointers;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    columns[c].header = headings[c].data();
    book.record(header.sheet_name).text(header.row, static_cast<std::uint32_t>(c), headings[c]);
    Style style = Style::HeaderText;
    if (table.columns[c].numeric) {
      style = Style::HeaderNumber;
    } else if (textStyle(table, c) == Style::AfterNumber) {
      style = Style::HeaderAfterNumber;
    }
    columns[c].header_format = book.style(style);
    pointers.push_back(&columns[c]);
  }
  pointers.push_back(nullptr);
  std::string name = book.tableName(table.id);
  alternatives[name] = table.title;
  lxw_table_options options{};
  options.name = name.data();
  options.no_autofilter = LXW_TRUE;
  options.no_banded_rows = LXW_TRUE;
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 0;
  options.columns = pointers.data();
  const auto last_column = static_cast<lxw_col_t>(table.columns.size() - 1);
  require(worksheet_add_table(header.sheet, header.row, 0, std::max(last_row, header.row + 1), last_column, &options),
          header);
}

std::string monthOf(const paper::Table& table, std::size_t row) {
  return std::get<std::string>(table.rows[row][0].content);
}

/// The measure, its unit unless the title says it, and the place with the period of a measure that has no months: the
/// heading of the force's column is its name and these alone.
std::string chartSubtitle(const series::MeasureInfo& info, const std::string& heading, const std::string& force) {
  const std::string unit = info.unit.empty() || info.titleSaysUnit() ? "" : " (" + info.unit + ")";
  if (!heading.starts_with(force)) {
    return heading + ", " + force;
  }
  const std::string place = heading.ends_with(unit) ? heading.substr(0, heading.size() - unit.size()) : heading;
  return info.title + unit + ", " + place;
}

bool isNumber(const paper::TableCell& cell) {
  const auto* value = std::get_if<series::Cell>(&cell.content);
  return value != nullptr && value->has();
}

}  // namespace

SheetNames sheetNames(const paper::Pack& pack) {
  SheetNames names;
  std::set<std::string> taken = {"cover", "contents", "scorecard"};
  for (const paper::SupportingTable& table : paper::supportingTables()) {
    taken.insert(base::folded(table.name));
  }
  for (const series::Analysed& measure : pack.measures) {
    names.measure[measure.series.info.name] = sheetName(measure.series.info.title, taken);
  }
  for (const series::Analysed& measure : pack.measures) {
    // The ending must survive the cut to 31 characters.
    const std::string title = shortened(measure.series.info.title, kLongestChartName);
    names.chart[measure.series.info.name] = sheetName(title + " chart", taken);
  }
  return names;
}

void setPage(lxw_worksheet* sheet) {
  constexpr std::uint8_t kA4 = 9;
  worksheet_set_paper(sheet, kA4);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

void writeWords(Book& book, const Place& place, const std::string& text, double width, Style style) {
  writeText(book, place, text, style);
  fitRow(place.sheet, place.row, style == Style::WrappedTitle ? linesOf(text, width * 0.65) + 1 : linesOf(text, width));
}

MonthsPlace writeTable(Book& book, lxw_worksheet* sheet, const std::string& sheet_name, const paper::Table& table,
                       const SheetNames& names, TableAlternatives& alternatives) {
  lxw_row_t row = 0;
  writeText(book, {sheet, sheet_name, row++, 0}, table.title, Style::Title);
  writeText(book, {sheet, sheet_name, row++, 0}, "This sheet has one table.");
  for (const std::string& note : table.notes) {
    writeText(book, {sheet, sheet_name, row++, 0}, note);
  }
  MonthsPlace place;
  place.header_row = row;
  place.first_row = row + 1;
  int header_lines = 1;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    const double width = widthOf(table, c);
    worksheet_set_column(sheet, column, column, width, nullptr);
    // Bold letters are wider still.
    header_lines = std::max(header_lines, linesOf(table.columns[c].heading, width * 0.9));
  }
  fitRow(sheet, place.header_row, header_lines);
  setPage(sheet);
  require(worksheet_repeat_rows(sheet, place.header_row, place.header_row), {sheet, sheet_name, place.header_row, 0});
  for (const std::vector<paper::TableCell>& cells : table.rows) {
    ++row;
    int lines = 1;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      writeCell(book, {sheet, sheet_name, row, static_cast<lxw_col_t>(c)}, cells[c], names, textStyle(table, c));
      if (cells[c].isText()) {
        lines = std::max(lines, linesOf(std::get<std::string>(cells[c].content), widthOf(table, c)));
      }
    }
    fitRow(sheet, row, lines);
  }
  place.last_row = row;
  markUp(book, {sheet, sheet_name, place.header_row, 0}, table, row, alternatives);
  return place;
}

ChartRange chartRange(const paper::Table& table, const MonthsPlace& place, std::size_t most_months) {
  const std::size_t size = table.rows.size();
  ChartRange best;
  std::size_t longest = 1;
  for (std::size_t first = size > most_months ? size - most_months : 0; first < size; ++first) {
    bool has_negative = false;
    std::size_t end = first;
    while (end < size && isNumber(table.rows[end][1])) {
      has_negative = has_negative || *std::get<series::Cell>(table.rows[end][1].content).value < 0;
      ++end;
    }
    if (end - first > 1 && end - first >= longest) {
      longest = end - first;
      best = {place.first_row + static_cast<lxw_row_t>(first), place.first_row + static_cast<lxw_row_t>(end - 1), true,
              has_negative, longest < std::min(size, most_months)};
    }
    first = end;
  }
  return best;
}

void writeChartSheet(Book& book, const paper::Pack& pack, const series::Analysed& measure, const paper::Table& table,
                     const MonthsPlace& place, const ChartRange& range, const SheetNames& names) {
  const series::MeasureInfo& info = measure.series.info;
  const std::string& name = names.chart.at(info.name);
  const std::string& data = names.measure.at(info.name);
  lxw_worksheet* sheet = book.addSheet(name);
  worksheet_set_column(sheet, 0, 0, kNotesWidth, nullptr);

  const auto drawn = std::find_if(pack.charts.begin(), pack.charts.end(),
                                  [&](const paper::Chart& chart) { return chart.id == info.name; });
  const std::string message = drawn != pack.charts.end() ? drawn->title : "";
  const std::string& heading = table.columns[1].heading;
  const std::string months =
      monthOf(table, range.first_row - place.first_row) + " to " + monthOf(table, range.last_row - place.first_row);
  writeWords(book, {sheet, name, 0, 0}, info.title + ": chart by month", kNotesWidth, Style::WrappedTitle);
  writeWords(book, {sheet, name, 1, 0}, chartSubtitle(info, heading, pack.force.name) + ", " + months, kNotesWidth,
             Style::Wrapped);
  writeWords(book, {sheet, name, 2, 0}, message, kNotesWidth, Style::Wrapped);
  setPage(sheet);
  if (range.leaves_out) {
    writeWords(
        book, {sheet, name, 4, 0},
        "Only the longest run of months that all have a figure is drawn: a spreadsheet would draw a month without one "
        "as nought. The picture of the same measure in the pack shows every month.",
        kNotesWidth, Style::Wrapped);
  }
  writeLink(book, {sheet, name, 3, 0}, data, cellName(range.first_row, 1), "The figures behind the chart");

  lxw_chart* chart = book.addChart(LXW_CHART_LINE);
  lxw_chart_series* line = chart_add_series(chart, nullptr, nullptr);
  chart_series_set_categories(line, data.c_str(), range.first_row, 0, range.last_row, 0);
  chart_series_set_values(line, data.c_str(), range.first_row, 1, range.last_row, 1);
  chart_series_set_name(line, base::shownText(table.columns[1].heading).c_str());
  lxw_chart_line look{};
  look.color = 0x12436D;
  look.width = 2.25F;
  chart_series_set_line(line, &look);
  chart_title_off(chart);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  lxw_chart_font font{};
  std::string family = "Arial";
  font.name = family.data();
  font.size = 12;
  chart_axis_set_num_font(chart->x_axis, &font);
  chart_axis_set_num_font(chart->y_axis, &font);
  chart_axis_set_interval_unit(chart->x_axis, 6);
  chart_axis_set_interval_tick(chart->x_axis, 6);
  chart_axis_set_num_format(chart->y_axis, info.decimals > 0 ? "#,##0.0" : "#,##0");
  if (!range.has_negative) {
    chart_axis_set_min(chart->y_axis, 0);
  }
  lxw_chart_line grid{};
  grid.color = 0xD9D9D9;
  grid.width = 0.75F;
  chart_axis_major_gridlines_set_line(chart->y_axis, &grid);

  std::string alternative = "Line chart of " + info.title + " by month, " + months + ". " + message +
                            " The figures are in the sheet " + data + ".";
  alternative = base::printable(alternative, kLongestAlternative);
  lxw_chart_options options{};
  options.description = alternative.data();
  options.x_scale = 2.0;
  options.y_scale = 1.8;
  require(worksheet_insert_chart_opt(sheet, 0, 1, chart, &options), {sheet, name, 0, 1});
}

}  // namespace boardpack::workbook
