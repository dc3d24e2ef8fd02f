#include "base/text.hpp"
#include "measure/definition/formula.hpp"

namespace boardpack::measure {
namespace {

enum class Style { Script, English };

std::string write(const FormulaNode& node, Style style);

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
    default:
      return 4;
  }
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
    default:
      return "";
  }
}

struct Words {
  const char* method;
  const char* english;
};

Words comparisonOf(FormulaOp op) {
  switch (op) {
    case FormulaOp::Above:
      return {"above", "is above"};
    case FormulaOp::AtLeast:
      return {"at_least", "is at least"};
    case FormulaOp::Below:
      return {"below", "is below"};
    case FormulaOp::AtMost:
      return {"at_most", "is at most"};
    case FormulaOp::Equals:
      return {"equals", "equals"};
    default:
      return {nullptr, nullptr};
  }
}

std::string inside(const FormulaNode& node, int least, Style style) {
  const bool negative_number = node.op == FormulaOp::Number && node.number < 0;
  if (precedenceOf(node.op) < least || negative_number) {
    return "(" + write(node, style) + ")";
  }
  return write(node, style);
}

// What a method is called on: a number or a sum needs brackets.
std::string receiver(const FormulaNode& node, Style style) {
  const bool is_plain = node.op != FormulaOp::Number && precedenceOf(node.op) == 4;
  return is_plain ? write(node, style) : "(" + write(node, style) + ")";
}

std::string call(const std::string& function, const std::vector<const FormulaNode*>& parts, Style style) {
  std::vector<std::string> written;
  for (const FormulaNode* part : parts) {
    written.push_back(write(*part, style));
  }
  return function + "(" + base::join(written, ", ") + ")";
}

std::string overMonths(const FormulaNode& node, Style style) {
  const std::string months = std::to_string(node.months);
  if (style == Style::Script) {
    const char* method = node.op == FormulaOp::Rolling ? ":rolling("
                         : node.op == FormulaOp::Mean  ? ":mean("
                                                       : ":shift(";
    return receiver(*node.left, style) + method + months + ")";
  }
  const std::string counted = base::countOf(node.months, "month", "months");
  switch (node.op) {
    case FormulaOp::Rolling:
      return receiver(*node.left, style) + " (of " + counted + " to it)";
    case FormulaOp::Mean:
      return receiver(*node.left, style) + " (mean of " + counted + " to it)";
    default:
      return receiver(*node.left, style) + " (" + counted + " earlier)";
  }
}

std::string compared(const FormulaNode& node, Style style) {
  const Words words = comparisonOf(node.op);
  if (style == Style::Script) {
    return receiver(*node.left, style) + ":" + words.method + "(" + write(*node.right, style) + ")";
  }
  return "(1 where " + write(*node.left, style) + " " + words.english + " " + write(*node.right, style) + ", else 0)";
}

std::string atPeriod(const FormulaNode& node, Style style) {
  if (style == Style::Script) {
    return receiver(*node.left, style) + ":at(\"" + node.period_text + "\")";
  }
  // Of a whole year the rolled part says nothing that the year does not.
  const bool is_year = node.period.count() == 12 && node.left->op == FormulaOp::Rolling;
  const FormulaNode& part = is_year ? *node.left->left : *node.left;
  return receiver(part, style) + " (of " + (node.period.count() == 1 ? node.period.last.longName() : node.period_text) +
         ")";
}

std::string whereWords(const FormulaNode& node, Style style) {
  if (style == Style::Script) {
    return call("where", {node.condition.get(), node.left.get(), node.right.get()}, style);
  }
  const Words words = comparisonOf(node.condition->op);
  const std::string condition = words.english == nullptr ? write(*node.condition, style) + " is not 0"
                                                         : write(*node.condition->left, style) + " " + words.english +
                                                               " " + write(*node.condition->right, style);
  return "(" + write(*node.left, style) + " where " + condition + ", else " + write(*node.right, style) + ")";
}

std::string write(const FormulaNode& node, Style style) {
  switch (node.op) {
    case FormulaOp::Measure:
      return node.measure;
    case FormulaOp::Number:
      return base::exactNumber(node.number);
    case FormulaOp::Negate:
      return "-" + inside(*node.left, 4, style);
    case FormulaOp::Rolling:
    case FormulaOp::Mean:
    case FormulaOp::Shift:
      return overMonths(node, style);
    case FormulaOp::At:
      return atPeriod(node, style);
    case FormulaOp::Above:
    case FormulaOp::AtLeast:
    case FormulaOp::Below:
    case FormulaOp::AtMost:
    case FormulaOp::Equals:
      return compared(node, style);
    case FormulaOp::Larger:
    case FormulaOp::Smaller: {
      const bool is_script = style == Style::Script;
      const char* function = node.op == FormulaOp::Larger ? "max" : "min";
      const char* words = node.op == FormulaOp::Larger ? "the larger of " : "the smaller of ";
      return call(is_script ? function : words, {node.left.get(), node.right.get()}, style);
    }
    case FormulaOp::Where:
      return whereWords(node, style);
    default:
      break;
  }
  const int precedence = precedenceOf(node.op);
  // The right side of - and / must bind more strongly; of + and * too, so that the order of rounding stays as written.
  return inside(*node.left, precedence, style) + signOf(node.op) + inside(*node.right, precedence + 1, style);
}

}  // namespace

std::string print(const FormulaNode& formula) { return write(formula, Style::Script); }

std::string formulaWords(const FormulaNode& formula) { return write(formula, Style::English); }

}  // namespace boardpack::measure
