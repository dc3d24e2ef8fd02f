#include "expression/type_check.hpp"

#include "base/month.hpp"
#include "base/text.hpp"
#include "expression/like_pattern.hpp"

#include <algorithm>
#include <array>

namespace boardpack::expression {
namespace {

bool isText(const Tree& tree, std::string_view text) {
  return tree->op == Op::Literal && tree->type == Type::Text && tree->text == text;
}

bool isEquality(Op op) { return op == Op::Equal || op == Op::NotEqual; }

/// A null has no type of its own; it is only of use as a value of a case.
void refuseNull(const Tree& tree) {
  if (tree->op == Op::Null) {
    throw Problem{"Nothing is equal to null: ask 'is null' or 'is not null'.", tree->position};
  }
}

void refuseKey(const Tree& tree) {
  if (tree->type == Type::Key) {
    throw Problem{described(*tree) + ": only 'is null' and 'is not null' can be asked of it.", tree->position};
  }
}

/// A quoted day beside a day or time is that day.
Tree asDay(Tree tree, Type beside) {
  if ((beside == Type::Day || beside == Type::Time) && tree->op == Op::Literal && tree->type == Type::Text) {
    return makeDay(tree->text, tree->position);
  }
  return tree;
}

bool comparable(Type a, Type b) {
  return a == b || (a == Type::Day && b == Type::Time) || (a == Type::Time && b == Type::Day);
}

/// `other` made comparable with `value`, or the problem that it is not.
Tree beside(const Tree& value, Tree other) {
  refuseNull(value);
  refuseNull(other);
  refuseKey(value);
  refuseKey(other);
  Tree found = asDay(std::move(other), value->type);
  if (!comparable(value->type, found->type)) {
    throw Problem{described(*value) + "; " + described(*found) + ". Only values of one kind can be compared.",
                  found->position};
  }
  if (value->op == Op::Column && isText(found, "")) {
    throw Problem{"A blank cell is unknown, never an empty text: ask '" + value->text + " is null'.", found->position};
  }
  return found;
}

void needOrder(const Tree& value, std::string_view what) {
  if (value->type == Type::Boolean) {
    throw Problem{described(*value) + ": " + std::string(what) + " needs a text, number, day or time.",
                  value->position};
  }
}

Tree literalOnly(Tree tree) {
  const Node& inner = tree->op == Op::Negate ? *tree->children.front() : *tree;
  if (tree->op == Op::Null) {
    throw Problem{"Nothing is equal to null: leave it out of the list, and ask 'or … is null' beside it.",
                  tree->position};
  }
  if (inner.op != Op::Literal && inner.op != Op::True && inner.op != Op::False) {
    throw Problem{"A list after 'in' holds values only, such as 'Robbery' or 5; " + print(*tree) + " is none.",
                  tree->position};
  }
  return tree;
}

/// The values of a case or coalesce as values of one type.
Type unify(std::vector<Tree*> values) {
  const auto typed = std::find_if(values.begin(), values.end(),
                                  [](const Tree* v) { return (*v)->op != Op::Null && (*v)->op != Op::Literal; });
  const auto known = typed != values.end() ? typed : std::find_if(values.begin(), values.end(), [](const Tree* v) {
    return (*v)->op != Op::Null;
  });
  if (known == values.end()) {
    throw Problem{"At least one of the values must be other than null.", (*values.front())->position};
  }
  const Tree first = **known;
  refuseKey(first);
  for (Tree* value : values) {
    if ((*value)->op == Op::Null) {
      *value = makeNode(Op::Null, first->type, {}, (*value)->position);
      continue;
    }
    if (first->type == Type::Day) {
      *value = asDay(*value, Type::Day);
    }
    if ((*value)->type != first->type) {
      throw Problem{described(*first) + "; " + described(**value) + ". All values must be of one kind.",
                    (*value)->position};
    }
  }
  return first->type;
}

struct Function {
  std::string_view name;
  Op op;
  std::size_t least;
  std::size_t most;
  std::string_view shape;
};
constexpr std::array<Function, 9> kFunctions = {{
    {"coalesce", Op::Coalesce, 2, 100, "coalesce(value, value, …)"},
    {"contains", Op::Contains, 2, 2, "contains(text, 'member')"},
    {"days", Op::Days, 2, 2, "days(from, to)"},
    {"hour", Op::Hour, 1, 1, "hour(time)"},
    {"lower", Op::Lower, 1, 1, "lower(text)"},
    {"minutes", Op::Minutes, 2, 2, "minutes(from, to)"},
    {"month", Op::Month, 1, 1, "month(day)"},
    {"starts_with", Op::StartsWith, 2, 2, "starts_with(text, 'beginning')"},
    {"weekday", Op::Weekday, 1, 1, "weekday(day)"},
}};

void needType(const Tree& argument, const Function& function, std::initializer_list<Type> allowed,
              std::string_view wanted) {
  refuseKey(argument);
  if (argument->op == Op::Null || std::find(allowed.begin(), allowed.end(), argument->type) == allowed.end()) {
    throw Problem{described(*argument) + "; " + std::string(function.shape) + " needs " + std::string(wanted) + ".",
                  argument->position};
  }
}

/// The text that is looked into, and the member as a literal.
void needMember(const std::vector<Tree>& arguments, const Function& function) {
  needType(arguments[0], function, {Type::Text}, "text");
  const Node& member = *arguments[1];
  if (member.op != Op::Literal || member.type != Type::Text || base::trim(member.text).empty()) {
    throw Problem{std::string(function.shape) + " takes one member in quotes, such as contains(hate_strands, 'Race').",
                  member.position};
  }
  if (member.text.find(sdk::kSeveral) != std::string::npos) {
    throw Problem{"'" + base::printable(member.text) +
                      "' are several members: ask for each, as in contains(a, 'Race') "
                      "and contains(a, 'Disability').",
                  member.position};
  }
}

const Function& findFunction(std::string_view name, std::size_t position) {
  for (const Function& function : kFunctions) {
    if (function.name == name) {
      return function;
    }
  }
  std::vector<std::string> known;
  for (const Function& function : kFunctions) {
    known.emplace_back(function.name);
  }
  throw Problem{"There is no function '" + std::string(name) + "'." + base::didYouMean(name, known) + " There are " +
                    base::joinWords(known) + ".",
                position};
}

Type typeOf(sdk::ColumnType type) {
  switch (type) {
    case sdk::ColumnType::Text:
      return Type::Text;
    case sdk::ColumnType::Number:
      return Type::Number;
    case sdk::ColumnType::Boolean:
      return Type::Boolean;
    case sdk::ColumnType::Day:
      return Type::Day;
    case sdk::ColumnType::Time:
      return Type::Time;
    case sdk::ColumnType::Key:
      return Type::Key;
  }
  return Type::Key;
}

}  // namespace

Tree makeNode(Op op, Type type, std::vector<Tree> children, std::size_t position, std::string text) {
  return std::make_shared<const Node>(
      Node{.op = op, .type = type, .text = std::move(text), .children = std::move(children), .position = position});
}

std::string_view typeWords(Type type) {
  switch (type) {
    case Type::Boolean:
      return "true or false";
    case Type::Text:
      return "text";
    case Type::Number:
      return "a number";
    case Type::Day:
      return "a day";
    case Type::Time:
      return "a time";
    case Type::Key:
      return "an identifier";
  }
  return "";
}

std::string described(const Node& node) {
  if (node.op == Op::Null) {
    return "null is no value";
  }
  return base::printable(print(node)) + " is " + std::string(typeWords(node.type));
}

Tree makeDay(const std::string& text, std::size_t position) {
  if (!base::parseDate(text)) {
    throw Problem{"'" + base::printable(text) + "' is not a day of the calendar: write it as '2025-03-31'.", position};
  }
  return makeNode(Op::Literal, Type::Day, {}, position, text);
}

Tree makeColumn(const std::string& name, const sdk::Table& table, std::size_t position) {
  if (const sdk::Column* column = table.find(name)) {
    return makeNode(Op::Column, typeOf(column->type), {}, position, name);
  }
  std::vector<std::string> names;
  for (const sdk::Column& column : table.columns) {
    names.push_back(column.name);
  }
  std::string hint = base::didYouMean(name, names);
  if (hint.empty()) {
    hint = " Its columns are " + base::joinWords(names) + ".";
  }
  throw Problem{"There is no column '" + base::printable(name) + "' in " + table.name + "." + hint, position};
}

Tree makeLogical(Op op, std::vector<Tree> operands, std::size_t position) {
  const std::string_view word = op == Op::And ? "and" : op == Op::Or ? "or" : "not";
  for (const Tree& operand : operands) {
    if (operand->type != Type::Boolean || operand->op == Op::Null) {
      throw Problem{
          described(*operand) + "; '" + std::string(word) + "' needs a condition, such as category = 'Robbery'.",
          operand->position};
    }
  }
  return makeNode(op, Type::Boolean, std::move(operands), position);
}

Tree makeComparison(Op op, Tree left, Tree right, std::size_t position) {
  refuseNull(left);
  refuseNull(right);
  left = asDay(std::move(left), right->type);
  right = beside(left, std::move(right));
  if (right->op == Op::Column && isText(left, "")) {
    beside(right, left);
  }
  if (!isEquality(op)) {
    needOrder(left, "an order");
  }
  return makeNode(op, Type::Boolean, {std::move(left), std::move(right)}, position);
}

Tree makeBetween(Op op, Tree value, Tree low, Tree high, std::size_t position) {
  low = beside(value, std::move(low));
  high = beside(value, std::move(high));
  needOrder(value, "'between'");
  return makeNode(op, Type::Boolean, {std::move(value), std::move(low), std::move(high)}, position);
}

Tree makeIn(Op op, Tree value, std::vector<Tree> listed, std::size_t position) {
  std::vector<Tree> children;
  children.push_back(value);
  for (Tree& item : listed) {
    children.push_back(beside(value, literalOnly(std::move(item))));
  }
  return makeNode(op, Type::Boolean, std::move(children), position);
}

Tree makeLike(Op op, Tree value, Tree pattern, std::size_t position) {
  refuseNull(value);
  refuseKey(value);
  if (value->type != Type::Text) {
    throw Problem{described(*value) + "; 'like' needs text.", value->position};
  }
  if (pattern->op != Op::Literal || pattern->type != Type::Text) {
    throw Problem{"'like' takes a pattern in quotes, such as 'Theft%'.", pattern->position};
  }
  if (LikePattern::isTooLong(pattern->text)) {
    throw Problem{"The pattern of 'like' has more than " + std::to_string(LikePattern::kLongest) + " characters.",
                  pattern->position};
  }
  return makeNode(op, Type::Boolean, {std::move(value), std::move(pattern)}, position);
}

Tree makeArithmetic(Op op, std::vector<Tree> operands, std::string_view symbol, std::size_t position) {
  for (const Tree& operand : operands) {
    if (operand->op == Op::Null || operand->type != Type::Number) {
      const bool is_moment = operand->type == Type::Day || operand->type == Type::Time;
      throw Problem{described(*operand) + "; '" + std::string(symbol) + "' needs numbers." +
                        (is_moment ? " The days between two days are days(a, b)." : ""),
                    operand->position};
    }
  }
  return makeNode(op, Type::Number, std::move(operands), position);
}

Tree makeCase(std::vector<Tree> parts, std::size_t position) {
  std::vector<Tree*> values;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_condition = i % 2 == 0 && i + 1 < parts.size();
    if (!is_condition) {
      values.push_back(&parts[i]);
      continue;
    }
    if (parts[i]->type != Type::Boolean || parts[i]->op == Op::Null) {
      throw Problem{described(*parts[i]) + "; 'when' needs a condition, such as category = 'Robbery'.",
                    parts[i]->position};
    }
  }
  const Type type = unify(values);
  return makeNode(Op::Case, type, std::move(parts), position);
}

Tree makeCall(std::string_view name, std::vector<Tree> arguments, std::size_t position) {
  const Function& function = findFunction(name, position);
  if (arguments.size() < function.least || arguments.size() > function.most) {
    throw Problem{"The function is written " + std::string(function.shape) + "; here it has " +
                      base::countOf(static_cast<std::int64_t>(arguments.size()), "value", "values") + ".",
                  position};
  }
  Type type = Type::Number;
  switch (function.op) {
    case Op::Coalesce: {
      std::vector<Tree*> values;
      for (Tree& argument : arguments) {
        if (argument->op == Op::Null) {
          throw Problem{"coalesce gives its first known value: null adds nothing to it.", argument->position};
        }
        values.push_back(&argument);
      }
      type = unify(values);
      break;
    }
    case Op::Contains:
      needMember(arguments, function);
      type = Type::Boolean;
      break;
    case Op::Lower:
    case Op::StartsWith:
      for (const Tree& argument : arguments) {
        needType(argument, function, {Type::Text}, "text");
      }
      type = function.op == Op::Lower ? Type::Text : Type::Boolean;
      break;
    case Op::Minutes:
      for (const Tree& argument : arguments) {
        needType(argument, function, {Type::Time}, "times");
      }
      break;
    case Op::Hour:
      needType(arguments.front(), function, {Type::Time}, "a time");
      break;
    default:
      for (Tree& argument : arguments) {
        argument = asDay(std::move(argument), Type::Day);
        needType(argument, function, {Type::Day, Type::Time}, "a day or a time");
      }
  }
  return makeNode(function.op, type, std::move(arguments), position);
}

Tree makeWanted(Tree tree, Type wanted) {
  if (tree->type == wanted && tree->op != Op::Null) {
    return tree;
  }
  const std::string need =
      wanted == Type::Boolean ? "a condition, such as category = 'Robbery'" : std::string(typeWords(wanted));
  throw Problem{described(*tree) + "; here stands " + need + ".", tree->position};
}

}  // namespace boardpack::expression
