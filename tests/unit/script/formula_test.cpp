#include "measure/definition/formula.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::measure;
using series::Cell;
using series::Symbol;

namespace {

Formula times100(const Formula& part) { return formulaOf(FormulaOp::Multiply, part, formulaNumber(100)); }

Formula quotient() { return formulaOf(FormulaOp::Divide, formulaMeasure("positive"), formulaMeasure("recorded")); }

}  // namespace

TEST_CASE("a formula is evaluated month by month") {
  const auto cells = evaluate(*times100(quotient()), {{"positive", {Cell::of(1), Cell::of(0), Cell::of(3)}},
                                                      {"recorded", {Cell::of(4), Cell::of(2), Cell::of(0)}}});
  REQUIRE(cells.size() == 3);
  CHECK(*cells[0].value == 25);
  CHECK(*cells[1].value == 0);
  CHECK(cells[2].symbol == Symbol::NotApplicable);
  CHECK(cells[2].reason == "division by zero");
}

TEST_CASE("what is missing stays missing, with the reason of the first") {
  const auto cells = evaluate(
      *quotient(),
      {{"positive", {Cell::missing(Symbol::NotAvailable, "first"), Cell::of(1)}},
       {"recorded", {Cell::missing(Symbol::NotApplicable, "second"), Cell::missing(Symbol::NotApplicable, "second")}}});
  CHECK(cells[0].symbol == Symbol::NotAvailable);
  CHECK(cells[0].reason == "first");
  CHECK(cells[1].symbol == Symbol::NotApplicable);
  CHECK(cells[1].reason == "second");
}

TEST_CASE("a derived value has no numerator, denominator or unknowns of its own") {
  Cell share = Cell::of(50);
  share.numerator = 1;
  share.denominator = 2;
  share.unknown = 3;
  const auto cells = evaluate(*formulaMeasure("a"), {{"a", {share}}});
  CHECK_FALSE(cells[0].numerator);
  CHECK_FALSE(cells[0].denominator);
  CHECK(cells[0].unknown == 0);
}

TEST_CASE("a value past all numbers is no value") {
  const auto cells =
      evaluate(*formulaOf(FormulaOp::Multiply, formulaMeasure("a"), formulaMeasure("a")), {{"a", {Cell::of(1e300)}}});
  CHECK(cells[0].symbol == Symbol::NotApplicable);
}

TEST_CASE("zero is never negative") {
  const auto cells = evaluate(*formulaOf(FormulaOp::Negate, formulaMeasure("a")), {{"a", {Cell::of(0)}}});
  CHECK_FALSE(std::signbit(*cells[0].value));
}

TEST_CASE("no months give no values, and columns that do not fit are refused") {
  CHECK(evaluate(*quotient(), {{"positive", {}}, {"recorded", {}}}).empty());
  CHECK_THROWS_AS(evaluate(*quotient(), {{"positive", {Cell::of(1)}}}), sdk::Error);
  CHECK_THROWS_AS(evaluate(*quotient(), {{"positive", {Cell::of(1)}}, {"recorded", {}}}), sdk::Error);
}

TEST_CASE("a formula is printed with just the brackets it needs") {
  const Formula a = formulaMeasure("a");
  const Formula b = formulaMeasure("b");
  const Formula sum = formulaOf(FormulaOp::Add, a, b);
  const Formula difference = formulaOf(FormulaOp::Subtract, a, b);
  CHECK(print(*times100(quotient())) == "positive / recorded * 100");
  CHECK(print(*formulaOf(FormulaOp::Divide, a, sum)) == "a / (a + b)");
  CHECK(print(*formulaOf(FormulaOp::Subtract, a, difference)) == "a - (a - b)");
  CHECK(print(*formulaOf(FormulaOp::Subtract, difference, a)) == "a - b - a");
  CHECK(print(*formulaOf(FormulaOp::Negate, sum)) == "-(a + b)");
  CHECK(print(*formulaOf(FormulaOp::Multiply, a, formulaNumber(-2))) == "a * (-2)");
}

TEST_CASE("a formula that grows without end is refused") {
  Formula formula = formulaMeasure("a");
  int doublings = 0;
  while (formula && doublings < 60) {
    formula = formulaOf(FormulaOp::Add, formula, formula);
    ++doublings;
  }
  CHECK(doublings == 9);  // 3, 7, 15, … 511 nodes, and 1,023 are too many
}
