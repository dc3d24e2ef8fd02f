#include "warehouse/feed_mapping.hpp"

#include "base/digest.hpp"
#include "base/folded_name.hpp"
#include "base/month.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace boardpack::warehouse {
namespace {

// Raised when the meaning of a parse rule changes, so that what older versions loaded is loaded again.
constexpr const char* kReadingVersion = "3";

constexpr std::string_view kPersonEnding = "_key";
constexpr const char* kDistrict = "district";  // the id of the lowest area level in every force

[[noreturn]] void refuse(const sdk::Feed& feed, const sdk::Force& force, const std::string& what) {
  throw sdk::Error(
      sdk::ErrorKind::Script,
      fmt::format("The feed '{}' of the plugin for {} {}. Mend the feed in the plugin.", feed.name, force.name, what));
}

bool hasMonths(const sdk::Feed& feed) {
  return feed.covers != sdk::Covers::Everything && feed.covers != sdk::Covers::Editions;
}

bool fits(sdk::Parse parse, sdk::ColumnType type) {
  using sdk::ColumnType;
  switch (parse) {
    case sdk::Parse::Text:
    case sdk::Parse::Code:
    case sdk::Parse::Codes:
    case sdk::Parse::LsoaArea:
      return type == ColumnType::Text;
    case sdk::Parse::Key:
      return type == ColumnType::Key;
    case sdk::Parse::Month:
    case sdk::Parse::Day:
    case sdk::Parse::UkDay:
    case sdk::Parse::UtcTime:
    case sdk::Parse::UtcDay:
    case sdk::Parse::LocalTime:
    case sdk::Parse::UkLocalTime:
    case sdk::Parse::ExtractedOn:
      return type == ColumnType::Day || type == ColumnType::Time;
    case sdk::Parse::YesNo:
    case sdk::Parse::Flag:
      return type == ColumnType::Boolean;
    case sdk::Parse::Number:
    case sdk::Parse::SignedNumber:
    case sdk::Parse::Whole:
    case sdk::Parse::Amount:
    case sdk::Parse::Seconds:
      return type == ColumnType::Number;
  }
  return false;
}

template <typename Name>
std::size_t indexOf(std::vector<std::string>& names, const Name& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) {
    return static_cast<std::size_t>(found - names.begin());
  }
  names.emplace_back(name);
  return names.size() - 1;
}

std::size_t tableIndex(FeedMapping& mapping, const sdk::Table& table) {
  for (std::size_t i = 0; i < mapping.tables.size(); ++i) {
    if (mapping.tables[i].table == &table) {
      return i;
    }
  }
  mapping.tables.push_back({&table, std::vector<bool>(table.columns.size(), false), {}});
  return mapping.tables.size() - 1;
}

/// The rows of tables without a date are of no force's events: a population is any area's.
bool isWhereRowsLie(const sdk::Table& table, const std::string& column) {
  return column == table.area_column && !table.default_date.empty();
}

void addAreas(CellRule& rule, const sdk::Force& force) {
  const bool is_text = rule.parse == sdk::Parse::Text;
  for (const sdk::Area& area : force.areas) {
    if (is_text || area.level == kDistrict) {
      rule.codes.emplace(area.name, ListedText{area.name});
    }
  }
  if (!is_text) {
    rule.outside.text = sdk::kOutsideForce;
    rule.not_known.text = sdk::kAreaNotKnown;
    // An area of that name, if there is one by now, goes first.
    for (const sdk::SuccessorArea& successor : force.successors) {
      rule.codes.emplace(successor.name, ListedText{sdk::kAreaNotKnown});
    }
  }
  std::map<std::string, std::vector<std::string_view>> by_folded;
  for (const auto& [name, listed] : rule.codes) {
    by_folded[base::foldedName(name)].push_back(name);
  }
  for (const auto& [folded, names] : by_folded) {
    if (names.size() == 1) {
      rule.areas.emplace(folded, names.front());
    }
  }
}

OwnRule ownRule(const sdk::OwnRows& own, const sdk::Force& force, FeedMapping& mapping) {
  OwnRule rule;
  rule.source = indexOf(mapping.sources, own.source);
  rule.names = {base::foldedName(force.name), base::foldedName(force.short_name)};
  for (const std::string& name : own.names) {
    rule.names.insert(base::foldedName(name));
  }
  return rule;
}

CellRule cellRule(const sdk::ColumnMap& map, const sdk::Feed& feed, const sdk::Force& force, FeedMapping& mapping,
                  const sdk::Table& table) {
  const sdk::Column* column = table.find(map.target);
  if (column == nullptr) {
    refuse(feed, force, fmt::format("fills the column '{}', which the table {} does not have", map.target, table.name));
  }
  if (!column->isOwn()) {
    refuse(feed, force,
           fmt::format("fills the column '{}' of {}, which is that of the row's crime", map.target, table.name));
  }
  if (!fits(map.parse, column->type)) {
    refuse(feed, force,
           fmt::format("fills the column '{}' of {} in a way that does not fit the column's type", map.target,
                       table.name));
  }
  CellRule rule;
  rule.target = static_cast<std::size_t>(column - table.columns.data());
  if (map.parse != sdk::Parse::ExtractedOn) {
    rule.source = indexOf(mapping.sources, map.source);
  }
  rule.parse = map.parse;
  rule.type = column->type;
  rule.required = column->required;
  rule.is_person = column->type == sdk::ColumnType::Key && column->name.ends_with(kPersonEnding);
  rule.is_date = hasMonths(feed) && map.target == table.default_date;
  rule.unlisted = column->required ? sdk::Unlisted::Reject : map.unlisted;
  rule.is_area = isWhereRowsLie(table, map.target);
  for (const sdk::Area& area : force.areas) {
    if (rule.is_area && (area.valid_from || area.valid_to)) {
      rule.dated.emplace(area.name, &area);
    }
  }
  if (map.parse == sdk::Parse::LsoaArea || (rule.is_area && map.parse == sdk::Parse::Text)) {
    addAreas(rule, force);
  }
  for (const auto& [text, canonical] : map.codes) {
    rule.codes.emplace(text, ListedText{canonical});
  }
  return rule;
}

void checkRequired(const sdk::Feed& feed, const sdk::Force& force, const sdk::Table& table, const RouteRule& route) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const bool is_needed =
        table.columns[column].required || (hasMonths(feed) && table.columns[column].name == table.default_date);
    const bool is_filled = std::any_of(route.cells.begin(), route.cells.end(),
                                       [column](const CellRule& cell) { return cell.target == column; });
    if (is_needed && !is_filled) {
      refuse(feed, force,
             fmt::format("leaves the column '{}' of {} empty, which every row must have", table.columns[column].name,
                         table.name));
    }
  }
}

bool isList(sdk::Parse parse) { return parse == sdk::Parse::Code || parse == sdk::Parse::LsoaArea; }

/// The texts that a rule can give, each to be given its place.
std::vector<ListedText*> textsOf(CellRule& rule) {
  std::vector<ListedText*> texts;
  for (auto& [code, listed] : rule.codes) {
    texts.push_back(&listed);
  }
  if (rule.parse == sdk::Parse::LsoaArea) {
    texts.push_back(&rule.outside);
    texts.push_back(&rule.not_known);
  }
  return texts;
}

/// Where only lists fill a column, gives every text of them its place.
std::vector<std::string_view> placeTexts(FeedMapping& mapping, std::size_t table, std::size_t column) {
  std::vector<ListedText*> listed;
  for (RouteRule& route : mapping.routes) {
    for (CellRule& cell : route.cells) {
      if (route.table != table || cell.target != column) {
        continue;
      }
      if (!isList(cell.parse)) {
        return {};
      }
      const std::vector<ListedText*> texts = textsOf(cell);
      listed.insert(listed.end(), texts.begin(), texts.end());
    }
  }
  std::set<std::string_view> ordered;
  for (const ListedText* text : listed) {
    ordered.insert(text->text);
  }
  for (ListedText* text : listed) {
    text->place = std::distance(ordered.begin(), ordered.find(text->text));
  }
  return {ordered.begin(), ordered.end()};
}

void addField(base::Digest& digest, std::string_view field) {
  digest.add(fmt::format("{}:", field.size()));
  digest.add(field);
}

bool hasKeys(const sdk::Feed& feed) {
  return std::any_of(feed.routes.begin(), feed.routes.end(), [](const sdk::RowRoute& route) {
    return std::any_of(route.columns.begin(), route.columns.end(),
                       [](const sdk::ColumnMap& map) { return map.parse == sdk::Parse::Key; });
  });
}

void addTable(base::Digest& digest, const sdk::Table& table) {
  addField(digest, table.name);
  addField(digest, table.default_date);
  for (const sdk::Column& column : table.columns) {
    if (!column.isOwn()) {
      continue;
    }
    addField(digest, column.name);
    addField(digest, fmt::format("{}{}", static_cast<int>(column.type), column.required ? "!" : "?"));
  }
}

}  // namespace

const sdk::Table* findTable(const sdk::Force& force, std::string_view name) {
  const auto own = std::find_if(force.tables.begin(), force.tables.end(),
                                [name](const sdk::Table& table) { return table.name == name; });
  return own != force.tables.end() ? &*own : sdk::findTable(name);
}

FeedMapping mapFeed(const sdk::Feed& feed, const sdk::Force& force) {
  FeedMapping mapping;
  for (const sdk::RowRoute& route : feed.routes) {
    const sdk::Table* table = findTable(force, route.table);
    if (table == nullptr) {
      refuse(feed, force, fmt::format("sends rows to the table '{}', which does not exist", route.table));
    }
    RouteRule rule;
    rule.table = tableIndex(mapping, *table);
    if (!route.when_source.empty()) {
      rule.when_source = indexOf(mapping.sources, route.when_source);
    }
    rule.when_equals = route.when_equals;
    for (const sdk::ColumnMap& map : route.columns) {
      rule.cells.push_back(cellRule(map, feed, force, mapping, *table));
      mapping.tables[rule.table].filled[rule.cells.back().target] = true;
    }
    checkRequired(feed, force, *table, rule);
    mapping.routes.push_back(std::move(rule));
  }
  for (const sdk::OwnRows& own : feed.own_rows) {
    mapping.own_rows.push_back(ownRule(own, force, mapping));
  }
  if (!feed.extracted_on_column.empty()) {
    mapping.extracted_on = indexOf(mapping.sources, feed.extracted_on_column);
  }
  for (std::size_t table = 0; table < mapping.tables.size(); ++table) {
    for (std::size_t column = 0; column < mapping.tables[table].filled.size(); ++column) {
      mapping.tables[table].listed.push_back(placeTexts(mapping, table, column));
    }
  }
  return mapping;
}

std::string mappingDigest(const sdk::Feed& feed, const sdk::Force& force, std::string_view secret) {
  base::Digest digest;
  FeedMapping sources;
  addField(digest, kReadingVersion);
  addField(digest, force.code);
  for (const sdk::Area& area : force.areas) {
    addField(digest, area.level);
    addField(digest, area.name);
    addField(digest, area.valid_from ? base::isoDate(*area.valid_from) : "");
    addField(digest, area.valid_to ? base::isoDate(*area.valid_to) : "");
  }
  for (const sdk::SuccessorArea& successor : force.successors) {
    addField(digest, "successor");
    addField(digest, successor.name);
  }
  for (const sdk::OwnRows& own : feed.own_rows) {
    const OwnRule rule = ownRule(own, force, sources);
    addField(digest, "own");
    addField(digest, own.source);
    for (const std::string& name : rule.names) {
      addField(digest, name);
    }
  }
  addField(digest, feed.name);
  addField(digest, std::to_string(static_cast<int>(feed.covers)));
  for (const sdk::RowRoute& route : feed.routes) {
    addField(digest, "route");
    addField(digest, route.when_source);
    addField(digest, route.when_equals);
    if (const sdk::Table* table = findTable(force, route.table)) {
      addTable(digest, *table);
    }
    for (const sdk::ColumnMap& map : route.columns) {
      addField(digest, "column");
      addField(digest, map.target);
      addField(digest, map.source);
      addField(digest, std::to_string(static_cast<int>(map.parse)));
      addField(digest, std::to_string(static_cast<int>(map.unlisted)));
      for (const auto& [text, canonical] : map.codes) {
        addField(digest, text);
        addField(digest, canonical);
      }
    }
  }
  if (hasKeys(feed)) {
    // Of the secret itself nothing must stand in the name of a file.
    addField(digest, base::digestOf("secret of a workspace\n" + std::string(secret)));
  }
  addField(digest, feed.extracted_on_column);
  return digest.hex();
}

}  // namespace boardpack::warehouse
