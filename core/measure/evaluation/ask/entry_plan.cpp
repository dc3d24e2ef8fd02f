#include "measure/evaluation/ask/entry_plan.hpp"

#include "expression/atoms.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

/// An entry's query has a row an entry whatever it is told apart by, so more columns than a group query's may share
/// one; past this the combinations come near the rows.
constexpr std::size_t kMostKeys = 8;

/// Before any data.
constexpr base::Month kBeginning{1900, 1};

bool holds(const std::set<std::string>& whole, const std::set<std::string>& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

}  // namespace

EntryPlan::Source EntryPlan::sourceOf(const Question& question) {
  const bool is_key = question.adds == Question::Adds::Keys;
  return {.table = question.rows.table,
          .date = question.rows.date,
          .of = is_key ? question.key : expression::print(*question.rows.amount),
          .is_key = is_key};
}

EntryPlan::Keys EntryPlan::keysOf(const Question& question, const std::vector<std::string>& breakdown_columns) {
  Keys keys(breakdown_columns.begin(), breakdown_columns.end());
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

void EntryPlan::ask(const Question& question, const std::vector<std::string>& breakdown_columns) {
  Wanted& wanted =
      wanted_
          .emplace(
              sourceOf(question),
              Wanted{.sets = {}, .questions = {}, .atoms = {}, .amount = question.rows.amount, .first = months_.first})
          .first->second;
  for (const expression::Tree& condition : question.conditions()) {
    for (const expression::Tree& atom : expression::atomsOf(condition)) {
      wanted.atoms.emplace(expression::print(*atom), atom);
    }
  }
  const bool is_of_all = question.adds == Question::Adds::Keys && question.look_back == Question::kEver;
  wanted.first =
      std::min(wanted.first, is_of_all ? kBeginning : months_.first - question.look_backs * question.look_back);
  const Keys keys = keysOf(question, breakdown_columns);
  wanted.sets.insert(keys);
  wanted.questions.push_back(keys);
}

void EntryPlan::gatherQueries() {
  for (const auto& [source, wanted] : wanted_) {
    std::vector<Keys> largest_first(wanted.sets.begin(), wanted.sets.end());
    std::stable_sort(largest_first.begin(), largest_first.end(),
                     [](const Keys& a, const Keys& b) { return a.size() > b.size(); });
    const std::size_t begin = queries_.size();
    for (const Keys& keys : largest_first) {
      const auto shared =
          std::find_if(queries_.begin() + static_cast<std::ptrdiff_t>(begin), queries_.end(), [&](const Query& query) {
            Keys all = query.keys;
            all.insert(keys.begin(), keys.end());
            return all.size() <= std::max(kMostKeys, query.keys.size());
          });
      if (shared == queries_.end()) {
        queries_.push_back({.source = source, .keys = keys, .entries = nullptr});
      } else {
        shared->keys.insert(keys.begin(), keys.end());
      }
    }
  }
}

warehouse::EntryQuery EntryPlan::entryQuery(const Query& query) const {
  const Wanted& wanted = wanted_.at(query.source);
  warehouse::EntryQuery asked{.table = query.source.table,
                              .date = query.source.date,
                              .months = {wanted.first, months_.last},
                              .columns = {},
                              .atoms = {},
                              .amount = query.source.is_key ? nullptr : wanted.amount,
                              .key = query.source.is_key ? query.source.of : std::string()};
  for (const std::string& key : query.keys) {
    const auto atom = wanted.atoms.find(key);
    if (atom == wanted.atoms.end()) {
      asked.columns.push_back(key);
    } else {
      asked.atoms.push_back(atom->second);
    }
  }
  return asked;
}

void EntryPlan::run(warehouse::Warehouse& warehouse) {
  gatherQueries();
  for (Query& query : queries_) {
    const warehouse::EntryQuery asked = entryQuery(query);
    warehouse::EntryTable table = warehouse.entries(asked);
    const warehouse::GroupQuery told_apart{.table = asked.table,
                                           .date = asked.date,
                                           .months = asked.months,
                                           .columns = asked.columns,
                                           .atoms = asked.atoms,
                                           .amounts = {}};
    warehouse::GroupTable combinations = std::move(table.combinations);
    query.entries.reset(
        new Entries{.combinations = Combinations(told_apart, std::move(combinations)), .table = std::move(table)});
  }
}

Entries& EntryPlan::answer(const Question& question, const std::vector<std::string>& breakdown_columns) {
  const Source source = sourceOf(question);
  const Keys keys = keysOf(question, breakdown_columns);
  const auto found = std::find_if(queries_.begin(), queries_.end(), [&](const Query& query) {
    return query.source == source && holds(query.keys, keys);
  });
  return *found->entries;
}

std::vector<EntryPlan::Asked> EntryPlan::asked() const {
  std::vector<Asked> all;
  for (const Query& query : queries_) {
    const std::vector<Keys>& questions = wanted_.at(query.source).questions;
    const auto count =
        std::count_if(questions.begin(), questions.end(), [&](const Keys& keys) { return holds(query.keys, keys); });
    all.push_back(
        {.query = entryQuery(query), .questions = static_cast<std::size_t>(count), .entries = query.entries.get()});
  }
  return all;
}

}  // namespace boardpack::measure
