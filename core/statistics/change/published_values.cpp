#include "statistics/change/published_values.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::statistics {

namespace {

using series::Cell;
using series::Symbol;

/// What an earlier build wrote in its last digits is no revision.
constexpr double kSameDigits = 1e-9;

bool differ(double a, double b) { return std::abs(a - b) > kSameDigits * std::max({1.0, std::abs(a), std::abs(b)}); }

Cell cellOf(const series::Figure& figure) {
  if (figure.value) {
    return Cell::of(*figure.value);
  }
  const Symbol symbol =
      figure.symbol == series::symbolText(Symbol::NotApplicable) ? Symbol::NotApplicable : Symbol::NotAvailable;
  return Cell::missing(symbol, "the paper last published has " + figure.symbol + " there");
}

}  // namespace

Published::Published(const std::vector<series::Figure>* figures, const std::string& measure)
    : is_given_(figures != nullptr) {
  if (figures == nullptr) {
    return;
  }
  for (const series::Figure& figure : *figures) {
    if (figure.measure != measure || figure.statistic != "value") {
      continue;
    }
    if (const std::optional<base::Month> period = base::Month::parse(figure.period)) {
      values_[Key{figure.breakdown, figure.group, figure.window}].emplace(*period, cellOf(figure));
    }
  }
}

std::optional<Published::Value> Published::latest(const series::GroupSeries& group, series::Window window) const {
  const auto found = values_.find(Key{group.breakdown, group.group, series::windowName(window)});
  if (found == values_.end()) {
    return std::nullopt;
  }
  const auto& [period, cell] = *found->second.rbegin();
  return Value{.period = period, .cell = cell};
}

void Published::markRevised(series::Series& series) const {
  for (series::GroupSeries& group : series.groups) {
    for (const series::Window window : series::kAllWindows) {
      const auto published = values_.find(Key{group.breakdown, group.group, series::windowName(window)});
      if (published == values_.end()) {
        continue;
      }
      std::vector<Cell>& cells = group.in(window);
      for (std::size_t i = 0; i < cells.size() && i < series.months.size(); ++i) {
        const auto before = published->second.find(series.months[i]);
        const bool have_both = before != published->second.end() && before->second.has() && cells[i].has();
        if (have_both && differ(*before->second.value, *cells[i].value)) {
          cells[i].marks.add(series::Mark::Revised);
        }
      }
    }
  }
}

}  // namespace boardpack::statistics
