#pragma once
#include "measure/evaluation/ask/combinations.hpp"
#include "measure/evaluation/ask/entry_plan.hpp"
#include "measure/evaluation/ask/question.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// Which group queries answer the questions of all measures: one for each table, date and set of columns. A set of
/// columns that lies within another of at most four shares its query, so that few measures add a scan of their own.
class Plan {
 public:
  /// `by_day`: answers tell days apart, not months alone.
  explicit Plan(base::MonthRange months, bool by_day = false) : months_(months), by_day_(by_day), entries_(months) {}

  /// Asks for a question's answer in whole and by the values of each column of `breakdown_columns`. Before run().
  void ask(const Question& question, const std::vector<std::string>& breakdown_columns);
  /// The same by the values of several columns together.
  void askTogether(const Question& question, const std::vector<std::string>& columns);
  /// Puts the queries to the warehouse.
  void run(warehouse::Warehouse& warehouse);
  /// The answer that tells the values of these columns apart. After run().
  Combinations& answer(const Question& question, const std::vector<std::string>& breakdown);
  /// The same of a question of values or keys.
  Entries& entries(const Question& question, const std::vector<std::string>& breakdown);
  /// One table that the engine made. After run().
  struct Made {
    std::string table;
    std::string date;
    base::MonthRange months;
    std::vector<std::string> columns;
    std::vector<std::string> conditions;  ///< made true or false by the engine
    std::vector<std::string> adds;        ///< amounts added up
    std::string of;                       ///< of values or keys: the amount or column; else ""
    std::size_t combinations = 0;         ///< distinct, whatever the month
    std::size_t rows = 0;
    std::size_t bytes = 0;  ///< about
    std::vector<std::string> statements;
    const Combinations* answer = nullptr;  ///< by which a question's table is known
  };
  std::vector<Made> made() const;
  /// What the engine was asked, each statement once, in a fixed order. After run().
  std::vector<std::string> statements() const;

 private:
  struct Source {
    std::string table;
    std::string date;
    auto operator<=>(const Source&) const = default;
  };
  using Keys = std::set<std::string>;  ///< column names and atoms' prints
  struct Query {
    Source source;
    Keys keys;
    std::unique_ptr<Combinations> combinations;
  };

  static Keys keysOf(const Question& question);
  warehouse::GroupQuery groupQuery(const Query& query) const;
  /// The query of the fewest columns that holds `keys`; nullptr when none does.
  const Query* smallestHolding(const Source& source, const Keys& keys) const;
  void gatherQueries();

  base::MonthRange months_;
  bool by_day_ = false;
  std::map<Source, std::set<Keys>> asked_;
  std::map<Source, std::map<std::string, expression::Tree>> atoms_;
  struct Amount {
    expression::Tree tree;
    std::set<Keys> keys;  ///< of the questions that add it up, without their breakdowns
  };
  std::map<Source, std::map<std::string, Amount>> amounts_;
  std::vector<Query> queries_;
  EntryPlan entries_;
};

}  // namespace boardpack::measure
