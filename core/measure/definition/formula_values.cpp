#include "measure/definition/formula_values.hpp"

#include "base/decimal_arithmetic.hpp"
#include "base/text.hpp"
#include "series/breaks.hpp"

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

/// A value, and the periods it is worked out from.
struct Worked {
  Cell cell;
  Readings readings = {};
};

class Evaluator {
 public:
  explicit Evaluator(const FormulaValues& values) : values_(values) {}

  Worked at(const FormulaNode& node, Window window, base::Month month) const {
    switch (node.op) {
      case FormulaOp::Number:
        return {Cell::of(node.number)};
      case FormulaOp::Measure:
        return ofMeasure(node, window, month);
      case FormulaOp::Negate: {
        Worked made = at(*node.left, window, month);
        if (made.cell.has()) {
          made.cell.value = 0.0 - *made.cell.value;  // not -x, which makes a negative zero of zero
        }
        return made;
      }
      case FormulaOp::Shift:
        return at(*node.left, window, month - node.months);
      case FormulaOp::At:
        return atPeriod(node, window, month);
      case FormulaOp::Rolling:
        return rolling(node, month);
      case FormulaOp::Mean:
        return mean(node, month);
      case FormulaOp::Where:
        return chosen(node, window, month);
      default:
        return combine(node.op, at(*node.left, window, month), at(*node.right, window, month));
    }
  }

 private:
  Worked ofMeasure(const FormulaNode& node, Window window, base::Month month) const {
    const Cell found = values_.cell(node.measure, window, month);
    if (!found.has()) {
      return {Cell::missing(found.symbol, found.reason)};
    }
    if (!isApproximate(found.bound)) {
      return {Cell::missing(Symbol::NotApplicable, "'" + node.measure + "' is known only as " +
                                                       series::boundWords(found.bound) + " a number")};
    }
    Worked made{Cell::of(*found.value)};
    carry(made.cell, found);
    made.readings.add(values_.reading(node.measure, window, month));
    return made;
  }

  Worked atPeriod(const FormulaNode& node, Window window, base::Month month) const {
    if (node.period.last > month) {
      return {Cell::missing(Symbol::NotAvailable, node.period.last.longName() + " lies after it")};
    }
    const Window taken = node.period.count() == 1 ? window : node.at_window;
    Worked made = at(*node.left, taken, node.period.last);
    made.cell.least_behind.reset();  // of another time: it says nothing of how steady the months are
    return made;
  }

  Worked chosen(const FormulaNode& node, Window window, base::Month month) const {
    const Worked condition = at(*node.condition, window, month);
    if (!condition.cell.has()) {
      return {Cell::missing(condition.cell.symbol, condition.cell.reason)};
    }
    Worked made = at(*condition.cell.value != 0 ? *node.left : *node.right, window, month);
    made.cell.marks.add(condition.cell.marks);
    made.readings.add(condition.readings);
    return made;
  }

  /// 1 or 0. What a quotient leaves after rounding in binary makes no number larger than another.
  static Cell compared(FormulaOp op, double a, double b) {
    switch (op) {
      case FormulaOp::Above:
        return Cell::of(base::isAbove(a, b) ? 1 : 0);
      case FormulaOp::AtLeast:
        return Cell::of(base::isAbove(b, a) ? 0 : 1);
      case FormulaOp::Below:
        return Cell::of(base::isAbove(b, a) ? 1 : 0);
      case FormulaOp::AtMost:
        return Cell::of(base::isAbove(a, b) ? 0 : 1);
      default:
        return Cell::of(base::isSame(a, b) ? 1 : 0);
    }
  }

  static Cell worked(FormulaOp op, double a, double b) {
    switch (op) {
      case FormulaOp::Add:
        return finite(base::sumOf(a, b));
      case FormulaOp::Subtract:
        return finite(base::differenceOf(a, b));
      case FormulaOp::Multiply:
        return finite(base::productOf(a, b));
      case FormulaOp::Divide:
        return b == 0 ? Cell::missing(Symbol::NotApplicable, "division by zero") : finite(base::quotientOf(a, b));
      case FormulaOp::Larger:
        return Cell::of(std::max(a, b));
      case FormulaOp::Smaller:
        return Cell::of(std::min(a, b));
      default:
        return compared(op, a, b);
    }
  }

  static Worked combine(FormulaOp op, const Worked& left, const Worked& right) {
    for (const Worked* part : {&left, &right}) {
      if (!part->cell.has()) {
        return {Cell::missing(part->cell.symbol, part->cell.reason)};
      }
    }
    Worked made{worked(op, *left.cell.value, *right.cell.value), left.readings};
    made.readings.add(right.readings);
    if (const series::Event* event = made.readings.between()) {
      return {Cell::missing(Symbol::NotApplicable,
                            "the series breaks between or within the periods that it sets against each other: " +
                                series::eventNamed(*event))};
    }
    if (made.cell.has()) {
      carry(made.cell, left.cell);
      carry(made.cell, right.cell);
    }
    return made;
  }

  static Cell missingIn(const FormulaNode& node, const Cell& cell) {
    return Cell::missing(cell.symbol, "a figure over " + base::countOf(node.months, "month", "months") + " needs " +
                                          (node.months == 1 ? "it" : "all of them") + "; " + cell.reason);
  }

  Worked rolling(const FormulaNode& node, base::Month month) const {
    return node.roll.by == Roll::By::Values ? rollingValues(node, month) : rollingParts(node, month);
  }

  Worked rollingValues(const FormulaNode& node, base::Month month) const {
    double sum = 0;
    double behind = 0;
    Worked made{Cell::of(0)};
    bool has_behind = true;
    for (int back = node.months - 1; back >= 0; --back) {
      const Worked one = at(*node.left, Window::Month, month - back);
      if (!one.cell.has()) {
        return {missingIn(node, one.cell)};
      }
      sum = base::sumOf(sum, *one.cell.value);
      carry(made.cell, one.cell);
      has_behind = has_behind && one.cell.least_behind.has_value();
      behind = base::sumOf(behind, one.cell.least_behind.value_or(0));
      made.readings.add(one.readings);
    }
    made.readings.span();
    made.cell.value = sum;
    made.cell.least_behind = has_behind ? std::optional(behind) : std::nullopt;
    return made;
  }

  /// Of a month without rows the parts are there (0 of 0), and only their quotient has no meaning.
  Worked rollingParts(const FormulaNode& node, base::Month month) const {
    double top = 0;
    double bottom = 0;
    Worked made;
    Cell last;
    for (int back = node.months - 1; back >= 0; --back) {
      last = values_.cell(node.left->measure, Window::Month, month - back);
      if (!last.numerator || !last.denominator) {
        return {missingIn(node, last.has() ? Cell::missing(Symbol::NotApplicable, "its parts are not known") : last)};
      }
      made.cell.marks.add(last.marks);
      made.readings.add(values_.reading(node.left->measure, Window::Month, month - back));
      top = base::sumOf(top, *last.numerator);
      bottom = base::sumOf(bottom, *last.denominator);
    }
    made.readings.span();
    const bool is_rate = node.roll.by == Roll::By::Rate;
    const double below = is_rate ? *last.denominator : bottom;
    if (below == 0) {
      return {Cell::missing(Symbol::NotApplicable,
                            "nothing to divide by in " + base::countOf(node.months, "month", "months"))};
    }
    Cell quotient = finite(base::quotientOf(base::productOf(node.roll.factor, top), below));
    quotient.marks = made.cell.marks;
    quotient.least_behind = is_rate ? top : std::min(std::abs(top), std::abs(below));
    made.cell = std::move(quotient);
    return made;
  }

  Worked mean(const FormulaNode& node, base::Month month) const {
    Worked made = rollingValues(node, month);
    if (made.cell.has()) {
      made.cell.value = base::quotientOf(*made.cell.value, node.months);
    }
    return made;
  }

  const FormulaValues& values_;
};

}  // namespace

Reading FormulaValues::reading(const std::string& /*measure*/, Window /*window*/, base::Month /*month*/) const {
  return {};
}

Cell evaluate(const FormulaNode& formula, const FormulaValues& values, Window window, base::Month month) {
  Worked made = Evaluator(values).at(formula, window, month);
  if (made.cell.has() && made.readings.areBroken()) {
    made.cell.marks.add(series::Mark::Break);
  }
  return std::move(made.cell);
}

}  // namespace boardpack::measure
