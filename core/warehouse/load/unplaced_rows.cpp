#include "warehouse/load/unplaced_rows.hpp"

#include "base/folded_name.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::warehouse {
namespace {

constexpr std::size_t kMostKept = 1000;
constexpr std::size_t kMostTold = 5;

}  // namespace

void TextCounts::add(std::string_view text) {
  ++rows_;
  const auto found = counts_.find(text);
  if (found != counts_.end()) {
    ++found->second;
  } else if (counts_.size() < kMostKept) {
    counts_.emplace(text, 1);
  }
}

std::vector<base::TextRows> TextCounts::commonest() const {
  std::vector<base::TextRows> texts;
  for (const auto& [text, rows] : counts_) {
    texts.push_back({text, rows});
  }
  std::stable_sort(texts.begin(), texts.end(),
                   [](const base::TextRows& a, const base::TextRows& b) { return a.rows > b.rows; });
  texts.resize(std::min(texts.size(), kMostTold));
  for (base::TextRows& each : texts) {
    each.text = base::printable(each.text);
  }
  return texts;
}

ToldRows::ToldRows(const FeedMapping& mapping) : mapping_(mapping) {}

void ToldRows::add(std::size_t table, const CellRule& rule, std::string_view cell, const CellValue& value) {
  if (value.told == CellValue::Told::UnknownText) {
    unknown_[{rule.source, rule.target}].add(cell);
    return;
  }
  Places& places = places_[{table, rule.source}];
  places.placed += value.told == CellValue::Told::Placed ? 1 : 0;
  places.without_area += value.told == CellValue::Told::NoArea ? 1 : 0;
  if (value.told == CellValue::Told::Unplaced) {
    places.unplaced.add(value.name);
  }
}

std::vector<base::PlacedRows> ToldRows::placed() const {
  std::vector<base::PlacedRows> all;
  for (const auto& [where, places] : places_) {
    all.push_back({.table = mapping_.tables[where.first].table->name,
                   .column = mapping_.sources[where.second],
                   .rows = places.placed + places.unplaced.rows(),
                   .without_area = places.without_area,
                   .unplaced = places.unplaced.rows(),
                   .names = places.unplaced.commonest()});
  }
  return all;
}

std::vector<base::UnknownTexts> ToldRows::unknownTexts() const {
  std::vector<base::UnknownTexts> all;
  for (const auto& [where, texts] : unknown_) {
    // A cell that fills several columns is told once.
    const std::string& column = mapping_.sources[where.first];
    if (all.empty() || all.back().column != column) {
      all.push_back({.column = column, .rows = texts.rows(), .texts = texts.commonest()});
    } else if (all.back().rows < texts.rows()) {
      all.back() = {.column = column, .rows = texts.rows(), .texts = texts.commonest()};
    }
  }
  return all;
}

OwnRowCheck::OwnRowCheck(const FeedMapping& mapping, const sdk::Force& force) : mapping_(mapping), force_(force) {
  for (const OwnRule& rule : mapping.own_rows) {
    columns_.push_back({&rule, "", true});
  }
}

const OwnRowCheck::Foreign* OwnRowCheck::foreign(const base::RecordBatch& batch, std::size_t row) {
  for (Column& column : columns_) {
    const std::string_view cell = batch.cells[column.rule->source][row];
    if (cell != column.last) {
      column.last = cell;
      column.is_own = cell.empty() || column.rule->names.contains(base::foldedName(cell));
    }
    if (!column.is_own) {
      names_.add(cell);
      found_ = {column.rule->source, "names another force than " + force_.name};
      if (names_.different() <= kMostTold) {
        found_.reason += " (" + base::printable(cell) + ")";
      }
      return &found_;
    }
  }
  return nullptr;
}

void OwnRowCheck::refuseFileOfAnother(const std::string& file, std::uint64_t rows) const {
  const std::int64_t foreign = names_.rows();
  if (foreign * 2 <= static_cast<std::int64_t>(rows)) {
    return;
  }
  std::vector<std::string> names;
  for (const base::TextRows& name : names_.commonest()) {
    names.push_back(fmt::format("{} ({})", name.text, base::formatNumber(static_cast<double>(name.rows))));
  }
  std::vector<std::string> columns;
  for (const OwnRule& rule : mapping_.own_rows) {
    columns.push_back("'" + mapping_.sources[rule.source] + "'");
  }
  throw sdk::Error(
      sdk::ErrorKind::Data,
      fmt::format(
          "{} is of another force: {} of its {} {} in {}, where {} was expected. Take it away or fetch that of {}; "
          "none of its rows were taken. If this is how the extract names {}, add the name to the feed in the "
          "plugin.",
          file, base::formatNumber(static_cast<double>(foreign)),
          base::countOf(static_cast<std::int64_t>(rows), "row names", "rows name"), base::joinWords(names),
          base::joinWords(columns), force_.name, force_.name, force_.name));
}

}  // namespace boardpack::warehouse
