#include "measure/definition/nature_of.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

namespace boardpack::measure {
namespace {

using series::Nature;

MeasureDefinition of(MeasureKind kind) {
  MeasureDefinition definition;
  definition.kind = kind;
  return definition;
}

MeasureDefinition proportion() {
  MeasureDefinition ratio = of(MeasureKind::Ratio);
  ratio.top_is_part_of_bottom = true;
  return ratio;
}

MeasureDefinition percentile() {
  MeasureDefinition definition = of(MeasureKind::Percentile);
  definition.quantile = 0.9;
  return definition;
}

MeasureDefinition repeats(bool as_share) {
  MeasureDefinition definition = of(MeasureKind::Repeats);
  definition.repeats = MeasureDefinition::Repeats{.who = "victim_key", .as_share = as_share};
  return definition;
}

MeasureDefinition statesCounted() {
  MeasureDefinition definition = of(MeasureKind::State);
  definition.of_states = MeasureDefinition::OfStates{.measure = "plan", .state = "red"};
  return definition;
}

// A column a flag, as in the heading of the table below.
std::string flagsOf(const Nature& nature) {
  std::string text;
  for (const bool flag : {nature.adds_up, nature.is_count, nature.is_sum_of_rows, nature.is_rate, nature.is_proportion,
                          nature.is_per_cent, nature.is_order, nature.is_from_rows, nature.is_from_entries,
                          nature.is_entered, nature.grows_with_length, nature.grows_with_days, nature.has_mean_stretch,
                          nature.has_base, nature.tells_unknown}) {
    text += flag ? 'x' : '.';
  }
  return text;
}

TEST_CASE("what the values of each kind are", "[nature]") {
  using Behind = Nature::Behind;
  using Test = Nature::Test;
  using Interval = Nature::Interval;
  using Funnel = Nature::Funnel;
  struct Expected {
    MeasureDefinition definition;
    std::string key;
    std::string flags;
    Behind behind;
    Test test;
    Interval interval;
    Funnel funnel;
    std::string untested;
  };
  const std::string comes_again = "people or places that come again are not tested: their months do not add up";
  const auto kNoTest = Test::None;
  const auto kNoInterval = Interval::None;
  const auto kNoFunnel = Funnel::None;
  // clang-format off
  const std::vector<Expected> all = {
      //  adds up
      //  |count
      //  ||sum of rows
      //  |||rate
      //  ||||proportion
      //  |||||per cent
      //  ||||||order
      //  |||||||from rows
      //  ||||||||from entries
      //  |||||||||entered
      //  ||||||||||grows with length
      //  |||||||||||grows with days
      //  ||||||||||||mean stretch
      //  |||||||||||||base
      //  ||||||||||||||tells unknown
      {of(MeasureKind::Count), "count",
         "xxx....x..xxx..", Behind::Value, Test::Counts, Interval::OfCount, kNoFunnel, ""},
      {of(MeasureKind::Sum), "sum",
         "x.x....x..xxx..", Behind::Value, Test::Sums, kNoInterval, kNoFunnel, ""},
      {of(MeasureKind::Mean), "mean",
         ".......x.....xx", Behind::Denominator, kNoTest, kNoInterval, kNoFunnel, "a mean is not tested"},
      {of(MeasureKind::Share), "share",
         "....xx.x.....xx", Behind::Denominator, Test::Shares, Interval::OfShare, Funnel::OfShares, ""},
      {of(MeasureKind::Rate), "rate",
         "...x...x..xxx..", Behind::Numerator, Test::Counts, Interval::OfRate, Funnel::OfRates, ""},
      {of(MeasureKind::Ratio), "ratio",
         ".......x.....x.", Behind::Numerator, kNoTest, kNoInterval, kNoFunnel,
         "a ratio that is no proportion is not tested"},
      {proportion(), "ratio",
         "....x..x.....x.", Behind::Numerator, Test::Shares, Interval::OfShare, Funnel::OfShares, ""},
      {of(MeasureKind::Derive), "derive",
         "..........x....", Behind::Parts, kNoTest, kNoInterval, kNoFunnel,
         "a derived measure that does not add up is not tested"},
      {of(MeasureKind::Percentile), "median",
         ".......x.....x.", Behind::Denominator, kNoTest, kNoInterval, kNoFunnel, "a median is not tested"},
      {percentile(), "percentile",
         ".......x.....x.", Behind::Denominator, kNoTest, kNoInterval, kNoFunnel, "a percentile is not tested"},
      {of(MeasureKind::ShareOf), "share_of",
         ".....x.x.....x.", Behind::Answers, kNoTest, kNoInterval, kNoFunnel, "a share of an amount is not tested"},
      {of(MeasureKind::Distinct), "distinct",
         ".......x..x....", Behind::Value, kNoTest, kNoInterval, kNoFunnel, comes_again},
      {repeats(false), "repeats",
         ".......x..x....", Behind::Value, kNoTest, kNoInterval, kNoFunnel, comes_again},
      {repeats(true), "repeats",
         "....xx.x..x....", Behind::Denominator, kNoTest, Interval::OfShare, kNoFunnel, comes_again},
      {of(MeasureKind::Snapshot), "snapshot",
         ".......x..x....", Behind::Value, kNoTest, kNoInterval, kNoFunnel, "what stands at a date is not tested"},
      {of(MeasureKind::State), "state",
         "......x.xxx....", Behind::Nothing, kNoTest, kNoInterval, kNoFunnel, ""},
      {statesCounted(), "state",
         "........x.x....", Behind::Nothing, kNoTest, kNoInterval, kNoFunnel, ""},
      {of(MeasureKind::Figure), "figure",
         "........xxx....", Behind::Nothing, kNoTest, kNoInterval, kNoFunnel, ""},
  };
  // clang-format on
  std::set<std::string> keys;
  for (const Expected& expected : all) {
    const Nature nature = natureOf(expected.definition);
    INFO(expected.key << " " << expected.flags);
    CHECK(rowOf(expected.definition).key == expected.key);
    CHECK(flagsOf(nature) == expected.flags);
    CHECK(nature.behind == expected.behind);
    CHECK(nature.test == expected.test);
    CHECK(nature.interval == expected.interval);
    CHECK(nature.funnel == expected.funnel);
    CHECK(nature.untested == expected.untested);
    CHECK_FALSE(nature.is_truth);
    CHECK_FALSE(nature.months_overlap);
    keys.insert(expected.key);
  }
  CHECK(keys.size() == kinds().size());
}

TEST_CASE("each row of the kinds is whole, and each kind has one", "[nature]") {
  std::set<std::string> keys;
  std::set<MeasureKind> found;
  for (const KindRow& row : kinds()) {
    const std::string key = row.key;
    INFO(key);
    CHECK(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
    CHECK(keys.insert(key).second);
    CHECK(&kindOf(key) == &row);
    CHECK(std::string(row.largest).find("groups") != std::string::npos);
    // What has a test needs no excuse; what people enter is not a thing to test.
    const bool has_excuse = !row.nature.untested.empty();
    CHECK(has_excuse == (row.nature.test == Nature::Test::None && !row.nature.is_from_entries));
    CHECK_FALSE((row.nature.is_from_rows && row.nature.is_from_entries));
    found.insert(row.kind);
  }
  CHECK(keys.size() == 15);
  for (int kind = 0; kind <= static_cast<int>(MeasureKind::Figure); ++kind) {
    INFO(kind);
    CHECK(found.contains(static_cast<MeasureKind>(kind)));
  }
}

TEST_CASE("months of ratios of sums are put together, and what stands at a date has a mean", "[nature]") {
  std::string ratios, at_a_date;
  for (const KindRow& row : kinds()) {
    ratios += row.is_ratio_of_sums ? std::string(row.key) + " " : "";
    at_a_date += row.stands_at_a_date ? std::string(row.key) + " " : "";
  }
  CHECK(ratios == "mean share rate ratio share_of ");
  CHECK(at_a_date == "snapshot figure ");
}

TEST_CASE("the nature of a derive is that of its formula and of what it reads", "[nature]") {
  std::map<std::string, MeasureDefinition> known = {
      {"robbery", of(MeasureKind::Count)}, {"burglary", of(MeasureKind::Count)}, {"solved", of(MeasureKind::Share)}};
  for (auto& [name, definition] : known) {
    definition.info.nature = natureOf(definition);
  }
  const auto natureOfFormula = [&](const Formula& formula) {
    MeasureDefinition derive = of(MeasureKind::Derive);
    derive.formula = formula;
    return natureOfDerive(derive, measuresOf(*formula),
                          [&](const std::string& name) -> const MeasureDefinition& { return known.at(name); });
  };
  const Formula robbery = formulaMeasure("robbery");
  const Formula burglary = formulaMeasure("burglary");
  SECTION("of a sum of counts months and groups add up, and it is tested as a count") {
    const Nature sum = natureOfFormula(formulaOf(FormulaOp::Add, robbery, burglary));
    CHECK(flagsOf(sum) == "x.........xx...");
    CHECK(sum.behind == Nature::Behind::Value);
    CHECK(sum.test == Nature::Test::Counts);
    CHECK(sum.interval == Nature::Interval::None);
    CHECK(sum.untested.empty());
  }
  SECTION("of a sum with a share they do not") {
    const Nature sum = natureOfFormula(formulaOf(FormulaOp::Add, robbery, formulaMeasure("solved")));
    CHECK(flagsOf(sum) == "..........x....");
    CHECK(sum.behind == Nature::Behind::Parts);
    CHECK(sum.test == Nature::Test::None);
  }
  SECTION("nor of a quotient") {
    CHECK(flagsOf(natureOfFormula(formulaOf(FormulaOp::Divide, robbery, burglary))) == "..........x....");
  }
  SECTION("what rolls over months overlaps, and what reads it") {
    const Nature rolling = natureOfFormula(formulaOver(FormulaOp::Rolling, robbery, 3));
    CHECK(rolling.months_overlap);
    known["rolling"] = of(MeasureKind::Derive);
    known["rolling"].info.nature = rolling;
    CHECK(natureOfFormula(formulaOf(FormulaOp::Add, formulaMeasure("rolling"), robbery)).months_overlap);
    CHECK_FALSE(natureOfFormula(formulaOf(FormulaOp::Add, burglary, robbery)).months_overlap);
  }
  SECTION("whether something holds is a truth, and says why it is not tested") {
    const Nature holds = natureOfFormula(formulaOf(FormulaOp::Above, robbery, formulaNumber(10)));
    CHECK(holds.is_truth);
    CHECK(holds.untested == "its values are 1 or 0: whether something holds, and not how much");
    known["holds"] = of(MeasureKind::Derive);
    known["holds"].info.nature = holds;
    CHECK(natureOfFormula(formulaMeasure("holds")).is_truth);
  }
}

}  // namespace
}  // namespace boardpack::measure
