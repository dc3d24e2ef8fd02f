#pragma once
#include "base/month.hpp"
#include "series/measure_info.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::measure {

/// What a `derive` function of a script computes, recorded once when the script is loaded: a tree over the values of
/// other measures. It is evaluated without the script, so it has no state and no side effect, and the same months
/// always give the same values.
struct FormulaNode;
using Formula = std::shared_ptr<const FormulaNode>;  // shared: `x * x` uses one part twice, and nothing changes it

enum class FormulaOp : std::uint8_t {
  Measure,
  Number,
  Add,
  Subtract,
  Multiply,
  Divide,
  Negate,
  Rolling,  ///< `left` over the `months` that end with the month: sums of what adds up, ratios of sums
  Mean,     ///< mean of the last `months` values of `left`
  Shift,    ///< `left` of `months` earlier, over the same window
  At,       ///< `left` of `period`: a month (over the same window) or a whole year, whatever the month
  Above,    ///< 1 or 0, as the four that follow
  AtLeast,
  Below,
  AtMost,
  Equals,
  Larger,   ///< the larger of two
  Smaller,  ///< the smaller of two
  Where     ///< `left` where `condition` is not 0, else `right`
};

/// How the monthly values of a part are put together over several months.
struct Roll {
  enum class By : std::uint8_t {
    Values,  ///< they are added up
    Parts,   ///< `factor` × the sum of the numerators / the sum of the denominators
    Rate     ///< `factor` × the sum of the numerators / the last month's denominator: the population
  };
  By by = By::Values;
  double factor = 1;
};

struct FormulaNode {
  FormulaOp op = FormulaOp::Number;
  std::string measure;
  double number = 0;
  int months = 0;                ///< of Rolling, Mean and Shift
  base::MonthRange period = {};  ///< of At
  std::string period_text;       ///< of At, as written: "2019-03", "2016", "2016/17"
  Roll roll;                     ///< of a Rolling, once rollDown() has been over it
  /// Of an At over a whole year, once rollDown() has been over it: the window its part is taken over in the last month
  /// of the year, and whether the part adds up, so that only 12 months can be held against it.
  series::Window at_window = series::Window::Month;
  bool of_amount = false;
  Formula left, right;   ///< Negate and what takes months have left alone
  Formula condition;     ///< of Where
  int line = 0;          ///< of the script
  std::size_t size = 1;  ///< nodes when written out
  std::size_t work = 1;  ///< evaluations of nodes that one value needs
};

/// Formulas of more than this many nodes are refused: `x = x + x` in a loop would never end.
inline constexpr std::size_t kLargestFormula = 1000;
/// And those of which one value needs more evaluations: what rolls 120 months of 120 months of 120 months.
inline constexpr std::size_t kMostWork = 20'000;
/// Months that :rolling, :mean and :shift may name.
inline constexpr int kMostFormulaMonths = 120;

Formula formulaMeasure(std::string name);
Formula formulaNumber(double number);
/// Of the node's op and parts, with size and work worked out; nothing when the formula would be too large.
Formula formulaOf(FormulaNode node);
Formula formulaOf(FormulaOp op, Formula left, Formula right = nullptr);
/// Rolling, Mean, Shift.
Formula formulaOver(FormulaOp op, Formula left, int months, int line = 0);
/// Nothing when the text is neither a month ("2019-03"), a calendar year ("2016") nor a financial year ("2016/17").
std::optional<base::MonthRange> formulaPeriod(const std::string& text);
Formula formulaAt(Formula left, const base::MonthRange& period, std::string text, int line = 0);
Formula formulaWhere(Formula condition, Formula then, Formula otherwise);

/// Names of the measures read, in order of name, each once.
std::vector<std::string> measuresOf(const FormulaNode& formula);
/// The measure that it names first; "" of numbers alone.
std::string firstMeasureOf(const FormulaNode& formula);
/// "positive / recorded * 100", "recorded:shift(12)": as it would be written in a script.
std::string print(const FormulaNode& formula);
/// The same for readers: "recorded (12 months earlier)".
std::string formulaWords(const FormulaNode& formula);

/// True when measures are only added up and subtracted, so that groups and months add up as theirs do.
bool onlyAdds(const FormulaNode& formula);
/// Whether neighbouring monthly values share months.
bool monthsOverlap(const FormulaNode& formula);
/// Whether the values are whole numbers since all that is put together is; `is_whole_of` tells it of the measures read.
bool isWhole(const FormulaNode& formula, const std::function<bool(const std::string&)>& is_whole_of);

/// Whether the values are 1 or 0 since they say whether something holds; `is_truth_of` tells it of the measures read.
bool isTruth(const FormulaNode& formula, const std::function<bool(const std::string&)>& is_truth_of);
/// The windows that a value can be taken over: all of them, or those that its methods have a meaning in. Of a formula
/// that rollDown() has been over.
std::vector<series::Window> windowsOf(const FormulaNode& formula);

/// How far back the values of a formula reach.
struct Reach {
  int months = 0;                                      ///< before the month it is told for
  std::optional<base::Month> earliest = std::nullopt;  ///< of At, whatever the month
};
Reach reachOf(const FormulaNode& formula);

}  // namespace boardpack::measure
