#include "measure/definition/formula.hpp"

#include "base/text.hpp"
#include "measure/definition/formula_values.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace boardpack;
using namespace boardpack::measure;
using series::Cell;
using series::Symbol;

namespace {

using Columns = std::map<std::string, std::vector<Cell>>;
constexpr base::Month kFirst{2024, 1};

/// Monthly values from January 2024, the same over every window.
class Values final : public FormulaValues {
 public:
  explicit Values(Columns columns) : columns_(std::move(columns)) {}
  Cell cell(const std::string& measure, series::Window, base::Month month) const override {
    const std::vector<Cell>& cells = columns_.at(measure);
    const int at = month - kFirst;
    return at < 0 || at >= static_cast<int>(cells.size()) ? Cell::missing(Symbol::NotAvailable, "no " + month.iso())
                                                          : cells[static_cast<std::size_t>(at)];
  }

 private:
  Columns columns_;
};

std::vector<Cell> evaluate(const FormulaNode& formula, const Columns& columns) {
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < columns.begin()->second.size(); ++i) {
    cells.push_back(evaluate(formula, Values(columns), series::Window::Month, kFirst + static_cast<int>(i)));
  }
  return cells;
}

std::vector<Cell> numbers(std::initializer_list<double> values) {
  std::vector<Cell> cells;
  for (const double value : values) {
    cells.push_back(Cell::of(value));
  }
  return cells;
}

/// "3", or "[x] reason".
std::string shown(const Cell& cell) {
  return cell.has() ? base::exactNumber(*cell.value) : std::string(series::symbolText(cell.symbol)) + " " + cell.reason;
}

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

TEST_CASE("several months need all of them") {
  const Formula three = formulaOver(FormulaOp::Rolling, formulaMeasure("a"), 3);
  const auto cells = evaluate(*three, {{"a", numbers({1, 2, 4, 8})}});
  CHECK(shown(cells[1]) == "[x] a figure over 3 months needs all of them; no 2023-12");
  CHECK(shown(cells[2]) == "7");
  CHECK(shown(cells[3]) == "14");
  const auto with_gap =
      evaluate(*three, {{"a", {Cell::of(1), Cell::missing(Symbol::NotApplicable, "why"), Cell::of(1), Cell::of(1)}}});
  CHECK(shown(with_gap[3]) == "[z] a figure over 3 months needs all of them; why");
}

TEST_CASE("what has places is added up exactly") {
  const Formula ten = formulaOver(FormulaOp::Rolling, formulaMeasure("a"), 10);
  const std::vector<Cell> tenths(10, Cell::of(0.1));
  CHECK(*evaluate(*ten, {{"a", tenths}})[9].value == 1.0);  // 0.1 ten times as doubles is 0.9999999999999999
}

TEST_CASE("a value of earlier, and of a fixed month") {
  const Columns columns = {{"a", numbers({1, 2, 4, 8})}};
  const auto shifted = evaluate(*formulaOver(FormulaOp::Shift, formulaMeasure("a"), 2), columns);
  CHECK(shown(shifted[1]) == "[x] no 2023-12");
  CHECK(shown(shifted[3]) == "2");
  const auto fixed = evaluate(*formulaAt(formulaMeasure("a"), *formulaPeriod("2024-02"), "2024-02"), columns);
  CHECK(shown(fixed[0]) == "[x] February 2024 lies after it");
  CHECK(shown(fixed[1]) == "2");
  CHECK(shown(fixed[3]) == "2");
}

TEST_CASE("comparisons give 1 or 0, and what is chosen by them") {
  const Columns columns = {{"a", numbers({1, 2, 3})}, {"b", numbers({2, 2, 2})}};
  const Formula a = formulaMeasure("a");
  const Formula b = formulaMeasure("b");
  const auto row = [&](const Formula& formula) {
    std::string text;
    for (const Cell& cell : evaluate(*formula, columns)) {
      text += shown(cell) + " ";
    }
    return text;
  };
  CHECK(row(formulaOf(FormulaOp::Above, a, b)) == "0 0 1 ");
  CHECK(row(formulaOf(FormulaOp::AtLeast, a, b)) == "0 1 1 ");
  CHECK(row(formulaOf(FormulaOp::Below, a, b)) == "1 0 0 ");
  CHECK(row(formulaOf(FormulaOp::AtMost, a, b)) == "1 1 0 ");
  CHECK(row(formulaOf(FormulaOp::Equals, a, b)) == "0 1 0 ");
  CHECK(row(formulaOf(FormulaOp::Larger, a, b)) == "2 2 3 ");
  CHECK(row(formulaOf(FormulaOp::Smaller, a, b)) == "1 2 2 ");
  CHECK(row(formulaWhere(formulaOf(FormulaOp::Above, a, b), formulaNumber(10), a)) == "1 2 10 ");
  // The branch that is not chosen may be missing.
  const auto chosen = evaluate(*formulaWhere(formulaOf(FormulaOp::Above, b, formulaNumber(0)), b, a),
                               {{"a", {Cell::missing(Symbol::NotAvailable, "why")}}, {"b", numbers({2})}});
  CHECK(shown(chosen[0]) == "2");
}

TEST_CASE("what is put together of whole numbers is whole, but not what is divided") {
  const Formula a = formulaMeasure("a");
  const Formula rate = formulaMeasure("rate");
  const auto is = [](const Formula& formula) {
    return isWhole(*formula, [](const std::string& name) { return name == "a"; });
  };
  CHECK(is(formulaOf(FormulaOp::Subtract, a, formulaOver(FormulaOp::Shift, a, 12))));
  CHECK(is(formulaOver(FormulaOp::Rolling, a, 12)));
  CHECK(is(formulaOf(FormulaOp::Multiply, a, formulaNumber(2))));
  CHECK(is(formulaOf(FormulaOp::Above, rate, formulaNumber(0.5))));
  CHECK(is(formulaWhere(rate, a, formulaNumber(0))));
  CHECK_FALSE(is(rate));
  CHECK_FALSE(is(formulaOf(FormulaOp::Add, a, rate)));
  CHECK_FALSE(is(formulaOf(FormulaOp::Multiply, a, formulaNumber(0.5))));
  CHECK_FALSE(is(formulaOf(FormulaOp::Divide, a, a)));
  CHECK_FALSE(is(formulaOver(FormulaOp::Mean, a, 12)));
}

TEST_CASE("what a long formula says is told at once") {
  const Formula holds = formulaOf(FormulaOp::Above, formulaMeasure("a"), formulaNumber(5));
  Formula all = holds;
  Formula chosen = formulaNumber(0);
  for (int month = 1; month <= 120; ++month) {  // twice as long with each, if a part were looked at twice
    all = formulaOf(FormulaOp::Multiply, all, formulaOver(FormulaOp::Shift, holds, month));
    chosen = formulaWhere(holds, chosen, formulaNumber(1));
  }
  const auto none = [](const std::string&) { return false; };
  CHECK(isTruth(*all, none));
  CHECK(isWhole(*all, none));
  CHECK(isWhole(*chosen, none));
}

TEST_CASE("a formula of comparisons is 1 or 0") {
  const Formula a = formulaMeasure("a");
  const Formula holds = formulaOf(FormulaOp::Above, a, formulaNumber(5));
  const auto is = [](const Formula& formula) {
    return isTruth(*formula, [](const std::string& name) { return name == "flag"; });
  };
  CHECK(is(holds));
  CHECK(is(formulaMeasure("flag")));
  CHECK(is(formulaOver(FormulaOp::Shift, holds, 12)));
  CHECK(is(formulaOf(FormulaOp::Multiply, holds, formulaMeasure("flag"))));
  CHECK(is(formulaOf(FormulaOp::Subtract, formulaNumber(1), holds)));
  CHECK(is(formulaWhere(a, holds, formulaNumber(0))));
  CHECK_FALSE(is(a));
  CHECK_FALSE(is(formulaOf(FormulaOp::Multiply, holds, a)));
  CHECK_FALSE(is(formulaOf(FormulaOp::Add, holds, holds)));  // how many hold
  CHECK_FALSE(is(formulaOver(FormulaOp::Rolling, holds, 12)));
  CHECK_FALSE(is(formulaWhere(holds, a, formulaNumber(0))));
}

TEST_CASE("what is only known as over something is not calculated with; marks stay") {
  Cell over = Cell::of(500);
  over.bound = series::Bound::Over;
  Cell provisional = Cell::of(3);
  provisional.marks.add(series::Mark::Provisional);
  const Formula sum = formulaOf(FormulaOp::Add, formulaMeasure("a"), formulaNumber(1));
  CHECK(shown(evaluate(*sum, {{"a", {over}}})[0]) == "[z] 'a' is known only as over a number");
  CHECK(evaluate(*sum, {{"a", {provisional}}})[0].marks.has(series::Mark::Provisional));
}

TEST_CASE("periods are months, calendar years and financial years") {
  CHECK(formulaPeriod("2019-03")->count() == 1);
  CHECK(*formulaPeriod("2016") == base::MonthRange{{2016, 1}, {2016, 12}});
  CHECK(*formulaPeriod("2016/17") == base::MonthRange{{2016, 4}, {2017, 3}});
  for (const char* text : {"2016/18", "16", "2016-13", "March 2016", ""}) {
    CHECK_FALSE(formulaPeriod(text));
  }
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
  CHECK(print(*formulaOver(FormulaOp::Rolling, sum, 12)) == "(a + b):rolling(12)");
  CHECK(print(*formulaOver(FormulaOp::Shift, formulaOver(FormulaOp::Mean, a, 3), 1)) == "a:mean(3):shift(1)");
  CHECK(print(*formulaAt(a, *formulaPeriod("2016"), "2016")) == "a:at(\"2016\")");
  CHECK(print(*formulaWhere(formulaOf(FormulaOp::Above, a, b), a, b)) == "where(a:above(b), a, b)");
}

TEST_CASE("a formula that grows without end is refused") {
  Formula formula = formulaMeasure("a");
  int doublings = 0;
  while (formula && doublings < 60) {
    formula = formulaOf(FormulaOp::Add, formula, formula);
    ++doublings;
  }
  CHECK_FALSE(formulaOver(FormulaOp::Rolling, formulaOver(FormulaOp::Rolling, formulaMeasure("a"), 120), 120));
  CHECK(doublings == 9);  // 3, 7, 15, … 511 nodes, and 1,023 are too many
}
