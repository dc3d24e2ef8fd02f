#pragma once
#include "expression/expression.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::measure {

inline expression::Tree node(expression::Op op, std::vector<expression::Tree> children) {
  return std::make_shared<const expression::Node>(
      expression::Node{op, expression::Type::Boolean, "", std::move(children), 0});
}

inline expression::Tree leaf(expression::Op op, expression::Type type, std::string text) {
  return std::make_shared<const expression::Node>(expression::Node{op, type, std::move(text), {}, 0});
}

/// nullptr holds of every row.
inline expression::Tree both(const expression::Tree& a, const expression::Tree& b) {
  if (!a || !b) {
    return a ? a : b;
  }
  return node(expression::Op::And, {a, b});
}

}  // namespace boardpack::measure
