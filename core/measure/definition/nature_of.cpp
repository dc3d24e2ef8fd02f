#include "measure/definition/nature_of.hpp"

#include <algorithm>

namespace boardpack::measure {

using series::Nature;

Nature natureOf(const MeasureDefinition& definition) {
  Nature nature = rowOf(definition).nature;
  if (definition.kind == MeasureKind::Ratio && definition.top_is_part_of_bottom) {
    nature.is_proportion = true;
    nature.test = Nature::Test::Shares;
    nature.untested.clear();
    nature.interval = Nature::Interval::OfShare;
    nature.funnel = Nature::Funnel::OfShares;
  }
  if (definition.repeats && definition.repeats->as_share) {
    nature.is_proportion = true;
    nature.is_per_cent = true;
    nature.behind = Nature::Behind::Denominator;
    nature.interval = Nature::Interval::OfShare;
  }
  if (definition.kind == MeasureKind::State) {
    nature.is_entered = !definition.of_states;
    nature.is_order = !definition.of_states;
  }
  return nature;
}

Nature natureOfDerive(const MeasureDefinition& definition, const std::vector<std::string>& reads,
                      const DefinitionOf& definition_of) {
  const auto isOf = [&](bool Nature::*flag) {
    return [&definition_of, flag](const std::string& name) { return definition_of(name).info.nature.*flag; };
  };
  const FormulaNode& formula = *definition.formula;
  Nature nature = natureOf(definition);
  nature.adds_up = onlyAdds(formula) && std::all_of(reads.begin(), reads.end(), isOf(&Nature::adds_up));
  nature.months_overlap =
      monthsOverlap(formula) || std::any_of(reads.begin(), reads.end(), isOf(&Nature::months_overlap));
  nature.is_truth = isTruth(formula, isOf(&Nature::is_truth));
  nature.grows_with_days = nature.adds_up;
  if (nature.adds_up) {
    nature.behind = Nature::Behind::Value;
    nature.test = Nature::Test::Counts;
    nature.untested.clear();
  } else if (nature.is_truth) {
    nature.untested = series::kTruthReason;
  }
  return nature;
}

}  // namespace boardpack::measure
