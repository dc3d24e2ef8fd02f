#pragma once
#include "measure/evaluation/ask/combinations.hpp"
#include "measure/evaluation/ask/query_entries.hpp"
#include "measure/evaluation/ask/question.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// Which queries answer the questions of all measures. What adds up is grouped: one query for each table, date and set
/// of columns, and a set that lies within another of at most four shares its query, so that few measures add a scan of
/// their own. Values and keys are answered by entries: one query for each table, date and key (or amount), over all
/// columns that tell rows apart for them, as long as these are not too many.
class Plan {
 public:
  /// `by_day`: group answers tell days apart, not months alone.
  explicit Plan(base::MonthRange months, bool by_day = false) : months_(months), by_day_(by_day) {}

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
  using Keys = Question::Keys;
  struct Source {
    bool is_of_entries = false;
    std::string table;
    std::string date;
    std::string of;  ///< of entries: the key, or the amount as it prints
    bool is_key = false;
    auto operator<=>(const Source&) const = default;
  };
  struct Amount {
    expression::Tree tree;
    std::set<Keys> keys;  ///< of the questions that add it up, without their breakdowns
  };
  /// What is asked of one source.
  struct Asked {
    std::set<Keys> sets;
    std::map<std::string, expression::Tree> atoms;
    std::map<std::string, Amount> amounts;  ///< added up
    expression::Tree amount;                ///< whose values are the entries
    base::Month first;                      ///< of the months that entries are read of
  };
  struct Query {
    Source source;
    Keys keys;
    std::unique_ptr<Combinations> combinations;  ///< what adds up
    std::unique_ptr<Entries> entries;            ///< values or keys
  };

  static Source sourceOf(const Question& question);
  /// Asks for all of a question but the sets of columns that its rows are told apart by.
  Asked& askedFor(const Question& question);
  void gatherQueries();
  Query* sharedQuery(const Source& source, const Keys& keys);
  warehouse::GroupQuery groupQuery(const Query& query) const;
  warehouse::EntryQuery entryQuery(const Query& query) const;
  /// The query that answers what is told apart by `keys`: of what adds up the one of the fewest columns.
  const Query& holding(const Question& question, const std::vector<std::string>& breakdown) const;

  base::MonthRange months_;
  bool by_day_ = false;
  std::map<Source, Asked> asked_;
  std::vector<Query> queries_;
};

}  // namespace boardpack::measure
