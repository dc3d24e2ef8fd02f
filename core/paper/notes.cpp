#include "paper/table.hpp"

#include "base/month.hpp"
#include "base/text.hpp"
#include "findings/words.hpp"

#include <algorithm>
#include <array>

namespace boardpack::paper {

namespace {

using series::Symbol;

constexpr std::size_t kMostReasons = 3;  ///< told of each symbol

/// A reason with its one month taken out, so that "no extract covers October 2024" and "… November 2024" are one.
struct Pattern {
  Symbol symbol;
  std::string before, after;
  std::vector<base::Month> months;  ///< empty when it names no month, or several
  std::string words;
  std::size_t cells = 0;
};

struct FoundMonth {
  std::size_t at = 0, length = 0;
  base::Month month;
};

/// The months named in a text ("October 2024").
std::vector<FoundMonth> monthsIn(const std::string& text) {
  constexpr std::array kNames{"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};
  std::vector<FoundMonth> found;
  for (std::size_t number = 0; number < kNames.size(); ++number) {
    const std::string name = std::string(kNames[number]) + " ";
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      const std::string year = text.substr(at + name.size(), 4);
      const bool is_year =
          year.size() == 4 && std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (is_year) {
        found.push_back({at, name.size() + 4, base::Month(std::stoi(year), static_cast<int>(number) + 1)});
      }
    }
  }
  return found;
}

/// One clause of a reason ("needs 12 months; no extract covers …" has two).
Pattern patternOf(Symbol symbol, const std::string& clause) {
  Pattern pattern{.symbol = symbol, .before = {}, .after = {}, .months = {}, .words = clause, .cells = 1};
  std::vector<FoundMonth> months = monthsIn(clause);
  std::sort(months.begin(), months.end(), [](const FoundMonth& a, const FoundMonth& b) { return a.at < b.at; });
  const bool is_range =
      months.size() == 2 && months[0].month <= months[1].month &&
      clause.substr(months[0].at + months[0].length, months[1].at - months[0].at - months[0].length) == " to ";
  if (months.size() != 1 && !is_range) {
    return pattern;
  }
  pattern.before = clause.substr(0, months.front().at);
  pattern.after = clause.substr(months.back().at + months.back().length);
  for (base::Month month = months.front().month; month <= months.back().month; month = month + 1) {
    pattern.months.push_back(month);
  }
  return pattern;
}

std::vector<std::string> clausesOf(const std::string& reason) {
  std::vector<std::string> clauses;
  std::size_t at = 0;
  while (at <= reason.size()) {
    const std::size_t end = std::min(reason.find("; ", at), reason.size());
    clauses.push_back(reason.substr(at, end - at));
    at = end + 2;
  }
  return clauses;
}

bool areAlike(const Pattern& a, const Pattern& b) {
  if (a.symbol != b.symbol || a.months.empty() != b.months.empty()) {
    return false;
  }
  return a.months.empty() ? a.words == b.words : a.before == b.before && a.after == b.after;
}

std::string monthsWords(std::vector<base::Month> months) {
  std::sort(months.begin(), months.end());
  months.erase(std::unique(months.begin(), months.end()), months.end());
  if (months.size() == 1) {
    return months.front().longName();
  }
  const bool in_a_row = months.back() - months.front() + 1 == static_cast<int>(months.size());
  if (in_a_row) {
    return months.front().longName() + " to " + months.back().longName();
  }
  return std::to_string(months.size()) + " months from " + months.front().longName() + " to " +
         months.back().longName();
}

std::string reasonWords(const Pattern& pattern) {
  return pattern.months.empty() ? pattern.words : pattern.before + monthsWords(pattern.months) + pattern.after;
}

void addTo(std::vector<Pattern>& patterns, const Pattern& pattern) {
  const auto alike =
      std::find_if(patterns.begin(), patterns.end(), [&](const Pattern& other) { return areAlike(other, pattern); });
  if (alike == patterns.end()) {
    patterns.push_back(pattern);
    return;
  }
  ++alike->cells;
  alike->months.insert(alike->months.end(), pattern.months.begin(), pattern.months.end());
}

}  // namespace

std::vector<std::string> notesFor(const Table& table) {
  std::vector<Pattern> patterns;
  for (const std::vector<TableCell>& row : table.rows) {
    for (const TableCell& cell : row) {
      if (cell.isText() || std::get<series::Cell>(cell.content).has()) {
        continue;
      }
      const series::Cell& missing = std::get<series::Cell>(cell.content);
      for (const std::string& clause : clausesOf(missing.reason)) {
        addTo(patterns, patternOf(missing.symbol, clause));
      }
    }
  }
  std::stable_sort(patterns.begin(), patterns.end(),
                   [](const Pattern& a, const Pattern& b) { return a.cells > b.cells; });

  std::vector<std::string> notes;
  for (const Symbol symbol : {Symbol::NotAvailable, Symbol::NotApplicable, Symbol::Failed}) {
    std::vector<std::string> reasons;
    bool is_used = false;
    std::size_t left_out = 0;
    for (const Pattern& pattern : patterns) {
      if (pattern.symbol != symbol) {
        continue;
      }
      is_used = true;
      if (pattern.words.empty()) {
        continue;
      }
      if (reasons.size() < kMostReasons) {
        reasons.push_back(reasonWords(pattern));
      } else {
        ++left_out;
      }
    }
    if (!is_used) {
      continue;
    }
    std::string note = std::string(series::symbolText(symbol)) + " means " + findings::symbolWords(symbol);
    if (!reasons.empty()) {
      note += ": " + base::join(reasons, "; ");
    }
    if (left_out > 0) {
      note += "; and " + base::countOf(static_cast<std::int64_t>(left_out), "other reason", "other reasons");
    }
    notes.push_back(note + ".");
  }
  return notes;
}

}  // namespace boardpack::paper
