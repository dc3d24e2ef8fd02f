#include "fake_warehouse.hpp"

#include "expression/evaluate_expression.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace boardpack::measure {
namespace {

base::Month month(const std::string& text) {
  const std::optional<base::Month> found = base::Month::parse(text);
  REQUIRE(found);
  return *found;
}

/// A column, a product of two amounts, or `case when column is not null then amount end`: what evaluation asks for.
std::optional<base::Decimal> amount(const FakeWarehouse::Row& row, const expression::Node& tree) {
  using expression::Op;
  if (tree.op == Op::Multiply) {
    const auto left = amount(row, *tree.children[0]);
    const auto right = amount(row, *tree.children[1]);
    return left && right ? std::optional(base::Decimal::fromTenThousandths(
                               std::llround(left->toDouble() * right->toDouble() * 10000)))
                         : std::nullopt;
  }
  if (tree.op == Op::Case) {
    REQUIRE(tree.children[0]->op == Op::IsNotNull);
    return amount(row, *tree.children[0]->children[0]) ? amount(row, *tree.children[1]) : std::nullopt;
  }
  REQUIRE(tree.op == Op::Column);
  const auto found = row.find(tree.text);
  if (found == row.end()) {
    return std::nullopt;
  }
  return base::Decimal::fromTenThousandths(std::llround(std::stod(found->second) * 10000));
}

}  // namespace

void FakeWarehouse::cover(const std::string& table, const std::string& first, const std::string& last) {
  for (base::Month m = month(first); m <= month(last); m = m + 1) {
    covered_[table].insert(m);
  }
}

void FakeWarehouse::stillComing(const std::string& table, const std::string& month) {
  still_coming_.emplace(table, *base::Month::parse(month));
}

void FakeWarehouse::leaveOut(const std::string& table, const std::string& column, const std::string& when) {
  left_out_.emplace(table, column, month(when));
}

void FakeWarehouse::add(const std::string& table, const std::string& when, const Row& row, int times) {
  for (int i = 0; i < times; ++i) {
    constexpr std::size_t kMonthDigits = 7;
    const int day = when.size() > kMonthDigits ? std::stoi(when.substr(kMonthDigits + 1)) : 1;
    rows_[table].push_back({month(when.substr(0, kMonthDigits)), day, row});
  }
}

void FakeWarehouse::inhabitants(const std::string& area, int year, std::int64_t people, const std::string& kind,
                                const std::string& area_kind, std::optional<sdk::Date> published_on) {
  population_.push_back({.area = area,
                         .year = year,
                         .kind = kind,
                         .value = base::Decimal::fromCount(people),
                         .area_kind = area_kind,
                         .published_on = published_on});
}

std::vector<base::Month> FakeWarehouse::coveredMonths(const std::string& table) const {
  const auto found = covered_.find(table);
  return found == covered_.end() ? std::vector<base::Month>()
                                 : std::vector<base::Month>(found->second.begin(), found->second.end());
}

bool FakeWarehouse::fills(const std::string& table, const std::string& column, base::Month when) const {
  return !left_out_.contains({table, column, when});
}

std::vector<std::optional<std::string>> FakeWarehouse::keysOf(const Row& row, const std::vector<std::string>& columns,
                                                              const std::vector<expression::Tree>& atoms) const {
  std::vector<std::optional<std::string>> keys;
  for (const std::string& column : columns) {
    const auto found = row.find(column);
    keys.push_back(found == row.end() ? std::nullopt : std::optional<std::string>(found->second));
  }
  for (const expression::Tree& atom : atoms) {
    const auto function = atoms_.find(expression::print(*atom));
    REQUIRE(function != atoms_.end());
    const std::optional<bool> truth = function->second(row);
    keys.push_back(truth ? std::optional<std::string>(*truth ? "true" : "false") : std::nullopt);
  }
  return keys;
}

warehouse::EntryTable FakeWarehouse::entries(const warehouse::EntryQuery& query) {
  entry_queries_.push_back(query);
  using Combination = std::vector<std::optional<std::string>>;
  struct Entry {
    std::optional<base::Decimal> amount;
    std::optional<std::string> key;
    std::int32_t day;
    Combination combination;
  };
  std::vector<Entry> entries;
  std::map<Combination, std::uint32_t> combinations;
  for (const Held& held : rows_[query.table]) {
    if (!query.months.contains(held.month)) {
      continue;
    }
    const auto date = held.row.find(query.date);
    const sdk::Date day = date == held.row.end() ? held.month.firstDay() : base::parseDate(date->second).value();
    Entry entry{
        .amount = {}, .key = {}, .day = static_cast<std::int32_t>(base::daysSinceEpoch(day)), .combination = {}};
    entry.combination = keysOf(held.row, query.columns, query.atoms);
    combinations.emplace(entry.combination, 0);
    if (query.amount != nullptr) {
      entry.amount = amount(held.row, *query.amount);
    } else if (const auto key = held.row.find(query.key); key != held.row.end()) {
      entry.key = key->second;
    }
    entries.push_back(std::move(entry));
  }
  warehouse::EntryTable table;
  table.combinations.keys.resize(query.columns.size() + query.atoms.size());
  std::uint32_t number = 0;
  for (auto& [combination, its_number] : combinations) {
    its_number = number++;
    table.combinations.month.push_back(query.months.first);
    table.combinations.rows.push_back(1);
    for (std::size_t i = 0; i < combination.size(); ++i) {
      table.combinations.keys[i].push_back(combination[i] ? static_cast<int>(table.combinations.texts.size()) : -1);
      table.combinations.texts.push_back(combination[i].value_or(""));
    }
  }
  table.combinations.size = number;
  const auto is_known = [](const Entry& entry) { return entry.amount || entry.key; };
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return std::tuple(!is_known(a), a.amount, a.key, a.day, combinations.at(a.combination)) <
           std::tuple(!is_known(b), b.amount, b.key, b.day, combinations.at(b.combination));
  });
  for (const Entry& entry : entries) {
    table.combination.push_back(combinations.at(entry.combination));
    table.day.push_back(entry.day);
    table.rows.push_back(1);
    if (entry.amount) {
      table.amount.push_back(*entry.amount);
    } else if (entry.key) {
      const bool is_new = table.known == 0 || entries[table.known - 1].key != entry.key;
      table.key.push_back(table.known == 0 ? 0 : table.key.back() + (is_new ? 1 : 0));
    }
    table.known += is_known(entry) ? 1 : 0;
  }
  table.statements = {"entries " + std::to_string(entry_queries_.size())};
  return table;
}

warehouse::GroupTable FakeWarehouse::group(const warehouse::GroupQuery& query) {
  queries_.push_back(query);
  struct Sums {
    std::int64_t rows = 0;
    std::vector<base::Decimal> sums;
    std::vector<std::int64_t> known;
  };
  std::map<std::tuple<base::Month, int, std::vector<std::optional<std::string>>>, Sums> combinations;
  for (const Held& held : rows_[query.table]) {
    if (!query.months.contains(held.month)) {
      continue;
    }
    std::vector<std::optional<std::string>> keys = keysOf(held.row, query.columns, query.atoms);
    Sums& sums = combinations[{held.month, query.by_day ? held.day : 0, std::move(keys)}];
    ++sums.rows;
    sums.sums.resize(query.amounts.size());
    sums.known.resize(query.amounts.size());
    for (std::size_t i = 0; i < query.amounts.size(); ++i) {
      if (const std::optional<base::Decimal> value = amount(held.row, *query.amounts[i])) {
        sums.sums[i] += *value;
        ++sums.known[i];
      }
    }
  }
  warehouse::GroupTable table;
  table.size = combinations.size();
  table.keys.resize(query.columns.size() + query.atoms.size());
  table.sums.resize(query.amounts.size());
  table.known.resize(query.amounts.size());
  table.statement = "statement " + std::to_string(queries_.size());
  std::map<std::string, int> numbers;
  for (const auto& [combination, sums] : combinations) {
    table.month.push_back(std::get<0>(combination));
    if (query.by_day) {
      table.day.push_back(std::get<1>(combination));
    }
    table.rows.push_back(sums.rows);
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
      const std::optional<std::string>& text = std::get<2>(combination)[i];
      if (!text) {
        table.keys[i].push_back(-1);
        continue;
      }
      const auto [number, is_new] = numbers.emplace(*text, static_cast<int>(table.texts.size()));
      if (is_new) {
        table.texts.push_back(*text);
      }
      table.keys[i].push_back(number->second);
    }
    for (std::size_t i = 0; i < query.amounts.size(); ++i) {
      table.sums[i].push_back(sums.sums[i]);
      table.known[i].push_back(sums.known[i]);
    }
  }
  return table;
}

/// Of a condition over texts, with atoms that ask alone whether an amount or key is known.
std::optional<bool> FakeWarehouse::truthOf(const Row& row, const expression::Node& condition) const {
  using expression::Op;
  if (condition.type != expression::Type::Boolean) {
    const bool is_known =
        condition.op == Op::Column ? row.contains(condition.text) : amount(row, condition).has_value();
    return is_known ? std::optional(true) : std::nullopt;
  }
  if (condition.op == Op::And) {
    bool is_known = true;
    for (const expression::Tree& child : condition.children) {
      const std::optional<bool> truth = truthOf(row, *child);
      if (truth == false) {
        return false;
      }
      is_known = is_known && truth;
    }
    return is_known ? std::optional(true) : std::nullopt;
  }
  const bool is_of_other = !condition.children.empty() && condition.children[0]->type != expression::Type::Text &&
                           condition.children[0]->type != expression::Type::Boolean;
  if (condition.op == Op::IsNotNull && is_of_other) {
    return truthOf(row, *condition.children[0]).has_value();
  }
  return expression::evaluate(condition, [&](std::string_view name) -> std::optional<std::string_view> {
    const auto found = row.find(std::string(name));
    if (found != row.end()) {
      return found->second;
    }
    const auto atom = atoms_.find(std::string(name));
    const std::optional<bool> truth = atom == atoms_.end() ? std::nullopt : atom->second(row);
    return truth ? std::optional<std::string_view>(*truth ? "true" : "false") : std::nullopt;
  });
}

warehouse::RowTable FakeWarehouse::rows(const warehouse::RowQuery& query) {
  using Truth = warehouse::RowQuery::Truth;
  warehouse::RowTable table;
  for (const Held& held : rows_[query.table]) {
    const bool is_within =
        query.months.contains(held.month) && (!query.within || truthOf(held.row, *query.within) == true);
    const std::optional<bool> truth = query.where ? truthOf(held.row, *query.where) : std::optional(true);
    const Truth found = !truth ? Truth::Unknown : *truth ? Truth::True : Truth::False;
    table.total += is_within && found == query.truth ? 1 : 0;
  }
  return table;
}

void addYears(FakeWarehouse& warehouse, int first_year, int last_year) {
  for (base::Month month(first_year, 1); month <= base::Month(last_year, 12); month = month + 1) {
    warehouse.add("crimes", month.iso(), {{"category", "Robbery"}, {"area", "Ashby"}}, month.month());
  }
}

}  // namespace boardpack::measure
