#include "measure/definition/formula.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <cmath>
#include <set>

namespace boardpack::measure {
namespace {

using series::Cell;
using Columns = std::map<std::string, std::vector<Cell>>;

int precedenceOf(FormulaOp op) {
  switch (op) {
    case FormulaOp::Add:
    case FormulaOp::Subtract:
      return 1;
    case FormulaOp::Multiply:
    case FormulaOp::Divide:
      return 2;
    case FormulaOp::Negate:
      return 3;
    case FormulaOp::Measure:
    case FormulaOp::Number:
      break;
  }
  return 4;
}

const char* signOf(FormulaOp op) {
  switch (op) {
    case FormulaOp::Add:
      return " + ";
    case FormulaOp::Subtract:
      return " - ";
    case FormulaOp::Multiply:
      return " * ";
    case FormulaOp::Divide:
      return " / ";
    case FormulaOp::Measure:
    case FormulaOp::Number:
    case FormulaOp::Negate:
      break;
  }
  return "";
}

std::string inside(const FormulaNode& node, int least) {
  const bool negative_number = node.op == FormulaOp::Number && node.number < 0;
  if (precedenceOf(node.op) < least || negative_number) {
    return "(" + print(node) + ")";
  }
  return print(node);
}

void collect(const FormulaNode& node, std::set<std::string>& names) {
  if (node.op == FormulaOp::Measure) {
    names.insert(node.measure);
  }
  for (const Formula& part : {node.left, node.right}) {
    if (part) {
      collect(*part, names);
    }
  }
}

Cell combine(FormulaOp op, const Cell& left, const Cell& right) {
  for (const Cell* part : {&left, &right}) {
    if (!part->has()) {
      return Cell::missing(part->symbol, part->reason);
    }
  }
  double value = 0;
  switch (op) {
    case FormulaOp::Add:
      value = *left.value + *right.value;
      break;
    case FormulaOp::Subtract:
      value = *left.value - *right.value;
      break;
    case FormulaOp::Multiply:
      value = *left.value * *right.value;
      break;
    default:
      if (*right.value == 0) {
        return Cell::missing(series::Symbol::NotApplicable, "division by zero");
      }
      value = *left.value / *right.value;
  }
  if (!std::isfinite(value)) {
    return Cell::missing(series::Symbol::NotApplicable, "the value is too large to show");
  }
  return Cell::of(value);
}

std::vector<Cell> valuesOf(const FormulaNode& node, const Columns& columns, std::size_t length) {
  switch (node.op) {
    case FormulaOp::Number:
      return std::vector<Cell>(length, Cell::of(node.number));
    case FormulaOp::Measure: {
      const auto column = columns.find(node.measure);
      if (column == columns.end() || column->second.size() != length) {
        throw sdk::Error(sdk::ErrorKind::Script, "The values of '" + node.measure +
                                                     "' do not cover the months that the formula is taken over.");
      }
      std::vector<Cell> cells;
      cells.reserve(length);
      for (const Cell& cell : column->second) {
        cells.push_back(cell.has() ? Cell::of(*cell.value) : Cell::missing(cell.symbol, cell.reason));
      }
      return cells;
    }
    case FormulaOp::Negate: {
      std::vector<Cell> cells = valuesOf(*node.left, columns, length);
      for (Cell& cell : cells) {
        if (cell.has()) {
          cell.value = 0.0 - *cell.value;  // not -x, which makes a negative zero of zero
        }
      }
      return cells;
    }
    default:
      break;
  }
  std::vector<Cell> left = valuesOf(*node.left, columns, length);
  const std::vector<Cell> right = valuesOf(*node.right, columns, length);
  for (std::size_t i = 0; i < length; ++i) {
    left[i] = combine(node.op, left[i], right[i]);
  }
  return left;
}

}  // namespace

Formula formulaMeasure(std::string name) {
  FormulaNode node;
  node.op = FormulaOp::Measure;
  node.measure = std::move(name);
  return std::make_shared<const FormulaNode>(std::move(node));
}

Formula formulaNumber(double number) {
  FormulaNode node;
  node.number = number;
  return std::make_shared<const FormulaNode>(std::move(node));
}

Formula formulaOf(FormulaOp op, Formula left, Formula right) {
  FormulaNode node;
  node.op = op;
  node.size = 1 + left->size + (right ? right->size : 0);
  if (node.size > kLargestFormula) {
    return nullptr;
  }
  node.left = std::move(left);
  node.right = std::move(right);
  return std::make_shared<const FormulaNode>(std::move(node));
}

std::vector<std::string> measuresOf(const FormulaNode& formula) {
  std::set<std::string> names;
  collect(formula, names);
  return {names.begin(), names.end()};
}

bool onlyAdds(const FormulaNode& formula) {
  switch (formula.op) {
    case FormulaOp::Measure:
      return true;
    case FormulaOp::Negate:
      return onlyAdds(*formula.left);
    case FormulaOp::Add:
    case FormulaOp::Subtract:
      return onlyAdds(*formula.left) && onlyAdds(*formula.right);
    case FormulaOp::Number:
    case FormulaOp::Multiply:
    case FormulaOp::Divide:
      break;
  }
  return false;
}

std::string print(const FormulaNode& formula) {
  switch (formula.op) {
    case FormulaOp::Measure:
      return formula.measure;
    case FormulaOp::Number:
      return base::exactNumber(formula.number);
    case FormulaOp::Negate:
      return "-" + inside(*formula.left, 4);
    default:
      break;
  }
  const int precedence = precedenceOf(formula.op);
  // The right side of - and / must bind more strongly; of + and * too, so that the order of rounding stays as written.
  return inside(*formula.left, precedence) + signOf(formula.op) + inside(*formula.right, precedence + 1);
}

std::vector<Cell> evaluate(const FormulaNode& formula, const Columns& columns) {
  const std::size_t length = columns.empty() ? 0 : columns.begin()->second.size();
  return valuesOf(formula, columns, length);
}

}  // namespace boardpack::measure
