#pragma once
#include "series/series.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::measure {

/// What a `derive` function of a script computes, recorded once when the script is loaded: a tree over the values of
/// other measures. It is evaluated without the script, so it has no state and no side effect, and the same months
/// always give the same values.
struct FormulaNode;
using Formula = std::shared_ptr<const FormulaNode>;  // shared: `x * x` uses one part twice, and nothing changes it

enum class FormulaOp { Measure, Number, Add, Subtract, Multiply, Divide, Negate };

struct FormulaNode {
  FormulaOp op = FormulaOp::Number;
  std::string measure;
  double number = 0;
  Formula left, right;   ///< Negate has left alone
  std::size_t size = 1;  ///< nodes when written out
};

/// Formulas of more than this many nodes are refused: `x = x + x` in a loop would never end.
inline constexpr std::size_t kLargestFormula = 1000;

Formula formulaMeasure(std::string name);
Formula formulaNumber(double number);
/// Nothing when the formula would be too large.
Formula formulaOf(FormulaOp op, Formula left, Formula right = nullptr);

/// Names of the measures read, in order of name, each once.
std::vector<std::string> measuresOf(const FormulaNode& formula);
/// "positive / recorded * 100": parses back by the usual precedence.
std::string print(const FormulaNode& formula);

/// True when measures are only added up and subtracted, so that groups and months add up as theirs do.
bool onlyAdds(const FormulaNode& formula);

/// Element by element. A missing part gives its own symbol and reason (the left one's where both are missing);
/// division by zero is not applicable. Throws sdk::Error(Script) when a column is not there or of another length.
std::vector<series::Cell> evaluate(const FormulaNode& formula,
                                   const std::map<std::string, std::vector<series::Cell>>& columns);

}  // namespace boardpack::measure
