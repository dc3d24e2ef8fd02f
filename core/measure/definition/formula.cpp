#include "measure/definition/formula.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace boardpack::measure {
namespace {

constexpr int kYear = 12;

// The parts a node has, in the order of writing.
std::vector<const FormulaNode*> partsOf(const FormulaNode& node) {
  std::vector<const FormulaNode*> parts;
  for (const Formula* part : {&node.condition, &node.left, &node.right}) {
    if (*part) {
      parts.push_back(part->get());
    }
  }
  return parts;
}

void collect(const FormulaNode& node, std::set<std::string>& names) {
  if (node.op == FormulaOp::Measure) {
    names.insert(node.measure);
  }
  for (const FormulaNode* part : partsOf(node)) {
    collect(*part, names);
  }
}

/// A number that a truth value may be put together with: where(m.a:above(5), 1, 0).
bool isOneOrZero(const FormulaNode& node) {
  return node.op == FormulaOp::Number && (node.number == 0 || node.number == 1);
}

bool compares(FormulaOp op) {
  return op == FormulaOp::Above || op == FormulaOp::AtLeast || op == FormulaOp::Below || op == FormulaOp::AtMost ||
         op == FormulaOp::Equals;
}

bool isWholeYear(const base::MonthRange& period) { return period.count() == kYear; }

}  // namespace

Formula formulaOf(FormulaNode node) {
  node.size = 1;
  node.work = 1;
  for (const FormulaNode* part : partsOf(node)) {
    node.size += part->size;
    node.work += part->work;
  }
  if (node.op == FormulaOp::Rolling || node.op == FormulaOp::Mean) {
    node.work *= static_cast<std::size_t>(node.months);
  }
  if (node.size > kLargestFormula || node.work > kMostWork) {
    return nullptr;
  }
  return std::make_shared<const FormulaNode>(std::move(node));
}

Formula formulaMeasure(std::string name) {
  FormulaNode node;
  node.op = FormulaOp::Measure;
  node.measure = std::move(name);
  return formulaOf(std::move(node));
}

Formula formulaNumber(double number) {
  FormulaNode node;
  node.number = number;
  return formulaOf(std::move(node));
}

Formula formulaOf(FormulaOp op, Formula left, Formula right) {
  FormulaNode node;
  node.op = op;
  node.left = std::move(left);
  node.right = std::move(right);
  return formulaOf(std::move(node));
}

Formula formulaOver(FormulaOp op, Formula left, int months, int line) {
  FormulaNode node;
  node.op = op;
  node.left = std::move(left);
  node.months = months;
  node.line = line;
  return formulaOf(std::move(node));
}

std::optional<base::MonthRange> formulaPeriod(const std::string& text) {
  if (const auto month = base::Month::parse(text)) {
    return base::MonthRange{*month, *month};
  }
  const bool may_be_year = text.size() == 4 || (text.size() == 7 && text[4] == '/');
  const auto january = may_be_year ? base::Month::parse(text.substr(0, 4) + "-01") : std::nullopt;
  if (!january) {
    return std::nullopt;
  }
  if (text.size() == 4) {
    return base::MonthRange{*january, *january + (kYear - 1)};
  }
  const base::Month april = *january + 3;
  return text == april.financialYearName() ? std::optional(base::MonthRange{april, april + (kYear - 1)}) : std::nullopt;
}

Formula formulaAt(Formula left, const base::MonthRange& period, std::string text, int line) {
  FormulaNode node;
  node.op = FormulaOp::At;
  node.left = std::move(left);
  node.period = period;
  node.period_text = std::move(text);
  node.line = line;
  return formulaOf(std::move(node));
}

Formula formulaWhere(Formula condition, Formula then, Formula otherwise) {
  FormulaNode node;
  node.op = FormulaOp::Where;
  node.condition = std::move(condition);
  node.left = std::move(then);
  node.right = std::move(otherwise);
  return formulaOf(std::move(node));
}

std::vector<std::string> measuresOf(const FormulaNode& formula) {
  std::set<std::string> names;
  collect(formula, names);
  return {names.begin(), names.end()};
}

std::string firstMeasureOf(const FormulaNode& formula) {
  if (formula.op == FormulaOp::Measure) {
    return formula.measure;
  }
  for (const FormulaNode* part : partsOf(formula)) {
    if (std::string found = firstMeasureOf(*part); !found.empty()) {
      return found;
    }
  }
  return {};
}

// A value of a whole number of years earlier is that of the same window of that year, so months still add up to it.
bool onlyAdds(const FormulaNode& formula) {
  switch (formula.op) {
    case FormulaOp::Measure:
      return true;
    case FormulaOp::Negate:
      return onlyAdds(*formula.left);
    case FormulaOp::Add:
    case FormulaOp::Subtract:
      return onlyAdds(*formula.left) && onlyAdds(*formula.right);
    case FormulaOp::Shift:
      return formula.months % kYear == 0 && onlyAdds(*formula.left);
    default:
      return false;
  }
}

bool monthsOverlap(const FormulaNode& formula) {
  if (formula.op == FormulaOp::At) {
    return false;
  }
  const std::vector<const FormulaNode*> parts = partsOf(formula);
  return ((formula.op == FormulaOp::Rolling || formula.op == FormulaOp::Mean) && formula.months > 1) ||
         std::any_of(parts.begin(), parts.end(), [](const FormulaNode* part) { return monthsOverlap(*part); });
}

bool isWhole(const FormulaNode& formula, const std::function<bool(const std::string&)>& is_whole_of) {
  const auto whole = [&](const Formula& part) { return isWhole(*part, is_whole_of); };
  switch (formula.op) {
    case FormulaOp::Measure:
      return is_whole_of(formula.measure);
    case FormulaOp::Number:
      return formula.number == std::round(formula.number);
    case FormulaOp::Rolling:
      return formula.roll.by == Roll::By::Values && whole(formula.left);
    case FormulaOp::At:
      return formula.period.count() == 1 && whole(formula.left);
    case FormulaOp::Negate:
    case FormulaOp::Shift:
      return whole(formula.left);
    case FormulaOp::Add:
    case FormulaOp::Subtract:
    case FormulaOp::Multiply:
    case FormulaOp::Larger:
    case FormulaOp::Smaller:
    case FormulaOp::Where:
      return whole(formula.left) && whole(formula.right);
    default:
      return compares(formula.op);
  }
}

// Each part is looked at once: a formula is a thousand nodes deep at the most, and two looks a node would never end.
bool isTruth(const FormulaNode& formula, const std::function<bool(const std::string&)>& is_truth_of) {
  const auto holds = [&](const Formula& part) { return isTruth(*part, is_truth_of); };
  const auto fits = [&](const Formula& part) { return holds(part) || isOneOrZero(*part); };
  switch (formula.op) {
    case FormulaOp::Measure:
      return is_truth_of(formula.measure);
    case FormulaOp::Shift:
      return holds(formula.left);
    case FormulaOp::At:
      return formula.period.count() == 1 && holds(formula.left);
    case FormulaOp::Where:
      return fits(formula.left) && fits(formula.right);
    case FormulaOp::Larger:      // one or the other
    case FormulaOp::Smaller:     // both
    case FormulaOp::Multiply: {  // both
      const bool left = holds(formula.left);
      const bool right = holds(formula.right);
      return (left || right) && (left || isOneOrZero(*formula.left)) && (right || isOneOrZero(*formula.right));
    }
    case FormulaOp::Subtract:  // not
      return isOneOrZero(*formula.left) && formula.left->number == 1 && holds(formula.right);
    default:
      return compares(formula.op);
  }
}

std::vector<series::Window> windowsOf(const FormulaNode& formula) {
  using series::Window;
  if (formula.op == FormulaOp::Rolling || formula.op == FormulaOp::Mean) {
    return {Window::Month};
  }
  if (formula.op == FormulaOp::At && isWholeYear(formula.period)) {
    if (formula.of_amount) {
      return {Window::Mrt, Window::FinancialYear, Window::CalendarYear};
    }
    return {series::kAllWindows.begin(), series::kAllWindows.end()};
  }
  std::vector<Window> windows(series::kAllWindows.begin(), series::kAllWindows.end());
  for (const FormulaNode* part : partsOf(formula)) {
    const std::vector<Window> own = windowsOf(*part);
    std::erase_if(windows, [&](Window window) { return std::find(own.begin(), own.end(), window) == own.end(); });
  }
  return windows;
}

Reach reachOf(const FormulaNode& formula) {
  Reach reach;
  for (const FormulaNode* part : partsOf(formula)) {
    const Reach own = reachOf(*part);
    reach.months = std::max(reach.months, own.months);
    if (own.earliest && (!reach.earliest || *own.earliest < *reach.earliest)) {
      reach.earliest = own.earliest;
    }
  }
  switch (formula.op) {
    case FormulaOp::Rolling:
    case FormulaOp::Mean:
      reach.months += formula.months - 1;
      break;
    case FormulaOp::Shift:
      reach.months += formula.months;
      break;
    case FormulaOp::At: {
      const base::Month own = formula.period.last - reach.months;
      reach.earliest = reach.earliest ? std::min(*reach.earliest, own) : own;
      reach.months = 0;
      break;
    }
    default:
      break;
  }
  return reach;
}

}  // namespace boardpack::measure
