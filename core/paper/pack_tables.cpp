#include "paper/pack.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "findings/event_words.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"
#include "paper/table_cells.hpp"

#include <algorithm>
#include <map>

namespace boardpack::paper {

namespace {

using series::Cell;
using series::Reference;
using series::Window;

/// What a value of a month stands for: "" for the month itself.
std::string periodOf(Window window) {
  switch (window) {
    case Window::Month:
      return "";
    case Window::Mrt:
      return "12 months to the month";
    case Window::Ytd:
      return "April to the month";
    case Window::Quarter:
      return "latest whole quarter";
    case Window::FinancialYear:
      return "latest whole financial year";
    case Window::CalendarYear:
      return "latest whole calendar year";
    case Window::Since:
      return "since the beginning to the month";
    case Window::Between:
      return "the period";
    case Window::Wave:
      return "latest wave";
  }
  return "";
}

Cell notReported(const char* what) {
  return Cell::missing(series::Symbol::NotApplicable, std::string("the measure has no ") + what + " figure");
}

/// Whether its figures are of neither months nor 12 months, so that the scorecard's columns have none of them.
bool hasOwnPeriod(const series::Analysed& measure) {
  const series::MeasureInfo& info = measure.series.info;
  return measure.series.failure.empty() && !info.has(Window::Month) && !info.has(Window::Mrt);
}

/// The figure and the period of a measure that has neither months nor 12 months.
void addOwnPeriod(std::vector<TableCell>& row, const series::Analysed& measure, base::Month month) {
  if (!hasOwnPeriod(measure)) {
    row.push_back(valueCell(measure.series.info, Cell::missing(series::Symbol::NotApplicable,
                                                               "the columns before have the measure's figures")));
    row.push_back(textCell(std::string(series::symbolText(series::Symbol::NotApplicable))));
    return;
  }
  const Window window = measure.series.info.shortest();
  row.push_back(valueCell(measure.series.info, measure.series.at(measure.series.force(), window, month)));
  row.push_back(textCell(findings::periodWords(measure.series, window, month)));
}

/// Month, same month last year, 12 months, previous 12 months, change, per cent, the figure of a period of its own
/// where the table has any, variation.
std::vector<TableCell> scorecardRow(const series::Analysed& measure, base::Month pack_month, bool with_own_period) {
  const series::Series& series = measure.series;
  const series::MeasureInfo& info = series.info;
  const base::Month month = series.toldFor(pack_month);
  std::vector<TableCell> row;
  // The headings name the pack's month; what is told for an earlier one says so itself.
  std::string own_month = month == pack_month ? "" : ", told for " + month.longName();
  if (series.as_at && base::Month::of(*series.as_at) != pack_month) {
    own_month += ", as at " + base::longDate(*series.as_at);
  }
  TableCell title = textCell(withUnit(info.title, info) + own_month);
  title.link_measure = info.name;
  row.push_back(std::move(title));

  const auto at = [&](Window window, base::Month of, const char* what) {
    const bool can = series.failure.empty() && !info.has(window);
    return valueCell(info, can ? notReported(what) : series.at(series.force(), window, of));
  };
  row.push_back(at(Window::Month, month, "monthly"));
  row.push_back(at(Window::Month, month - 12, "monthly"));
  row.push_back(at(Window::Mrt, month, "12-month"));
  row.push_back(at(Window::Mrt, month - 12, "12-month"));

  const series::Comparison* comparison = measure.force().find(Window::Mrt, Reference::PreviousMrt);
  row.push_back(signedCell(comparison == nullptr ? notReported("12-month") : comparison->change, info.decimals));
  row.push_back(signedCell(comparison == nullptr ? notReported("12-month") : comparison->change_percent, 1));
  if (with_own_period) {
    addOwnPeriod(row, measure, month);
  }
  row.push_back(textCell(findings::variationWords(measure.force())));
  return row;
}

/// "not known for 12 of 5,310 in December 2025", over the measure's shortest window; "" when nothing is.
std::string leftOutWords(const series::Analysed& measure, base::Month month) {
  const series::Series& series = measure.series;
  const Window window = series.info.shortest();
  const std::string unknown = findings::unknownWords(series.info, series.at(series.force(), window, month));
  return unknown.empty() ? "" : "not known for " + unknown + " in " + findings::periodWords(series, window, month);
}

/// "2 of 302 rows of December 2025 could not be read and are left out: Burglary, Robbery and 9 others.", a sentence for
/// all measures that miss the same rows.
std::vector<std::string> rejectedNotes(const std::vector<const series::Analysed*>& measures, base::Month pack_month) {
  std::vector<std::pair<std::string, std::vector<std::string>>> titles_of;
  for (const series::Analysed* measure : measures) {
    const std::string words = findings::rejectedSentence(measure->series, measure->series.toldFor(pack_month));
    const auto known =
        std::find_if(titles_of.begin(), titles_of.end(), [&](const auto& one) { return one.first == words; });
    if (words.empty()) {
      continue;
    }
    if (known == titles_of.end()) {
      titles_of.push_back({words, {measure->series.info.title}});
    } else {
      known->second.push_back(measure->series.info.title);
    }
  }
  constexpr std::size_t kMostNamed = 4;
  std::vector<std::string> notes;
  for (auto& [words, titles] : titles_of) {
    const std::size_t others = titles.size() > kMostNamed ? titles.size() - kMostNamed : 0;
    titles.resize(titles.size() - others);
    if (others > 0) {
      titles.push_back(base::countOf(static_cast<std::int64_t>(others), "other measure", "other measures"));
    }
    notes.push_back(words.substr(0, words.size() - 1) + ": " + base::joinWords(titles) + ".");
  }
  return notes;
}

bool anyInPoints(const std::vector<const series::Analysed*>& measures) {
  return std::any_of(measures.begin(), measures.end(),
                     [](const series::Analysed* measure) { return measure->series.info.unit == "%"; });
}

bool anyMarked(const std::vector<const series::Analysed*>& measures) {
  return std::any_of(measures.begin(), measures.end(), [](const series::Analysed* measure) {
    return measure->force().limits.available && !measure->force().limits.classes.empty();
  });
}

std::vector<const series::Analysed*> measuresOf(const Pack& pack, const std::string& pillar) {
  std::vector<const series::Analysed*> measures;
  const PillarSection* section = pillar.empty() ? nullptr : pack.pillar(pillar);
  if (pillar.empty()) {
    for (const series::Analysed& measure : pack.measures) {
      measures.push_back(&measure);
    }
  } else if (section != nullptr) {
    for (const std::string& name : section->measures) {
      if (const series::Analysed* measure = pack.find(name)) {
        measures.push_back(measure);
      }
    }
  }
  std::erase_if(measures, [](const series::Analysed* measure) {
    return measure->series.groups.empty() || measure->groups.empty();
  });
  return measures;
}

/// A column of a months table.
struct Across {
  const series::GroupSeries* group;
  Window window;
  std::string heading;
};

/// Headings of one table differ, ignoring case: a group's name that is taken already gets its breakdown's label, and a
/// number where that is taken too.
void makeUnique(std::vector<Across>& columns, const series::MeasureInfo& info) {
  std::map<std::string, int> uses;
  for (const Across& column : columns) {
    ++uses[base::folded(column.heading)];
  }
  std::map<std::string, int> taken{{"month", 1}};
  for (Across& column : columns) {
    const bool is_group = !column.group->isForce();
    if (is_group && (uses[base::folded(column.heading)] > 1 || base::folded(column.heading) == "month")) {
      column.heading += ", " + labelOf(info, column.group->breakdown);
    }
    const int before = taken[base::folded(column.heading)]++;
    if (before > 0) {
      column.heading += " " + std::to_string(before + 1);
    }
  }
}

}  // namespace

Table scorecard(const Pack& pack, const std::string& pillar) {
  const PillarSection* section = pillar.empty() ? nullptr : pack.pillar(pillar);
  Table table;
  table.id = pillar.empty() ? "scorecard" : tableId("scorecard", pillar);
  table.title =
      (section == nullptr ? "All measures" : section->title) + ", " + pack.force.name + ", " + pack.month.longName();
  const std::string latest = pack.month.longName();
  const std::string year_before = (pack.month - 12).longName();
  table.columns = {{"Measure", false},
                   {latest, true},
                   {year_before, true},
                   {"12 months to " + latest, true},
                   {"12 months to " + year_before, true},
                   {"Change in the 12 months", true},
                   {"Change in the 12 months (%)", true}};
  const std::vector<const series::Analysed*> measures = measuresOf(pack, pillar);
  const bool with_own_period = std::any_of(measures.begin(), measures.end(),
                                           [](const series::Analysed* measure) { return hasOwnPeriod(*measure); });
  if (with_own_period) {
    table.columns.push_back({"Figure of another period", true});
    table.columns.push_back({"That period", false});
  }
  table.columns.push_back({"Variation in " + latest, false});
  for (const series::Analysed* measure : measures) {
    table.rows.push_back(scorecardRow(*measure, pack.month, with_own_period));
  }
  addMarks(table);
  if (anyInPoints(measures)) {
    table.notes.push_back("The change of a measure in % is in percentage points.");
  }
  if (anyMarked(measures)) {
    table.notes.push_back("Variation is judged on monthly values: " + ruleSet() + ". " + findings::chanceSentence());
  }
  std::vector<std::string> left_out;
  for (const series::Analysed* measure : measures) {
    const std::string words = leftOutWords(*measure, measure->series.toldFor(pack.month));
    if (!words.empty()) {
      left_out.push_back(measure->series.info.title + ": " + words);
    }
  }
  if (!left_out.empty()) {
    table.notes.push_back("Left out of the base. " + base::join(left_out, "; ") + ".");
  }
  for (std::string& note : rejectedNotes(measures, pack.month)) {
    table.notes.push_back(std::move(note));
  }
  for (std::string& note : symbolNotes(table)) {
    table.notes.push_back(std::move(note));
  }
  return table;
}

Table monthsTable(const Pack& pack, const series::Analysed& measure, const MonthsTableSize& most) {
  const series::Series& series = measure.series;
  const series::MeasureInfo& info = series.info;
  Table table;
  table.id = tableId("months", info.name);
  const Window shortest = info.shortest();
  const std::string period = periodOf(shortest);
  table.title = withUnit(info.title, info) + (period.empty() ? " by month, " : ", " + period + ", ") + pack.force.name;
  const std::string of_period = period.empty() ? "" : ", " + period;

  std::vector<Across> across;
  if (!series.groups.empty()) {
    across.push_back({&series.force(), shortest, pack.force.name + of_period});
    if (shortest != Window::Mrt && info.has(Window::Mrt)) {
      across.push_back({&series.force(), Window::Mrt, periodOf(Window::Mrt)});
    }
  }
  std::vector<std::string> left_out;
  for (const series::BreakdownInfo& breakdown : info.breakdowns) {
    const std::vector<const series::GroupSeries*> groups = series.groupsOf(breakdown.id);
    if (most.columns > 0 && 1 + across.size() + groups.size() > most.columns) {
      left_out.push_back(base::lower(labelOf(info, breakdown.id)));
      continue;
    }
    for (const series::GroupSeries* group : groups) {
      across.push_back({group, shortest, group->group + of_period});
    }
  }
  makeUnique(across, info);

  table.columns.push_back({"Month", false});
  for (const Across& column : across) {
    table.columns.push_back({withUnit(column.heading, info), !info.nature.is_order});
  }
  const std::size_t count = series.months.size();
  const std::size_t first = most.months > 0 && count > most.months ? count - most.months : 0;
  for (std::size_t i = first; i < count; ++i) {
    std::vector<TableCell> row{textCell(series.months[i].longName())};
    for (const Across& column : across) {
      row.push_back(valueCell(info, series.at(*column.group, column.window, series.months[i])));
    }
    table.rows.push_back(std::move(row));
  }
  addMarks(table);

  if (!left_out.empty()) {
    table.notes.push_back("The workbook has this table by " + base::joinWords(left_out) + " too.");
  }
  if (!series.failure.empty()) {
    table.notes.push_back("This measure could not be computed: " + series.failure);
  }
  const std::string unknown = series.groups.empty() ? "" : leftOutWords(measure, series.toldFor(pack.month));
  if (!unknown.empty()) {
    table.notes.push_back("Left out of the base of " + pack.force.name + ": " + unknown + ".");
  }
  if (const std::string rejected = findings::rejectedSentence(series, series.toldFor(pack.month)); !rejected.empty()) {
    table.notes.push_back(rejected);
  }
  if (!series.months.empty()) {
    for (std::string& note : findings::eventNotes(series, series.months[first])) {
      table.notes.push_back(std::move(note));
    }
  }
  if (series.as_at) {
    table.notes.push_back("The latest value is as at " + base::longDate(*series.as_at) + ".");
  }
  for (std::string& note : notesFor(table)) {
    table.notes.push_back(std::move(note));
  }
  return table;
}

}  // namespace boardpack::paper
