#include "expression/expression.hpp"

namespace boardpack::expression {
namespace {

/// How tightly a construct binds, loosest first; as the parser has it.
enum class Binding { Or, And, Not, Predicate, Sum, Product, Sign, Value };

Binding bindingOf(Op op) {
  switch (op) {
    case Op::Or:
      return Binding::Or;
    case Op::And:
      return Binding::And;
    case Op::Not:
      return Binding::Not;
    case Op::Equal:
    case Op::NotEqual:
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
    case Op::In:
    case Op::NotIn:
    case Op::Between:
    case Op::NotBetween:
    case Op::Like:
    case Op::NotLike:
    case Op::IsNull:
    case Op::IsNotNull:
      return Binding::Predicate;
    case Op::Add:
    case Op::Subtract:
      return Binding::Sum;
    case Op::Multiply:
    case Op::Divide:
      return Binding::Product;
    case Op::Negate:
      return Binding::Sign;
    default:
      return Binding::Value;
  }
}

std::string child(const Node& node, std::size_t index, Binding least) {
  const Node& found = *node.children[index];
  const std::string text = print(found);
  return bindingOf(found.op) < least ? "(" + text + ")" : text;
}

std::string infix(const Node& node, const std::string& word, Binding left, Binding right) {
  return child(node, 0, left) + " " + word + " " + child(node, 1, right);
}

std::string listed(const Node& node, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    text += (i > from ? ", " : "") + print(*node.children[i]);
  }
  return "(" + text + ")";
}

std::string joined(const Node& node, const std::string& word, Binding least) {
  std::string text = child(node, 0, least);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    text += " " + word + " " + child(node, i, least);
  }
  return text;
}

std::string between(const Node& node, const std::string& word) {
  return child(node, 0, Binding::Sum) + " " + word + " " + child(node, 1, Binding::Sum) + " and " +
         child(node, 2, Binding::Sum);
}

std::string choice(const Node& node) {
  std::string text = "case";
  std::size_t i = 0;
  for (; i + 1 < node.children.size(); i += 2) {
    text += " when " + print(*node.children[i]) + " then " + print(*node.children[i + 1]);
  }
  if (i < node.children.size()) {
    text += " else " + print(*node.children[i]);
  }
  return text + " end";
}

std::string literal(const Node& node) {
  if (node.type == Type::Number) {
    return node.text;
  }
  return (node.type == Type::Day ? "date " : "") + quoteText(node.text);
}

}  // namespace

std::string print(const Node& tree) {
  using enum Op;
  const auto comparison = [&](const char* sign) { return infix(tree, sign, Binding::Sum, Binding::Sum); };
  switch (tree.op) {
    case Column:
      return tree.text;
    case Literal:
      return literal(tree);
    case True:
      return "true";
    case False:
      return "false";
    case Null:
      return "null";
    case Equal:
      return comparison("=");
    case NotEqual:
      return comparison("<>");
    case Less:
      return comparison("<");
    case LessEqual:
      return comparison("<=");
    case Greater:
      return comparison(">");
    case GreaterEqual:
      return comparison(">=");
    case And:
      return joined(tree, "and", Binding::Not);
    case Or:
      return joined(tree, "or", Binding::And);
    case Not:
      return "not " + child(tree, 0, Binding::Not);
    case In:
      return child(tree, 0, Binding::Sum) + " in " + listed(tree, 1);
    case NotIn:
      return child(tree, 0, Binding::Sum) + " not in " + listed(tree, 1);
    case Between:
      return between(tree, "between");
    case NotBetween:
      return between(tree, "not between");
    case Like:
      return comparison("like");
    case NotLike:
      return comparison("not like");
    case IsNull:
      return child(tree, 0, Binding::Sum) + " is null";
    case IsNotNull:
      return child(tree, 0, Binding::Sum) + " is not null";
    case Add:
      return infix(tree, "+", Binding::Sum, Binding::Product);
    case Subtract:
      return infix(tree, "-", Binding::Sum, Binding::Product);
    case Multiply:
      return infix(tree, "*", Binding::Product, Binding::Sign);
    case Divide:
      return infix(tree, "/", Binding::Product, Binding::Sign);
    case Negate:
      return "-" + child(tree, 0, Binding::Value);
    case Case:
      return choice(tree);
    case Coalesce:
      return "coalesce" + listed(tree, 0);
    case Lower:
      return "lower" + listed(tree, 0);
    case Contains:
      return "contains" + listed(tree, 0);
    case StartsWith:
      return "starts_with" + listed(tree, 0);
    case Minutes:
      return "minutes" + listed(tree, 0);
    case Days:
      return "days" + listed(tree, 0);
    case Month:
      return "month" + listed(tree, 0);
    case Weekday:
      return "weekday" + listed(tree, 0);
    case Hour:
      return "hour" + listed(tree, 0);
  }
  return {};
}

}  // namespace boardpack::expression
