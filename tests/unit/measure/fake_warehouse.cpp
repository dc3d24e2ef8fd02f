#include "fake_warehouse.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <tuple>

namespace boardpack::measure {
namespace {

base::Month month(const std::string& text) {
  const std::optional<base::Month> found = base::Month::parse(text);
  REQUIRE(found);
  return *found;
}

std::optional<base::Decimal> amount(const FakeWarehouse::Row& row, const std::string& column) {
  const auto found = row.find(column);
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
    std::vector<std::optional<std::string>> keys;
    for (const std::string& column : query.columns) {
      const auto found = held.row.find(column);
      keys.push_back(found == held.row.end() ? std::nullopt : std::optional<std::string>(found->second));
    }
    for (const expression::Tree& atom : query.atoms) {
      const auto function = atoms_.find(expression::print(*atom));
      REQUIRE(function != atoms_.end());
      const std::optional<bool> truth = function->second(held.row);
      keys.push_back(truth ? std::optional<std::string>(*truth ? "true" : "false") : std::nullopt);
    }
    Sums& sums = combinations[{held.month, query.by_day ? held.day : 0, std::move(keys)}];
    ++sums.rows;
    sums.sums.resize(query.amounts.size());
    sums.known.resize(query.amounts.size());
    for (std::size_t i = 0; i < query.amounts.size(); ++i) {
      REQUIRE(query.amounts[i]->op == expression::Op::Column);
      if (const std::optional<base::Decimal> value = amount(held.row, query.amounts[i]->text)) {
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

}  // namespace boardpack::measure
