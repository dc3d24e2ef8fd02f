#pragma once
#include "base/load_report.hpp"
#include "findings/finding.hpp"
#include "findings/shared_caveats.hpp"
#include "paper/chart.hpp"
#include "paper/table.hpp"
#include "series/analysis.hpp"

#include <boardpack/sdk/force.hpp>

#include <optional>
#include <string>
#include <vector>

namespace boardpack::paper {

struct PillarSection {
  std::string id;
  std::string title;                  ///< as a heading: "Objective 4: Working together to make Cleveland safer"
  std::vector<std::string> measures;  ///< names
};

/// What is found of one measure, and how it is worded.
struct MeasureFindings {
  std::string measure, title;
  std::vector<std::string> words;  ///< the sentences of a paper, what several measures share not among them
  std::vector<findings::Finding> findings;
};

/// All that the writers of one pack read. Everything in it was computed before; writers compute nothing.
struct Pack {
  sdk::Force force;
  base::Month month;
  std::optional<sdk::Date> board_date;
  std::vector<PillarSection> pillars;
  std::vector<series::Analysed> measures;  ///< in order of pillar, each once
  std::vector<Chart> charts;
  findings::SharedCaveats shared;         ///< what is said once for several measures
  std::vector<MeasureFindings> findings;  ///< of each of `measures`, in their order
  std::vector<base::LoadReport> loads;
  std::vector<base::Issue> issues;
  std::vector<std::string> sources;              ///< credits, a sentence each
  std::vector<series::PlanItem> plan_items;      ///< below the force's plan, as the workspace keeps them
  std::vector<series::PlanUpdate> plan_updates;  ///< the earliest first
  std::string engine;                            ///< name and version of the warehouse's engine
  std::string version;                           ///< of the program

  const series::Analysed* find(const std::string& measure) const;
  const PillarSection* pillar(const std::string& id) const;
};

/// The measures' titles, month, same month last year, MRT, previous MRT, change, per cent and variation in words: of
/// one pillar, or of all with `pillar` empty.
Table scorecard(const Pack& pack, const std::string& pillar);
/// What a months table holds at the most; 0 is no limit.
struct MonthsTableSize {
  std::size_t months = 0;   ///< the latest
  std::size_t columns = 0;  ///< whole breakdowns that would pass it are left out, and a note says so
};
/// Months down (newest last), force, rolling total and the groups of its breakdowns across, for one measure, over its
/// shortest window; title and headings say which when it is not the month.
Table monthsTable(const Pack& pack, const series::Analysed& measure, const MonthsTableSize& most = {});
/// Plan pillar, outcome, commitment and the measures that serve each, with their latest month and the latest update; a
/// last column names outcomes without a measure, measures without data and commitments without an update. A measure
/// stands in every row that it serves. Without `knows_data` no extract was read, and months are left out.
Table planCoverage(const Pack& pack, bool knows_data = true);
/// The rule set of the limits of this pack, named in every output.
std::string ruleSet();
/// The charts of every measure by its specs, with titles, captions and alternative texts.
std::vector<Chart> chartsOf(const Pack& pack);

}  // namespace boardpack::paper
