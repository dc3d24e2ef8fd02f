#include "paper/table.hpp"

#include "base/text.hpp"
#include "findings/measure_words.hpp"
#include "paper/month_list.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace boardpack::paper {

namespace {

using series::Symbol;

constexpr std::size_t kMostReasons = 3;  ///< told of each symbol

/// A reason with its months taken out, so that "no extract covers October 2024" and "… November 2024" are one.
struct Pattern {
  Symbol symbol;
  std::string before, after;
  std::vector<base::Month> months;  ///< empty when it names none
  std::string words;
  std::size_t cells = 0;
};

/// One clause of a reason ("a 12-month figure needs all 12 months; no extract covers …" has two).
Pattern patternOf(Symbol symbol, const std::string& clause) {
  Pattern pattern{.symbol = symbol, .before = {}, .after = {}, .months = {}, .words = clause, .cells = 1};
  if (const std::optional<MonthList> list = monthListIn(clause)) {
    pattern.before = clause.substr(0, list->at);
    pattern.after = clause.substr(list->at + list->length);
    pattern.months = list->months;
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

/// What the marks of a table's values mean, one sentence for those it uses.
void addMarkNotes(const Table& table, std::vector<std::string>& notes) {
  series::Marks used;
  bool any_bound = false;
  for (const std::vector<TableCell>& row : table.rows) {
    for (const TableCell& cell : row) {
      if (const auto* value = std::get_if<series::Cell>(&cell.content); value != nullptr && value->has()) {
        used.add(value->marks);
        any_bound = any_bound || value->bound != series::Bound::Exact;
      }
    }
  }
  std::vector<std::string> meanings;
  const auto add = [&](series::Mark mark, const char* meaning) {
    if (used.has(mark)) {
      meanings.emplace_back(meaning);
    }
  };
  add(series::Mark::Break, "[b] break in the series: an event lies within the period");
  add(series::Mark::Provisional, "[p] provisional: the data is not complete for the period, or still settles");
  add(series::Mark::Revised, "[r] revised since it was last published");
  add(series::Mark::LowReliability, "[u] low reliability: of few rows");
  if (!meanings.empty()) {
    notes.push_back("Marks: " + base::join(meanings, "; ") + ".");
  }
  if (any_bound) {
    notes.emplace_back("A figure that is not known exactly is shown as its number; the words of the measure say how.");
  }
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
  addMarkNotes(table, notes);
  return notes;
}

namespace {

constexpr std::string_view kBreakBegins = "the series breaks";  ///< as statistics/breaks words it

bool hasBreak(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const std::vector<TableCell>& row) {
    return std::any_of(row.begin(), row.end(), [](const TableCell& cell) {
      const auto* value = std::get_if<series::Cell>(&cell.content);
      return value != nullptr && value->symbol == Symbol::NotApplicable && value->reason.starts_with(kBreakBegins);
    });
  });
}

}  // namespace

std::vector<std::string> symbolNotes(const Table& table) {
  const auto uses = [&](Symbol symbol) {
    for (const std::vector<TableCell>& row : table.rows) {
      for (const TableCell& cell : row) {
        if (!cell.isText() && std::get<series::Cell>(cell.content).symbol == symbol) {
          return true;
        }
      }
    }
    return false;
  };
  std::vector<std::string> notes;
  if (uses(Symbol::NotAvailable)) {
    notes.emplace_back(
        "[x] means not available: no extract gives the figure for that month, or not for all of the 12 "
        "months. What is missing stands with each measure.");
  }
  if (uses(Symbol::NotApplicable)) {
    notes.push_back(
        std::string("[z] means not applicable: the change of a percentage has no per cent, nor has a change from 0") +
        (hasBreak(table) ? ", and nothing is compared across a break in the series." : "."));
  }
  if (uses(Symbol::Failed)) {
    notes.emplace_back("[failed] means that the measure could not be worked out; it is not a missing figure.");
  }
  addMarkNotes(table, notes);
  return notes;
}

}  // namespace boardpack::paper
