#pragma once
#include "measure/definition/measure_definition.hpp"

#include <boardpack/sdk/force.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// What is asked of the rows of one table. What is added up: each group and month gets one Tally. What does not add up
/// (Values, Keys) is made from the values or keys of the whole window: see entry_answer.hpp.
struct Question {
  enum class Adds { Rows, Amount, AmountAndKnown, Share, ShareOfAmount, WeightedMean, Values, Keys };
  Adds adds = Adds::Rows;
  RowSet rows;
  expression::Tree met;
  expression::Tree of;
  bool unknown_counts_as_no = false;
  expression::Tree base = nullptr;     ///< of WeightedMean: the weight of a row whose amount is known
  expression::Tree squares = nullptr;  ///< of weighted answers: the square of that
  std::string key = {};                ///< of Keys: the column
  static constexpr int kEver = -1;
  int look_back = 0;       ///< of Keys: so many months before a window are read with it; kEver: all there are
  int look_backs = 1;      ///< and so many times over: the look-back of what is looked back on
  bool knows_days = true;  ///< of Keys: the date is known to the day, not to the month alone

  bool isOfEntries() const { return adds == Adds::Values || adds == Adds::Keys; }
  /// Columns of the table that decide the answer, its date with them.
  std::vector<std::string> columnsRead() const;
  /// The Number trees that are added up.
  std::vector<expression::Tree> amounts() const;
  /// What its conditions tell rows apart by: text columns, and the prints of atoms.
  using Keys = std::set<std::string>;
  Keys keys() const;
  /// The Boolean trees that the engine computes for its conditions, by their prints.
  std::map<std::string, expression::Tree> atoms() const;
  /// The trees that are evaluated over combinations.
  std::vector<expression::Tree> conditions() const;
};

/// The questions of a definition: one, the top and bottom of a ratio, or none for a derive. Throws sdk::Error(Script)
/// when a part of a ratio cannot be one.
std::vector<Question> questionsOf(const MeasureDefinition& definition, const MeasureSet& measures);

/// The table of that name among the canonical ones and the force's own. Throws sdk::Error(Script).
const sdk::Table& tableOf(const std::string& name, const sdk::Force& force);

}  // namespace boardpack::measure
