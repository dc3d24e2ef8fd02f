#include "paper/supporting_tables.hpp"

#include "base/text.hpp"
#include "paper/statistics_tables.hpp"

#include <algorithm>

namespace boardpack::paper {
namespace {

TableCell text(std::string words, std::string link_measure = {}) {
  return {.content = std::move(words), .decimals = 0, .is_signed = false, .link_measure = std::move(link_measure)};
}

TableCell number(double value, int decimals = 0) {
  return {.content = series::Cell::of(value), .decimals = decimals, .is_signed = false, .link_measure = {}};
}

/// The rule set and what it looks at, or why there are no limits.
std::string limitsWords(const series::Analysed& measure) {
  if (measure.groups.empty()) {
    return "none";
  }
  const series::Limits& limits = measure.force().limits;
  if (!limits.available) {
    return "none: " + limits.reason;
  }
  std::string words = limits.rule_set;
  if (!limits.looked_at.empty()) {
    words += "; of " + limits.looked_at;
  }
  if (limits.baseline) {
    words += "; mean and limits of " + base::rangeInWords(*limits.baseline);
  }
  return words;
}

/// The method of the intervals of the measure's values.
std::string intervalWords(const series::Analysed& measure) {
  if (!measure.groups.empty()) {
    for (const std::optional<series::Interval>& interval : measure.force().intervals) {
      if (interval) {
        return "95%, " + interval->method;
      }
    }
  }
  return "";
}

/// The steps of limits; of those that have none, the whole of them.
std::vector<series::LimitsStep> stepsOf(const series::Limits& limits, const series::Series& series) {
  if (!limits.steps.empty()) {
    return limits.steps;
  }
  series::LimitsStep whole;
  whole.first = limits.first;
  whole.last = series.months.size() - 1;
  whole.points = limits.points;
  whole.mean = limits.mean;
  whole.lower = limits.lower;
  whole.upper = limits.upper;
  return {whole};
}

/// What begins a step: "the first month", "SAAB replaced, trial limits".
std::string beginWords(const series::LimitsStep& step) {
  return (step.because.empty() ? "the first month" : step.because) +
         (step.trial ? ", trial limits of fewer than 12 months" : "");
}

std::string orNone(const std::string& words) { return words.empty() ? "none" : words; }

std::string breakdownLabel(const series::MeasureInfo& info, const std::string& id) {
  for (const series::BreakdownInfo& breakdown : info.breakdowns) {
    if (breakdown.id == id) {
      return breakdown.label;
    }
  }
  return id.empty() ? "Force" : id;
}

/// "no", or by each later file the months for which it counts instead: "yes, March 2024 and June to August 2024 by A".
std::string supersededWords(const base::LoadReport& load) {
  std::vector<std::string> files;
  for (const base::LoadReport::Superseded& one : load.superseded) {
    if (std::find(files.begin(), files.end(), one.by_file) == files.end()) {
      files.push_back(one.by_file);
    }
  }
  std::vector<std::string> parts;
  for (const std::string& file : files) {
    std::vector<base::Month> months;
    for (const base::LoadReport::Superseded& one : load.superseded) {
      if (one.by_file == file) {
        months.push_back(one.month);
      }
    }
    std::sort(months.begin(), months.end());
    // A file of no months in particular, such as population, gives way as a whole.
    parts.push_back((load.covers_everything ? "everything" : base::monthsInWords(months)) + " by " + file);
  }
  return parts.empty() ? "no" : "yes, " + base::join(parts, "; ");
}

std::string coverWords(const base::LoadReport& load) {
  if (load.covers_everything) {
    return "everything";
  }
  return base::rangeInWords(load.months) +
         (load.complete_to ? ", complete to " + load.complete_to->longName() : std::string());
}

/// Limits of the control chart of each measure and group that has them.
Table limitsTable(const Pack& pack) {
  Table table;
  table.id = "control_limits";
  table.title = "Control limits, " + pack.force.name + ", " + pack.month.longName();
  table.notes = {
      "Rule set: " + ruleSet() + ".",
      "Limits are worked out on monthly values only. A measure or group that is not listed has fewer than 12 months "
      "with a value, averages fewer than 5 a month, has values that allow no limits, has no monthly figures, or "
      "failed."};
  table.columns = {{"Measure", false},    {"Breakdown", false},   {"Group", false},     {"First month", false},
                   {"Last month", false}, {"Begins with", false}, {"Of what", false},   {"Months used", true},
                   {"Mean", true},        {"Lower limit", true},  {"Upper limit", true}};
  for (const series::Analysed& measure : pack.measures) {
    const series::MeasureInfo& info = measure.series.info;
    for (std::size_t g = 0; g < measure.groups.size(); ++g) {
      const series::Limits& limits = measure.groups[g].limits;
      if (!limits.available) {
        continue;
      }
      const series::GroupSeries& group = measure.series.groups[g];
      const int decimals = info.decimals + 1;
      for (const series::LimitsStep& step : stepsOf(limits, measure.series)) {
        table.rows.push_back({text(info.title, info.name), text(breakdownLabel(info, group.breakdown)),
                              text(group.isForce() ? pack.force.name : group.group),
                              text(measure.series.months[step.first].longName()),
                              text(measure.series.months[step.last].longName()), text(beginWords(step)),
                              text(limits.looked_at.empty() ? "the monthly value" : limits.looked_at),
                              number(static_cast<double>(step.points)), number(step.mean, decimals),
                              number(step.lower, decimals), number(step.upper, decimals)});
      }
    }
  }
  return table;
}

/// Definition, note, owner, source and script of each measure.
Table notesTable(const Pack& pack) {
  Table table;
  table.id = "notes";
  table.title = "Notes: how each measure is defined";
  table.notes = {"[x] not available. [z] not applicable. [failed] the measure could not be worked out.",
                 "MRT is the 12-month rolling total, or the same ratio over 12 months. The financial year runs from "
                 "April to March."};
  table.columns = {{"Measure", false}, {"Definition", false}, {"Note", false},
                   {"Owner", false},   {"Source", false},     {"Declared in", false}};
  for (const series::Analysed& measure : pack.measures) {
    const series::MeasureInfo& info = measure.series.info;
    table.rows.push_back({text(info.title, info.name), text(info.sentence), text(orNone(info.note)),
                          text(orNone(info.owner)), text(orNone(info.source)), text(info.script)});
  }
  return table;
}

/// Target, who set it, when figures come, events, the rule set of the limits, and when a measure was last reviewed.
Table rulesTable(const Pack& pack) {
  Table table;
  table.id = "targets_and_rules";
  table.title = "Targets and rules: what each measure is judged by";
  table.columns = {{"Measure", false},
                   {"Target", false},
                   {"Reported", false},
                   {"Events", false},
                   {"Rules of control limits", false},
                   {"Interval", false},
                   {"Last reviewed", false}};
  for (const series::Analysed& measure : pack.measures) {
    const series::MeasureInfo& info = measure.series.info;
    const MeasureNotes notes = measureNotes(pack, measure);
    table.rows.push_back({text(info.title, info.name), text(orNone(notes.target)), text(orNone(notes.reporting)),
                          text(orNone(notes.events)), text(limitsWords(measure)), text(orNone(intervalWords(measure))),
                          text(info.last_reviewed.empty() ? "not said" : info.last_reviewed)});
  }
  return table;
}

/// Faults of the data that did not stop the run.
Table issuesTable(const Pack& pack) {
  Table table;
  table.id = "data_issues";
  table.title = "Data issues: what was found in the extracts";
  table.columns = {{"Kind", false}, {"Where", false}, {"What was found", false}, {"Rows", true}};
  for (const base::Issue& issue : pack.issues) {
    table.rows.push_back(
        {text(issue.kind), text(issue.subject), text(issue.sentence), number(static_cast<double>(issue.count))});
  }
  return table;
}

}  // namespace

Table filesTable(const Pack& pack) {
  Table table;
  table.id = "data_quality";
  table.title = "Data quality: the extracts that were read";
  table.notes = {
      "Rows read are rows loaded and rows rejected together, for every file. Months of an earlier extraction "
      "that a later one covers too are superseded: only the later one counts."};
  table.columns = {{"File", false},     {"Feed", false},       {"Covers", false},       {"Extracted on", false},
                   {"Rows read", true}, {"Rows loaded", true}, {"Rows rejected", true}, {"Superseded", false}};
  for (const base::LoadReport& load : pack.loads) {
    table.rows.push_back({text(load.file), text(load.feed_title), text(coverWords(load)),
                          text(load.extracted_on ? base::longDate(*load.extracted_on) : "not known"),
                          number(static_cast<double>(load.rows_read)), number(static_cast<double>(load.rows_loaded)),
                          number(static_cast<double>(load.rows_rejected)), text(supersededWords(load))});
  }
  return table;
}

const std::vector<SupportingTable>& supportingTables() {
  static const std::vector<SupportingTable> tables = {
      {"Plan coverage", [](const Pack& pack) { return planCoverage(pack); }},
      {"What changed", [](const Pack& pack) { return changesTable(pack, ""); }},
      {"What makes up changes", [](const Pack& pack) { return contributionsTable(pack, ""); }},
      {"Other forces", [](const Pack& pack) { return peersTable(pack, "", Reader::Force); }},
      {"Year to March", [](const Pack& pack) { return forecastsTable(pack, ""); }},
      {"Season and levels", [](const Pack& pack) { return levelsTable(pack, ""); }},
      {"Control limits", limitsTable},
      {"Notes", notesTable},
      {"Targets and rules", rulesTable},
      {"Data quality", filesTable},
      {"Data issues", issuesTable},
  };
  return tables;
}

std::vector<std::string> coverLines(const Pack& pack) {
  std::vector<std::string> lines{"Performance figures, " + pack.force.name + ", " + pack.month.longName(),
                                 "Figures for the " + pack.force.body + ": each measure of the " +
                                     pack.force.plan_title + " that the extracts give, by month and area."};
  if (pack.board_date) {
    lines.push_back("Date of the meeting: " + base::longDate(*pack.board_date) + ".");
  }
  lines.push_back("Latest month: " + pack.month.longName() + ".");
  lines.emplace_back("Edition: restricted. Disclosure control has not been applied; not for publication.");
  lines.emplace_back("Status: provisional. Recorded figures may change in later extracts.");
  for (const std::string& source : pack.sources) {
    lines.push_back("Source: " + source);
  }
  if (!pack.force.area_note.empty()) {
    lines.push_back(pack.force.area_note);
  }
  lines.push_back("Made by boardpack " + pack.version + ".");
  return lines;
}

}  // namespace boardpack::paper
