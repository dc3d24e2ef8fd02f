#include "measure/evaluation/plan.hpp"

#include "expression/evaluate.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

/// A query of more columns has too many combinations to be worth sharing.
constexpr std::size_t kMostSharedKeys = 4;

bool holds(const std::set<std::string>& whole, const std::set<std::string>& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

}  // namespace

Plan::Keys Plan::keysOf(const Question& question) {
  Keys keys;
  for (const expression::Tree& condition : question.conditions()) {
    for (std::string& column : expression::textColumnsOf(condition)) {
      keys.insert(std::move(column));
    }
    for (const expression::Tree& atom : expression::atomsOf(condition)) {
      keys.insert(expression::print(*atom));
    }
  }
  return keys;
}

void Plan::ask(const Question& question, const std::vector<std::string>& breakdown_columns) {
  const Source source{question.rows.table, question.rows.date};
  const Keys own = keysOf(question);
  for (const expression::Tree& condition : question.conditions()) {
    for (const expression::Tree& atom : expression::atomsOf(condition)) {
      atoms_[source].emplace(expression::print(*atom), atom);
    }
  }
  if (question.rows.amount != nullptr && question.adds != Question::Adds::Rows) {
    Amount& amount = amounts_[source][expression::print(*question.rows.amount)];
    amount.tree = question.rows.amount;
    amount.keys.insert(own);
  }
  Keys all = own;
  all.insert(breakdown_columns.begin(), breakdown_columns.end());
  if (all.size() <= kMostSharedKeys || breakdown_columns.size() <= 1) {
    asked_[source].insert(all);
    return;
  }
  for (const std::string& column : breakdown_columns) {
    Keys keys = own;
    keys.insert(column);
    asked_[source].insert(std::move(keys));
  }
}

void Plan::askTogether(const Question& question, const std::vector<std::string>& columns) {
  ask(question, {});
  Keys keys = keysOf(question);
  keys.insert(columns.begin(), columns.end());
  asked_[Source{question.rows.table, question.rows.date}].insert(std::move(keys));
}

void Plan::gatherQueries() {
  for (const auto& [source, sets] : asked_) {
    std::vector<Keys> largest_first(sets.begin(), sets.end());
    std::stable_sort(largest_first.begin(), largest_first.end(),
                     [](const Keys& a, const Keys& b) { return a.size() > b.size(); });
    for (const Keys& keys : largest_first) {
      const bool is_shared = std::any_of(queries_.begin(), queries_.end(), [&](const Query& query) {
        return query.source == source && query.keys.size() <= kMostSharedKeys && holds(query.keys, keys);
      });
      if (!is_shared) {
        queries_.push_back({.source = source, .keys = keys, .combinations = nullptr});
      }
    }
  }
}

warehouse::GroupQuery Plan::groupQuery(const Query& query) const {
  warehouse::GroupQuery asked{.table = query.source.table,
                              .date = query.source.date,
                              .months = months_,
                              .columns = {},
                              .atoms = {},
                              .amounts = {},
                              .by_day = by_day_};
  const auto atoms = atoms_.find(query.source);
  for (const std::string& key : query.keys) {
    const bool is_atom = atoms != atoms_.end() && atoms->second.contains(key);
    if (is_atom) {
      asked.atoms.push_back(atoms->second.at(key));
    } else {
      asked.columns.push_back(key);
    }
  }
  const auto amounts = amounts_.find(query.source);
  if (amounts != amounts_.end()) {
    for (const auto& [name, amount] : amounts->second) {
      const bool is_added = std::any_of(amount.keys.begin(), amount.keys.end(),
                                        [&](const Keys& keys) { return holds(query.keys, keys); });
      if (is_added) {
        asked.amounts.push_back(amount.tree);
      }
    }
  }
  return asked;
}

void Plan::run(warehouse::Warehouse& warehouse) {
  gatherQueries();
  for (Query& query : queries_) {
    const warehouse::GroupQuery asked = groupQuery(query);
    query.combinations = std::make_unique<Combinations>(asked, warehouse.group(asked));
  }
}

const Plan::Query* Plan::smallestHolding(const Source& source, const Keys& keys) const {
  const Query* best = nullptr;
  for (const Query& query : queries_) {
    const bool is_better = best == nullptr || query.keys.size() < best->keys.size();
    if (query.source == source && holds(query.keys, keys) && is_better) {
      best = &query;
    }
  }
  return best;
}

Combinations& Plan::answer(const Question& question, const std::vector<std::string>& breakdown) {
  Keys keys = keysOf(question);
  keys.insert(breakdown.begin(), breakdown.end());
  return *smallestHolding({question.rows.table, question.rows.date}, keys)->combinations;
}

std::vector<std::string> Plan::statements() const {
  std::vector<std::string> found;
  for (const Query& query : queries_) {
    found.push_back(query.combinations->table().statement);
  }
  return found;
}

}  // namespace boardpack::measure
