#include "measure/definition/formula_values.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace boardpack::measure {
namespace {

using series::Bound;
using series::Cell;
using series::Symbol;
using series::Window;

constexpr double kLargestExact = 9e14;  // of a Decimal, with room to add

/// Adds amounts up exactly: they have four places at the most. What is not an amount, or past the range, is added up as
/// it is.
class ExactSum {
 public:
  void add(double value) {
    plain_ += value;
    const double scaled = value * 10000.0;
    is_exact_ = is_exact_ && std::abs(value) < kLargestExact / 1000 && std::abs(plain_) < kLargestExact / 1000 &&
                static_cast<double>(std::llround(scaled)) / 10000.0 == value;
    if (is_exact_) {
      sum_ += base::Decimal::fromTenThousandths(std::llround(scaled));
    }
  }
  double value() const { return is_exact_ ? sum_.toDouble() : plain_; }

 private:
  base::Decimal sum_;
  double plain_ = 0;
  bool is_exact_ = true;
};

/// What the parts hand on to what is made of them.
void carry(Cell& made, const Cell& part) {
  made.marks.add(part.marks);
  if (part.bound != Bound::Exact) {
    made.bound = part.bound;
  }
  if (part.least_behind && (!made.least_behind || *part.least_behind < *made.least_behind)) {
    made.least_behind = part.least_behind;
  }
}

Cell finite(double value) {
  return std::isfinite(value) ? Cell::of(value)
                              : Cell::missing(Symbol::NotApplicable, "the value is too large to show");
}

bool isApproximate(Bound bound) { return bound == Bound::Exact || bound == Bound::About || bound == Bound::Estimated; }

class Evaluator {
 public:
  explicit Evaluator(const FormulaValues& values) : values_(values) {}

  Cell at(const FormulaNode& node, Window window, base::Month month) const {
    switch (node.op) {
      case FormulaOp::Number:
        return Cell::of(node.number);
      case FormulaOp::Measure:
        return ofMeasure(node, window, month);
      case FormulaOp::Negate: {
        Cell cell = at(*node.left, window, month);
        if (cell.has()) {
          cell.value = 0.0 - *cell.value;  // not -x, which makes a negative zero of zero
        }
        return cell;
      }
      case FormulaOp::Shift:
        return at(*node.left, window, month - node.months);
      case FormulaOp::At:
        return atPeriod(node, window, month);
      case FormulaOp::Rolling:
        return rolling(node, month);
      case FormulaOp::Mean:
        return mean(node, month);
      case FormulaOp::Where: {
        const Cell condition = at(*node.condition, window, month);
        if (!condition.has()) {
          return Cell::missing(condition.symbol, condition.reason);
        }
        Cell chosen = at(*condition.value != 0 ? *node.left : *node.right, window, month);
        chosen.marks.add(condition.marks);
        return chosen;
      }
      default:
        return combine(node.op, at(*node.left, window, month), at(*node.right, window, month));
    }
  }

 private:
  Cell ofMeasure(const FormulaNode& node, Window window, base::Month month) const {
    const Cell found = values_.cell(node.measure, window, month);
    if (!found.has()) {
      return Cell::missing(found.symbol, found.reason);
    }
    if (!isApproximate(found.bound)) {
      return Cell::missing(Symbol::NotApplicable,
                           "'" + node.measure + "' is known only as " + series::boundWords(found.bound) + " a number");
    }
    Cell cell = Cell::of(*found.value);
    carry(cell, found);
    return cell;
  }

  Cell atPeriod(const FormulaNode& node, Window window, base::Month month) const {
    if (node.period.last > month) {
      return Cell::missing(Symbol::NotAvailable, node.period.last.longName() + " lies after it");
    }
    const Window taken = node.period.count() == 1 ? window : node.at_window;
    Cell cell = at(*node.left, taken, node.period.last);
    cell.least_behind.reset();  // of another time: it says nothing of how steady the months are
    return cell;
  }

  static Cell compared(FormulaOp op, double a, double b) {
    switch (op) {
      case FormulaOp::Above:
        return Cell::of(a > b ? 1 : 0);
      case FormulaOp::AtLeast:
        return Cell::of(a >= b ? 1 : 0);
      case FormulaOp::Below:
        return Cell::of(a < b ? 1 : 0);
      case FormulaOp::AtMost:
        return Cell::of(a <= b ? 1 : 0);
      default:
        return Cell::of(a == b ? 1 : 0);
    }
  }

  static Cell worked(FormulaOp op, double a, double b) {
    switch (op) {
      case FormulaOp::Add:
        return finite(a + b);
      case FormulaOp::Subtract:
        return finite(a - b);
      case FormulaOp::Multiply:
        return finite(a * b);
      case FormulaOp::Divide:
        return b == 0 ? Cell::missing(Symbol::NotApplicable, "division by zero") : finite(a / b);
      case FormulaOp::Larger:
        return Cell::of(std::max(a, b));
      case FormulaOp::Smaller:
        return Cell::of(std::min(a, b));
      default:
        return compared(op, a, b);
    }
  }

  static Cell combine(FormulaOp op, const Cell& left, const Cell& right) {
    for (const Cell* part : {&left, &right}) {
      if (!part->has()) {
        return Cell::missing(part->symbol, part->reason);
      }
    }
    Cell cell = worked(op, *left.value, *right.value);
    if (cell.has()) {
      carry(cell, left);
      carry(cell, right);
    }
    return cell;
  }

  static Cell missingIn(const FormulaNode& node, const Cell& cell) {
    return Cell::missing(cell.symbol, "a figure over " + base::countOf(node.months, "month", "months") + " needs " +
                                          (node.months == 1 ? "it" : "all of them") + "; " + cell.reason);
  }

  Cell rolling(const FormulaNode& node, base::Month month) const {
    return node.roll.by == Roll::By::Values ? rollingValues(node, month) : rollingParts(node, month);
  }

  Cell rollingValues(const FormulaNode& node, base::Month month) const {
    ExactSum sum;
    ExactSum behind;
    Cell made = Cell::of(0);
    bool has_behind = true;
    for (int back = node.months - 1; back >= 0; --back) {
      const Cell cell = at(*node.left, Window::Month, month - back);
      if (!cell.has()) {
        return missingIn(node, cell);
      }
      sum.add(*cell.value);
      carry(made, cell);
      has_behind = has_behind && cell.least_behind.has_value();
      behind.add(cell.least_behind.value_or(0));
    }
    made.value = sum.value();
    made.least_behind = has_behind ? std::optional(behind.value()) : std::nullopt;
    return made;
  }

  /// Of a month without rows the parts are there (0 of 0), and only their quotient has no meaning.
  Cell rollingParts(const FormulaNode& node, base::Month month) const {
    ExactSum top;
    ExactSum bottom;
    Cell made = Cell::of(0);
    Cell last;
    for (int back = node.months - 1; back >= 0; --back) {
      last = values_.cell(node.left->measure, Window::Month, month - back);
      if (!last.numerator || !last.denominator) {
        return missingIn(node, last.has() ? Cell::missing(Symbol::NotApplicable, "its parts are not known") : last);
      }
      made.marks.add(last.marks);
      top.add(*last.numerator);
      bottom.add(*last.denominator);
    }
    const bool is_rate = node.roll.by == Roll::By::Rate;
    const double below = is_rate ? *last.denominator : bottom.value();
    if (below == 0) {
      return Cell::missing(Symbol::NotApplicable,
                           "nothing to divide by in " + base::countOf(node.months, "month", "months"));
    }
    Cell quotient = finite(node.roll.factor * top.value() / below);
    quotient.marks = made.marks;
    quotient.least_behind = is_rate ? top.value() : std::min(std::abs(top.value()), std::abs(below));
    return quotient;
  }

  Cell mean(const FormulaNode& node, base::Month month) const {
    Cell cell = rollingValues(node, month);
    if (cell.has()) {
      cell.value = *cell.value / node.months;
    }
    return cell;
  }

  const FormulaValues& values_;
};

}  // namespace

Cell evaluate(const FormulaNode& formula, const FormulaValues& values, Window window, base::Month month) {
  return Evaluator(values).at(formula, window, month);
}

}  // namespace boardpack::measure
