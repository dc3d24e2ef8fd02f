#include "expression/token.hpp"
#include "expression/type_check.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace boardpack::expression {
namespace {

constexpr std::array<std::string_view, 16> kKeywords = {"and",  "between", "case", "else", "end",  "false",
                                                        "in",   "is",      "like", "not",  "null", "or",
                                                        "then", "true",    "when", "date"};

bool isKeyword(const Token& token) {
  return token.kind == TokenKind::Name && std::find(kKeywords.begin(), kKeywords.end(), token.lower) != kKeywords.end();
}

std::optional<Op> comparisonOf(const Token& token) {
  if (token.kind != TokenKind::Symbol) {
    return std::nullopt;
  }
  static constexpr std::array<std::pair<std::string_view, Op>, 6> kComparisons = {{{"=", Op::Equal},
                                                                                   {"<>", Op::NotEqual},
                                                                                   {"<", Op::Less},
                                                                                   {"<=", Op::LessEqual},
                                                                                   {">", Op::Greater},
                                                                                   {">=", Op::GreaterEqual}}};
  for (const auto& [text, op] : kComparisons) {
    if (token.text == text) {
      return op;
    }
  }
  return std::nullopt;
}

/// Recursive descent, loosest first: or, and, not, one comparison, + -, * /, -, one value.
class Parser {
 public:
  Parser(std::vector<Token> tokens, const sdk::Table& table) : tokens_(std::move(tokens)), table_(table) {}

  Tree run() {
    if (peek().kind == TokenKind::End) {
      throw Problem{"The expression is empty.", 0};
    }
    Tree tree = disjunction();
    if (comparisonOf(peek()) || isWord("is") || isWord("between") || isWord("like") || isWord("in")) {
      throw Problem{"One comparison follows another: put 'and' or 'or' between them.", peek().position};
    }
    if (peek().kind != TokenKind::End) {
      throw unexpected("the end of the expression, or 'and' or 'or'");
    }
    return tree;
  }

 private:
  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  Token take() {
    Token token = peek();
    at_ = std::min(at_ + 1, tokens_.size() - 1);
    return token;
  }
  bool isWord(std::string_view word) const { return peek().kind == TokenKind::Name && peek().lower == word; }
  bool isSymbol(std::string_view symbol) const { return peek().kind == TokenKind::Symbol && peek().text == symbol; }
  bool takeWord(std::string_view word) {
    const bool found = isWord(word);
    if (found) {
      take();
    }
    return found;
  }
  bool takeSymbol(std::string_view symbol) {
    const bool found = isSymbol(symbol);
    if (found) {
      take();
    }
    return found;
  }
  void needWord(std::string_view word) {
    if (!takeWord(word)) {
      throw unexpected("'" + std::string(word) + "'");
    }
  }
  void needSymbol(std::string_view symbol) {
    if (!takeSymbol(symbol)) {
      throw unexpected("'" + std::string(symbol) + "'");
    }
  }

  Problem unexpected(const std::string& wanted) const {
    const Token& token = peek();
    std::string found = "'" + base::printable(token.text) + "'";
    if (token.kind == TokenKind::End) {
      found = "the end";
    } else if (token.kind == TokenKind::Text) {
      found = "the text " + found;
    }
    return {"Here stands " + found + "; expected was " + wanted + ".", token.position};
  }

  /// Counts how deep brackets, functions and the like are nested, so that no text can exhaust the stack.
  class Level {
   public:
    Level(int& depth, std::size_t position) : depth_(depth) {
      if (++depth_ > kMostLevels) {
        throw Problem{"The expression is nested more than 64 levels deep.", position};
      }
    }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    int& depth_;
  };

  Tree disjunction() {
    const std::size_t position = peek().position;
    std::vector<Tree> operands;
    operands.push_back(conjunction());
    while (takeWord("or")) {
      operands.push_back(conjunction());
    }
    return operands.size() == 1 ? operands.front() : makeLogical(Op::Or, std::move(operands), position);
  }

  Tree conjunction() {
    const std::size_t position = peek().position;
    std::vector<Tree> operands;
    operands.push_back(negation());
    while (takeWord("and")) {
      operands.push_back(negation());
    }
    return operands.size() == 1 ? operands.front() : makeLogical(Op::And, std::move(operands), position);
  }

  Tree negation() {
    const std::size_t position = peek().position;
    if (!takeWord("not")) {
      return predicate();
    }
    const Level level(depth_, position);
    return makeLogical(Op::Not, {negation()}, position);
  }

  Tree predicate() {
    const std::size_t position = peek().position;
    Tree value = sum();
    if (const std::optional<Op> comparison = comparisonOf(peek())) {
      take();
      return makeComparison(*comparison, std::move(value), sum(), position);
    }
    if (takeWord("is")) {
      const Op op = takeWord("not") ? Op::IsNotNull : Op::IsNull;
      needWord("null");
      return makeNode(op, Type::Boolean, {std::move(value)}, position);
    }
    const bool is_negated = isWord("not") && peek(1).kind == TokenKind::Name &&
                            (peek(1).lower == "in" || peek(1).lower == "between" || peek(1).lower == "like");
    if (is_negated) {
      take();
    }
    if (takeWord("in")) {
      return makeIn(is_negated ? Op::NotIn : Op::In, std::move(value), list(), position);
    }
    if (takeWord("between")) {
      Tree low = sum();
      needWord("and");
      return makeBetween(is_negated ? Op::NotBetween : Op::Between, std::move(value), std::move(low), sum(), position);
    }
    if (takeWord("like")) {
      return makeLike(is_negated ? Op::NotLike : Op::Like, std::move(value), sum(), position);
    }
    return value;
  }

  std::vector<Tree> list() {
    needSymbol("(");
    std::vector<Tree> values;
    do {
      values.push_back(sum());
    } while (takeSymbol(","));
    needSymbol(")");
    return values;
  }

  Tree sum() {
    const std::size_t position = peek().position;
    Tree left = product();
    while (isSymbol("+") || isSymbol("-")) {
      const Token sign = take();
      const Op op = sign.text == "+" ? Op::Add : Op::Subtract;
      left = makeArithmetic(op, {std::move(left), product()}, sign.text, position);
    }
    return left;
  }

  Tree product() {
    const std::size_t position = peek().position;
    Tree left = signedValue();
    while (isSymbol("*") || isSymbol("/")) {
      const Token sign = take();
      const Op op = sign.text == "*" ? Op::Multiply : Op::Divide;
      left = makeArithmetic(op, {std::move(left), signedValue()}, sign.text, position);
    }
    return left;
  }

  Tree signedValue() {
    const std::size_t position = peek().position;
    if (!takeSymbol("-")) {
      return value();
    }
    const Level level(depth_, position);
    return makeArithmetic(Op::Negate, {signedValue()}, "-", position);
  }

  Tree value() {
    if (peek().kind == TokenKind::Text || peek().kind == TokenKind::Number) {
      countValue();
      const Token token = take();
      return makeNode(Op::Literal, token.kind == TokenKind::Text ? Type::Text : Type::Number, {}, token.position,
                      token.text);
    }
    if (isSymbol("(")) {
      const Level level(depth_, take().position);
      Tree inner = disjunction();
      needSymbol(")");
      return inner;
    }
    if (peek().kind == TokenKind::Name) {
      return named();
    }
    throw unexpected("a column, a value or a bracket");
  }

  void countValue() {
    if (++values_ > kMostValues) {
      throw Problem{"An expression has at most 1,000 values.", peek().position};
    }
  }

  Tree named() {
    if (isWord("date") && peek(1).kind == TokenKind::Text) {
      const std::size_t position = take().position;
      countValue();
      return makeDay(take().text, position);
    }
    if (isWord("case")) {
      return choice();
    }
    if (isWord("true") || isWord("false")) {
      const Token token = take();
      return makeNode(token.lower == "true" ? Op::True : Op::False, Type::Boolean, {}, token.position);
    }
    if (isWord("null")) {
      return makeNode(Op::Null, Type::Boolean, {}, take().position);
    }
    if (peek(1).kind == TokenKind::Symbol && peek(1).text == "(" && !isKeyword(peek())) {
      return call();
    }
    if (isKeyword(peek()) && !isWord("date")) {
      throw unexpected("a column, a value or a bracket");
    }
    const Token token = take();
    return makeColumn(token.text, table_, token.position);
  }

  Tree call() {
    const Token name = take();
    const Level level(depth_, name.position);
    needSymbol("(");
    std::vector<Tree> arguments;
    if (!isSymbol(")")) {
      do {
        arguments.push_back(disjunction());
      } while (takeSymbol(","));
    }
    needSymbol(")");
    return makeCall(name.lower, std::move(arguments), name.position);
  }

  Tree choice() {
    const std::size_t position = take().position;
    const Level level(depth_, position);
    std::vector<Tree> parts;
    if (!isWord("when")) {
      throw unexpected("'when' and a condition");
    }
    while (takeWord("when")) {
      parts.push_back(disjunction());
      needWord("then");
      parts.push_back(disjunction());
    }
    if (takeWord("else")) {
      parts.push_back(disjunction());
    }
    needWord("end");
    return makeCase(std::move(parts), position);
  }

  std::vector<Token> tokens_;
  const sdk::Table& table_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
  int depth_ = 0;
};

int levelsOf(const Node& node) {
  int deepest = 0;
  for (const Tree& child : node.children) {
    deepest = std::max(deepest, levelsOf(*child));
  }
  return deepest + 1;
}

void gatherColumns(const Node& node, std::set<std::string>& names) {
  if (node.op == Op::Column) {
    names.insert(node.text);
  }
  for (const Tree& child : node.children) {
    gatherColumns(*child, names);
  }
}

}  // namespace

ParseResult parse(std::string_view text, const sdk::Table& table, Type wanted) {
  try {
    Tree tree = makeWanted(Parser(tokenize(text), table).run(), wanted);
    if (levelsOf(*tree) > kMostLevels) {
      throw Problem{"The expression is nested more than 64 levels deep.", tree->position};
    }
    return {.tree = std::move(tree), .problem = {}};
  } catch (Problem& problem) {
    return {.tree = nullptr, .problem = std::move(problem)};
  }
}

std::vector<std::string> columnsOf(const Node& tree) {
  std::set<std::string> names;
  gatherColumns(tree, names);
  return {names.begin(), names.end()};
}

}  // namespace boardpack::expression
