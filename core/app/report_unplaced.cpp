#include "app/report_unplaced.hpp"

#include "base/folded_name.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace boardpack::app {
namespace {

constexpr std::int64_t kLeastToJudge = 10;  ///< rows: fewer may all lie outside by chance
constexpr std::int64_t kToldFrom = 100;     ///< one row in so many
constexpr std::size_t kMostNames = 5;

std::string number(std::int64_t rows) { return base::formatNumber(static_cast<double>(rows)); }

bool counts(const base::LoadReport& load) {
  return load.covers_everything ? load.superseded.empty()
                                : load.superseded.size() < static_cast<std::size_t>(load.months.count());
}

/// "County Durham (4,090) and Sunderland (8)".
std::string namesOf(const std::vector<base::TextRows>& names) {
  std::vector<std::string> words;
  for (const base::TextRows& name : names) {
    words.push_back(fmt::format("{} ({})", name.text, number(name.rows)));
  }
  return base::joinWords(words);
}

void add(std::vector<base::TextRows>& names, const std::vector<base::TextRows>& more) {
  for (const base::TextRows& each : more) {
    const auto known =
        std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.text == each.text; });
    if (known == names.end()) {
      names.push_back(each);
    } else {
      known->rows += each.rows;
    }
  }
}

void cut(std::vector<base::TextRows>& names) {
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.rows != b.rows ? a.rows > b.rows : a.text < b.text; });
  names.resize(std::min(names.size(), kMostNames));
}

/// The rows of one table that a feed's extracts gave.
struct FeedPlaces {
  std::string title;
  base::PlacedRows rows;
  std::string first_file;  ///< with such rows, by name
};

bool isMost(const base::PlacedRows& rows) { return rows.rows >= kLeastToJudge && rows.unplaced * 2 > rows.rows; }

/// What took the place of which areas, where names of that kind are among those seen.
std::string successorWords(const std::vector<base::TextRows>& names, const sdk::Force& force) {
  std::string words;
  for (const sdk::SuccessorArea& successor : force.successors) {
    const std::string folded = base::foldedName(successor.name);
    if (std::any_of(names.begin(), names.end(),
                    [&](const auto& name) { return base::foldedName(name.text) == folded; })) {
      words += fmt::format(" {} took the place of {} on {}: in which of them a row lies cannot be known.",
                           successor.name, base::joinWords(successor.of), base::longDate(successor.from));
    }
  }
  return words;
}

[[noreturn]] void refuse(const base::PlacedRows& rows, const std::string& of, const sdk::Force& force) {
  std::vector<std::string> areas;
  for (const sdk::Area& area : force.areas) {
    if (area.level == force.area_levels.back().id) {
      areas.push_back(area.name);
    }
  }
  throw sdk::Error(
      sdk::ErrorKind::Data,
      fmt::format(
          "{} of {} of {} for the table {} name no area of {}, so its figures by area would be empty. In the "
          "column '{}' stand {}; the force's areas are {}.{} If they are names of its areas, give the areas "
          "these names in the plugin or add them to registers/areas.csv; if not, fetch the force's own extract.",
          number(rows.unplaced), base::countOf(rows.rows, "row", "rows"), of, rows.table, force.name, rows.column,
          namesOf(rows.names), base::joinWords(areas), successorWords(rows.names, force)));
}

void tellPlaces(const FeedPlaces& places, const sdk::Force& force, std::vector<base::Issue>& issues) {
  const base::PlacedRows& rows = places.rows;
  if (rows.unplaced * kToldFrom > rows.rows) {
    const std::string sentence = fmt::format(
        "{} of {} from {} name no area of the force: {} (first in {}).{} They count in the force's figures "
        "and in none of its areas'.",
        number(rows.unplaced), base::countOf(rows.rows, "row", "rows"), places.title, namesOf(rows.names),
        places.first_file, successorWords(rows.names, force));
    issues.push_back({"Outside the force's areas", rows.table, sentence, rows.unplaced});
    base::logWarning(fmt::format("Table {}: {}", rows.table, sentence));
  }
  const std::int64_t all = rows.rows + rows.without_area;
  if (all >= kLeastToJudge && rows.without_area * 2 > all) {
    const std::string sentence = fmt::format(
        "{} of {} from {} have no area (column '{}'). They count in the force's figures and in none of its "
        "areas'.",
        number(rows.without_area), base::countOf(all, "row", "rows"), places.title, rows.column);
    issues.push_back({"Without an area", rows.table, sentence, rows.without_area});
    base::logWarning(fmt::format("Table {}: {}", rows.table, sentence));
  }
}

void tellUnknownTexts(const std::vector<base::LoadReport>& loads, std::vector<base::Issue>& issues) {
  std::map<std::pair<std::string, std::string>, base::UnknownTexts> by_feed;
  for (const base::LoadReport& load : loads) {
    for (const base::UnknownTexts& unknown : counts(load) ? load.unknown_texts : std::vector<base::UnknownTexts>()) {
      base::UnknownTexts& all = by_feed[{load.feed_title, unknown.column}];
      all.rows += unknown.rows;
      add(all.texts, unknown.texts);
    }
  }
  for (auto& [of, unknown] : by_feed) {
    cut(unknown.texts);
    const std::string sentence =
        fmt::format("{} in the column '{}' a text that is not in its list: {}. What they say is counted as not known.",
                    base::countOf(unknown.rows, "row has", "rows have"), of.second, namesOf(unknown.texts));
    issues.push_back({"Text not known", of.first, sentence, unknown.rows});
    base::logWarning(fmt::format("{}: {}", of.first, sentence));
  }
}

}  // namespace

void tellPlacesAndTexts(const std::vector<base::LoadReport>& loads, const sdk::Force& force,
                        std::vector<base::Issue>& issues) {
  std::map<std::pair<std::string, std::string>, FeedPlaces> by_feed;
  for (const base::LoadReport& load : loads) {
    for (const base::PlacedRows& rows : counts(load) ? load.placed : std::vector<base::PlacedRows>()) {
      if (isMost(rows)) {
        refuse(rows, load.file, force);
      }
      FeedPlaces& places = by_feed[{load.feed, rows.table}];
      places.title = load.feed_title;
      places.rows.table = rows.table;
      places.rows.column = rows.column;
      places.rows.rows += rows.rows;
      places.rows.without_area += rows.without_area;
      places.rows.unplaced += rows.unplaced;
      add(places.rows.names, rows.names);
      if (rows.unplaced > 0 && (places.first_file.empty() || load.file < places.first_file)) {
        places.first_file = load.file;  // by name: the order in which folders are given says nothing
      }
    }
  }
  for (auto& [key, places] : by_feed) {
    cut(places.rows.names);
    if (isMost(places.rows)) {
      refuse(places.rows, "the feed '" + key.first + "' (" + places.title + ")", force);
    }
    tellPlaces(places, force, issues);
  }
  tellUnknownTexts(loads, issues);
}

}  // namespace boardpack::app
