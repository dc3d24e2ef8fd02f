#include "statistics/estimate/spread.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace boardpack::statistics {

namespace {

constexpr std::size_t kYear = 12;
constexpr double kConverged = 1e-12;
constexpr int kMostSteps = 2000;

/// A month with a value, in the table of months of the year by levels.
struct Entry {
  std::size_t at = 0;  ///< in the series
  std::size_t month = 0;
  std::size_t level = 0;
  double met = 0;
  double of = 0;
};

struct Table {
  std::vector<Entry> entries;
  std::size_t levels = 0;
};

Table tableOf(std::span<const std::optional<MonthlyCount>> months, std::span<const int> levels) {
  std::map<int, std::size_t> numbers;
  Table table;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i] && levels[i] >= 0) {
      const std::size_t level = numbers.try_emplace(levels[i], numbers.size()).first->second;
      table.entries.push_back({i, i % kYear, level, months[i]->met, months[i]->of});
    }
  }
  table.levels = numbers.size();
  return table;
}

/// Totals by month of the year, then by level, of something of each entry.
template <typename Of>
std::vector<double> totals(const Table& table, Of of) {
  std::vector<double> sums(kYear + table.levels, 0.0);
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    const double value = of(i);
    sums[table.entries[i].month] += value;
    sums[kYear + table.entries[i].level] += value;
  }
  return sums;
}

/// Multiplies what is fitted so that its totals over one side of the table (months or levels) are those wanted; how far
/// they were off.
double fitSide(const Table& table, bool by_month, const std::vector<double>& wanted, std::vector<double>& fitted) {
  const std::vector<double> now = totals(table, [&](std::size_t i) { return fitted[i]; });
  double off = 0;
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    const std::size_t at = by_month ? table.entries[i].month : kYear + table.entries[i].level;
    const double factor = now[at] > 0 ? wanted[at] / now[at] : 0.0;
    if (wanted[at] > 0) {
      off = std::max(off, std::abs(factor - 1));
    }
    fitted[i] *= factor;
  }
  return off;
}

std::vector<double> fitCounts(const Table& table) {
  const std::vector<double> wanted = totals(table, [&](std::size_t i) { return table.entries[i].met; });
  std::vector<double> fitted(table.entries.size(), 1.0);
  for (int step = 0; step < kMostSteps; ++step) {
    fitSide(table, true, wanted, fitted);
    if (fitSide(table, false, wanted, fitted) < kConverged) {
      break;
    }
  }
  return fitted;
}

/// What is met and what is not, each fitted to its totals, and both together to the size of each month.
std::vector<double> fitShares(const Table& table) {
  const std::size_t size = table.entries.size();
  const auto metOf = [&](std::size_t i) { return table.entries[i].met; };
  const auto restOf = [&](std::size_t i) { return table.entries[i].of - table.entries[i].met; };
  const std::vector<double> wanted_met = totals(table, metOf);
  const std::vector<double> wanted_rest = totals(table, restOf);
  std::vector<double> met(size, 1.0);
  std::vector<double> rest(size, 1.0);
  for (int step = 0; step < kMostSteps; ++step) {
    double off = 0;
    for (const bool by_month : {true, false}) {
      off = std::max(off, fitSide(table, by_month, wanted_met, met));
      off = std::max(off, fitSide(table, by_month, wanted_rest, rest));
    }
    for (std::size_t i = 0; i < size; ++i) {
      const double sum = met[i] + rest[i];
      const double factor = sum > 0 ? table.entries[i].of / sum : 0.0;
      met[i] *= factor;
      rest[i] *= factor;
    }
    if (off < kConverged) {
      break;
    }
  }
  return met;
}

/// Degrees of freedom left by a model of months and levels to the entries that count: those less the rank.
int degreesOf(const Table& table, const std::vector<bool>& counts) {
  std::vector<std::size_t> parents(kYear + table.levels);
  std::iota(parents.begin(), parents.end(), 0U);
  const auto root = [&](std::size_t node) {
    while (parents[node] != node) {
      node = parents[node];
    }
    return node;
  };
  int degrees = 0;
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    if (!counts[i]) {
      continue;
    }
    const std::size_t month = root(table.entries[i].month);
    const std::size_t level = root(kYear + table.entries[i].level);
    // An entry that joins two parts of the table is used up by fitting their factors to each other; any other is one
    // more to judge the fit by.
    if (month == level) {
      ++degrees;
    } else {
      parents[month] = level;
    }
  }
  return degrees;
}

Spread unknown(std::string reason) {
  Spread spread;
  spread.reason = std::move(reason);
  return spread;
}

std::optional<Spread> refused(const Table& table) {
  if (table.entries.size() < kFewestMonthsOfSpread) {
    return unknown("fewer than " + std::to_string(kFewestMonthsOfSpread) + " months to know their usual spread from");
  }
  const auto isBelow = [](const Entry& entry) { return entry.met < 0; };
  if (std::any_of(table.entries.begin(), table.entries.end(), isBelow)) {
    return unknown("a month is below 0");
  }
  return std::nullopt;
}

/// What the factors of months and years take off the correlation of neighbouring residuals, by simulation of three
/// years.
constexpr double kTakenOff = 0.08;
constexpr double kLeft = 0.76;
constexpr double kMostCorrelation = 0.9;

/// Of residuals in units of their own spread; nothing where a month says nothing.
double correlationOf(const Table& table, const std::vector<std::optional<double>>& residuals) {
  double all = 0;
  double pairs = 0;
  for (std::size_t i = 0; i < residuals.size(); ++i) {
    const double own = residuals[i].value_or(0);
    all += own * own;
    const bool has_neighbour = i > 0 && table.entries[i].at == table.entries[i - 1].at + 1;
    pairs += has_neighbour ? own * residuals[i - 1].value_or(0) : 0;
  }
  return all > 0 ? std::clamp((pairs / all + kTakenOff) / kLeft, 0.0, kMostCorrelation) : 0.0;
}

/// Pearson's χ² of fitted values and their variances, over its degrees of freedom. An entry without variance (a month
/// of the year that never had any) says nothing.
Spread spreadOf(const Table& table, const std::vector<double>& fitted, const std::vector<double>& variances) {
  std::vector<bool> counts(fitted.size());
  std::vector<std::optional<double>> residuals(fitted.size());
  double chi_squared = 0;
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    counts[i] = variances[i] > 0;
    if (counts[i]) {
      const double residual = table.entries[i].met - fitted[i];
      chi_squared += residual * residual / variances[i];
      residuals[i] = residual / std::sqrt(variances[i]);
    }
  }
  const int degrees = degreesOf(table, counts);
  if (degrees < kFewestDegreesOfSpread) {
    return unknown("too few months that repeat to know their usual spread from");
  }
  return {.known = true,
          .reason = "",
          .dispersion = chi_squared / degrees,
          .degrees = degrees,
          .correlation = correlationOf(table, residuals)};
}

/// What a factor for each year of 12 months leaves of the variance of a month.
double keptByYears(double correlation) {
  constexpr double kMonths = 12;
  double sum = 1;
  for (int apart = 1; apart < 12; ++apart) {
    sum += 2 * (1 - apart / kMonths) * std::pow(correlation, apart);
  }
  return (1 - sum / kMonths) / (1 - 1 / kMonths);
}

}  // namespace

double widening(double correlation, const base::MonthRange& now, const base::MonthRange& before) {
  if (!(correlation > 0)) {
    return 1;
  }
  std::vector<std::pair<int, double>> weights;
  for (const auto& [months, sign] : {std::pair{now, 1.0}, std::pair{before, -1.0}}) {
    for (base::Month month = months.first; month <= months.last; month = month + 1) {
      weights.emplace_back(month.index(), sign / months.count());
    }
  }
  double correlated = 0;
  double alone = 0;
  for (const auto& [month, weight] : weights) {
    alone += weight * weight;
    for (const auto& [other, other_weight] : weights) {
      correlated += weight * other_weight * std::pow(correlation, std::abs(month - other));
    }
  }
  return std::max(1.0, correlated / alone / keptByYears(correlation));
}

std::vector<int> levelsOf(std::size_t months, const std::vector<Stretch>& stretches) {
  std::vector<int> levels(months, -1);
  int next = 0;
  for (const Stretch& stretch : stretches) {
    std::optional<std::size_t> year;
    for (std::size_t i = stretch.first; i <= stretch.last && i < months; ++i) {
      const std::size_t this_year = (months - 1 - i) / kYear;
      next += year && *year != this_year ? 1 : 0;
      year = this_year;
      levels[i] = next;
    }
    ++next;
  }
  return levels;
}

Spread spreadOfCounts(std::span<const std::optional<MonthlyCount>> months, std::span<const int> levels) {
  const Table table = tableOf(months, levels);
  if (const std::optional<Spread> no = refused(table)) {
    return *no;
  }
  const std::vector<double> fitted = fitCounts(table);
  return spreadOf(table, fitted, fitted);
}

Spread spreadOfShares(std::span<const std::optional<MonthlyCount>> months, std::span<const int> levels) {
  Table table = tableOf(months, levels);
  std::erase_if(table.entries, [](const Entry& entry) { return !(entry.of > 0); });
  if (const std::optional<Spread> no = refused(table)) {
    return *no;
  }
  const std::vector<double> fitted = fitShares(table);
  std::vector<double> variances;
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    const double share = fitted[i] / table.entries[i].of;
    variances.push_back(share > kConverged && share < 1 - kConverged ? table.entries[i].of * share * (1 - share) : 0.0);
  }
  return spreadOf(table, fitted, variances);
}

}  // namespace boardpack::statistics
