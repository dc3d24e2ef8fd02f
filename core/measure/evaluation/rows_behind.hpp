#pragma once
#include "measure/definition/measure_definition.hpp"
#include "measure/evaluation/rows_asked.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/force.hpp>

#include <string>
#include <vector>

namespace boardpack::measure {

/// What rows are to a figure. Rows are put into groups and kinds here by the same rules as they are counted by; a test
/// compares the two.
enum class RowPart {
  Counted,     ///< its numerator; of what adds no condition up, all it is made of
  BaseOnly,    ///< in the denominator of a share alone
  Base,        ///< all that the condition of a share is put to
  NotCounted,  ///< in neither
  Unknown,     ///< left out, since something of them is not known
  Repeats      ///< rows that count as repeats of a key
};

/// Rows of one part, and how they are asked for.
struct RowsOfPart {
  RowPart part;
  std::string words;  ///< after their number: "counted", "whose amount is not known, so left out"
  warehouse::RowQuery query;
};

/// The rows of one table as one measure looks at them.
struct RowSection {
  std::string heading;  ///< "Rows of crimes (robbery)"; the whole of it for what has no rows
  std::vector<RowsOfPart> rows;
};

/// The rows behind a figure: those that count, those that do not, those where it is not known; of a share, a ratio or a
/// derive those of each part. The numbers of rows are the exact parts of the figure.
std::vector<RowSection> rowsBehind(const MeasureDefinition& definition, const MeasureSet& set, const RowsAsked& asked,
                                   const sdk::Force& force);

}  // namespace boardpack::measure
