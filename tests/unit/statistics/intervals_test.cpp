// Values: tests/reference/intervals.R; REFERENCE of PHEindicatormethods: 7 of 25 gives 14.3% to 47.6%, counts of 20, 13
// and 5 give 12.2 to 30.9, 6.9 to 22.2 and 1.6 to 11.7.
#include "statistics/estimate/intervals.hpp"
#include "measure/definition/nature_of.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using measure::MeasureKind;
using series::Cell;
using statistics::byar;
using statistics::wilson;

namespace {

const statistics::Spread kPoisson{.known = true, .reason = "", .dispersion = 0.9, .degrees = 22};

Cell shareOf(double met, double of) {
  Cell cell = Cell::of(100 * met / of);
  cell.numerator = met;
  cell.denominator = of;
  return cell;
}

series::MeasureInfo infoOf(const measure::MeasureDefinition& definition) {
  series::MeasureInfo info;
  info.nature = measure::natureOf(definition);
  return info;
}

series::MeasureInfo infoOf(MeasureKind kind) {
  measure::MeasureDefinition definition;
  definition.kind = kind;
  return infoOf(definition);
}

}  // namespace

TEST_CASE("Wilson intervals", "[intervals]") {
  CHECK(wilson(7, 25).lower == Approx(0.14283853851).epsilon(1e-9));
  CHECK(wilson(7, 25).upper == Approx(0.475766051904).epsilon(1e-9));
  CHECK(wilson(0, 20).lower == 0);
  CHECK(wilson(0, 20).upper == Approx(0.161125158053).epsilon(1e-9));
  CHECK(wilson(20, 20).lower == Approx(0.838874841947).epsilon(1e-9));
  CHECK(wilson(20, 20).upper == Approx(1));
  CHECK(wilson(431, 512).lower == Approx(0.807656759093).epsilon(1e-9));
  CHECK(wilson(4310, 5120).upper == Approx(0.851536114756).epsilon(1e-9));
}

TEST_CASE("Byar's intervals", "[intervals]") {
  CHECK(byar(20).lower == Approx(12.2114288349).epsilon(1e-9));
  CHECK(byar(20).upper == Approx(30.8898803692).epsilon(1e-9));
  CHECK(byar(13).lower == Approx(6.91524094466).epsilon(1e-9));
  CHECK(byar(5).upper == Approx(11.6681641234).epsilon(1e-9));
  CHECK(byar(1).lower == Approx(0.0130721329015).epsilon(1e-9));
  CHECK(byar(5000).upper == Approx(5140.54915702).epsilon(1e-9));
  CHECK(byar(0).lower == 0);
  CHECK(byar(0).upper == Approx(3.66801183217).epsilon(1e-9));
}

TEST_CASE("the interval of a value is in its own unit", "[intervals]") {
  const auto share = statistics::intervalOf(infoOf(MeasureKind::Share), shareOf(7, 25), kPoisson);
  REQUIRE(share);
  CHECK(share->lower == Approx(14.283853851).epsilon(1e-9));
  CHECK(share->method == "Wilson");

  SECTION("a weighted share is of as many answers as they are worth") {
    Cell weighted = shareOf(70, 250);
    weighted.effective_base = 25;
    CHECK(statistics::intervalOf(infoOf(MeasureKind::Share), weighted, kPoisson)->lower == Approx(share->lower));
  }
  SECTION("only a ratio that is a proportion has one") {
    measure::MeasureDefinition ratio;
    ratio.kind = MeasureKind::Ratio;
    CHECK_FALSE(statistics::intervalOf(infoOf(ratio), shareOf(7, 25), kPoisson));
    ratio.top_is_part_of_bottom = true;
    CHECK(statistics::intervalOf(infoOf(ratio), shareOf(7, 25), kPoisson)->upper == Approx(share->upper));
  }
  SECTION("so has a share of people who come again, and no share of an amount") {
    measure::MeasureDefinition repeats;
    repeats.kind = MeasureKind::Repeats;
    repeats.repeats = measure::MeasureDefinition::Repeats{.who = "victim_key"};
    CHECK_FALSE(statistics::intervalOf(infoOf(repeats), shareOf(7, 25), kPoisson));
    repeats.repeats->as_share = true;
    CHECK(statistics::intervalOf(infoOf(repeats), shareOf(7, 25), kPoisson)->upper == Approx(share->upper));
    CHECK_FALSE(statistics::intervalOf(infoOf(MeasureKind::ShareOf), shareOf(7, 25), kPoisson));
  }
  SECTION("a rate has that of the count behind it") {
    Cell rate = Cell::of(4);
    rate.numerator = 20;
    rate.denominator = 5000;
    const auto interval = statistics::intervalOf(infoOf(MeasureKind::Rate), rate, kPoisson);
    CHECK(interval->lower == Approx(12.2114288349 / 5).epsilon(1e-9));
    CHECK(interval->method == "Byar");
  }
  SECTION("others have none, nor has what is missing") {
    CHECK_FALSE(statistics::intervalOf(infoOf(MeasureKind::Sum), Cell::of(4), kPoisson));
    CHECK_FALSE(
        statistics::intervalOf(infoOf(MeasureKind::Count), Cell::missing(series::Symbol::NotAvailable, ""), kPoisson));
    CHECK(statistics::intervalOf(infoOf(MeasureKind::Count), Cell::of(20), kPoisson)->upper == Approx(30.8898803692));
  }
  SECTION("a count's is as wide as its months vary, and there is none where that is not known") {
    const statistics::Spread wide{.known = true, .reason = "", .dispersion = 4, .degrees = 22};
    const auto interval = statistics::intervalOf(infoOf(MeasureKind::Count), Cell::of(20), wide);
    CHECK(interval->lower == Approx(6.445390863).epsilon(1e-9));
    CHECK(interval->upper == Approx(46.672656494).epsilon(1e-9));
    CHECK(interval->method == "Byar, with the spread that the months show");
    CHECK_FALSE(statistics::intervalOf(infoOf(MeasureKind::Count), Cell::of(20), statistics::Spread{}));
    CHECK(statistics::intervalOf(infoOf(MeasureKind::Share), shareOf(7, 25), statistics::Spread{}));
  }
}
