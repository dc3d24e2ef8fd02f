#include "expression/evaluate_expression.hpp"

#include "expression/atoms.hpp"
#include "expression/like_pattern.hpp"

#include <deque>

namespace boardpack::expression {
namespace {

using Truth = std::optional<bool>;
using Text = std::optional<std::string_view>;

class Evaluator {
 public:
  explicit Evaluator(const ColumnValue& value) : value_(value) {}

  Truth truth(const Node& node) {
    if (isAtom(node)) {
      return asTruth(value_(print(node)));
    }
    using enum Op;
    switch (node.op) {
      case True:
        return true;
      case False:
        return false;
      case Column:
        return asTruth(value_(node.text));
      case And:
        return all(node, false);
      case Or:
        return all(node, true);
      case Not:
        return negated(truth(*node.children[0]));
      case Equal:
        return equal(*node.children[0], *node.children[1]);
      case NotEqual:
        return negated(equal(*node.children[0], *node.children[1]));
      case Less:
      case LessEqual:
      case Greater:
      case GreaterEqual:
        return ordered(node.op, text(*node.children[0]), text(*node.children[1]));
      case In:
        return isListed(node);
      case NotIn:
        return negated(isListed(node));
      case Between:
        return isBetween(node);
      case NotBetween:
        return negated(isBetween(node));
      case Like:
        return like(node);
      case NotLike:
        return negated(like(node));
      case IsNull:
        return !isKnown(*node.children[0]);
      case IsNotNull:
        return isKnown(*node.children[0]);
      case StartsWith:
        return startsWith(node);
      case Contains:
        return contains(node);
      case Case: {
        const Node* chosen = choose(node);
        return chosen == nullptr ? Truth() : truth(*chosen);
      }
      case Coalesce:
        for (const Tree& child : node.children) {
          if (const Truth found = truth(*child)) {
            return found;
          }
        }
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

 private:
  static Truth asTruth(Text text) { return text ? Truth(*text == "true") : Truth(); }
  static Truth negated(Truth truth) { return truth ? Truth(!*truth) : truth; }

  /// `decisive` settles the whole: false in a chain of and, true in one of or.
  Truth all(const Node& node, bool decisive) {
    bool is_known = true;
    for (const Tree& child : node.children) {
      const Truth found = truth(*child);
      if (found == decisive) {
        return decisive;
      }
      is_known = is_known && found.has_value();
    }
    return is_known ? Truth(!decisive) : Truth();
  }

  Text text(const Node& node) {
    using enum Op;
    switch (node.op) {
      case Column:
        return value_(node.text);
      case Literal:
        return node.text;
      case Lower:
        return lowered(text(*node.children[0]));
      case Case: {
        const Node* chosen = choose(node);
        return chosen == nullptr ? Text() : text(*chosen);
      }
      case Coalesce:
        for (const Tree& child : node.children) {
          if (const Text found = text(*child)) {
            return found;
          }
        }
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  Text lowered(Text text) {
    if (!text) {
      return text;
    }
    std::string& made = made_.emplace_back(*text);
    for (char& c : made) {
      if (c >= 'A' && c <= 'Z') {
        c = static_cast<char>(c - 'A' + 'a');
      }
    }
    return made;
  }

  const Node* choose(const Node& node) {
    std::size_t i = 0;
    for (; i + 1 < node.children.size(); i += 2) {
      if (truth(*node.children[i]) == true) {
        return node.children[i + 1].get();
      }
    }
    return i < node.children.size() ? node.children[i].get() : nullptr;
  }

  bool isKnown(const Node& node) {
    return node.type == Type::Boolean ? truth(node).has_value() : text(node).has_value();
  }

  Truth equal(const Node& a, const Node& b) {
    if (a.type == Type::Boolean) {
      const Truth left = truth(a);
      const Truth right = truth(b);
      return left && right ? Truth(*left == *right) : Truth();
    }
    const Text left = text(a);
    const Text right = text(b);
    return left && right ? Truth(*left == *right) : Truth();
  }

  /// By bytes, as the engine's binary collation.
  static Truth ordered(Op op, Text left, Text right) {
    if (!left || !right) {
      return std::nullopt;
    }
    const int order = left->compare(*right);
    switch (op) {
      case Op::Less:
        return order < 0;
      case Op::LessEqual:
        return order <= 0;
      case Op::Greater:
        return order > 0;
      default:
        return order >= 0;
    }
  }

  Truth isListed(const Node& node) {
    bool is_known = true;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Truth found = equal(*node.children[0], *node.children[i]);
      if (found == true) {
        return true;
      }
      is_known = is_known && found.has_value();
    }
    return is_known ? Truth(false) : Truth();
  }

  Truth isBetween(const Node& node) {
    const Text value = text(*node.children[0]);
    const Truth above = ordered(Op::GreaterEqual, value, text(*node.children[1]));
    const Truth below = ordered(Op::LessEqual, value, text(*node.children[2]));
    if (above == false || below == false) {
      return false;
    }
    return above && below ? Truth(true) : Truth();
  }

  Truth like(const Node& node) {
    const Text value = text(*node.children[0]);
    return value ? Truth(LikePattern(node.children[1]->text).matches(*value)) : Truth();
  }

  Truth contains(const Node& node) {
    const Text value = text(*node.children[0]);
    if (!value) {
      return std::nullopt;
    }
    const std::string between(sdk::kSeveral);
    const std::string whole = between + std::string(*value) + between;
    return whole.find(between + node.children[1]->text + between) != std::string::npos;
  }

  Truth startsWith(const Node& node) {
    const Text value = text(*node.children[0]);
    const Text beginning = text(*node.children[1]);
    return value && beginning ? Truth(value->starts_with(*beginning)) : Truth();
  }

  const ColumnValue& value_;
  std::deque<std::string> made_;  ///< texts that `lower` made; the views into it must stay
};

}  // namespace

std::optional<bool> evaluate(const Node& tree, const ColumnValue& value) { return Evaluator(value).truth(tree); }

}  // namespace boardpack::expression
