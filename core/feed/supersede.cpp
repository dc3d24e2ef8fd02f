#include "base/text.hpp"
#include "feed/extracts.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace boardpack::feed {
namespace {

/// A feed's name and, unless the extract covers everything, a month.
using Subject = std::pair<std::string, std::optional<base::Month>>;

/// Every edition counts: which of two that tell the same is taken is decided row by row, by when they were published.
bool isEdition(const Extract& extract) { return extract.feed->covers == sdk::Covers::Editions; }

std::map<Subject, std::vector<std::size_t>> extractsBySubject(const std::vector<Extract>& extracts) {
  std::map<Subject, std::vector<std::size_t>> result;
  for (std::size_t i = 0; i < extracts.size(); ++i) {
    const Extract& extract = extracts[i];
    if (isEdition(extract)) {
      continue;
    }
    if (extract.covers_everything) {
      result[{extract.feed->name, std::nullopt}].push_back(i);
      continue;
    }
    for (base::Month month = extract.months.first; month <= extract.months.last; month = month + 1) {
      result[{extract.feed->name, month}].push_back(i);
    }
  }
  return result;
}

/// Two extracts of the same feed of which it is not known which is the later.
struct Doubt {
  std::size_t one;
  std::size_t other;
};

/// The extract that counts, or the first two between which it cannot be told.
std::pair<std::size_t, std::optional<Doubt>> latest(const std::vector<Extract>& extracts,
                                                    const std::vector<std::size_t>& candidates) {
  std::size_t best = candidates.front();
  for (const std::size_t candidate : candidates) {
    if (candidate != candidates.front() &&
        (!extracts[candidate].extracted_on || !extracts[candidates.front()].extracted_on)) {
      return {best, Doubt{candidates.front(), candidate}};
    }
    if (extracts[candidate].extracted_on > extracts[best].extracted_on) {
      best = candidate;
    }
  }
  for (const std::size_t candidate : candidates) {
    if (candidate != best && extracts[candidate].extracted_on == extracts[best].extracted_on) {
      return {best, Doubt{std::min(best, candidate), std::max(best, candidate)}};
    }
  }
  return {best, std::nullopt};
}

/// "2025-01 to 2025-11", "2025-01, 2025-03 and 2025-05 to 2025-07". The months are sorted.
std::string condensed(const std::vector<base::Month>& months) {
  std::vector<std::string> parts;
  for (std::size_t first = 0; first < months.size();) {
    std::size_t last = first;
    while (last + 1 < months.size() && months[last + 1] - months[last] == 1) {
      ++last;
    }
    parts.push_back(first == last ? months[first].iso() : months[first].iso() + " to " + months[last].iso());
    first = last + 1;
  }
  return base::joinWords(parts);
}

/// Doubts of one feed between the same two folders: one line of the message.
struct DoubtGroup {
  Doubt first;
  std::vector<base::Month> months;
};
using DoubtGroups = std::map<std::tuple<std::string, std::filesystem::path, std::filesystem::path>, DoubtGroup>;

std::string describe(const std::vector<Extract>& extracts, const DoubtGroup& group) {
  const Extract& one = extracts[group.first.one];
  const Extract& other = extracts[group.first.other];
  std::string line = one.path.generic_string() + " and " + other.path.generic_string();
  if (group.months.size() > 1) {
    line += " (and " + base::countOf(static_cast<std::int64_t>(group.months.size()) - 1, "more pair", "more pairs") +
            " of these folders)";
  }
  line += group.months.empty() ? " are both given" : " both cover " + condensed(group.months);
  if (one.path.parent_path() == other.path.parent_path()) {
    return line + ": take one of them out of the folder";
  }
  if (one.extracted_on && one.extracted_on == other.extracted_on) {
    line += ", and both are dated " + base::isoDate(*one.extracted_on);
  }
  return line;
}

sdk::Error cannotTell(const std::vector<Extract>& extracts, const DoubtGroups& groups) {
  std::vector<std::string> lines;
  std::set<std::filesystem::path> folders;
  for (const auto& [key, group] : groups) {
    lines.push_back(describe(extracts, group));
    if (extracts[group.first.one].path.parent_path() != extracts[group.first.other].path.parent_path()) {
      folders.insert(extracts[group.first.one].folder);
      folders.insert(extracts[group.first.other].folder);
    }
  }
  std::string sentence =
      "Two extracts cover the same month, and it is not known which is the later:\n  " + base::join(lines, "\n  ");
  if (folders.size() > 1) {
    sentence += "\nGive the day each folder was extracted:";
    for (const std::filesystem::path& folder : folders) {
      sentence += " --data " + folder.generic_string() + "@YYYY-MM-DD";
    }
  } else if (folders.size() == 1) {
    sentence += "\nGive each extraction a folder and a day of its own: --data DIR@YYYY-MM-DD, several times.";
  }
  // Days of extraction are words of the command; two files of one month in one folder are a matter of the folder.
  return {folders.empty() ? sdk::ErrorKind::Data : sdk::ErrorKind::Command, std::move(sentence)};
}

/// Counted extracts of two feeds that fill one table for the same months: their rows would be counted together.
struct Overlap {
  std::size_t one;
  std::size_t other;
  std::vector<base::Month> months;  ///< empty when one of them covers everything
  std::size_t pairs = 1;
};
/// By table and the names of the feeds.
using Overlaps = std::map<std::tuple<std::string, std::string, std::string>, Overlap>;

void addOverlap(Overlaps& overlaps, const std::string& table, const std::vector<Extract>& extracts, std::size_t one,
                std::size_t other, std::optional<base::Month> month) {
  const auto [at, is_new] = overlaps.try_emplace({table, extracts[one].feed->name, extracts[other].feed->name},
                                                 Overlap{.one = one, .other = other, .months = {}});
  at->second.pairs += is_new ? 0 : 1;
  if (month) {
    at->second.months.push_back(*month);
  }
}

std::set<std::string> tablesOf(const sdk::Feed& feed) {
  std::set<std::string> tables;
  for (const sdk::RowRoute& route : feed.routes) {
    tables.insert(route.table);
  }
  return tables;
}

/// Feeds that both cover everything may share a table: it has no months in which anything is counted twice.
Overlaps overlapsOf(const std::vector<Extract>& extracts, const std::vector<Counted>& counted) {
  Overlaps overlaps;
  std::map<std::pair<std::string, base::Month>, std::size_t> by_month;
  std::map<std::string, std::size_t> by_table;
  for (const Counted& entry : counted) {
    for (const std::string& table : tablesOf(*extracts[entry.extract].feed)) {
      for (const base::Month month : entry.months) {
        by_table.try_emplace(table, entry.extract);
        const auto [first, is_new] = by_month.try_emplace({table, month}, entry.extract);
        if (!is_new) {
          addOverlap(overlaps, table, extracts, first->second, entry.extract, month);
        }
      }
    }
  }
  for (const Counted& entry : counted) {
    if (!extracts[entry.extract].covers_everything) {
      continue;
    }
    for (const std::string& table : tablesOf(*extracts[entry.extract].feed)) {
      if (const auto monthly = by_table.find(table); monthly != by_table.end()) {
        addOverlap(overlaps, table, extracts, monthly->second, entry.extract, std::nullopt);
      }
    }
  }
  return overlaps;
}

sdk::Error filledTwice(const std::vector<Extract>& extracts, Overlaps overlaps) {
  std::vector<std::string> lines;
  for (auto& [key, overlap] : overlaps) {
    std::sort(overlap.months.begin(), overlap.months.end());
    std::string line = extracts[overlap.one].path.generic_string() + " and " +
                       extracts[overlap.other].path.generic_string() + " both fill the table " + std::get<0>(key);
    line += overlap.months.empty() ? std::string() : " for " + condensed(overlap.months);
    if (overlap.pairs > 1) {
      line += " (and " + base::countOf(static_cast<std::int64_t>(overlap.pairs) - 1, "more pair", "more pairs") +
              " of these feeds)";
    }
    lines.push_back(std::move(line));
  }
  return {sdk::ErrorKind::Data,
          "Extracts of two feeds fill one table for the same month, so what both of them tell would be counted "
          "twice:\n  " +
              base::join(lines, "\n  ") +
              "\nGive only one of them, or let the force's plugin keep the two feeds in tables of their own."};
}

/// Two editions of a month have one file name: what tells them apart is the day of extraction.
std::string nameWithDay(const Extract& extract) {
  return extract.extracted_on ? extract.shown_as + " of " + base::longDate(*extract.extracted_on) : extract.shown_as;
}

}  // namespace

Supersession supersede(const std::vector<Extract>& extracts) {
  std::vector<std::vector<base::Month>> months(extracts.size());
  std::vector<bool> counts(extracts.size(), false);
  for (std::size_t i = 0; i < extracts.size(); ++i) {
    counts[i] = isEdition(extracts[i]);
  }
  Supersession result;
  result.superseded.resize(extracts.size());
  DoubtGroups doubts;
  for (const auto& [subject, candidates] : extractsBySubject(extracts)) {
    const auto& [feed, month] = subject;
    const auto [best, doubt] = latest(extracts, candidates);
    if (doubt) {
      auto [group, is_new] =
          doubts.try_emplace({feed, extracts[doubt->one].path.parent_path(), extracts[doubt->other].path.parent_path()},
                             DoubtGroup{.first = *doubt, .months = {}});
      if (month) {
        group->second.months.push_back(*month);
      }
      continue;
    }
    counts[best] = true;
    if (month) {
      months[best].push_back(*month);
    }
    for (const std::size_t candidate : candidates) {
      if (candidate != best) {
        result.superseded[candidate].push_back({month.value_or(base::Month()), nameWithDay(extracts[best])});
      }
    }
  }
  if (!doubts.empty()) {
    throw cannotTell(extracts, doubts);
  }
  for (std::size_t i = 0; i < extracts.size(); ++i) {
    if (counts[i]) {
      result.counted.push_back({i, months[i]});
    }
  }
  if (Overlaps overlaps = overlapsOf(extracts, result.counted); !overlaps.empty()) {
    throw filledTwice(extracts, std::move(overlaps));
  }
  return result;
}

}  // namespace boardpack::feed
