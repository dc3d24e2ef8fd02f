#include "measure/definition/formula_roll.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using series::MeasureKind;

constexpr int kYear = 12;

/// What a value is over time, which decides what several months of it are.
enum class Nature {
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

bool isRatioOfSums(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::Mean:
    case MeasureKind::Share:
    case MeasureKind::ShareOf:
    case MeasureKind::Rate:
    case MeasureKind::Ratio:
      return true;
    default:
      return false;
  }
}

Roll rollOf(const MeasureDefinition& definition) {
  switch (definition.info.kind) {
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

  Nature natureOf(const FormulaNode& node) const {
    switch (node.op) {
      case FormulaOp::Number:
        return Nature::Number;
      case FormulaOp::Measure: {
        const MeasureDefinition& definition = definition_of_(node.measure);
        if (definition.info.adds_up) {
          return Nature::Amount;
        }
        if (definition.formula) {
          return natureOf(*definition.formula);
        }
        return isRatioOfSums(definition.info.kind) ? Nature::Ratio : Nature::Level;
      }
      case FormulaOp::Negate:
      case FormulaOp::Shift:
        return natureOf(*node.left);
      case FormulaOp::Add:
      case FormulaOp::Subtract:
        return natureOfSum(natureOf(*node.left), natureOf(*node.right));
      case FormulaOp::Multiply:
        return natureOfProduct(natureOf(*node.left), natureOf(*node.right));
      case FormulaOp::Divide:
        return natureOfQuotient(natureOf(*node.left), natureOf(*node.right));
      case FormulaOp::Above:
      case FormulaOp::AtLeast:
      case FormulaOp::Below:
      case FormulaOp::AtMost:
      case FormulaOp::Equals:
        return Nature::Chosen;
      case FormulaOp::Where: {
        const auto counts = [&](const Formula& part) {
          const Nature nature = natureOf(*part);
          return nature == Nature::Number || nature == Nature::Amount || nature == Nature::Chosen;
        };
        return counts(node.left) && counts(node.right) ? Nature::Chosen : Nature::Mixed;
      }
      default:
        return Nature::Mixed;
    }
  }

  static Nature natureOfSum(Nature a, Nature b) {
    if (a == b) {
      return a;
    }
    if (a == Nature::Number || b == Nature::Number) {
      return a == Nature::Number ? b : a;
    }
    const auto adds = [](Nature nature) { return nature == Nature::Amount || nature == Nature::Chosen; };
    return adds(a) && adds(b) ? Nature::Chosen : Nature::Mixed;
  }

  static Nature natureOfProduct(Nature a, Nature b) {
    if (a == Nature::Number || b == Nature::Number) {
      return a == Nature::Number ? b : a;
    }
    if (a == Nature::Ratio && b == Nature::Ratio) {
      return Nature::Ratio;
    }
    const auto adds = [](Nature nature) { return nature == Nature::Amount || nature == Nature::Chosen; };
    // 1 or 0 times an amount; an amount times an amount is neither.
    return adds(a) && adds(b) && (a == Nature::Chosen || b == Nature::Chosen) ? Nature::Chosen : Nature::Mixed;
  }

  static Nature natureOfQuotient(Nature a, Nature b) {
    if (b == Nature::Number) {
      return a;
    }
    const bool is_ratio = a == b && (a == Nature::Amount || a == Nature::Ratio);
    return is_ratio || (a == Nature::Number && b == Nature::Ratio) ? Nature::Ratio : Nature::Mixed;
  }

  Formula rolled(const Formula& part, int months, int line) const {
    switch (natureOf(*part)) {
      case Nature::Amount:
      case Nature::Ratio:
        return over(part, months, natureOf(*part) == Nature::Amount, line);
      case Nature::Chosen:
        return made(formulaOver(FormulaOp::Rolling, part, months, line), line);
      case Nature::Number:
        throw Refusal{"':rolling' takes the months of a measure, and there is only a number here.", line};
      case Nature::Level:
        refuseLevel(*part, line);
      case Nature::Mixed:
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
          if (natureOf(*inner) == Nature::Number) {
            return inner;
          }
          return over(inner, months, natureOf(*inner) == Nature::Amount, line);
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
    if (definition.formula && !definition.info.adds_up) {
      return over(definition.formula, months, false, line);
    }
    FormulaNode node;
    node.op = FormulaOp::Rolling;
    node.left = part;
    node.months = months;
    node.line = line;
    node.roll = definition.info.adds_up ? Roll() : rollOf(definition);
    return made(formulaOf(std::move(node)), line);
  }

  Formula mean(const Formula& part, int months, int line) const {
    const auto divided = [&](const Formula& sum) {
      return made(formulaOf(FormulaOp::Divide, sum, formulaNumber(months)), line);
    };
    switch (natureOf(*part)) {
      case Nature::Amount:
      case Nature::Chosen:
        return divided(rolled(part, months, line));
      case Nature::Ratio:
        throw Refusal{
            "the mean of monthly ratios would give a month of few rows the weight of one of many. Write "
            ":rolling(" +
                std::to_string(months) + "), which divides the sums.",
            line};
      case Nature::Level:
        if (part->op == FormulaOp::Measure && standsAtADate(definition_of_(part->measure).info.kind)) {
          return made(formulaOver(FormulaOp::Mean, part, months, line), line);
        }
        refuseLevel(*part, line);
      case Nature::Number:
      case Nature::Mixed:
        break;
    }
    throw Refusal{"':mean' has no meaning for " + print(*part) + ". Take the mean of its parts each by itself.", line};
  }

  static bool standsAtADate(MeasureKind kind) { return kind == MeasureKind::Snapshot || kind == MeasureKind::Figure; }

  [[noreturn]] void refuseLevel(const FormulaNode& part, int line) const {
    std::string name;
    for (const std::string& read : measuresOf(part)) {
      const MeasureDefinition& definition = definition_of_(read);
      const bool adds = definition.info.adds_up || isRatioOfSums(definition.info.kind);
      name = adds ? name : read;
    }
    const MeasureKind kind = definition_of_(name).info.kind;
    if (standsAtADate(kind)) {
      throw Refusal{"'" + name +
                        "' stands at a date, and what stands is not added up over months. Write :mean(12) of "
                        "the measure itself for the mean of the months.",
                    line};
    }
    if (kind == MeasureKind::State) {
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
    const Nature nature = natureOf(*copy.left);
    if (nature == Nature::Level) {
      return atOfLevel(std::move(copy));
    }
    copy.of_amount = nature == Nature::Amount || nature == Nature::Chosen;
    copy.left = rolled(copy.left, kYear, node.line);
    return made(formulaOf(std::move(copy)), node.line);
  }

  /// The 12 months to the end of the year, where the measure has them of its own rows.
  Formula atOfLevel(FormulaNode node) const {
    const int line = node.line;
    if (node.left->op != FormulaOp::Measure) {
      refuseLevel(*node.left, line);
    }
    const series::MeasureInfo& info = definition_of_(node.left->measure).info;
    if (standsAtADate(info.kind) || info.kind == MeasureKind::State) {
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
