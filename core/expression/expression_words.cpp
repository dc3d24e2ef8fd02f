#include "base/month.hpp"
#include "base/text.hpp"
#include "expression/expression.hpp"

#include <algorithm>
#include <array>

namespace boardpack::expression {
namespace {

std::string columnWords(const std::string& name) {
  std::string text = name;
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// A number of a month or weekday by its name; nothing when it has none.
std::string nameOf(Op op, const Node& value) {
  static constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  static constexpr std::array<const char*, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
  if (value.op != Op::Literal || value.type != Type::Number || value.text.size() > 2 ||
      value.text.find('.') != std::string::npos) {
    return {};
  }
  const std::size_t number = static_cast<std::size_t>(std::stoi(value.text));
  if (op == Op::Month && number >= 1 && number <= kMonths.size()) {
    return kMonths[number - 1];
  }
  if (op == Op::Weekday && number >= 1 && number <= kDays.size()) {
    return kDays[number - 1];
  }
  return {};
}

std::string literalWords(const Node& node) {
  if (node.type == Type::Text) {
    return quoted(node.text);
  }
  if (node.type == Type::Day) {
    const auto day = base::parseDate(node.text);
    return day ? base::longDate(*day) : node.text;
  }
  const std::size_t point = node.text.find('.');
  const std::size_t decimals = point == std::string::npos ? 0 : node.text.size() - point - 1;
  return base::formatNumber(base::parseNumber(node.text).value_or(0), static_cast<int>(decimals));
}

/// An operand beside `other`: "March" instead of 3 beside the month of a day.
std::string valueBeside(const Node& other, const Node& value) {
  const std::string name = nameOf(other.op, value);
  return name.empty() ? words(value) : name;
}

std::string comparisonWords(Op op, Type type) {
  const bool is_moment = type == Type::Day || type == Type::Time;
  const bool is_text = type == Type::Text;
  switch (op) {
    case Op::Equal:
      return is_moment ? "is on" : "is";
    case Op::NotEqual:
      return is_moment ? "is not on" : "is not";
    case Op::Less:
      return is_moment ? "is before" : is_text ? "comes before" : "is under";
    case Op::LessEqual:
      return is_moment ? "is on or before" : is_text ? "is or comes before" : "is at most";
    case Op::Greater:
      return is_moment ? "is after" : is_text ? "comes after" : "is over";
    case Op::GreaterEqual:
      return is_moment ? "is on or after" : is_text ? "is or comes after" : "is at least";
    default:
      return {};
  }
}

/// A value as the operand of arithmetic or a comparison: in brackets where its words would run on.
std::string operandWords(const Node& node) {
  if (node.op == Op::Column) {
    return columnWords(node.text);
  }
  const bool runs_on = node.op == Op::Add || node.op == Op::Subtract || node.op == Op::Multiply ||
                       node.op == Op::Divide || node.op == Op::Case || node.op == Op::Coalesce;
  return runs_on ? "(" + words(node) + ")" : words(node);
}

/// A condition as the operand of and, or, not.
std::string conditionWords(const Node& node) {
  const bool runs_on = node.op == Op::And || node.op == Op::Or;
  return runs_on ? "(" + words(node) + ")" : words(node);
}

std::string joined(const Node& node, const std::string& word) {
  std::string text;
  for (const Tree& child : node.children) {
    text += (text.empty() ? "" : " " + word + " ") + conditionWords(*child);
  }
  return text;
}

std::string comparison(const Node& node) {
  const Node& left = *node.children[0];
  const Node& right = *node.children[1];
  if (right.op == Op::True || right.op == Op::False) {
    const bool is_yes = (right.op == Op::True) == (node.op == Op::Equal);
    return operandWords(left) + (is_yes ? " is yes" : " is no");
  }
  const std::string value = nameOf(left.op, right).empty() ? operandWords(right) : valueBeside(left, right);
  return operandWords(left) + " " + comparisonWords(node.op, left.type) + " " + value;
}

/// "'a'", "'a' or 'b'", "'a', 'b' or 'c'".
std::string listed(const Node& node, const std::string& last_word) {
  std::string text;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    const bool is_last = i + 1 == node.children.size();
    text += i == 1 ? "" : is_last ? " " + last_word + " " : ", ";
    text += valueBeside(*node.children[0], *node.children[i]);
  }
  return text;
}

std::string notListed(const Node& node) {
  const std::string value = operandWords(*node.children[0]);
  if (node.children.size() == 2) {
    return value + " is not " + listed(node, "or");
  }
  return value +
         (node.children.size() == 3 ? " is neither " + listed(node, "nor") : " is none of " + listed(node, "and"));
}

std::string range(const Node& node, const std::string& verb) {
  return operandWords(*node.children[0]) + " " + verb + " from " + valueBeside(*node.children[0], *node.children[1]) +
         " to " + valueBeside(*node.children[0], *node.children[2]);
}

std::string pattern(const Node& node) {
  const bool is_negated = node.op == Op::NotLike;
  const std::string& text = node.children[1]->text;
  const std::string value = operandWords(*node.children[0]) + " ";
  const auto verb = [&](const char* plain, const char* negated) { return std::string(is_negated ? negated : plain); };
  const bool opens = text.size() > 1 && text.front() == '%';
  const bool closes = text.size() > 1 && text.back() == '%';
  const std::string inner = text.substr(opens ? 1 : 0, text.size() - (opens ? 1 : 0) - (closes ? 1 : 0));
  if (inner.empty() || inner.find_first_of("%_") != std::string::npos || (!opens && !closes)) {
    return value + verb("fits the pattern ", "does not fit the pattern ") + quoted(text);
  }
  if (opens && closes) {
    return value + verb("contains ", "does not contain ") + quoted(inner);
  }
  return value + (opens ? verb("ends with ", "does not end with ") : verb("starts with ", "does not start with ")) +
         quoted(inner);
}

std::string negation(const Node& inner) {
  if (inner.op == Op::Column) {
    return columnWords(inner.text) + " is no";
  }
  return "it is not so that " + conditionWords(inner);
}

std::string choice(const Node& node) {
  std::string text;
  std::size_t i = 0;
  for (; i + 1 < node.children.size(); i += 2) {
    text += (i > 0 ? ", " : "") + operandWords(*node.children[i + 1]) + " if " + words(*node.children[i]);
  }
  return text + ", otherwise " + (i < node.children.size() ? operandWords(*node.children[i]) : "not known");
}

std::string firstKnown(const Node& node) {
  std::string text = operandWords(*node.children[0]);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    text += ", or where that is not known " + operandWords(*node.children[i]);
  }
  return text;
}

std::string infix(const Node& node, const std::string& word) {
  return operandWords(*node.children[0]) + " " + word + " " + operandWords(*node.children[1]);
}

std::string fromTo(const Node& node, const std::string& unit) {
  return "the " + unit + " from " + operandWords(*node.children[0]) + " to " + operandWords(*node.children[1]);
}

std::string known(const Node& node, const std::string& verb) {
  const Node& inner = *node.children[0];
  const bool is_value = inner.type != Type::Boolean || inner.op == Op::Column;
  return (is_value ? operandWords(inner) : "whether " + conditionWords(inner)) + " " + verb + " known";
}

}  // namespace

std::string words(const Node& tree) {
  using enum Op;
  const auto only = [&] { return operandWords(*tree.children[0]); };
  switch (tree.op) {
    case Column:
      return tree.type == Type::Boolean ? columnWords(tree.text) + " is yes" : columnWords(tree.text);
    case Literal:
      return literalWords(tree);
    case True:
      return "yes";
    case False:
      return "no";
    case Null:
      return "not known";
    case Equal:
    case NotEqual:
    case Less:
    case LessEqual:
    case Greater:
    case GreaterEqual:
      return comparison(tree);
    case And:
      return joined(tree, "and");
    case Or:
      return joined(tree, "or");
    case Not:
      return negation(*tree.children[0]);
    case In:
      return only() + " is " + listed(tree, "or");
    case NotIn:
      return notListed(tree);
    case Between:
      return range(tree, "is");
    case NotBetween:
      return range(tree, "is not");
    case Like:
    case NotLike:
      return pattern(tree);
    case IsNull:
      return known(tree, "is not");
    case IsNotNull:
      return known(tree, "is");
    case Add:
      return infix(tree, "plus");
    case Subtract:
      return infix(tree, "less");
    case Multiply:
      return infix(tree, "times");
    case Divide:
      return infix(tree, "divided by");
    case Negate:
      return "minus " + only();
    case Case:
      return choice(tree);
    case Coalesce:
      return firstKnown(tree);
    case Lower:
      return only() + " in lower case";
    case Contains:
      return only() + " has " + words(*tree.children[1]) + " among its parts";
    case StartsWith:
      return only() + " starts with " + words(*tree.children[1]);
    case Minutes:
      return fromTo(tree, "minutes");
    case Days:
      return fromTo(tree, "days");
    case Month:
      return "the month of " + only();
    case Weekday:
      return "the day of the week of " + only();
    case Hour:
      return "the hour of " + only();
  }
  return {};
}

}  // namespace boardpack::expression
