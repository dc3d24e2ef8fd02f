#include "measure/evaluation/ask/plan.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

/// A group query of more columns has too many combinations to be worth sharing.
constexpr std::size_t kMostSharedKeys = 4;

/// An entry's query has a row an entry whatever its rows are told apart by, so more columns than a group query's may
/// share one; past this the combinations come near the rows.
constexpr std::size_t kMostEntryKeys = 8;

/// Before any data.
constexpr base::Month kBeginning{1900, 1};

using Keys = Question::Keys;

bool holds(const Keys& whole, const Keys& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

Keys joined(Keys keys, const std::vector<std::string>& columns) {
  keys.insert(columns.begin(), columns.end());
  return keys;
}

/// The keys that are atoms, and those that are columns.
template <class Query>
void addKeys(Query& query, const Keys& keys, const std::map<std::string, expression::Tree>& atoms) {
  for (const std::string& key : keys) {
    const auto atom = atoms.find(key);
    if (atom == atoms.end()) {
      query.columns.push_back(key);
    } else {
      query.atoms.push_back(atom->second);
    }
  }
}

}  // namespace

Plan::Source Plan::sourceOf(const Question& question) {
  Source source{.is_of_entries = question.isOfEntries(),
                .table = question.rows.table,
                .date = question.rows.date,
                .of = {},
                .is_key = question.adds == Question::Adds::Keys};
  if (source.is_of_entries) {
    source.of = source.is_key ? question.key : expression::print(*question.rows.amount);
  }
  return source;
}

Plan::Asked& Plan::askedFor(const Question& question) {
  const Source source = sourceOf(question);
  const auto [found, is_new] = asked_.try_emplace(source);
  Asked& asked = found->second;
  asked.atoms.merge(question.atoms());
  if (!source.is_of_entries) {
    for (const expression::Tree& tree : question.amounts()) {
      Amount& amount = asked.amounts[expression::print(*tree)];
      amount.tree = tree;
      amount.keys.insert(question.keys());
    }
    return asked;
  }
  if (is_new) {
    asked.amount = question.rows.amount;
    asked.first = months_.first;
  }
  const bool is_of_all = source.is_key && question.look_back == Question::kEver;
  asked.first =
      std::min(asked.first, is_of_all ? kBeginning : months_.first - question.look_backs * question.look_back);
  return asked;
}

void Plan::ask(const Question& question, const std::vector<std::string>& breakdown_columns) {
  Asked& asked = askedFor(question);
  const Keys all = joined(question.keys(), breakdown_columns);
  if (question.isOfEntries() || all.size() <= kMostSharedKeys || breakdown_columns.size() <= 1) {
    asked.sets.insert(all);
    return;
  }
  for (const std::string& column : breakdown_columns) {
    asked.sets.insert(joined(question.keys(), {column}));
  }
}

void Plan::askTogether(const Question& question, const std::vector<std::string>& columns) {
  Asked& asked = askedFor(question);
  if (!question.isOfEntries()) {
    asked.sets.insert(question.keys());
  }
  asked.sets.insert(joined(question.keys(), columns));
}

Plan::Query* Plan::sharedQuery(const Source& source, const Keys& keys) {
  const auto serves = [&](const Query& query) {
    if (query.source != source) {
      return false;
    }
    if (!source.is_of_entries) {
      return query.keys.size() <= kMostSharedKeys && holds(query.keys, keys);
    }
    Keys all = query.keys;
    all.insert(keys.begin(), keys.end());
    return all.size() <= std::max(kMostEntryKeys, query.keys.size());
  };
  const auto found = std::find_if(queries_.begin(), queries_.end(), serves);
  return found == queries_.end() ? nullptr : &*found;
}

void Plan::gatherQueries() {
  for (const auto& [source, asked] : asked_) {
    std::vector<Keys> largest_first(asked.sets.begin(), asked.sets.end());
    std::stable_sort(largest_first.begin(), largest_first.end(),
                     [](const Keys& a, const Keys& b) { return a.size() > b.size(); });
    for (const Keys& keys : largest_first) {
      if (Query* shared = sharedQuery(source, keys)) {
        shared->keys.insert(keys.begin(), keys.end());
      } else {
        queries_.push_back({.source = source, .keys = keys, .combinations = nullptr, .entries = nullptr});
      }
    }
  }
}

warehouse::GroupQuery Plan::groupQuery(const Query& query) const {
  const Asked& asked = asked_.at(query.source);
  warehouse::GroupQuery group{.table = query.source.table,
                              .date = query.source.date,
                              .months = months_,
                              .columns = {},
                              .atoms = {},
                              .amounts = {},
                              .by_day = by_day_};
  addKeys(group, query.keys, asked.atoms);
  for (const auto& [name, amount] : asked.amounts) {
    const bool is_added =
        std::any_of(amount.keys.begin(), amount.keys.end(), [&](const Keys& keys) { return holds(query.keys, keys); });
    if (is_added) {
      group.amounts.push_back(amount.tree);
    }
  }
  return group;
}

warehouse::EntryQuery Plan::entryQuery(const Query& query) const {
  const Asked& asked = asked_.at(query.source);
  warehouse::EntryQuery entries{.table = query.source.table,
                                .date = query.source.date,
                                .months = {asked.first, months_.last},
                                .columns = {},
                                .atoms = {},
                                .amount = query.source.is_key ? nullptr : asked.amount,
                                .key = query.source.is_key ? query.source.of : std::string()};
  addKeys(entries, query.keys, asked.atoms);
  return entries;
}

void Plan::run(warehouse::Warehouse& warehouse) {
  gatherQueries();
  for (Query& query : queries_) {
    if (!query.source.is_of_entries) {
      const warehouse::GroupQuery asked = groupQuery(query);
      query.combinations = std::make_unique<Combinations>(asked, warehouse.group(asked));
      continue;
    }
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

const Plan::Query& Plan::holding(const Question& question, const std::vector<std::string>& breakdown) const {
  const Source source = sourceOf(question);
  const Keys keys = joined(question.keys(), breakdown);
  const Query* best = nullptr;
  for (const Query& query : queries_) {
    const bool is_better = best == nullptr || (!source.is_of_entries && query.keys.size() < best->keys.size());
    if (query.source == source && holds(query.keys, keys) && is_better) {
      best = &query;
    }
  }
  return *best;
}

Combinations& Plan::answer(const Question& question, const std::vector<std::string>& breakdown) {
  return *holding(question, breakdown).combinations;
}

Entries& Plan::entries(const Question& question, const std::vector<std::string>& breakdown) {
  return *holding(question, breakdown).entries;
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
    if (query.source.is_of_entries) {
      const warehouse::EntryQuery asked = entryQuery(query);
      const warehouse::EntryTable& table = query.entries->table;
      all.push_back({.table = asked.table,
                     .date = asked.date,
                     .months = asked.months,
                     .columns = asked.columns,
                     .conditions = printed(asked.atoms),
                     .adds = {},
                     .of = asked.amount ? expression::print(*asked.amount) : asked.key,
                     .combinations = query.entries->combinations.size(),
                     .rows = table.size(),
                     .bytes = table.size() * 16 + table.key.size() * 4 + table.amount.size() * 8,
                     .statements = table.statements,
                     .answer = &query.entries->combinations});
      continue;
    }
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
  return all;
}

std::vector<std::string> Plan::statements() const {
  std::vector<std::string> found;
  for (const Made& table : made()) {
    found.insert(found.end(), table.statements.begin(), table.statements.end());
  }
  return found;
}

}  // namespace boardpack::measure
