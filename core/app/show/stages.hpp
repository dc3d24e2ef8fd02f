#pragma once
#include "app/session.hpp"
#include "paper/pack.hpp"

#include <string>
#include <vector>

namespace boardpack::app {

/// The values of each stage as plain text: one value a line, in the order of the pack, numbers with every digit, no
/// clock and no path of the machine. Two programs that print the same text at a stage hand the same values on.

/// Every measure's definition, events and values by group, window and month, each with its marks, its numerator and
/// denominator and what is not known, or with the symbol and the reason in its place.
std::string seriesStage(const std::vector<const series::Analysed*>& measures);

/// What is said of each measure: its sentences, the words of its values and changes by group, and the titles and
/// alternative texts of its charts. `pack` has what is said once for several measures.
std::string findingsStage(const std::vector<const series::Analysed*>& measures, const paper::Pack& pack);

/// The document tree of a paper, a block or a table's row a line.
std::string paperStage(const paper::Document& document, const std::string& made_from);

/// The marks of the measures' charts, as chart::describeMarks has them; of a chart that is not drawn the reason.
std::string marksStage(const std::vector<const series::Analysed*>& measures, const paper::Pack& pack,
                       const std::filesystem::path& fonts);

}  // namespace boardpack::app
