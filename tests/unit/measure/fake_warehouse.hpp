#pragma once
#include "warehouse/warehouse.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::measure {

/// A warehouse of rows held in memory, so that every figure of a test can be counted by hand. What a row does not give
/// is unknown. A row's day is what it gives as its date column, else the first of its month. Amounts are plain columns;
/// an atom is answered by the function given for its print.
class FakeWarehouse : public warehouse::Warehouse {
 public:
  using Row = std::map<std::string, std::string>;
  using Atom = std::function<std::optional<bool>(const Row&)>;

  void cover(const std::string& table, const std::string& first, const std::string& last);
  void leaveOut(const std::string& table, const std::string& column, const std::string& month);
  /// An extract of the month says that rows of it are still to come.
  void stillComing(const std::string& table, const std::string& month);
  /// `times` rows of one month, or of one day: "2025-03", "2025-03-14".
  void add(const std::string& table, const std::string& month, const Row& row, int times = 1);
  /// Rows that were rejected: of one of these months, or of any where there are none.
  void reject(const std::string& table, const std::vector<std::string>& months, std::int64_t rows,
              bool is_certain = true) {
    warehouse::Rejected rejected{.months = {}, .is_certain = is_certain, .rows = rows};
    for (const std::string& month : months) {
      rejected.months.push_back(*base::Month::parse(month));
    }
    rejected_[table].push_back(std::move(rejected));
  }
  std::vector<warehouse::Rejected> rejected(const std::string& table) const override {
    const auto found = rejected_.find(table);
    return found == rejected_.end() ? std::vector<warehouse::Rejected>() : found->second;
  }
  void answer(const std::string& atom, Atom function) { atoms_[atom] = std::move(function); }
  void inhabitants(const std::string& area, int year, std::int64_t people, const std::string& kind = "people",
                   const std::string& area_kind = "", std::optional<sdk::Date> published_on = {});

  const std::vector<warehouse::GroupQuery>& queries() const { return queries_; }
  const std::vector<warehouse::EntryQuery>& entryQueries() const { return entry_queries_; }

  std::vector<base::LoadReport> load(const std::vector<warehouse::Extract>&, const warehouse::OpenExtract&,
                                     const std::function<void(const base::LoadReport&)>&) override {
    return {};
  }
  void count(const std::vector<warehouse::Counted>&) override {}
  std::vector<base::Month> coveredMonths(const std::string& table) const override;
  bool fills(const std::string& table, const std::string& column, base::Month month) const override;
  bool isComplete(const std::string& table, base::Month month) const override {
    return !still_coming_.contains({table, month});
  }
  warehouse::GroupTable group(const warehouse::GroupQuery& query) override;
  warehouse::EntryTable entries(const warehouse::EntryQuery& query) override;
  /// How many rows meet it; the rows themselves are left out.
  warehouse::RowTable rows(const warehouse::RowQuery& query) override;
  warehouse::Repeats repeats(const std::string&, const std::string&) override { return {}; }
  std::vector<warehouse::PopulationRow> population() override { return population_; }
  std::vector<warehouse::ComparatorRow> comparators(const std::vector<std::string>&) override { return {}; }
  std::string engine() const override { return "memory"; }

 private:
  struct Held {
    base::Month month;
    int day = 1;
    Row row;
  };
  std::map<std::string, std::vector<warehouse::Rejected>> rejected_;
  std::map<std::string, std::vector<Held>> rows_;
  std::map<std::string, std::set<base::Month>> covered_;
  std::set<std::tuple<std::string, std::string, base::Month>> left_out_;
  std::set<std::pair<std::string, base::Month>> still_coming_;
  std::map<std::string, Atom> atoms_;
  std::vector<warehouse::PopulationRow> population_;
  std::optional<bool> truthOf(const Row& row, const expression::Node& condition) const;
  std::vector<std::optional<std::string>> keysOf(const Row& row, const std::vector<std::string>& columns,
                                                 const std::vector<expression::Tree>& atoms) const;

  std::vector<warehouse::GroupQuery> queries_;
  std::vector<warehouse::EntryQuery> entry_queries_;
};

/// Crimes of Ashby in every month of the years, as many as the month's number: 1 in January, 12 in December.
void addYears(FakeWarehouse& warehouse, int first_year, int last_year);

}  // namespace boardpack::measure
