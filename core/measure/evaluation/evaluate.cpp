#include "measure/evaluation/evaluate.hpp"

#include "base/in_order.hpp"
#include "base/text.hpp"
#include "measure/evaluation/ask/plan_text.hpp"
#include "measure/evaluation/dependencies.hpp"
#include "measure/evaluation/events.hpp"
#include "measure/evaluation/groups/area_dates.hpp"
#include "measure/evaluation/groups/shared_groups.hpp"
#include "measure/evaluation/kinds/failed.hpp"
#include "measure/evaluation/kinds/maker.hpp"
#include "measure/evaluation/registers_applied.hpp"
#include "measure/evaluation/rejected.hpp"
#include "measure/evaluation/values/windows.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace boardpack::measure {
namespace {

using series::Series;
using series::Window;

/// Of rows without a date of their own each one counts, whatever month it belongs to.
constexpr base::MonthRange kAllMonths{base::Month(1900, 1), base::Month(2199, 11)};

/// One run: what can be made of the definitions first, then all queries, then the values.
class Evaluation {
 public:
  Evaluation(const EvaluationRequest& request, warehouse::Warehouse& warehouse,
             const std::vector<const MeasureDefinition*>& first)
      : request_(request),
        warehouse_(warehouse),
        first_shown_(request.month - (std::max(request.history_months, 1) - 1)),
        areas_(*request.force),
        order_(orderOf(first, *request.measures)),
        shared_(groupsSharedByMeasure(order_.measures, *request.measures)),
        first_made_(firstRead(order_.measures, first_shown_)),
        applied_(allApplied()),
        months_{firstMonth(), request.month},
        plan_(months_),
        day_plan_({months_.first, std::max(months_.last, boardMonth(request))}, true),
        whole_plan_(kAllMonths),
        coverage_(warehouse, months_),
        rejected_(warehouse, *request.force, {months_.first - warehouse::kCrimeMonthsBefore, boardMonth(request)}) {
    for (const MeasureDefinition* definition : order_.measures) {
      addMaker(*definition);
    }
  }

  void ask() {
    for (Plan* plan : {&plan_, &day_plan_, &whole_plan_}) {
      plan->run(warehouse_);
    }
  }
  std::vector<std::string> statements() const {
    std::vector<std::string> all;
    for (const Plan* plan : {&plan_, &day_plan_, &whole_plan_}) {
      const std::vector<std::string> own = plan->statements();
      all.insert(all.end(), own.begin(), own.end());
    }
    return all;
  }

  /// Gives what was asked for the rows that are missing from it. Once all values are there: the warehouse answers one
  /// thread at a time.
  void addRejectedRows(Series& made) {
    TablesRead tables;
    bool is_kept = false;
    for (const std::string& name : namesRead(*request_.measures->find(made.info.name))) {
      if (const Prepared* prepared = preparedOf(name)) {
        addTablesRead(*prepared, *request_.force, tables);
        const auto& snapshot = prepared->definition->snapshot;
        is_kept = is_kept || (snapshot && snapshot->is_kept);
      }
    }
    measure::addRejectedRows(made, tables, is_kept, rejected_);
  }

  /// The tables that `measure` is worked out from; one that reads others, from theirs.
  std::string planText(const std::string& measure) {
    std::set<const Combinations*> wanted;
    for (const MeasureDefinition* definition :
         orderOf({request_.measures->find(measure)}, *request_.measures).measures) {
      const auto maker = makers_.find(definition->info.name);
      if (maker != makers_.end()) {
        wanted.merge(maker->second->answers());
      }
    }
    std::vector<Plan::Made> all;
    for (const Plan* plan : {&plan_, &day_plan_, &whole_plan_}) {
      for (Plan::Made& made : plan->made()) {
        all.push_back(std::move(made));
      }
    }
    std::map<std::string, std::set<const Combinations*>> answers_of;
    for (const auto& [name, maker] : makers_) {
      if (maker->prepared() != nullptr) {
        answers_of[name] = maker->answers();
      }
    }
    return measure::planText(wanted, all, answers_of);
  }

  std::map<std::string, Series> values() {
    readPopulation();
    chooseLargest();
    const std::set<std::string> read = readByOthers(order_.measures);
    std::map<std::string, Series> finished;
    for (const std::vector<const MeasureDefinition*>& stage : stagesOf(order_.measures)) {
      std::vector<Series> made(stage.size());
      const auto work = [&](std::size_t i, std::size_t) {
        made[i] = valuesOf(*stage[i], finished);
        explainAreaDates(made[i], areas_);
        const std::set<std::string> names = namesRead(*stage[i]);
        addEvents(made[i], names, request_.registers, areas_, hasAreas(names));
        if (!read.contains(stage[i]->info.name)) {
          dropWindows(made[i]);
          dropSharedGroups(made[i]);
        }
      };
      base::inOrder(stage.size(), request_.threads, work, [&](std::size_t i) { keep(*stage[i], made[i]); });
      for (std::size_t i = 0; i < stage.size(); ++i) {
        finished.emplace(stage[i]->info.name, std::move(made[i]));
      }
    }
    if (first_made_ < first_shown_) {
      for (const MeasureDefinition* definition : order_.measures) {
        Series& made = finished.at(definition->info.name);
        if (made.failure.empty()) {
          dropMonthsBefore(made, firstShownOf(definition->info.name));
        }
      }
    }
    return finished;
  }

 private:
  static base::Month boardMonth(const EvaluationRequest& request) {
    return request.board_date ? base::Month::of(*request.board_date) : request.month;
  }

  /// The plan that answers for a kind.
  Plan& planFor(const MeasureDefinition& definition) {
    if (!definition.snapshot) {
      return plan_;
    }
    return definition.snapshot->is_kept ? whole_plan_ : day_plan_;
  }

  /// Itself and all that it is made from.
  std::set<std::string> namesRead(const MeasureDefinition& definition) const {
    std::set<std::string> names;
    for (const MeasureDefinition* read : orderOf({&definition}, *request_.measures).measures) {
      names.insert(read->info.name);
    }
    return names;
  }

  /// Whether some of the measures is of rows that lie in areas, or entered by area.
  bool hasAreas(const std::set<std::string>& names) const {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      const std::vector<series::BreakdownInfo>& by = request_.measures->find(name)->info.breakdowns;
      const Prepared* prepared = preparedOf(name);
      return std::any_of(by.begin(), by.end(), [](const series::BreakdownInfo& each) { return each.is_area; }) ||
             (prepared != nullptr && liesInAreas(*prepared, *request_.force));
    });
  }

  std::optional<sdk::Date> extractedOn(const std::string& table) const {
    const auto found = request_.extracted_on.find(table);
    return found == request_.extracted_on.end() ? std::nullopt : std::optional(found->second);
  }

  const Prepared* preparedOf(const std::string& name) const {
    const auto maker = makers_.find(name);
    return maker == makers_.end() ? nullptr : maker->second->prepared();
  }

  void keep(const MeasureDefinition& definition, const Series& made) {
    const auto maker = makers_.find(definition.info.name);
    if (request_.keep == nullptr || !made.failure.empty() || maker == makers_.end()) {
      return;
    }
    for (series::KeptValue& value : maker->second->toKeep(made)) {
      request_.keep->push_back(std::move(value));
    }
  }

  /// Of the measures that do not fail by it.
  std::map<std::string, AppliedInfo> allApplied() {
    std::map<std::string, AppliedInfo> applied;
    for (const MeasureDefinition* definition : order_.measures) {
      try {
        applied.emplace(definition->info.name, appliedInfo(*definition, request_.registers));
      } catch (const sdk::Error& error) {
        order_.failures.emplace(definition->info.name, error.sentence());
      }
    }
    shareReferences(order_.measures, applied);
    return applied;
  }

  base::Month firstMonth() const {
    base::Month first = first_made_ - (kMrtMonths - 1);
    for (const auto& [name, applied] : applied_) {
      first = std::min(first, firstNeeded(applied.info, applied.waves, applied.compare, first_made_, request_.month));
    }
    return first;
  }

  void addMaker(const MeasureDefinition& definition) {
    const std::string& name = definition.info.name;
    if (order_.failures.contains(name)) {
      return;
    }
    try {
      std::unique_ptr<Maker> maker =
          makerOf({definition, *request_.measures, applied_.at(name), sharedWith(name), *request_.force},
                  sourcesOf(definition));
      maker->ask();
      makers_.emplace(name, std::move(maker));
    } catch (const sdk::Error& error) {
      order_.failures.emplace(name, error.sentence());
    }
  }

  /// The groups of derived measures, before any of their parts is broken down by them.
  void chooseLargest() {
    for (const auto& [name, shared] : shared_) {
      const auto maker = makers_.find(name);
      for (const SharedGroups& each : shared) {
        if (name != each.chooser || maker == makers_.end()) {
          continue;
        }
        try {
          largest_.emplace(each.id, maker->second->largest(each.id));
        } catch (const sdk::Error& error) {
          order_.failures.emplace(name, error.sentence());
        }
      }
    }
  }

  const std::vector<SharedGroups>& sharedWith(const std::string& name) const {
    static const std::vector<SharedGroups> none;
    const auto found = shared_.find(name);
    return found == shared_.end() ? none : found->second;
  }

  Sources sourcesOf(const MeasureDefinition& definition) {
    return {.plan = planFor(definition),
            .coverage = coverage_,
            .areas = areas_,
            .population = population_,
            .largest = largest_,
            .registers = request_.registers,
            .months = months_,
            .first_made = first_made_,
            .first_shown = first_shown_,
            .as_of = asOf(request_.board_date, request_.extracted_on, request_.month),
            .board_date = request_.board_date,
            .extracted_on = extractedOn(definition.rows.table)};
  }

  /// Only a rate needs it.
  void readPopulation() {
    const bool is_needed = std::any_of(makers_.begin(), makers_.end(), [](const auto& maker) {
      const Prepared* prepared = maker.second->prepared();
      return prepared != nullptr && prepared->definition->info.nature.is_rate;
    });
    if (is_needed) {
      population_.emplace(warehouse_.population(), *request_.force, areas_);
    }
  }

  Series valuesOf(const MeasureDefinition& definition, const std::map<std::string, Series>& finished) {
    const std::string& name = definition.info.name;
    const auto failure = order_.failures.find(name);
    if (failure != order_.failures.end()) {
      return failed(definition, failure->second);
    }
    try {
      return makers_.at(name)->series(finished);
    } catch (const sdk::Error& error) {
      return failed(definition, error.sentence());
    }
  }

  base::Month firstShownOf(const std::string& name) const {
    const auto maker = makers_.find(name);
    return maker == makers_.end()
               ? first_shown_
               : maker->second->firstShown([this](const std::string& read) { return firstShownOf(read); });
  }

  Series failed(const MeasureDefinition& definition, const std::string& sentence) {
    return failedSeries(definition, sentence, coverage_, first_shown_, request_.month);
  }

  const EvaluationRequest& request_;
  warehouse::Warehouse& warehouse_;
  base::Month first_shown_;
  Areas areas_;
  Order order_;
  std::map<std::string, std::vector<SharedGroups>> shared_;  ///< by the measures that are parts of derived ones
  LargestOfShared largest_;
  base::Month first_made_;  ///< derived measures may read months before the first shown one
  std::map<std::string, AppliedInfo> applied_;
  base::MonthRange months_;
  Plan plan_;
  Plan day_plan_;    ///< of snapshots: to the board's day, by day
  Plan whole_plan_;  ///< of snapshots that are kept: every row
  Coverage coverage_;
  RejectedLedger rejected_;
  std::optional<Population> population_;
  std::map<std::string, std::unique_ptr<Maker>> makers_;
};

}  // namespace

std::vector<Series> evaluate(const EvaluationRequest& request, warehouse::Warehouse& warehouse) {
  std::vector<const MeasureDefinition*> first;
  for (const std::string& name : request.wanted) {
    if (const MeasureDefinition* definition = request.measures->find(name)) {
      first.push_back(definition);
    }
  }
  Evaluation evaluation(request, warehouse, first);
  evaluation.ask();
  std::map<std::string, Series> finished = evaluation.values();
  std::vector<Series> wanted;
  wanted.reserve(request.wanted.size());
  for (std::size_t i = 0; i < request.wanted.size(); ++i) {
    const std::string& name = request.wanted[i];
    const auto found = finished.find(name);
    if (found == finished.end()) {
      wanted.push_back(unknownSeries(name, *request.measures, request.month));
      continue;
    }
    dropWindows(found->second);
    dropSharedGroups(found->second);
    evaluation.addRejectedRows(found->second);
    const auto rest = request.wanted.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const bool again = std::find(rest, request.wanted.end(), name) != request.wanted.end();
    wanted.push_back(again ? found->second : std::move(found->second));
  }
  return wanted;
}

std::vector<std::string> statementsOf(const MeasureDefinition& definition, const EvaluationRequest& request,
                                      warehouse::Warehouse& warehouse) {
  Evaluation evaluation(request, warehouse, {&definition});
  evaluation.ask();
  return evaluation.statements();
}

std::string planText(const std::string& measure, const EvaluationRequest& request, warehouse::Warehouse& warehouse) {
  std::vector<const MeasureDefinition*> first = {request.measures->find(measure)};
  for (const std::string& name : request.wanted) {
    const MeasureDefinition* definition = request.measures->find(name);
    if (definition != nullptr && definition != first.front()) {
      first.push_back(definition);
    }
  }
  Evaluation evaluation(request, warehouse, first);
  evaluation.ask();
  return evaluation.planText(measure);
}

}  // namespace boardpack::measure
