#pragma once
#include "measure/definition/measure_definition.hpp"
#include "series/register.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/force.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

struct EvaluationRequest {
  base::Month month;                            ///< the pack's
  int history_months = series::kHistoryMonths;  ///< at the most, before and with the pack's month
  const sdk::Force* force = nullptr;
  const MeasureSet* measures = nullptr;
  const series::Registers* registers = nullptr;  ///< what people keep by hand; nullptr: nothing
  std::optional<sdk::Date> board_date;           ///< snapshots may stand at a day up to it
  /// By table, the day that all of its counted rows were extracted on; none where that is not known or not one day.
  std::map<std::string, sdk::Date> extracted_on;
  /// What the run should keep of snapshots whose past cannot be rebuilt is added here; nullptr: it is not asked for.
  std::vector<series::KeptValue>* keep = nullptr;
  std::size_t threads = 1;          ///< that work out values; no figure depends on it
  std::vector<std::string> wanted;  ///< names; what they read is computed too, but not returned
};

/// The series of the wanted measures, in that order. A measure that fails gives a series with `failure`; the rest go
/// on. Throws sdk::Error only when the warehouse itself fails.
std::vector<series::Series> evaluate(const EvaluationRequest& request, warehouse::Warehouse& warehouse);

/// The statements the engine is asked for a measure, for `explain`.
std::vector<std::string> statementsOf(const MeasureDefinition& definition, const EvaluationRequest& request,
                                      warehouse::Warehouse& warehouse);

/// For `explain --plan`, in plain text: the tables made for the wanted measures that `measure` is worked out from, with
/// their columns, sizes and statements, and which other measures share each.
std::string planText(const std::string& measure, const EvaluationRequest& request, warehouse::Warehouse& warehouse);

}  // namespace boardpack::measure
