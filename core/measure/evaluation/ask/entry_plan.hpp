#pragma once
#include "measure/evaluation/ask/combinations.hpp"
#include "measure/evaluation/ask/question.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The answer to one query of values or keys: conditions are evaluated on its combinations, never on entries.
struct Entries {
  Combinations combinations;
  warehouse::EntryTable table;  ///< `combinations` of it has moved
};

/// Which queries answer the questions of values and keys of all measures: one for each table, date and key (or amount),
/// over all columns that tell rows apart for them, as long as these are not too many.
class EntryPlan {
 public:
  explicit EntryPlan(base::MonthRange months) : months_(months) {}

  void ask(const Question& question, const std::vector<std::string>& breakdown_columns);
  void run(warehouse::Warehouse& warehouse);
  /// The answer that tells the breakdown's columns apart. After run().
  Entries& answer(const Question& question, const std::vector<std::string>& breakdown_columns);

  /// One query as it was asked, for `explain`.
  struct Asked {
    warehouse::EntryQuery query;
    std::size_t questions = 0;  ///< that it answers
    const Entries* entries = nullptr;
  };
  std::vector<Asked> asked() const;

 private:
  struct Source {
    std::string table;
    std::string date;
    std::string of;  ///< the key, or the amount as it prints
    bool is_key = false;
    auto operator<=>(const Source&) const = default;
  };
  using Keys = std::set<std::string>;  ///< column names and atoms' prints
  struct Query {
    Source source;
    Keys keys;
    std::unique_ptr<Entries> entries;
  };
  struct Wanted {
    std::set<Keys> sets;
    std::vector<Keys> questions;  ///< one a question and breakdown
    std::map<std::string, expression::Tree> atoms;
    expression::Tree amount;
    base::Month first;
  };

  static Source sourceOf(const Question& question);
  static Keys keysOf(const Question& question, const std::vector<std::string>& breakdown_columns);
  warehouse::EntryQuery entryQuery(const Query& query) const;
  void gatherQueries();

  base::MonthRange months_;
  std::map<Source, Wanted> wanted_;
  std::vector<Query> queries_;
};

}  // namespace boardpack::measure
