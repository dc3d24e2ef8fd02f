#pragma once
#include "series/analysis.hpp"

#include <string>

namespace boardpack::findings {

/// Words in plain British English, made from the figures: tables, papers, chart titles and alternative texts all take
/// them from here, so they cannot disagree. No cause is ever claimed.

/// A value with its unit as a sentence needs it: "1,264", "11.3%", "8.9 minutes"; "not available" and the like.
std::string valueWords(const series::MeasureInfo& info, const series::Cell& cell);
/// A cell of a table: "1,264", "11.3", or the symbol.
std::string cellText(const series::Cell& cell, int decimals);
/// "up 395 (45.5%)", "down 1,796 (2.4%)", "unchanged"; percentage points for a share.
std::string changeWords(const series::MeasureInfo& info, const series::Comparison& comparison);
/// The latest month's variation: "No special cause", "Special cause, concern: above the upper limit", "No limits: fewer
/// than 12 months".
std::string variationWords(const series::GroupAnalysis& analysis);
std::string specialCauseWords(const series::PointClass& point);
/// "the 12 months to December 2025", "December 2025", "April to December 2025".
std::string periodWords(series::Window window, base::Month month);
/// One or two sentences on a measure at a month, for a paper: value, change on the year before, variation.
std::string measureSentence(const series::Analysed& measure, base::Month month);

}  // namespace boardpack::findings
