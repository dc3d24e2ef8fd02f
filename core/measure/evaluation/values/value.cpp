#include "measure/evaluation/values/value.hpp"

#include "base/decimal_arithmetic.hpp"

namespace boardpack::measure {
namespace {

using series::Cell;
using series::Symbol;

/// numerator × factor / denominator, with its parts.
Cell quotient(base::Decimal numerator, base::Decimal denominator, double factor, const char* when_zero) {
  Cell cell = denominator == base::Decimal()
                  ? Cell::missing(Symbol::NotApplicable, when_zero)
                  : Cell::of(base::quotientOf(base::productOf(factor, numerator.toDouble()), denominator.toDouble()));
  cell.numerator = numerator.toDouble();
  cell.denominator = denominator.toDouble();
  return cell;
}

Cell whole(const Tally& tally) {
  Cell cell = Cell::of(tally.numerator.toDouble());
  cell.numerator = cell.value;
  return cell;
}

Cell rate(const Tally& tally, const Inhabitants& people, double per) {
  if (people.value) {
    return quotient(tally.numerator, *people.value, per, "nobody lives there");
  }
  Cell cell = Cell::missing(Symbol::NotAvailable, people.reason);
  cell.numerator = tally.numerator.toDouble();
  return cell;
}

Value rateOf(const MeasureDefinition& definition, const Breakdown& breakdown, const std::string& group,
             const Population* population) {
  const bool is_no_place = group == sdk::kOutsideForce || group == sdk::kAreaNotKnown;
  if (breakdown.is_area && is_no_place) {
    return [](const Tally& tally, base::Month) {
      Cell cell = Cell::missing(Symbol::NotApplicable, "it has no population");
      cell.numerator = tally.numerator.toDouble();
      return cell;
    };
  }
  return [&definition, breakdown, group, population](const Tally& tally, base::Month end) {
    const Inhabitants people = breakdown.is_area
                                   ? population->ofArea(group, breakdown.id, definition.population_kind, end.year())
                                   : population->ofForce(definition.population_kind, end.year());
    return rate(tally, people, definition.per);
  };
}

Value plainValueOf(const MeasureDefinition& definition) {
  switch (definition.kind) {
    case MeasureKind::Mean:
      return [](const Tally& tally, base::Month) {
        return quotient(tally.numerator, tally.denominator, 1, "no rows to average");
      };
    case MeasureKind::Share:
      return [](const Tally& tally, base::Month) {
        return quotient(tally.numerator, tally.denominator, 100, "no rows to take a share of");
      };
    case MeasureKind::ShareOf:
      return [](const Tally& tally, base::Month) {
        return quotient(tally.numerator, tally.denominator, 100, "nothing to take a share of");
      };
    case MeasureKind::Ratio: {
      const double factor = definition.info.unit == "%" ? 100 * definition.per : definition.per;
      return [factor](const Tally& tally, base::Month) {
        return quotient(tally.numerator, tally.denominator, factor, "nothing to divide by");
      };
    }
    default:
      return [](const Tally& tally, base::Month) { return whole(tally); };
  }
}

}  // namespace

Value valueOf(const MeasureDefinition& definition, const Breakdown& breakdown, const std::string& group,
              const Population* population) {
  Value value = definition.kind == MeasureKind::Rate ? rateOf(definition, breakdown, group, population)
                                                     : plainValueOf(definition);
  const bool is_weighted = definition.weight != nullptr;
  const bool has_answers = is_weighted || definition.kind == MeasureKind::ShareOf;
  return [value = std::move(value), is_weighted, has_answers](const Tally& tally, base::Month end) {
    Cell cell = value(tally, end);
    cell.unknown = tally.unknown;
    if (has_answers) {
      cell.answers = tally.answers;
    }
    if (is_weighted) {
      const double weights = tally.denominator.toDouble();
      const double squares = tally.squares.toDouble();
      cell.effective_base = squares == 0 ? 0 : weights * weights / squares;
    }
    return cell;
  };
}

}  // namespace boardpack::measure
