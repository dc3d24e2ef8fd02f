#include "measure/evaluation/ask/plan.hpp"

#include "expression/atoms.hpp"

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
  if (question.isOfEntries()) {
    entries_.ask(question, breakdown_columns);
    return;
  }
  const Source source{question.rows.table, question.rows.date};
  const Keys own = keysOf(question);
  for (const expression::Tree& condition : question.conditions()) {
    for (const expression::Tree& atom : expression::atomsOf(condition)) {
      atoms_[source].emplace(expression::print(*atom), atom);
    }
  }
  for (const expression::Tree& tree : question.amounts()) {
    Amount& amount = amounts_[source][expression::print(*tree)];
    amount.tree = tree;
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
  if (question.isOfEntries()) {
    entries_.ask(question, columns);
    return;
  }
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
  entries_.run(warehouse);
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

Entries& Plan::entries(const Question& question, const std::vector<std::string>& breakdown) {
  return entries_.answer(question, breakdown);
}

std::vector<Plan::Made> Plan::made() const {
  const auto printed = [](const std::vector<expression::Tree>& trees) {
    std::vector<std::string> texts;
    for (const expression::Tree& tree : trees) {
      texts.push_back(expression::print(*tree));
    }
    return texts;
  };
  std::vector<Made> all;
  for (const Query& query : queries_) {
    const warehouse::GroupQuery asked = groupQuery(query);
    const std::size_t rows = query.combinations->table().size;
    const std::size_t keys = asked.columns.size() + asked.atoms.size();
    all.push_back({.table = asked.table,
                   .date = asked.date,
                   .months = asked.months,
                   .columns = asked.columns,
                   .conditions = printed(asked.atoms),
                   .adds = printed(asked.amounts),
                   .of = {},
                   .combinations = query.combinations->size(),
                   .rows = rows,
                   .bytes = rows * (sizeof(base::Month) + 8 + 4 * (keys + 1) + 16 * asked.amounts.size()),
                   .statements = {query.combinations->table().statement},
                   .answer = query.combinations.get()});
  }
  for (const EntryPlan::Asked& asked : entries_.asked()) {
    const warehouse::EntryTable& table = asked.entries->table;
    all.push_back({.table = asked.query.table,
                   .date = asked.query.date,
                   .months = asked.query.months,
                   .columns = asked.query.columns,
                   .conditions = printed(asked.query.atoms),
                   .adds = {},
                   .of = asked.query.amount ? expression::print(*asked.query.amount) : asked.query.key,
                   .combinations = asked.entries->combinations.size(),
                   .rows = table.size(),
                   .bytes = table.size() * 16 + table.key.size() * 4 + table.amount.size() * 8,
                   .statements = table.statements,
                   .answer = &asked.entries->combinations});
  }
  return all;
}

std::vector<std::string> Plan::statements() const {
  std::vector<std::string> found;
  for (const Query& query : queries_) {
    found.push_back(query.combinations->table().statement);
  }
  for (const EntryPlan::Asked& asked : entries_.asked()) {
    const std::vector<std::string>& statements = asked.entries->table.statements;
    found.insert(found.end(), statements.begin(), statements.end());
  }
  return found;
}

}  // namespace boardpack::measure
