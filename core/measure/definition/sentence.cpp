#include "base/text.hpp"
#include "measure/definition/measure_definition.hpp"
#include "measure/definition/reporting_words.hpp"
#include "measure/definition/rows_words.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

std::string amountWords(const RowSet& rows, const sdk::Table* given) {
  if (!rows.amount) {
    return rowsWords(rows, given);
  }
  return "the sum of " + expression::words(*rows.amount) + " of " + rowsWords(rows, given);
}

std::string partWords(const MeasureDefinition::Part& part, const sdk::Table* given) {
  return part.rows ? amountWords(*part.rows, given) : "the measure '" + part.measure + "'";
}

/// "the set 'harm' gives each category"
std::string setWords(const MeasureDefinition::WeightSet& set) {
  std::string group = set.by;
  std::replace(group.begin(), group.end(), '_', ' ');
  return "the set '" + set.name + "' gives each " + group;
}

std::string weightWords(const MeasureDefinition& definition) {
  if (definition.weight == nullptr) {
    return "";
  }
  return definition.weight_set ? ", each row counted by the weight that " + setWords(*definition.weight_set)
                               : ", each row counted by its weight (" + expression::words(*definition.weight) + ")";
}

std::string sumWords(const MeasureDefinition& definition, const sdk::Table* table) {
  return definition.weight_set ? "The sum of the weights that " + setWords(*definition.weight_set) + ", of " +
                                     rowsWords(definition.rows, table) + ", where there is one."
                               : capitalised(amountWords(definition.rows, table)) + ", where it is known.";
}

std::string shareWords(const MeasureDefinition& definition, const sdk::Table* table) {
  std::string text = "Of " + rowsWords(definition.rows, table);
  if (definition.of) {
    text += (definition.rows.where ? ", and of these those where " : " where ") + expression::words(*definition.of);
  }
  text += ", the share where " + expression::words(*definition.met) + weightWords(definition) + "; ";
  return text + (definition.unknown_counts_as_no ? "where that is not known it counts as no."
                                                 : "rows where that is not known are left out.");
}

std::string ratioWords(const MeasureDefinition& definition, const sdk::Table* table) {
  std::string text = capitalised(partWords(definition.top, table));
  if (definition.per == 1) {
    text += ", divided by ";
  } else {
    text += ", for each " + base::formatNumber(definition.per) + " of ";
  }
  return text + partWords(definition.bottom, table) +
         ". Not a proportion: what is counted above need not be part of what is counted below.";
}

std::string rowsStanding(const RowSet& rows, const sdk::Table* given) {
  const sdk::Table* table = tableOfRows(rows, given);
  std::string text = table != nullptr ? table->row_plural : "rows of " + rows.table;
  if (rows.where) {
    text += " where " + expression::words(*rows.where);
  }
  return text;
}

// "The number of staff and work at a date where …, as at the latest day of the month that the rows give"
std::string snapshotWords(const MeasureDefinition& definition, const sdk::Table* table) {
  using Over = MeasureDefinition::Snapshot::Over;
  const RowSet& rows = definition.rows;
  std::string text =
      rows.amount ? "The sum of " + expression::words(*rows.amount) + " of " : std::string("The number of ");
  text += rowsStanding(rows, table);
  if (definition.snapshot->is_kept) {
    text += ", as they stood on the day of extraction";
  } else {
    text += definition.snapshot->until_board ? ", as at the latest day up to the board's meeting"
                                             : ", as at the latest day of the month that the rows give";
  }
  switch (definition.snapshot->over) {
    case Over::Last:
      text += "; never added up over months";
      break;
    case Over::Mean:
      text += "; over a longer period the mean of its months";
      break;
    case Over::Lowest:
      text += "; the lowest of the days within a period";
      break;
    case Over::Highest:
      text += "; the highest of the days within a period";
      break;
  }
  return text + (definition.snapshot->is_kept ? ". Each month's is kept, since it cannot be made again later." : ".");
}

std::string stateWords(const MeasureDefinition& definition) {
  if (const auto& of = definition.of_states) {
    return of->is_share ? "Of the groups of '" + of->measure + "' whose state is known, the share at " + of->state +
                              " or better."
                        : "How many groups of '" + of->measure + "' are at " + of->state + ".";
  }
  std::string text =
      "A state that people enter, from the worst to the best: " + base::join(definition.info.states, ", ") + ".";
  return definition.info.breakdowns.empty() ? text : text + " The force's is the worst of its groups.";
}

std::string kindWords(const MeasureDefinition& definition, const sdk::Table* table) {
  switch (definition.kind) {
    case MeasureKind::Count:
      return "The number of " + rowsWords(definition.rows, table) + ".";
    case MeasureKind::Sum:
      return sumWords(definition, table);
    case MeasureKind::Mean:
      return "The mean of " + expression::words(*definition.rows.amount) + " of " + rowsWords(definition.rows, table) +
             ", over those where it is known" + weightWords(definition) + ".";
    case MeasureKind::Share:
      return shareWords(definition, table);
    case MeasureKind::Rate:
      return "The number of " + rowsWords(definition.rows, table) + ", for each " + base::formatNumber(definition.per) +
             " " + definition.population_kind +
             " (the estimate of the middle of the year that the period ends in or, until that is out, the latest of "
             "the two years before).";
    case MeasureKind::Ratio:
      return ratioWords(definition, table);
    case MeasureKind::Snapshot:
      return snapshotWords(definition, table);
    case MeasureKind::State:
      return stateWords(definition);
    case MeasureKind::Figure:
      return "A number that people enter; it is worked out from no row.";
    case MeasureKind::Derive:
      return "Worked out from other measures, for each period by itself: " +
             (definition.formula ? formulaWords(*definition.formula) : base::joinWords(definition.reads)) + ".";
    case MeasureKind::Percentile:
      return quantileWords(definition, table);
    case MeasureKind::ShareOf:
      return shareOfWords(definition, table);
    case MeasureKind::Distinct:
      return distinctWords(definition, table);
    case MeasureKind::Repeats:
      return repeatsWords(definition, table);
  }
  return {};
}

const char* betterWords(series::Better better) {
  switch (better) {
    case series::Better::Lower:
      return " Lower is better.";
    case series::Better::Higher:
      return " Higher is better.";
    case series::Better::Neither:
      break;
  }
  return "";
}

}  // namespace

std::string sentenceOf(const MeasureDefinition& definition, const sdk::Table* table) {
  return kindWords(definition, table) + tellingWords(definition.info, rowOf(definition).largest) +
         betterWords(definition.info.better);
}

}  // namespace boardpack::measure
