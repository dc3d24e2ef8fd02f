#include "reference.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <stdexcept>

namespace boardpack::expression {
namespace {

constexpr long kDay = 86'400;
constexpr int kOne = 10'000;

__int128 magnitude(__int128 number) { return number < 0 ? -number : number; }

std::chrono::sys_days dayOf(long seconds) {
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
}

bool isLike(const std::string& text, std::size_t at, const std::string& pattern, std::size_t from) {
  if (from == pattern.size()) {
    return at == text.size();
  }
  if (pattern[from] == '%') {
    return isLike(text, at, pattern, from + 1) || (at < text.size() && isLike(text, at + 1, pattern, from));
  }
  if (at == text.size()) {
    return false;
  }
  if (pattern[from] != '_') {
    return text[at] == pattern[from] && isLike(text, at + 1, pattern, from + 1);
  }
  std::size_t next = at + 1;
  while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) {
    ++next;
  }
  return isLike(text, next, pattern, from + 1);
}

__int128 tenThousandths(const std::string& text) {
  const bool is_negative = text.front() == '-';
  __int128 number = 0;
  int decimals = -1;
  for (const char c : text) {
    if (c == '.') {
      decimals = 0;
    } else if (c != '-') {
      number = number * 10 + (c - '0');
      decimals += decimals < 0 ? 0 : 1;
    }
  }
  for (int i = std::max(decimals, 0); i < 4; ++i) {
    number *= 10;
  }
  return is_negative ? -number : number;
}

}  // namespace

Reference::Value Reference::unknown(Type type) {
  Value value;
  value.type = type;
  return value;
}

Reference::Value Reference::truth(bool holds) {
  Value value = unknown(Type::Boolean);
  value.known = true;
  value.truth = holds;
  return value;
}

Reference::Value Reference::number(Whole ten_thousandths) {
  constexpr Whole kPast = static_cast<Whole>(1'000'000'000'000'000'000);
  Value value = unknown(Type::Number);
  value.known = magnitude(ten_thousandths) < kPast;
  value.number = ten_thousandths;
  return value;
}

/// Cut at five decimals, the fifth rounded half away from zero.
Reference::Value Reference::quotient(Whole a, Whole b) {
  if (b == 0) {
    return unknown(Type::Number);
  }
  const Whole cut = magnitude(a) * 100'000 / magnitude(b);
  const Whole rounded = (cut + 5) / 10;
  return number((a < 0) == (b < 0) ? rounded : -rounded);
}

Reference::Value Reference::moment(const std::string& text, Type type) {
  using namespace std::chrono;
  const auto at = [&](std::size_t from, std::size_t count) { return std::atoi(text.substr(from, count).c_str()); };
  const sys_days date = year(at(0, 4)) / at(5, 2) / at(8, 2);
  Value value = unknown(type);
  value.known = true;
  value.number = static_cast<Whole>(date.time_since_epoch().count()) * kDay;
  if (text.size() >= 19) {
    value.number += at(11, 2) * 3600 + at(14, 2) * 60 + at(17, 2);
  }
  return value;
}

/// A time beside a day is the day it lies in.
int Reference::order(Value a, Value b) {
  if (a.type == Type::Text) {
    return a.text.compare(b.text) < 0 ? -1 : a.text == b.text ? 0 : 1;
  }
  if (a.type == Type::Boolean) {
    return a.truth == b.truth ? 0 : 1;
  }
  if ((a.type == Type::Day) != (b.type == Type::Day)) {
    a.number -= a.number % kDay;
    b.number -= b.number % kDay;
  }
  return a.number < b.number ? -1 : a.number == b.number ? 0 : 1;
}

Reference::Value Reference::column(const Node& node) const {
  const std::optional<std::string>& text = row_.at(node.text);
  if (!text) {
    return unknown(node.type);
  }
  switch (node.type) {
    case Type::Boolean:
      return truth(*text == "true");
    case Type::Number:
      return number(tenThousandths(*text));
    case Type::Day:
    case Type::Time:
      return moment(*text, node.type);
    default:
      break;
  }
  Value value = unknown(node.type);
  value.known = true;
  value.text = *text;
  return value;
}

Reference::Value Reference::literal(const Node& node) const {
  if (node.type == Type::Number) {
    return number(tenThousandths(node.text));
  }
  if (node.type == Type::Day) {
    return moment(node.text, Type::Day);
  }
  Value value = unknown(Type::Text);
  value.known = true;
  value.text = node.text;
  return value;
}

Reference::Value Reference::compared(const Node& node) const {
  const Value a = of(*node.children[0]);
  const Value b = of(*node.children[1]);
  if (!a.known || !b.known) {
    return unknown(Type::Boolean);
  }
  const int found = order(a, b);
  switch (node.op) {
    case Op::Equal:
      return truth(found == 0);
    case Op::NotEqual:
      return truth(found != 0);
    case Op::Less:
      return truth(found < 0);
    case Op::LessEqual:
      return truth(found <= 0);
    case Op::Greater:
      return truth(found > 0);
    default:
      return truth(found >= 0);
  }
}

Reference::Value Reference::calculated(const Node& node) const {
  const Value a = of(*node.children[0]);
  const Value b = node.children.size() > 1 ? of(*node.children[1]) : number(0);
  if (!a.known || !b.known) {
    return unknown(Type::Number);
  }
  switch (node.op) {
    case Op::Add:
      return number(a.number + b.number);
    case Op::Subtract:
      return number(a.number - b.number);
    case Op::Negate:
      return number(-a.number);
    case Op::Divide:
      return quotient(a.number, b.number);
    default:
      break;
  }
  const Whole product = a.number * b.number;
  const Whole rounded = (magnitude(product) + kOne / 2) / kOne;
  return number(product < 0 ? -rounded : rounded);
}

Reference::Value Reference::partOfTime(const Node& node) const {
  const Value a = of(*node.children[0]);
  const Value b = node.children.size() > 1 ? of(*node.children[1]) : a;
  if (!a.known || !b.known) {
    return unknown(Type::Number);
  }
  const auto first = static_cast<long>(a.number);
  const auto second = static_cast<long>(b.number);
  const std::chrono::sys_days day = dayOf(first);
  switch (node.op) {
    case Op::Minutes:
      return quotient(static_cast<Whole>(second - first) * kOne, 60 * kOne);
    case Op::Days:
      return number(static_cast<Whole>((dayOf(second) - day).count()) * kOne);
    case Op::Month:
      return number(static_cast<unsigned>(std::chrono::year_month_day(day).month()) * kOne);
    case Op::Weekday:
      return number(static_cast<Whole>(std::chrono::weekday(day).iso_encoding()) * kOne);
    default:
      return number(static_cast<Whole>(first % kDay / 3600) * kOne);
  }
}

Reference::Value Reference::chosen(const Node& node) const {
  if (node.op == Op::Coalesce) {
    for (const Tree& child : node.children) {
      if (Value value = of(*child); value.known) {
        return value;
      }
    }
    return unknown(node.type);
  }
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const Value condition = of(*node.children[i]);
    if (condition.known && condition.truth) {
      return of(*node.children[i + 1]);
    }
  }
  return node.children.size() % 2 == 1 ? of(*node.children.back()) : unknown(node.type);
}

Reference::Value Reference::listed(const Node& node) const {
  const Value value = of(*node.children[0]);
  if (!value.known) {
    return unknown(Type::Boolean);
  }
  const bool is_in = std::any_of(node.children.begin() + 1, node.children.end(),
                                 [&](const Tree& child) { return order(value, of(*child)) == 0; });
  return truth(is_in == (node.op == Op::In));
}

Reference::Value Reference::between(const Node& node) const {
  Value value = of(*node.children[0]);
  Value low = of(*node.children[1]);
  Value high = of(*node.children[2]);
  if (low.type == Type::Day || high.type == Type::Day || value.type == Type::Day) {
    for (Value* each : {&value, &low, &high}) {
      each->number -= each->number % kDay;
      each->type = Type::Day;
    }
  }
  const Value above = value.known && low.known ? truth(order(value, low) >= 0) : unknown(Type::Boolean);
  const Value below = value.known && high.known ? truth(order(value, high) <= 0) : unknown(Type::Boolean);
  const bool is_false = (above.known && !above.truth) || (below.known && !below.truth);
  if (is_false || (above.known && below.known)) {
    return truth(is_false != (node.op == Op::Between));
  }
  return unknown(Type::Boolean);
}

Reference::Value Reference::both(const Node& node, bool is_or) const {
  bool all_known = true;
  for (const Tree& child : node.children) {
    const Value value = of(*child);
    if (value.known && value.truth == is_or) {
      return value;
    }
    all_known = all_known && value.known;
  }
  return all_known ? truth(!is_or) : unknown(Type::Boolean);
}

Reference::Value Reference::of(const Node& node) const {
  switch (node.op) {
    case Op::Column:
      return column(node);
    case Op::Literal:
      return literal(node);
    case Op::True:
    case Op::False:
      return truth(node.op == Op::True);
    case Op::Null:
      return unknown(node.type);
    case Op::And:
    case Op::Or:
      return both(node, node.op == Op::Or);
    case Op::In:
    case Op::NotIn:
      return listed(node);
    case Op::Between:
    case Op::NotBetween:
      return between(node);
    case Op::Case:
    case Op::Coalesce:
      return chosen(node);
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Negate:
      return calculated(node);
    case Op::Minutes:
    case Op::Days:
    case Op::Month:
    case Op::Weekday:
    case Op::Hour:
      return partOfTime(node);
    case Op::IsNull:
    case Op::IsNotNull:
      return truth(of(*node.children[0]).known == (node.op == Op::IsNotNull));
    default:
      break;
  }
  Value a = of(*node.children[0]);
  if (node.op == Op::Not) {
    return a.known ? truth(!a.truth) : a;
  }
  if (node.op == Op::Lower) {
    for (char& c : a.text) {
      c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return a;
  }
  if (node.op == Op::Contains && a.known) {
    return truth((" + " + a.text + " + ").find(" + " + node.children[1]->text + " + ") != std::string::npos);
  }
  if (node.op == Op::Contains) {
    return unknown(Type::Boolean);
  }
  if (node.op == Op::Like || node.op == Op::NotLike || node.op == Op::StartsWith) {
    const Value b = of(*node.children[1]);
    if (!a.known || !b.known) {
      return unknown(Type::Boolean);
    }
    return node.op == Op::StartsWith ? truth(a.text.starts_with(b.text))
                                     : truth(isLike(a.text, 0, b.text, 0) == (node.op == Op::Like));
  }
  return compared(node);
}

std::optional<std::string> Reference::answer(const Node& tree) const {
  const Value value = of(tree);
  if (!value.known) {
    return std::nullopt;
  }
  if (value.type == Type::Boolean) {
    return value.truth ? "true" : "false";
  }
  const Whole size = magnitude(value.number);
  std::string decimals = std::to_string(static_cast<long>(size % kOne));
  decimals.insert(0, 4 - decimals.size(), '0');
  return (value.number < 0 ? "-" : "") + std::to_string(static_cast<long>(size / kOne)) + "." + decimals;
}

}  // namespace boardpack::expression
