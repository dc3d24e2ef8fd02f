#include "measure/evaluation/windows.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

std::string need(series::Window window, base::MonthRange range) {
  if (window == series::Window::Mrt) {
    return "a 12-month figure needs all 12 months; ";
  }
  if (window == series::Window::Ytd && range.count() > 1) {
    return "a figure of the financial year needs every month from April; ";
  }
  return {};
}

}  // namespace

base::MonthRange windowMonths(series::Window window, base::Month end) {
  switch (window) {
    case series::Window::Month:
      return {end, end};
    case series::Window::Mrt:
      return {end - (kMrtMonths - 1), end};
    case series::Window::Ytd:
      return {end.financialYearStart(), end};
    default:
      break;
  }
  return {end, end};
}

WindowCells windowCells(const MonthlyTallies& tallies, const Gaps& gaps, base::MonthRange months,
                        base::MonthRange shown, bool name_table, const Value& value) {
  WindowCells cells;
  for (const series::Window window : {series::Window::Month, series::Window::Mrt, series::Window::Ytd}) {
    for (base::Month end = shown.first; end <= shown.last; end = end + 1) {
      const base::MonthRange range = windowMonths(window, end);
      const auto first = static_cast<std::size_t>(range.first - months.first);
      const auto count = static_cast<std::size_t>(range.count());
      const Gaps inside(gaps.begin() + static_cast<std::ptrdiff_t>(first),
                        gaps.begin() + static_cast<std::ptrdiff_t>(first + count));
      std::vector<series::Cell>& found = cells[static_cast<std::size_t>(window)];
      if (std::any_of(inside.begin(), inside.end(), [](const auto& gap) { return gap.has_value(); })) {
        found.push_back(series::Cell::missing(series::Symbol::NotAvailable,
                                              need(window, range) + gapsInWords(inside, range.first, name_table)));
        continue;
      }
      Tally sum;
      for (std::size_t i = first; i < first + count; ++i) {
        sum += tallies[i];
      }
      found.push_back(value(sum, end));
    }
  }
  return cells;
}

}  // namespace boardpack::measure
