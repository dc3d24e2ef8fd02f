#include "plugin_host/sound.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace boardpack::plugin_host {
namespace {

constexpr std::string_view kMonthMark = "{month}";
constexpr std::string_view kDateMark = "{date}";

std::string quoted(const std::string& text) { return "'" + base::printable(text) + "'"; }

// Table and column names reach an engine, so they are plain words.
bool isIdentifier(const std::string& name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::all_of(name.begin(), name.end(), fits);
}

const sdk::Table* tableOf(const sdk::Force& force, const std::string& name) {
  for (const sdk::Table& table : force.tables) {
    if (table.name == name) {
      return &table;
    }
  }
  return sdk::findTable(name);
}

bool fits(sdk::Parse parse, sdk::ColumnType type) {
  using sdk::ColumnType;
  using sdk::Parse;
  switch (parse) {
    case Parse::Text:
    case Parse::Code:
    case Parse::Codes:
    case Parse::LsoaArea:
      return type == ColumnType::Text;
    case Parse::Key:
      return type == ColumnType::Key;
    case Parse::Month:
    case Parse::Day:
    case Parse::UkDay:
    case Parse::UtcDay:
    case Parse::ExtractedOn:
      return type == ColumnType::Day || type == ColumnType::Time;
    case Parse::UtcTime:
    case Parse::LocalTime:
    case Parse::UkLocalTime:
      return type == ColumnType::Time;
    case Parse::YesNo:
    case Parse::Flag:
      return type == ColumnType::Boolean;
    case Parse::Number:
    case Parse::SignedNumber:
    case Parse::Whole:
    case Parse::Amount:
    case Parse::Seconds:
      return type == ColumnType::Number;
  }
  return false;
}

void addFaultsOfCodes(const sdk::ColumnMap& map, const std::string& where, std::vector<std::string>& faults) {
  const bool is_listed = map.parse == sdk::Parse::Code || map.parse == sdk::Parse::Codes;
  if (is_listed == map.codes.empty()) {
    faults.push_back(where +
                     (map.codes.empty() ? " is read by codes, but has none" : " has codes, but is not read by them"));
  }
  std::set<std::string> texts;
  for (const auto& [text, canonical] : map.codes) {
    if (!texts.insert(text).second) {
      faults.push_back(where + " has the code " + quoted(text) + " twice");
    }
    if (map.parse == sdk::Parse::Codes && canonical.find(sdk::kSeveral) != std::string::npos) {
      faults.push_back(where + " has the value " + quoted(canonical) + ", which holds what separates several values");
    }
  }
}

bool isPlace(const sdk::Force& force, const std::string& name) {
  return name == sdk::kOutsideForce || name == sdk::kAreaNotKnown ||
         std::any_of(force.areas.begin(), force.areas.end(),
                     [&name](const sdk::Area& area) { return area.name == name; });
}

/// Rows whose area is no area of the force would count in none, with every other figure looking right.
void addFaultsOfArea(const sdk::Force& force, const sdk::ColumnMap& map, const std::string& where,
                     std::vector<std::string>& faults) {
  if (map.parse == sdk::Parse::Codes) {
    faults.push_back(where + " is read by several codes, where a row lies in one area");
    return;
  }
  std::vector<std::string> names;
  for (const sdk::Area& area : force.areas) {
    names.push_back(area.name);
  }
  for (const auto& [text, area] : map.codes) {
    if (!area.empty() && !isPlace(force, area)) {
      const auto near = base::nearest(area, names);
      faults.push_back(where + " has the code " + quoted(text) + " for " + quoted(area) +
                       ", which is no area of the force" + (near ? " (is " + quoted(*near) + " meant?)" : ""));
    }
  }
}

void addFaultsOfOwnRows(const sdk::Feed& feed, const std::set<std::string>& header, std::vector<std::string>& faults) {
  for (const sdk::OwnRows& own : feed.own_rows) {
    if (!header.contains(own.source)) {
      faults.push_back("feed " + quoted(feed.name) + " finds whose rows they are in the column " + quoted(own.source) +
                       ", which is not in its header");
    }
  }
}

void addFaultsOfRoute(const sdk::Force& force, const sdk::Feed& feed, const sdk::RowRoute& route,
                      const std::set<std::string>& header, std::vector<std::string>& faults) {
  const std::string in_feed = "feed " + quoted(feed.name) + " ";
  const sdk::Table* table = tableOf(force, route.table);
  if (table == nullptr) {
    faults.push_back(in_feed + "sends rows to the table " + quoted(route.table) + ", which does not exist");
    return;
  }
  if (!route.when_source.empty() && !header.contains(route.when_source)) {
    faults.push_back(in_feed + "asks for the column " + quoted(route.when_source) + ", which is not in its header");
  }
  std::set<std::string> targets;
  for (const sdk::ColumnMap& map : route.columns) {
    const std::string where =
        in_feed + "column " + quoted(map.source) + " to " + quoted(route.table + "." + map.target);
    const sdk::Column* column = table->find(map.target);
    if (column == nullptr) {
      faults.push_back(where + ": the table has no such column");
    } else if (!column->isOwn()) {
      faults.push_back(where + ": the column is that of the row's crime");
    } else if (!fits(map.parse, column->type)) {
      faults.push_back(where + ": what is read does not fit the type of the column");
    }
    if (map.parse == sdk::Parse::ExtractedOn) {
      if (!map.source.empty()) {
        faults.push_back(where + ": the day of extraction has no source column");
      }
    } else if (!header.contains(map.source)) {
      faults.push_back(where + ": the source column is not in the feed's header");
    }
    if (!targets.insert(map.target).second) {
      faults.push_back(where + ": the target is filled twice");
    }
    addFaultsOfCodes(map, where, faults);
    if (!table->default_date.empty() && map.target == table->area_column) {
      addFaultsOfArea(force, map, where, faults);
    }
    if (column != nullptr && column->required && map.unlisted == sdk::Unlisted::NotKnown) {
      faults.push_back(where + ": a text that is not listed cannot be not known, since every row must have the column");
    }
  }
  for (const sdk::Column& column : table->columns) {
    if (column.required && !targets.contains(column.name)) {
      faults.push_back(in_feed + "does not fill " + quoted(table->name + "." + column.name) + ", which is required");
    }
  }
}

/// Every column of the header is one that the layouts give.
void addFaultsOfLayouts(const sdk::Feed& feed, std::vector<std::string>& faults) {
  std::set<std::string> given = {"value",      "printed",      "not available", "base",
                                 "period end", "published on", "year",          "place"};
  const auto add = [&](const std::vector<std::pair<std::string, std::string>>& says) {
    for (const auto& [column, text] : says) {
      given.insert(column);
    }
  };
  for (const sdk::Layout& layout : feed.layouts) {
    add(layout.says);
    for (const sdk::LayoutLabel& label : layout.labels) {
      given.insert(label.name);
    }
    for (const sdk::LayoutRule& rule : layout.rules) {
      given.insert(rule.name);
    }
    for (const sdk::ValueColumn& value : layout.values) {
      add(value.says);
    }
    if (layout.sheet.empty() && feed.layouts.size() > 1) {
      faults.push_back("feed " + quoted(feed.name) + " has several layouts of a CSV file, where one was expected");
    }
  }
  for (const sdk::SourceColumn& column : feed.header) {
    if (!feed.layouts.empty() && !given.contains(column.name)) {
      faults.push_back("feed " + quoted(feed.name) + " has the column " + quoted(column.name) +
                       " in its header, which no layout gives");
    }
  }
}

void addFaultsOfMonths(const sdk::Feed& feed, const std::string& in_feed, std::vector<std::string>& faults) {
  if ((feed.covers == sdk::Covers::Rolling) != (feed.months > 0)) {
    faults.push_back(in_feed + (feed.months > 0 ? "says how many months it covers, and covers no rolling window"
                                                : "covers a rolling window and does not say of how many months"));
  }
  const bool is_since = feed.since && feed.since->day == 1 && feed.since->month >= 1 && feed.since->month <= 12;
  if (feed.covers == sdk::Covers::History ? !is_since : feed.since.has_value()) {
    faults.push_back(in_feed + (feed.covers == sdk::Covers::History
                                    ? "covers a history and does not say from which first of a month"
                                    : "says since when it tells, and covers no history"));
  }
  const bool is_column = std::any_of(feed.header.begin(), feed.header.end(), [&feed](const sdk::SourceColumn& column) {
    return column.name == feed.extracted_on_column && column.required;
  });
  if (!feed.extracted_on_column.empty() && !is_column) {
    faults.push_back(in_feed + "finds the day of extraction in the column " + quoted(feed.extracted_on_column) +
                     ", which its header need not have");
  }
  if (feed.months_incomplete < 0) {
    faults.push_back(in_feed + "has a number of incomplete months below 0");
  }
}

void addFaultsOfFeed(const sdk::Feed& feed, std::vector<std::string>& faults) {
  const std::string in_feed = "feed " + quoted(feed.name) + " ";
  const bool has_month = feed.file_name.find(kMonthMark) != std::string::npos;
  const bool has_date = feed.file_name.find(kDateMark) != std::string::npos;
  const bool has_none = feed.covers == sdk::Covers::Everything || feed.covers == sdk::Covers::Editions;
  if (feed.file_name.empty() || feed.file_name.find_first_of("/\\") != std::string::npos) {
    faults.push_back(in_feed + "has the file name " + quoted(feed.file_name) +
                     ", where a name without folders was expected");
  } else if (feed.covers == sdk::Covers::FileMonth ? !has_month && !has_date : has_none && has_month) {
    faults.push_back(in_feed + "has the file name " + quoted(feed.file_name) +
                     (has_month ? ", whose month it does not cover"
                                : ", where {month} was expected, since a file covers its month"));
  }
  addFaultsOfMonths(feed, in_feed, faults);
  if (base::trim(feed.title).empty()) {
    faults.push_back(in_feed + "has no title");
  }
  if (!(feed.reject_threshold >= 0.0 && feed.reject_threshold <= 1.0)) {
    faults.push_back(in_feed + "has a reject threshold that is not a share from 0 to 1");
  }
  addFaultsOfLayouts(feed, faults);
  if (feed.routes.empty()) {
    faults.push_back(in_feed + "sends its rows to no table");
  }
  for (std::size_t i = 0; i + 1 < feed.routes.size(); ++i) {
    if (feed.routes[i].when_source.empty()) {
      faults.push_back(in_feed + "has a route after one that takes every row");
    }
  }
}

}  // namespace

std::vector<std::string> faultsOfTables(const sdk::Force& force) {
  std::vector<std::string> faults;
  std::set<std::string> names;
  for (const sdk::Table& table : force.tables) {
    const std::string in_table = "table " + quoted(table.name) + " ";
    if (!isIdentifier(table.name)) {
      faults.push_back(in_table + "is not named in lower-case letters, digits and underscores");
    }
    if (sdk::findTable(table.name) != nullptr || !names.insert(table.name).second) {
      faults.push_back(in_table + "is there already");
    }
    std::set<std::string> columns;
    for (const sdk::Column& column : table.columns) {
      if (!isIdentifier(column.name) || !columns.insert(column.name).second) {
        faults.push_back(in_table + "has a column " + quoted(column.name) + ", doubled or not a plain word");
      }
    }
    const sdk::Column* date = table.find(table.default_date);
    const bool dated = date != nullptr && (date->type == sdk::ColumnType::Day || date->type == sdk::ColumnType::Time);
    if (!table.default_date.empty() && !dated) {
      faults.push_back(in_table + "has the default date " + quoted(table.default_date) +
                       ", which is no day or time of it");
    }
    if (!table.area_column.empty() && table.find(table.area_column) == nullptr) {
      faults.push_back(in_table + "has the area column " + quoted(table.area_column) + ", which does not exist");
    }
  }
  return faults;
}

std::vector<std::string> faultsOfFeeds(const sdk::Force& force) {
  std::vector<std::string> faults;
  std::set<std::string> names;
  std::set<std::string> file_names;
  if (force.feeds.empty()) {
    faults.push_back("it has no feeds, where one or more were expected");
  }
  for (const sdk::Feed& feed : force.feeds) {
    if (feed.name.empty() || !names.insert(feed.name).second) {
      faults.push_back("a feed is named " + quoted(feed.name) + ", where each has a name of its own");
    }
    if (!file_names.insert(feed.file_name).second) {
      faults.push_back("two feeds have the file name " + quoted(feed.file_name) + ", so a file cannot be told");
    }
    addFaultsOfFeed(feed, faults);
    std::set<std::string> header;
    for (const sdk::SourceColumn& column : feed.header) {
      if (column.name.empty() || !header.insert(column.name).second) {
        faults.push_back("feed " + quoted(feed.name) + " has the header name " + quoted(column.name) +
                         ", empty or twice");
      }
    }
    addFaultsOfOwnRows(feed, header, faults);
    for (const sdk::RowRoute& route : feed.routes) {
      addFaultsOfRoute(force, feed, route, header, faults);
    }
  }
  return faults;
}

}  // namespace boardpack::plugin_host
