#include "app/show/value_text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace boardpack::app {

std::string valueText(const series::Cell& cell) {
  std::string text = cell.has() ? base::exactNumber(*cell.value) : series::symbolText(cell.symbol);
  if (const std::string marks = series::marksText(cell.marks); !marks.empty()) {
    text += " " + marks;
  }
  if (cell.bound != series::Bound::Exact) {
    text += fmt::format(" [{}]", series::boundWords(cell.bound));
  }
  if (!cell.reason.empty()) {
    text += " " + cell.reason;
  }
  const bool is_its_own_numerator = !cell.denominator && cell.numerator == cell.value;
  if ((cell.numerator || cell.denominator) && !is_its_own_numerator) {
    text += fmt::format(" = {}", cell.numerator ? base::exactNumber(*cell.numerator) : "?");
    text += cell.denominator ? " of " + base::exactNumber(*cell.denominator) : "";
  }
  if (cell.unknown > 0) {
    text += fmt::format("; not known: {}", cell.unknown);
  }
  if (cell.least_behind) {
    text += "; least behind: " + base::exactNumber(*cell.least_behind);
  }
  if (cell.effective_base) {
    text += "; effective base: " + base::exactNumber(*cell.effective_base);
  }
  if (cell.answers) {
    text += fmt::format("; answers: {}", *cell.answers);
  }
  return text;
}

std::string groupName(const series::GroupSeries& group) {
  return group.isForce() ? "force" : group.breakdown + " = " + group.group;
}

}  // namespace boardpack::app
