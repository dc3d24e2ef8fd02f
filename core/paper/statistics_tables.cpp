#include "paper/statistics_tables.hpp"

#include "base/text.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"
#include "findings/significance_words.hpp"
#include "findings/statistics_words.hpp"
#include "paper/measure_tables.hpp"
#include "paper/table_cells.hpp"

#include <algorithm>
#include <optional>

namespace boardpack::paper {

namespace {

using series::Cell;
using series::Window;

}  // namespace

Table changesTable(const Pack& pack, const std::string& measure) {
  Table table = tableOf(pack, measure, "changes", "What changed");
  table.columns = {
      {"Measure", false},    {"Period", false}, {"Figure", true},     {"Compared with", false},
      {"Figure then", true}, {"Change", true},  {"Change (%)", true}, {"Whether it is more than chance gives", false}};
  for (const series::Analysed* each : measuresFor(pack, measure)) {
    const series::Series& series = each->series;
    const series::MeasureInfo& info = series.info;
    const base::Month month = series.toldFor(pack.month);
    for (const series::Comparison& comparison : each->force().comparisons) {
      table.rows.push_back({measureCell(info), textCell(capital(findings::periodWords(series, comparison, month))),
                            valueCell(info, series.at(series.force(), comparison.window, month)),
                            textCell(capital(findings::referenceWords(series, comparison))),
                            valueCell(info, comparison.before), signedCell(comparison.change, info.decimals),
                            signedCell(comparison.change_percent, 1),
                            textCell(findings::significanceWords(comparison))});
    }
  }
  if (!table.rows.empty()) {
    table.notes.emplace_back(
        "A change is called significant when chance alone gives one as large less than 5 times in 100, with the spread "
        "that the months themselves show. With less than two years of months that cannot be told. Of 20 comparisons "
        "without any real change one is called significant.");
    addNotes(table, symbolNotes(table));
  }
  return table;
}

Table contributionsTable(const Pack& pack, const std::string& measure) {
  Table table = tableOf(pack, measure, "contributions", "What makes up the change");
  table.columns = {{"Measure", false},
                   {"Period", false},
                   {"Compared with", false},
                   {"Breakdown", false},
                   {"Group", false},
                   {"Adds to the change", true},
                   {"Of it by its own rate", true},
                   {"Of it by its weight", true}};
  bool any_rate = false;
  for (const series::Analysed* each : measuresFor(pack, measure)) {
    const series::MeasureInfo& info = each->series.info;
    for (const series::Contribution& contribution : each->contributions) {
      any_rate = any_rate || (contribution.is_rate && !contribution.parts.empty());
      const int decimals = contribution.is_rate ? info.decimals + 1 : info.decimals;
      const auto part = [&](double value) {
        return signedCell(contribution.is_rate
                              ? Cell::of(value)
                              : Cell::missing(series::Symbol::NotApplicable, "a number of things has no rate"),
                          decimals);
      };
      for (const series::ContributionPart& one : contribution.parts) {
        table.rows.push_back({measureCell(info), textCell(rangeOf(contribution.months)),
                              textCell(rangeOf(contribution.before_months)),
                              textCell(labelOf(info, contribution.breakdown)), textCell(one.group),
                              signedCell(Cell::of(one.change), decimals), part(one.rate), part(one.mix)});
      }
    }
  }
  if (!table.rows.empty()) {
    table.notes.emplace_back(
        "Within a breakdown the groups add up to the change of the force. The largest stand first.");
  }
  if (any_rate) {
    table.notes.emplace_back(
        "Of a share, mean or rate: what a group adds by its own rate, and what by its weight in the whole, measured "
        "from the force's (Kitagawa 1955). Rounded parts may differ from their sum in the last digit.");
  }
  const bool any_count = std::any_of(table.rows.begin(), table.rows.end(), [](const std::vector<TableCell>& row) {
    return !std::get<Cell>(row.back().content).has();
  });
  if (any_count) {
    table.notes.emplace_back("[z] means not applicable: what counts things has no rate.");
  }
  return table;
}

Table forecastsTable(const Pack& pack, const std::string& measure) {
  Table table = tableOf(pack, measure, "forecasts", "The financial year, if months go on as they did");
  table.columns = {{"Measure", false},
                   {"Financial year", false},
                   {"So far", true},
                   {"Months left", true},
                   {"Forecast", true},
                   {"Lower end of the 95% interval", true},
                   {"Upper end of the 95% interval", true}};
  for (const series::Analysed* each : measuresFor(pack, measure)) {
    const series::Forecast& forecast = each->force().forecast;
    if (!forecast.available) {
      continue;
    }
    const int decimals = each->series.info.decimals;
    table.rows.push_back({measureCell(each->series.info), textCell(forecast.year.last.financialYearName()),
                          valueCell(Cell::of(forecast.so_far), decimals), countCell(forecast.months_left, ""),
                          valueCell(Cell::of(forecast.value), decimals), valueCell(Cell::of(forecast.lower), decimals),
                          valueCell(Cell::of(forecast.upper), decimals)});
  }
  if (!table.rows.empty()) {
    table.notes.emplace_back(
        "The year so far and, for the months left, exponential smoothing of the level with the season of the months. "
        "It "
        "says nothing of what will be done. What does not add up to a year, has fewer than 36 months on end with a "
        "value "
        "since the latest break, or averages under 5 a month has no forecast.");
  }
  return table;
}

Table levelsTable(const Pack& pack, const std::string& measure) {
  Table table = tableOf(pack, measure, "levels", "Season and changes of level");
  table.columns = {{"Measure", false}, {"Season", false}, {"Changes of the monthly level", false}};
  for (const series::Analysed* each : measuresFor(pack, measure)) {
    const series::GroupAnalysis& force = each->force();
    if (!force.season.tested && !force.change_points.tested) {
      continue;
    }
    const std::string season = findings::seasonSentence(*each);
    const std::string changes = base::join(findings::changePointSentences(*each), " ");
    std::string no_season = "No strong season.";
    if (!force.season.tested) {
      no_season = "Not tested: " + force.season.reason + ".";
    }
    table.rows.push_back({measureCell(each->series.info), textCell(season.empty() ? no_season : season),
                          textCell(changes.empty() ? "None found." : changes)});
  }
  if (!table.rows.empty()) {
    table.notes.emplace_back(
        "Season: strength of seasonality and the Kruskal-Wallis test, of 36 months or more. Levels: least squares, "
        "each of nine months or more; a series that drifts has no month with which a change "
        "begins. An order against an event says nothing of its cause.");
  }
  return table;
}

MeasureNotes measureNotes(const Pack& pack, const series::Analysed& measure) {
  const std::vector<base::Month>& months = measure.series.months;
  MeasureNotes notes;
  notes.target = findings::targetSentence(measure, measure.series.toldFor(pack.month));
  notes.reporting = findings::reportingWords(measure, pack.month);
  const std::string rejected = findings::rejectedSentence(measure.series, measure.series.toldFor(pack.month));
  notes.reporting += (notes.reporting.empty() || rejected.empty() ? "" : " ") + rejected;
  if (!months.empty()) {
    notes.events = base::join(findings::eventSentences(measure, {months.front(), pack.month}), " ");
  }
  return notes;
}

}  // namespace boardpack::paper
