#include "feed/layout_reader.hpp"

#include "base/digest.hpp"
#include "base/shorthand.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "feed/bound_layout.hpp"
#include "feed/extracts.hpp"
#include "feed/published_text.hpp"
#include "feed/record_splitter.hpp"
#include "feed/refusal.hpp"
#include "ooxml/exact_number.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <unordered_set>

namespace boardpack::feed {
namespace {

using ooxml::SheetCell;

constexpr std::size_t kDecimals = 4;  // of what the warehouse keeps
constexpr std::uintmax_t kMostWorkbookBytes = std::uintmax_t{256} << 20;

/// What is read of a file before its first record.
struct Tables {
  std::vector<BoundLayout> tables;
  base::ExtractFacts facts;
  std::string published_on;
  std::vector<std::size_t> widths;  ///< of a CSV file: [record] how many cells it has
};

/// Takes the cells of a record as texts.
struct TextSink {
  ooxml::SheetCells* cells;
  std::vector<std::string> texts = {};

  void cell(std::size_t index, const char* begin, const char* end, bool doubled) {
    std::string text(begin, end);
    for (std::size_t at = 0; doubled && (at = text.find("\"\"", at)) != std::string::npos; ++at) {
      text.erase(at, 1);
    }
    texts.resize(index);
    texts.push_back(std::move(text));
  }
  void put(std::size_t row) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (!base::trim(texts[i]).empty()) {
        cells->put(row, i + 1, {SheetCell::Kind::Text, std::move(texts[i]), {}});
      }
    }
    texts.clear();
  }
};

Tables readCsv(const std::filesystem::path& path, const sdk::Feed& feed) {
  RecordSplitter splitter(path, Limits{});
  ooxml::SheetCells cells(path.generic_string());
  TextSink sink{&cells};
  std::vector<std::size_t> widths;
  std::size_t last_broken = 0;
  bool more = splitter.fill();
  if (!more) {
    throw refusal(path, "is empty", kFetchAgain);
  }
  while (more) {
    switch (splitter.step(sink)) {
      case RecordSplitter::Step::Record:
        widths.resize(splitter.number());
        widths.push_back(splitter.cells());
        last_broken = splitter.lines() > 1 ? splitter.number() : last_broken;
        sink.put(splitter.number());
        break;
      case RecordSplitter::Step::BlankLine:
        break;
      case RecordSplitter::Step::NeedMore:
        sink.texts.clear();
        more = splitter.fill();
        break;
    }
  }
  Tables result;
  result.facts = splitter.facts();
  result.widths = std::move(widths);
  result.tables.push_back(bindLayout(path, feed.layouts.front(), "", std::move(cells)));
  if (last_broken > result.tables.front().heading_row) {
    throw refusal(path, "has a record of several lines below its headings, record " + std::to_string(last_broken),
                  "A quote in it is probably never closed, which would hide rows: mend the file or export it again; "
                  "none of its rows were taken.");
  }
  return result;
}

std::optional<std::size_t> sheetOf(const ooxml::WorkbookCells& workbook, const sdk::Layout& layout,
                                   const std::filesystem::path& path) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < workbook.names().size(); ++i) {
    if (!fitPattern(layout.sheet, base::lower(seenAs(workbook.names()[i])))) {
      continue;
    }
    if (found) {
      throw refusal(path, "has two sheets that may be '" + layout.sheet + "'", "Take one of them out.");
    }
    found = i;
  }
  return found;
}

Tables readWorkbook(const std::filesystem::path& path, const sdk::Feed& feed) {
  const std::string bytes = base::readFile(path, kMostWorkbookBytes);
  const ooxml::WorkbookCells workbook(bytes, path.generic_string());
  Tables result;
  result.facts.digest = base::digestOf(bytes);
  result.facts.bytes = bytes.size();
  result.facts.encoding = "workbook";
  result.published_on = workbook.savedOn() ? base::isoDate(*workbook.savedOn()) : "";
  std::vector<std::string> missing;
  for (const sdk::Layout& layout : feed.layouts) {
    if (const auto sheet = sheetOf(workbook, layout, path)) {
      ooxml::SheetCells cells = workbook.read(*sheet);
      if (layout.required || hasHeading(cells, layout)) {
        if (workbook.isHidden(*sheet)) {
          throw refusal(path, "has the sheet '" + seenAs(workbook.names()[*sheet]) + "', which is hidden", kShowAll);
        }
        result.tables.push_back(bindLayout(path, layout, seenAs(workbook.names()[*sheet]), std::move(cells)));
      }
    } else if (layout.required) {
      missing.push_back("'" + layout.sheet + "'");
    }
  }
  if (!missing.empty() || result.tables.empty()) {
    throw refusal(path, "lacks the sheet " + base::joinWords(missing) + " of " + feed.title,
                  "Its sheets are " + base::printable(base::join(workbook.names(), ", "), 300) +
                      ". None of its rows were taken.");
  }
  return result;
}

/// All tables of a file tell of one period.
void checkPeriods(const std::filesystem::path& path, const std::vector<BoundLayout>& tables) {
  const BoundLayout* first = nullptr;
  for (const BoundLayout& table : tables) {
    if (table.period && first == nullptr) {
      first = &table;
    } else if (table.period && *table.period != *first->period) {
      throw refusal(path,
                    "tells of two periods: to " + first->period->longName() + " in the sheet '" + first->sheet +
                        "' and to " + table.period->longName() + " in '" + table.sheet + "'",
                    "None of its rows were taken.");
    }
  }
}

Tables readTables(const std::filesystem::path& path, const sdk::Feed& feed) {
  Tables result = feed.layouts.front().sheet.empty() ? readCsv(path, feed) : readWorkbook(path, feed);
  checkPeriods(path, result.tables);
  return result;
}

std::string replaced(std::string text, std::string_view what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

/// The text of a cell of numbers, or why there is none.
struct Number {
  std::string text;  ///< what is no number and no known mark stands as it is: its row is rejected
  std::string not_available;
  bool is_unclear = false;

  std::string toFourDecimals() const { return ooxml::plainDigits(text) ? ooxml::rounded(text, kDecimals) : text; }
};

bool isUnclear(const SheetCell& cell) {
  return cell.kind == SheetCell::Kind::Mistake || cell.kind == SheetCell::Kind::Unlike;
}

Number numberIn(const SheetCell& cell, const sdk::Layout& layout) {
  if (cell.kind == SheetCell::Kind::Number) {
    const std::string shown = cell.is_per_cent ? ooxml::plainDigits(cell.text + "e2").value_or("") : cell.text;
    return {shown, {}, cell.is_copy};
  }
  const std::string text = seenAs(cell.text);
  if (text.empty()) {
    return {{}, "the cell is blank in the source"};
  }
  for (const auto& [mark, meaning] : layout.missing) {
    if (text == mark) {
      return {{}, meaning};
    }
  }
  if (cell.kind == SheetCell::Kind::Text) {
    if (const std::optional<std::string> number = numberOf(text)) {
      return {*ooxml::plainDigits(*number), {}};
    }
    if (const std::optional<std::string> meaning = base::shorthandMeaning(text)) {
      return {{}, *meaning};
    }
  }
  return {text, {}, isUnclear(cell)};
}

class LayoutReader : public base::RecordSource {
 public:
  LayoutReader(const std::filesystem::path& path, const sdk::Feed& feed, const std::vector<std::string>& columns)
      : path_(path), columns_(columns), tables_(readTables(path, feed)) {
    for (const std::string& column : columns) {
      if (std::none_of(feed.header.begin(), feed.header.end(),
                       [&](const sdk::SourceColumn& known) { return known.name == column; })) {
        throw std::logic_error("the feed has no column of that name");
      }
    }
    row_ = tables_.tables.front().heading_row;
  }

  bool next(base::RecordBatch& batch) override {
    batch.size = 0;
    batch.number.clear();
    batch.fault.clear();
    batch.place.clear();
    batch.cells.assign(columns_.size(), {});
    batch.cell_places.assign(columns_.size(), {});
    while (batch.size < kMostRecordsInBatch && table_ < tables_.tables.size()) {
      const BoundLayout& table = tables_.tables[table_];
      if (++row_ > table.last_row) {
        ++table_;
        row_ = table_ < tables_.tables.size() ? tables_.tables[table_].heading_row : 0;
        continue;
      }
      takeRow(table, batch);
    }
    rows_read_ += batch.size;
    return batch.size > 0;
  }

  base::ExtractFacts facts() const override {
    base::ExtractFacts facts = tables_.facts;
    facts.rows_read = rows_read_;
    return facts;
  }

 private:
  using Texts = std::map<std::string, std::string>;

  std::string_view kept(const std::string& text) { return *pool_.insert(text).first; }

  /// What a row says besides its figures, with the column that each text stands in.
  struct RowTexts {
    Texts texts;
    std::map<std::string, std::size_t> columns;
    bool is_named = false;
    bool is_total = false;
    std::size_t unclear = 0;  ///< the column of a cell that cannot be taken
  };

  static std::string labelText(const sdk::LayoutLabel& label, const SheetCell& cell, GluedDigits digits) {
    using As = sdk::LayoutLabel::As;
    std::string text = seenAs(ooxml::shownText(cell));
    if (label.as == As::MonthEnd) {
      return monthEndOf(text).value_or(text);
    }
    text = label.as == As::Name ? withoutFootnotes(text, digits) : text;
    for (const auto& [found, name] : label.renames) {
      if (found == text) {
        return name;
      }
    }
    return text;
  }

  /// A total that the layout knows by name is a row like others.
  static bool isKnown(const sdk::Layout& layout, const std::string& text) {
    return std::any_of(layout.rules.begin(), layout.rules.end(), [&](const sdk::LayoutRule& rule) {
      return !rule.begins.empty() && rule.begins != "?" && text.starts_with(rule.begins);
    });
  }

  /// A row that nothing names, and that has no figures, is none of the table.
  RowTexts readLabels(const BoundLayout& table) const {
    RowTexts row;
    for (std::size_t i = 0; i < table.labels.size(); ++i) {
      const sdk::LayoutLabel& label = table.layout->labels[i];
      std::string& text = row.texts[label.name];
      for (const std::size_t column : table.labels[i]) {
        const SheetCell& cell = table.cells.at(row_, column);
        text = labelText(label, cell, table.digits());
        row.columns[label.name] = column;
        if (text.empty()) {
          continue;
        }
        row.is_named = true;
        row.unclear = isUnclear(cell) && row.unclear == 0 ? column : row.unclear;
        const bool is_renamed = std::any_of(label.renames.begin(), label.renames.end(),
                                            [&](const auto& rename) { return rename.second == text; });
        row.is_total = row.is_total || (base::isTotalWord(text) && !is_renamed && !isKnown(*table.layout, text));
        break;
      }
    }
    return row;
  }

  void refuseStray(const BoundLayout& table, std::size_t column, const char* why) const {
    throw refusal(path_, "has a figure in " + table.placeOf(row_, column) + " " + why,
                  "What it counts cannot be known. None of its rows were taken.");
  }

  static bool isFigure(const SheetCell& cell) {
    return cell.kind == SheetCell::Kind::Number ||
           (cell.kind == SheetCell::Kind::Text && numberOf(seenAs(cell.text)).has_value());
  }

  void checkStray(const BoundLayout& table, bool is_named) const {
    for (const std::size_t column : table.nameless) {
      if (table.cells.at(row_, column).kind == SheetCell::Kind::Number) {
        refuseStray(table, column, "below no heading");
      }
    }
    for (const BoundLayout::Value& value : table.values) {
      if (!is_named && isFigure(table.cells.at(row_, value.at))) {
        refuseStray(table, value.at, "in a row without a name");
      }
    }
  }

  void takeRow(const BoundLayout& table, base::RecordBatch& batch) {
    RowTexts row = readLabels(table);
    checkStray(table, row.is_named);
    if (!row.is_named) {
      return;
    }
    if (table.cells.isHiddenRow(row_)) {
      throw refusal(path_,
                    "has the row " + std::to_string(row_) + " in the sheet '" + base::printable(table.sheet) +
                        "', which is hidden by a filter or by hand",
                    kShowAll);
    }
    Texts& texts = row.texts;
    for (const auto& [column, text] : table.layout->says) {
      texts[column] = text;
    }
    std::map<std::string, bool> given;
    for (const sdk::LayoutRule& rule : table.layout->rules) {
      const std::string& label = texts[rule.label];
      const bool holds = rule.begins == "?" ? !label.empty() : label.starts_with(rule.begins);
      if (holds && !given[rule.name]) {
        texts[rule.name] = rule.text;
        given[rule.name] = true;
      }
    }
    if (table.period) {
      texts[kPeriodEndColumn] = base::isoDate(table.period->lastDay());
    }
    texts[kPublishedOnColumn] = tables_.published_on;
    for (const BoundLayout::Value& value : table.values) {
      takeCell(table, value, row, batch);
    }
  }

  base::RecordFault faultOfRow(const BoundLayout& table) const {
    const std::vector<std::size_t>& widths = tables_.widths;
    if (widths.empty() || widths[row_] == widths[table.heading_row]) {
      return base::RecordFault::None;
    }
    return widths[row_] < widths[table.heading_row] ? base::RecordFault::TooFewCells : base::RecordFault::TooManyCells;
  }

  void takeCell(const BoundLayout& table, const BoundLayout::Value& value, const RowTexts& of_row,
                base::RecordBatch& batch) {
    Texts texts = of_row.texts;
    const Number number = numberIn(table.cells.at(row_, value.at), *table.layout);
    texts[kValueColumn] = number.toFourDecimals();
    texts[kPrintedColumn] = number.text;
    texts[kNotAvailableColumn] = number.not_available;
    texts[kBaseColumn] =
        value.base_at == 0 ? "" : numberIn(table.cells.at(row_, value.base_at), *table.layout).toFourDecimals();
    if (!value.year.empty()) {
      texts[kYearColumn] = value.year;
    }
    texts[kPlaceColumn] = table.placeOf(row_, value.at);
    for (const auto& [column, text] : value.column->says) {
      texts[column] = replaced(replaced(replaced(text, "{base year}", value.base_year), "{year}", value.year), "{yy}",
                               value.short_year);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto found = texts.find(columns_[i]);
      batch.cells[i].push_back(found == texts.end() ? std::string_view() : kept(found->second));
      const auto label = of_row.columns.find(columns_[i]);
      const std::size_t column = label != of_row.columns.end()                     ? label->second
                                 : columns_[i] == kBaseColumn && value.base_at > 0 ? value.base_at
                                                                                   : value.at;
      batch.cell_places[i].push_back(kept(table.placeOf(row_, column)));
    }
    base::RecordFault fault = faultOfRow(table);
    if (fault == base::RecordFault::None && of_row.is_total) {
      fault = base::RecordFault::Total;
    } else if (fault == base::RecordFault::None && (of_row.unclear > 0 || number.is_unclear)) {
      fault = base::RecordFault::UnclearCell;
    }
    batch.number.push_back(row_);
    batch.fault.push_back(fault);
    batch.place.push_back(kept(of_row.unclear > 0 ? table.placeOf(row_, of_row.unclear) : texts[kPlaceColumn]));
    ++batch.size;
  }

  std::filesystem::path path_;
  std::vector<std::string> columns_;
  Tables tables_;
  std::size_t table_ = 0;
  std::size_t row_ = 0;
  std::uint64_t rows_read_ = 0;
  std::unordered_set<std::string> pool_;  ///< texts of the cells handed out
};

}  // namespace

std::unique_ptr<base::RecordSource> openLayouts(const std::filesystem::path& path, const sdk::Feed& feed,
                                                const std::vector<std::string>& columns) {
  return std::make_unique<LayoutReader>(path, feed, columns);
}

void checkLayouts(const std::filesystem::path& path, const sdk::Feed& feed) { readTables(path, feed); }

std::unique_ptr<base::RecordSource> openExtract(const std::filesystem::path& path, const sdk::Feed& feed,
                                                const std::vector<std::string>& columns) {
  return feed.layouts.empty() ? openCsv(path, feed, columns) : openLayouts(path, feed, columns);
}

}  // namespace boardpack::feed
