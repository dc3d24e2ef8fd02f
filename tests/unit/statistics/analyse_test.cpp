#include "statistics/analyse.hpp"
#include "measure/definition/nature_of.hpp"

#include "make_series.hpp"
#include "statistics/limits/individuals.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Cell;
using series::Symbol;
using series::Variation;
using series::Window;

namespace {

const base::Month kMonth(2025, 12);

std::vector<double> alternating(std::size_t count, double low, double high) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) {
    values.push_back(i % 2 == 0 ? low : high);
  }
  return values;
}

}  // namespace

TEST_CASE("limits need 12 months with a value", "[analyse]") {
  const auto eleven = statistics::analyse(makeSeries(kMonth, alternating(11, 40, 60)), kMonth);
  CHECK_FALSE(eleven.force().limits.available);
  CHECK(eleven.force().limits.reason == "fewer than 12 months with a value");
  CHECK(eleven.force().limits.symbol == Symbol::NotAvailable);
  CHECK(eleven.force().variation == Variation::Unknown);
  const auto twelve = statistics::analyse(makeSeries(kMonth, alternating(12, 40, 60)), kMonth);
  CHECK(twelve.force().limits.available);
  CHECK(twelve.force().variation == Variation::CommonCause);
}

TEST_CASE("limits take the latest 36 months", "[analyse]") {
  std::vector<double> values(24, 900);
  const std::vector<double> recent = alternating(36, 40, 60);
  values.insert(values.end(), recent.begin(), recent.end());
  const series::Limits limits = statistics::analyse(makeSeries(kMonth, values), kMonth).force().limits;
  CHECK(limits.first == 24);
  CHECK(limits.points == 36);
  CHECK(limits.mean == Approx(50));
  CHECK(limits.classAt(23) == nullptr);
  CHECK(limits.classAt(24) != nullptr);
  CHECK(limits.classAt(60) == nullptr);
}

TEST_CASE("gaps before the first value are cut, later ones stay", "[analyse]") {
  series::Series series = makeSeries(kMonth, alternating(20, 40, 60));
  std::vector<Cell>& cells = series.groups[0].in(Window::Month);
  cells[0] = cells[1] = cells[5] = Cell::missing(Symbol::NotAvailable, "no extract covers it");
  const series::Limits limits = statistics::analyse(series, kMonth).force().limits;
  CHECK(limits.first == 2);
  CHECK(limits.points == 17);
  CHECK(limits.classes.size() == 18);
  CHECK(limits.classes[3].variation == Variation::Unknown);
}

TEST_CASE("no limits for a group that averages under 5 a month", "[analyse]") {
  const auto under = statistics::analyse(makeSeries(kMonth, alternating(24, 4, 5)), kMonth);
  CHECK_FALSE(under.force().limits.available);
  CHECK(under.force().limits.reason == "an average under 5 a month");
  CHECK(under.force().limits.symbol == Symbol::NotApplicable);
  const auto at = statistics::analyse(makeSeries(kMonth, alternating(24, 4, 6)), kMonth);
  CHECK(at.force().limits.available);

  SECTION("of a share the known rows must average 5, of a ratio the top") {
    series::Series share = makeSeries(kMonth, alternating(24, 40, 60));
    share.info.nature = measure::kindOf("share").nature;
    for (Cell& cell : share.groups[0].in(Window::Month)) {
      cell.numerator = 2;
      cell.denominator = 5;
    }
    CHECK(statistics::analyse(share, kMonth).force().limits.available);
    share.info.nature = measure::kindOf("ratio").nature;
    CHECK_FALSE(statistics::analyse(share, kMonth).force().limits.available);
    share.info.nature = measure::kindOf("mean").nature;
    for (Cell& cell : share.groups[0].in(Window::Month)) {
      cell.denominator = 4;
    }
    CHECK_FALSE(statistics::analyse(share, kMonth).force().limits.available);
  }
  SECTION("a derived measure that adds up is judged by its size, another by the smallest count behind it") {
    series::Series derived = makeSeries(kMonth, alternating(24, 4, 5));
    measure::MeasureDefinition definition;
    definition.kind = measure::MeasureKind::Derive;
    definition.formula = measure::formulaMeasure("robbery");
    const measure::MeasureDefinition robbery;
    const auto find = [&](const std::string&) -> const measure::MeasureDefinition& { return robbery; };
    derived.info.nature = measure::natureOfDerive(definition, {"robbery"}, find);
    CHECK(statistics::analyse(derived, kMonth).force().limits.reason == "an average under 5 a month");
    derived.info.nature = measure::natureOf(definition);
    CHECK(statistics::analyse(derived, kMonth).force().limits.available);  // nothing is known of its parts
    for (Cell& cell : derived.groups[0].in(Window::Month)) {
      cell.least_behind = 4;
    }
    CHECK_FALSE(statistics::analyse(derived, kMonth).force().limits.available);
    for (Cell& cell : derived.groups[0].in(Window::Month)) {
      cell.least_behind = 5;
    }
    CHECK(statistics::analyse(derived, kMonth).force().limits.available);
  }
}

TEST_CASE("a latest month without a value has unknown variation", "[analyse]") {
  series::Series series = makeSeries(kMonth, alternating(24, 40, 60));
  series.groups[0].in(Window::Month).back() = Cell::missing(Symbol::NotAvailable, "no extract covers December 2025");
  const auto analysed = statistics::analyse(series, kMonth);
  CHECK(analysed.force().limits.available);
  CHECK(analysed.force().variation == Variation::Unknown);
}

TEST_CASE("the series ends with the pack's month", "[analyse]") {
  const auto cut = statistics::analyse(makeSeries(kMonth, alternating(24, 40, 60)), base::Month(2025, 10));
  CHECK(cut.series.months.back() == base::Month(2025, 10));
  CHECK(cut.series.force().in(Window::Month).size() == 22);
  const auto lengthened = statistics::analyse(makeSeries(kMonth, alternating(24, 40, 60)), base::Month(2026, 1));
  CHECK(lengthened.series.months.back() == base::Month(2026, 1));
  CHECK(lengthened.series.force().in(Window::Month).back().symbol == Symbol::NotAvailable);
}

TEST_CASE("no limits are computed on a rolling total", "[analyse]") {
  series::Series series = makeSeries(kMonth, alternating(36, 40, 60));
  series.info.windows = {Window::Mrt};
  series.groups[0].in(Window::Mrt) = series.groups[0].in(Window::Month);
  series.groups[0].in(Window::Month).clear();
  const series::Limits limits = statistics::analyse(series, kMonth).force().limits;
  CHECK_FALSE(limits.available);
  CHECK(limits.reason == "the measure has no monthly values");
}

TEST_CASE("the target of the force's count says nothing of its parts", "[analyse]") {
  series::Series series = makeSeries(kMonth, alternating(24, 40, 60));
  series.info.better = series::Better::Lower;
  series.info.targets = {{{}, 200}};
  series::GroupSeries part = series.groups[0];
  part.breakdown = "district";
  part.group = "Hartlepool";
  series.groups.push_back(part);
  const auto count = statistics::analyse(series, kMonth);
  CHECK(count.groups[0].assurance == series::Assurance::ConsistentlyPassing);
  CHECK(count.groups[1].assurance == series::Assurance::None);
  series.info.nature.adds_up = false;
  CHECK(statistics::analyse(series, kMonth).groups[1].assurance == series::Assurance::ConsistentlyPassing);
}

TEST_CASE("a failed measure fails in everything", "[analyse]") {
  series::Series series = makeSeries(kMonth, alternating(24, 40, 60));
  series.failure = "the script raised an error";
  const auto failed = statistics::analyse(series, kMonth);
  CHECK(failed.force().limits.symbol == Symbol::Failed);
  CHECK(failed.force().comparisons.front().change.symbol == Symbol::Failed);
}
