#pragma once
#include "expression/expression.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::expression {

/// The language worked out by the words of its README alone, over single rows and without the engine: what random
/// expressions are held against.
class Reference {
 public:
  /// The texts of a row's columns as DuckDB writes them; nothing for unknown.
  explicit Reference(const std::map<std::string, std::optional<std::string>>& row) : row_(row) {}

  /// "true" or "false", a number with four decimals; nothing for unknown.
  std::optional<std::string> answer(const Node& tree) const;

 private:
  using Whole = __int128;
  /// Numbers in ten-thousandths, days and times in seconds since 1970.
  struct Value {
    bool known = false;
    bool truth = false;
    Whole number = 0;
    std::string text = {};
    Type type = Type::Text;
  };

  Value of(const Node& node) const;
  Value column(const Node& node) const;
  Value literal(const Node& node) const;
  Value compared(const Node& node) const;
  Value calculated(const Node& node) const;
  Value chosen(const Node& node) const;
  Value listed(const Node& node) const;
  Value between(const Node& node) const;
  Value both(const Node& node, bool is_or) const;
  Value partOfTime(const Node& node) const;

  static Value unknown(Type type);
  static Value truth(bool holds);
  static Value number(Whole ten_thousandths);
  static Value quotient(Whole a, Whole b);
  static Value moment(const std::string& text, Type type);
  static int order(Value a, Value b);

  const std::map<std::string, std::optional<std::string>>& row_;
};

}  // namespace boardpack::expression
