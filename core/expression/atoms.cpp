#include "expression/atoms.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace boardpack::expression {
namespace {

bool isOurs(Type type) { return type == Type::Text || type == Type::Boolean; }

/// A value of the engine's kind among the operands, or inside those that are text.
bool hangsOnOthers(const Node& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const Tree& child) {
    return !isOurs(child->type) || (child->type == Type::Text && hangsOnOthers(*child));
  });
}

bool holdsOthers(const Node& node) {
  return !isOurs(node.type) ||
         std::any_of(node.children.begin(), node.children.end(), [](const Tree& child) { return holdsOthers(*child); });
}

bool readsOurs(const Node& node) {
  if (node.op == Op::Column) {
    return isOurs(node.type);
  }
  return std::any_of(node.children.begin(), node.children.end(), [](const Tree& child) { return readsOurs(*child); });
}

void gatherAtoms(const Tree& tree, std::map<std::string, Tree>& atoms) {
  if (isAtom(*tree)) {
    atoms.emplace(print(*tree), tree);
    return;
  }
  for (const Tree& child : tree->children) {
    gatherAtoms(child, atoms);
  }
}

void gatherColumns(const Node& node, std::set<std::string>& names) {
  if (isAtom(node)) {
    return;
  }
  if (node.op == Op::Column) {
    names.insert(node.text);
  }
  for (const Tree& child : node.children) {
    gatherColumns(*child, names);
  }
}

}  // namespace

bool isAtom(const Node& node) {
  return node.type == Type::Boolean && (hangsOnOthers(node) || (holdsOthers(node) && !readsOurs(node)));
}

std::vector<Tree> atomsOf(const Tree& tree) {
  std::map<std::string, Tree> atoms;
  if (tree != nullptr) {
    gatherAtoms(tree, atoms);
  }
  std::vector<Tree> found;
  for (auto& [name, atom] : atoms) {
    found.push_back(atom);
  }
  return found;
}

std::vector<std::string> textColumnsOf(const Tree& tree) {
  std::set<std::string> names;
  if (tree != nullptr) {
    gatherColumns(*tree, names);
  }
  return {names.begin(), names.end()};
}

}  // namespace boardpack::expression
