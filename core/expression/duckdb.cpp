#include "expression/expression.hpp"
#include "expression/like_pattern.hpp"

namespace boardpack::expression {
namespace {

/// Every Number, in every step, is this: what is added up later is never a binary fraction.
const std::string kAmount = "DECIMAL(18,4)";

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    out += c;
    if (c == quote) {
      out += c;
    }
  }
  return out + quote;
}

std::string cast(const std::string& value, const std::string& type) { return "CAST(" + value + " AS " + type + ")"; }

/// A step of arithmetic, rounded half away from zero to four decimals; unknown when it leaves the range. (A CAST would
/// stop the whole statement, and with it every measure that shares it, for one row.)
std::string amount(const std::string& value) { return "TRY_CAST(" + value + " AS " + kAmount + ")"; }

/// A number of ten-thousandths, whole.
std::string whole(const std::string& value) {
  return cast("(" + cast(value, "DECIMAL(28,4)") + " * 10000)", "HUGEINT");
}

/// The product of two amounts, whole: eight decimals in a width that cannot overflow.
std::string product(const std::string& a, const std::string& b) {
  return amount("(" + cast(a, "DECIMAL(19,4)") + " * " + cast(b, "DECIMAL(19,4)") + ")");
}

/// `top` / `bottom`, both HUGEINT, to four decimals half away from zero. The engine's own division goes through binary
/// fractions, so five decimals are cut (// cuts towards zero) and the cast rounds the fifth: rounding half away looks
/// at no digit after it. Each operand stands once, so nested divisions do not grow beyond measure.
std::string quotient(const std::string& top, const std::string& bottom) {
  return amount("(" + cast("((" + top + " * 100000) // NULLIF(" + bottom + ", 0))", "DECIMAL(33,0)") +
                " * CAST(0.00001 AS DECIMAL(5,5)))");
}

/// An operand of a comparison: a time beside a day is compared by its day.
std::string operand(const Node& node, bool by_day) {
  return by_day && node.type == Type::Time ? cast(toDuckDb(node), "DATE") : toDuckDb(node);
}

bool holdsDay(const Node& node) {
  for (const Tree& child : node.children) {
    if (child->type == Type::Day) {
      return true;
    }
  }
  return false;
}

std::string infix(const Node& node, const std::string& sign) {
  const bool by_day = holdsDay(node);
  return "(" + operand(*node.children[0], by_day) + " " + sign + " " + operand(*node.children[1], by_day) + ")";
}

std::string joined(const Node& node, const std::string& word) {
  std::string text;
  for (const Tree& child : node.children) {
    text += (text.empty() ? "" : " " + word + " ") + toDuckDb(*child);
  }
  return "(" + text + ")";
}

std::string inList(const Node& node, const std::string& word) {
  const bool by_day = holdsDay(node);
  std::string text;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    text += (i > 1 ? ", " : "") + toDuckDb(*node.children[i]);
  }
  return "(" + operand(*node.children[0], by_day) + " " + word + " (" + text + "))";
}

/// A range is compared by day when either end is one.
std::string between(const Node& node, const std::string& word) {
  const bool by_day = holdsDay(node);
  return "(" + operand(*node.children[0], by_day) + " " + word + " " + operand(*node.children[1], by_day) + " AND " +
         operand(*node.children[2], by_day) + ")";
}

std::string choice(const Node& node) {
  std::string text = "CASE";
  std::size_t i = 0;
  for (; i + 1 < node.children.size(); i += 2) {
    text += " WHEN " + toDuckDb(*node.children[i]) + " THEN " + toDuckDb(*node.children[i + 1]);
  }
  if (i < node.children.size()) {
    text += " ELSE " + toDuckDb(*node.children[i]);
  }
  return "(" + text + " END)";
}

const char* typeName(Type type) {
  switch (type) {
    case Type::Boolean:
      return "BOOLEAN";
    case Type::Text:
      return "VARCHAR";
    case Type::Number:
      return "DECIMAL(18,4)";
    case Type::Day:
      return "DATE";
    case Type::Time:
      return "TIMESTAMP";
    case Type::Key:
      break;
  }
  return "VARCHAR";
}

std::string literal(const Node& node) {
  switch (node.type) {
    case Type::Number:
      return cast(node.text, kAmount);
    case Type::Day:
      return "DATE " + quoteText(node.text);
    default:
      return quoteText(node.text);
  }
}

std::string arguments(const Node& node) {
  std::string text;
  for (const Tree& child : node.children) {
    text += (text.empty() ? "" : ", ") + toDuckDb(*child);
  }
  return "(" + text + ")";
}

/// Addition in a width that cannot overflow.
std::string addition(const Node& node, const std::string& sign) {
  return amount("(" + cast(toDuckDb(*node.children[0]), "DECIMAL(37,4)") + " " + sign + " " +
                cast(toDuckDb(*node.children[1]), "DECIMAL(37,4)") + ")");
}

std::string difference(const Node& node, const std::string& unit) {
  const std::string type = unit == "day" ? "DATE" : "TIMESTAMP";
  return "date_diff('" + unit + "', " + cast(toDuckDb(*node.children[0]), type) + ", " +
         cast(toDuckDb(*node.children[1]), type) + ")";
}

std::string part(const Node& node, const std::string& function) { return cast(function + arguments(node), kAmount); }

/// A to Z only, so that every engine and our own evaluation give the same.
std::string lowered(const Node& node) {
  return "translate(" + toDuckDb(*node.children[0]) + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";
}

/// Whether one of the members is the one asked for; they stand between separators, as do the first and last here.
std::string contains(const Node& node) {
  const std::string between(sdk::kSeveral);
  return "contains((" + quoteText(between) + " || " + toDuckDb(*node.children[0]) + " || " + quoteText(between) +
         "), " + quoteText(between + node.children[1]->text + between) + ")";
}

/// Where the engine's own `like` might go back over the text again and again, ours stands in its place.
std::string like(const Node& node, const std::string& sign) {
  if (!needsOwnLike(node.children[1]->text)) {
    return infix(node, sign);
  }
  const std::string own = kOwnLike + arguments(node);
  return node.op == Op::Like ? own : "(NOT " + own + ")";
}

}  // namespace

std::string quoteName(std::string_view name) { return quoted(name, '"'); }
std::string quoteText(std::string_view text) { return quoted(text, '\''); }

std::string toDuckDb(const Node& tree) {
  using enum Op;
  const auto value = [&](std::size_t index) { return toDuckDb(*tree.children[index]); };
  switch (tree.op) {
    case Column:
      return quoteName(tree.text);
    case Literal:
      return literal(tree);
    case True:
      return "true";
    case False:
      return "false";
    case Null:
      return cast("NULL", typeName(tree.type));
    case Equal:
      return infix(tree, "=");
    case NotEqual:
      return infix(tree, "<>");
    case Less:
      return infix(tree, "<");
    case LessEqual:
      return infix(tree, "<=");
    case Greater:
      return infix(tree, ">");
    case GreaterEqual:
      return infix(tree, ">=");
    case And:
      return joined(tree, "AND");
    case Or:
      return joined(tree, "OR");
    case Not:
      return "(NOT " + value(0) + ")";
    case In:
      return inList(tree, "IN");
    case NotIn:
      return inList(tree, "NOT IN");
    case Between:
      return between(tree, "BETWEEN");
    case NotBetween:
      return between(tree, "NOT BETWEEN");
    case Like:
      return like(tree, "LIKE");
    case NotLike:
      return like(tree, "NOT LIKE");
    case IsNull:
      return "(" + value(0) + " IS NULL)";
    case IsNotNull:
      return "(" + value(0) + " IS NOT NULL)";
    case Add:
      return addition(tree, "+");
    case Subtract:
      return addition(tree, "-");
    case Multiply:
      return product(value(0), value(1));
    case Divide:
      return quotient(whole(value(0)), whole(value(1)));
    case Negate:
      return cast("(-" + value(0) + ")", kAmount);
    case Case:
      return choice(tree);
    case Coalesce:
      return "coalesce" + arguments(tree);
    case Lower:
      return lowered(tree);
    case Contains:
      return contains(tree);
    case StartsWith:
      return "starts_with" + arguments(tree);
    case Minutes:
      return quotient(cast(difference(tree, "second"), "HUGEINT"), "60");
    case Days:
      return cast(difference(tree, "day"), kAmount);
    case Month:
      return part(tree, "month");
    case Weekday:
      return part(tree, "isodow");
    case Hour:
      return part(tree, "hour");
  }
  return {};
}

}  // namespace boardpack::expression
