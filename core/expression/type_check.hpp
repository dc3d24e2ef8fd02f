#pragma once
#include "expression/expression.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace boardpack::expression {

/// Typing rules: each function makes a node from checked operands, or throws the Problem that forbids it.

Tree makeNode(Op op, Type type, std::vector<Tree> children, std::size_t position, std::string text = {});

/// "text", "a number", "true or false", "a day", "a time", "an identifier".
std::string_view typeWords(Type type);
/// "category is text".
std::string described(const Node& node);

Tree makeDay(const std::string& text, std::size_t position);
Tree makeColumn(const std::string& name, const sdk::Table& table, std::size_t position);
Tree makeLogical(Op op, std::vector<Tree> operands, std::size_t position);
Tree makeComparison(Op op, Tree left, Tree right, std::size_t position);
Tree makeBetween(Op op, Tree value, Tree low, Tree high, std::size_t position);
Tree makeIn(Op op, Tree value, std::vector<Tree> listed, std::size_t position);
Tree makeLike(Op op, Tree value, Tree pattern, std::size_t position);
Tree makeArithmetic(Op op, std::vector<Tree> operands, std::string_view symbol, std::size_t position);
/// `parts`: condition, value, … [, else value].
Tree makeCase(std::vector<Tree> parts, std::size_t position);
/// `name` in lower case.
Tree makeCall(std::string_view name, std::vector<Tree> arguments, std::size_t position);
/// The tree as a value of the type a definition needs.
Tree makeWanted(Tree tree, Type wanted);

}  // namespace boardpack::expression
