#pragma once
#include "measure/definition/measure_definition.hpp"

#include <boardpack/sdk/force.hpp>

#include <string>
#include <vector>

namespace boardpack::measure {

/// What is added up over the rows of one table: each group and month gets one Tally.
struct Question {
  enum class Adds { Rows, Amount, AmountAndKnown, Share };
  Adds adds = Adds::Rows;
  RowSet rows;
  expression::Tree met;
  expression::Tree of;
  bool unknown_counts_as_no = false;

  /// Columns of the table that decide the answer, its date with them.
  std::vector<std::string> columnsRead() const;
  /// The trees that are evaluated over combinations.
  std::vector<expression::Tree> conditions() const;
};

/// The questions of a definition: one, the top and bottom of a ratio, or none for a derive. Throws sdk::Error(Script)
/// when a part of a ratio cannot be one.
std::vector<Question> questionsOf(const MeasureDefinition& definition, const MeasureSet& measures);

/// The table of that name among the canonical ones and the force's own. Throws sdk::Error(Script).
const sdk::Table& tableOf(const std::string& name, const sdk::Force& force);

}  // namespace boardpack::measure
