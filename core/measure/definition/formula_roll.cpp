#include "measure/definition/formula_roll.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

constexpr int kYear = 12;

/// What a value is over time, which decides what several months of it are.
enum class OverMonths {
  Number,  ///< the same in each month
  Amount,  ///< months of it add up
  Ratio,   ///< of amounts: several months are a ratio of their sums
  Chosen,  ///< months of it add up, month by month: 1 or 0, and what is chosen by it
  Level,   ///< stands for a date or for a window's own rows: months cannot be put together
  Mixed    ///< none of these
};

struct Refusal {
  std::string problem;
  int line = 0;
};

Roll rollOf(const MeasureDefinition& definition) {
  switch (definition.kind) {
    case MeasureKind::Mean:
      return {.by = Roll::By::Parts, .factor = 1};
    case MeasureKind::Share:
    case MeasureKind::ShareOf:
      return {.by = Roll::By::Parts, .factor = 100};
    case MeasureKind::Rate:
      return {.by = Roll::By::Rate, .factor = definition.per};
    case MeasureKind::Ratio:
      return {.by = Roll::By::Parts, .factor = definition.info.unit == "%" ? 100 * definition.per : definition.per};
    default:
      return {};
  }
}

class Rolling {
 public:
  explicit Rolling(const DefinitionOf& definition_of) : definition_of_(definition_of) {}

  Formula down(const Formula& formula) const {
    const FormulaNode& node = *formula;
    switch (node.op) {
      case FormulaOp::Measure:
      case FormulaOp::Number:
        return formula;
      case FormulaOp::Rolling:
        return rolled(down(node.left), node.months, node.line);
      case FormulaOp::Mean:
        return mean(down(node.left), node.months, node.line);
      case FormulaOp::At:
        return at(node);
      default: {
        FormulaNode copy = node;
        for (Formula* part : {&copy.condition, &copy.left, &copy.right}) {
          *part = *part ? down(*part) : nullptr;
        }
        return made(formulaOf(std::move(copy)), node.line);
      }
    }
  }

 private:
  static Formula made(Formula formula, int line) {
    if (!formula) {
      throw Refusal{"the formula is too large once its months are put together.", line};
    }
    return formula;
  }

  OverMonths overMonths(const FormulaNode& node) const {
    switch (node.op) {
      case FormulaOp::Number:
        return OverMonths::Number;
      case FormulaOp::Measure: {
        const MeasureDefinition& definition = definition_of_(node.measure);
        if (definition.info.nature.adds_up) {
          return OverMonths::Amount;
        }
        if (definition.formula) {
          return overMonths(*definition.formula);
        }
        return rowOf(definition).is_ratio_of_sums ? OverMonths::Ratio : OverMonths::Level;
      }
      case FormulaOp::Negate:
      case FormulaOp::Shift:
        return overMonths(*node.left);
      case FormulaOp::Add:
      case FormulaOp::Subtract:
        return ofSum(overMonths(*node.left), overMonths(*node.right));
      case FormulaOp::Multiply:
        return ofProduct(overMonths(*node.left), overMonths(*node.right));
      case FormulaOp::Divide:
        return ofQuotient(overMonths(*node.left), overMonths(*node.right));
      case FormulaOp::Above:
      case FormulaOp::AtLeast:
      case FormulaOp::Below:
      case FormulaOp::AtMost:
      case FormulaOp::Equals:
        return OverMonths::Chosen;
      case FormulaOp::Where: {
        const auto counts = [&](const Formula& part) {
          const OverMonths nature = overMonths(*part);
          return nature == OverMonths::Number || nature == OverMonths::Amount || nature == OverMonths::Chosen;
        };
        return counts(node.left) && counts(node.right) ? OverMonths::Chosen : OverMonths::Mixed;
      }
      default:
        return OverMonths::Mixed;
    }
  }

  static OverMonths ofSum(OverMonths a, OverMonths b) {
    if (a == b) {
      return a;
    }
    if (a == OverMonths::Number || b == OverMonths::Number) {
      return a == OverMonths::Number ? b : a;
    }
    const auto adds = [](OverMonths nature) { return nature == OverMonths::Amount || nature == OverMonths::Chosen; };
    return adds(a) && adds(b) ? OverMonths::Chosen : OverMonths::Mixed;
  }

  static OverMonths ofProduct(OverMonths a, OverMonths b) {
    if (a == OverMonths::Number || b == OverMonths::Number) {
      return a == OverMonths::Number ? b : a;
    }
    if (a == OverMonths::Ratio && b == OverMonths::Ratio) {
      return OverMonths::Ratio;
    }
    const auto adds = [](OverMonths nature) { return nature == OverMonths::Amount || nature == OverMonths::Chosen; };
    // 1 or 0 times an amount; an amount times an amount is neither.
    return adds(a) && adds(b) && (a == OverMonths::Chosen || b == OverMonths::Chosen) ? OverMonths::Chosen
                                                                                      : OverMonths::Mixed;
  }

  static OverMonths ofQuotient(OverMonths a, OverMonths b) {
    if (b == OverMonths::Number) {
      return a;
    }
    const bool is_ratio = a == b && (a == OverMonths::Amount || a == OverMonths::Ratio);
    return is_ratio || (a == OverMonths::Number && b == OverMonths::Ratio) ? OverMonths::Ratio : OverMonths::Mixed;
  }

  Formula rolled(const Formula& part, int months, int line) const {
    switch (overMonths(*part)) {
      case OverMonths::Amount:
      case OverMonths::Ratio:
        return over(part, months, overMonths(*part) == OverMonths::Amount, line);
      case OverMonths::Chosen:
        return made(formulaOver(FormulaOp::Rolling, part, months, line), line);
      case OverMonths::Number:
        throw Refusal{"':rolling' takes the months of a measure, and there is only a number here.", line};
      case OverMonths::Level:
        refuseLevel(*part, line);
      case OverMonths::Mixed:
        break;
    }
    throw Refusal{"':rolling' has no meaning for " + print(*part) +
                      ": it is neither an amount, which adds up, nor a ratio of amounts. Roll its parts each by "
                      "itself, as in m.a:rolling(12) / m.b:rolling(12).",
                  line};
  }

  /// Down to the measures. In an amount, a number is one of each month.
  Formula over(const Formula& part, int months, bool in_amount, int line) const {
    const FormulaNode& node = *part;
    const auto go = [&](const Formula& inner) { return over(inner, months, in_amount, line); };
    switch (node.op) {
      case FormulaOp::Number:
        return in_amount ? formulaNumber(node.number * months) : part;
      case FormulaOp::Measure:
        return overMeasure(part, months, line);
      case FormulaOp::Multiply:
      case FormulaOp::Divide: {
        const auto factor = [&](const Formula& inner) {
          if (overMonths(*inner) == OverMonths::Number) {
            return inner;
          }
          return over(inner, months, overMonths(*inner) == OverMonths::Amount, line);
        };
        FormulaNode copy = node;
        copy.left = factor(node.left);
        copy.right = factor(node.right);
        return made(formulaOf(std::move(copy)), line);
      }
      default: {
        FormulaNode copy = node;
        copy.left = go(node.left);
        copy.right = node.right ? go(node.right) : nullptr;
        return made(formulaOf(std::move(copy)), line);
      }
    }
  }

  Formula overMeasure(const Formula& part, int months, int line) const {
    const MeasureDefinition& definition = definition_of_(part->measure);
    if (definition.formula && !definition.info.nature.adds_up) {
      return over(definition.formula, months, false, line);
    }
    FormulaNode node;
    node.op = FormulaOp::Rolling;
    node.left = part;
    node.months = months;
    node.line = line;
    node.roll = definition.info.nature.adds_up ? Roll() : rollOf(definition);
    return made(formulaOf(std::move(node)), line);
  }

  Formula mean(const Formula& part, int months, int line) const {
    const auto divided = [&](const Formula& sum) {
      return made(formulaOf(FormulaOp::Divide, sum, formulaNumber(months)), line);
    };
    switch (overMonths(*part)) {
      case OverMonths::Amount:
      case OverMonths::Chosen:
        return divided(rolled(part, months, line));
      case OverMonths::Ratio:
        throw Refusal{
            "the mean of monthly ratios would give a month of few rows the weight of one of many. Write "
            ":rolling(" +
                std::to_string(months) + "), which divides the sums.",
            line};
      case OverMonths::Level:
        if (part->op == FormulaOp::Measure && rowOf(definition_of_(part->measure)).stands_at_a_date) {
          return made(formulaOver(FormulaOp::Mean, part, months, line), line);
        }
        refuseLevel(*part, line);
      case OverMonths::Number:
      case OverMonths::Mixed:
        break;
    }
    throw Refusal{"':mean' has no meaning for " + print(*part) + ". Take the mean of its parts each by itself.", line};
  }

  [[noreturn]] void refuseLevel(const FormulaNode& part, int line) const {
    std::string name;
    for (const std::string& read : measuresOf(part)) {
      const MeasureDefinition& definition = definition_of_(read);
      const bool adds = definition.info.nature.adds_up || rowOf(definition).is_ratio_of_sums;
      name = adds ? name : read;
    }
    const MeasureDefinition& level = definition_of_(name);
    if (rowOf(level).stands_at_a_date) {
      throw Refusal{"'" + name +
                        "' stands at a date, and what stands is not added up over months. Write :mean(12) of "
                        "the measure itself for the mean of the months.",
                    line};
    }
    if (level.kind == MeasureKind::State) {
      throw Refusal{"'" + name + "' is a state, one word of a list; months of it cannot be put together.", line};
    }
    throw Refusal{"months of '" + name +
                      "' cannot be put together: it is made of all rows of a period, not of monthly "
                      "values. Give it the window that is wanted, such as \"12 months\", and read "
                      "it as it is.",
                  line};
  }

  Formula at(const FormulaNode& node) const {
    FormulaNode copy = node;
    copy.left = down(node.left);
    if (node.period.count() != kYear) {
      return made(formulaOf(std::move(copy)), node.line);
    }
    const OverMonths nature = overMonths(*copy.left);
    if (nature == OverMonths::Level) {
      return atOfLevel(std::move(copy));
    }
    copy.of_amount = nature == OverMonths::Amount || nature == OverMonths::Chosen;
    copy.left = rolled(copy.left, kYear, node.line);
    return made(formulaOf(std::move(copy)), node.line);
  }

  /// The 12 months to the end of the year, where the measure has them of its own rows.
  Formula atOfLevel(FormulaNode node) const {
    const int line = node.line;
    if (node.left->op != FormulaOp::Measure) {
      refuseLevel(*node.left, line);
    }
    const MeasureDefinition& level = definition_of_(node.left->measure);
    const series::MeasureInfo& info = level.info;
    if (rowOf(level).stands_at_a_date || level.kind == MeasureKind::State) {
      throw Refusal{
          "'" + info.name + "' stands at a date; name a month, as in :at(\"" + node.period.last.iso() + "\").", line};
    }
    if (!info.has(series::Window::Mrt)) {
      throw Refusal{"'" + info.name +
                        "' has no window \"12 months\", so it has no value of a whole year. Add it to its "
                        "'windows'.",
                    line};
    }
    node.at_window = series::Window::Mrt;
    return made(formulaOf(std::move(node)), line);
  }

  const DefinitionOf& definition_of_;
};

}  // namespace

RolledDown rollDown(const Formula& formula, const DefinitionOf& definition_of) {
  try {
    return {.formula = Rolling(definition_of).down(formula), .problem = {}};
  } catch (const Refusal& refusal) {
    return {.formula = nullptr, .problem = refusal.problem, .line = refusal.line};
  }
}

}  // namespace boardpack::measure
