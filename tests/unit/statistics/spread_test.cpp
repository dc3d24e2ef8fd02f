// Dispersion, z and p by R's glm(): tests/reference/spread.R, cleveland.py.
#include "statistics/estimate/spread.hpp"

#include "cleveland_counts.hpp"
#include "reference_lines.hpp"
#include "statistics/change/significance.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Significance;
using statistics::MonthlyCount;
using statistics::Spread;

namespace {

using Months = std::vector<std::optional<MonthlyCount>>;

Months monthsOf(const std::vector<double>& counts) {
  Months months;
  for (const double count : counts) {
    months.emplace_back(MonthlyCount{.met = count, .of = 0});
  }
  return months;
}

Months monthsFrom(const std::string& text) {
  Months months;
  for (const std::string& month : splitAt(text, ' ')) {
    const std::vector<std::string> parts = splitAt(month, '/');
    if (month == "NA") {
      months.emplace_back(std::nullopt);
    } else {
      months.emplace_back(MonthlyCount{.met = std::stod(parts[0]), .of = parts.size() > 1 ? std::stod(parts[1]) : 0});
    }
  }
  return months;
}

std::vector<int> wholeYears(std::size_t months) {
  return statistics::levelsOf(months, {{.first = 0, .last = months - 1, .because = ""}});
}

MonthlyCount sumOf(const Months& months, std::size_t first) {
  MonthlyCount sum;
  for (std::size_t i = first; i < first + 12; ++i) {
    sum.met += months[i]->met;
    sum.of += months[i]->of;
  }
  return sum;
}

Significance yearOnYear(const std::vector<double>& counts) {
  const Months months = monthsOf(counts);
  const Spread spread = statistics::spreadOfCounts(months, wholeYears(months.size()));
  return statistics::testOfCounts(sumOf(months, 24).met, sumOf(months, 12).met, 1, spread, true);
}

}  // namespace

TEST_CASE("spread of 60 random series of counts and shares, and tests of their last two years", "[spread][reference]") {
  std::ifstream in(std::filesystem::path(BOARDPACK_SOURCE_DIR) / "tests/reference/spread.csv");
  std::size_t lines = 0;
  for (std::string text; std::getline(in, text); ++lines) {
    INFO("line " << lines + 1);
    const std::vector<std::string> fields = splitAt(text, ';');
    const Months months = monthsFrom(fields.at(1));
    const std::vector<int> levels = numbersOf<int>(fields.at(2));
    const bool is_count = fields.at(0) == "count";
    const Spread spread =
        is_count ? statistics::spreadOfCounts(months, levels) : statistics::spreadOfShares(months, levels);
    REQUIRE(spread.known);
    CHECK(spread.dispersion == Approx(std::stod(fields.at(3))).epsilon(1e-7));
    CHECK(spread.degrees == std::stoi(fields.at(4)));
    const MonthlyCount now = sumOf(months, months.size() - 12);
    const MonthlyCount before = sumOf(months, months.size() - 24);
    const Significance test = is_count ? statistics::testOfCounts(now.met, before.met, 1, spread, true)
                                       : statistics::testOfShares(now, before, spread);
    CHECK(*test.z == Approx(std::stod(fields.at(5))).epsilon(1e-7));
    CHECK(*test.p == Approx(std::stod(fields.at(6))).epsilon(1e-6));
    CHECK((test.verdict == Significance::Verdict::Beyond) == (std::stod(fields.at(6)) < 0.05));
  }
  CHECK(lines == 60);
}

TEST_CASE("Cleveland's crime of 2025 against 2024, with the spread of its own months", "[spread]") {
  // Row times column over total, by hand: dispersion 19.693624, 71,787 against 73,583, z -4.7106 as Poisson, -1.0615
  // with the spread, p 0.3000.
  const Significance all = yearOnYear(ClevelandCounts().all_crime);
  CHECK(*all.dispersion == Approx(19.693624).epsilon(1e-7));
  CHECK(*all.z == Approx(-1.0615).margin(0.00005));
  CHECK(*all.z * std::sqrt(*all.dispersion) == Approx(-4.7106).margin(0.00005));
  CHECK(*all.p == Approx(0.3000).margin(0.00005));
  CHECK(all.verdict == Significance::Verdict::Within);

  // Robbery: 3.735208, 1,264 against 869, z 4.4446, p 0.0002.
  const Significance robbery = yearOnYear(ClevelandCounts().robbery);
  CHECK(*robbery.dispersion == Approx(3.735208).epsilon(1e-7));
  CHECK(*robbery.z == Approx(4.4446).margin(0.00005));
  CHECK(robbery.verdict == Significance::Verdict::Beyond);

  // Possession of weapons is all but Poisson: 1.026296.
  CHECK(*yearOnYear(ClevelandCounts().weapons).dispersion == Approx(1.026296).epsilon(1e-6));
}

TEST_CASE("spread is never taken below Poisson, and p is then normal", "[spread]") {
  // Two years of 100 each month: the months do not vary at all.
  const Months months = monthsOf(std::vector<double>(24, 100));
  const Spread spread = statistics::spreadOfCounts(months, wholeYears(24));
  REQUIRE(spread.known);
  CHECK(spread.dispersion == Approx(0).margin(1e-12));
  CHECK(spread.degrees == 11);
  // z = √2 (√1300 − √1200) = 2.0002, p by hand of the normal table: 0.0455.
  const Significance test = statistics::testOfCounts(1300, 1200, 1, spread, true);
  CHECK(*test.z == Approx(2.0002).margin(0.0005));
  CHECK(*test.p == Approx(0.0455).margin(0.0005));
  CHECK(*test.dispersion == 1);
  // A sum is in no unit in which Poisson would have a say.
  CHECK(statistics::testOfCounts(1300, 1200, 1, Spread{.known = true, .reason = "", .dispersion = 0, .degrees = 11},
                                 false)
            .verdict == Significance::Verdict::CannotTell);
}

TEST_CASE("what periods of unequal length would count", "[spread]") {
  const Spread chance{.known = true, .reason = "", .dispersion = 1, .degrees = 11};
  // 100 in a month after 1,200 in 12: as expected. 2(√100 − √(1200/12)) = 0.
  CHECK(*statistics::testOfCounts(100, 1200, 1.0 / 12, chance, true).z == Approx(0).margin(1e-12));
  // 121 in a month after 1,200 in 12: 2(11 − 10)/√(13/12) = 1.9215.
  CHECK(*statistics::testOfCounts(121, 1200, 1.0 / 12, chance, true).z == Approx(1.9215).margin(0.0001));
  CHECK(*statistics::testOfCounts(0, 0, 1, chance, true).z == 0);
  CHECK(statistics::testOfCounts(-1, 5, 1, chance, true).verdict == Significance::Verdict::CannotTell);
}

TEST_CASE("too little history cannot tell", "[spread]") {
  const Months months = monthsOf(std::vector<double>(23, 100));
  const Spread spread = statistics::spreadOfCounts(months, wholeYears(23));
  CHECK_FALSE(spread.known);
  CHECK(spread.reason == "fewer than 24 months to know their usual spread from");
  CHECK(statistics::testOfCounts(5, 50, 1, spread, true).verdict == Significance::Verdict::CannotTell);

  SECTION("24 months in too many pieces neither") {
    // Stretches of 3 and 4 months in turn, seven of them: 24 − 12 − 7 + 1 leaves 6 degrees of freedom.
    const std::vector<int> levels{0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6};
    const Spread pieces = statistics::spreadOfCounts(monthsOf(std::vector<double>(24, 100)), levels);
    CHECK_FALSE(pieces.known);
    CHECK(pieces.reason == "too few months that repeat to know their usual spread from");
  }
  SECTION("nor months below 0") {
    std::vector<double> values(24, 100);
    values[3] = -1;
    CHECK(statistics::spreadOfCounts(monthsOf(values), wholeYears(24)).reason == "a month is below 0");
  }
}

TEST_CASE("months of the year without any count say nothing of the spread", "[spread]") {
  // No bathing accidents but in summer: 9 of 12 months of the year are 0 in both years.
  std::vector<double> values(36, 0);
  for (std::size_t year = 0; year < 3; ++year) {
    for (std::size_t month = 5; month < 11; ++month) {
      values[year * 12 + month] = 10 + static_cast<double>((year * 7 + month * 3) % 5);
    }
  }
  const Spread spread = statistics::spreadOfCounts(monthsOf(values), wholeYears(36));
  REQUIRE(spread.known);
  CHECK(spread.degrees == (6 - 1) * (3 - 1));
}

TEST_CASE("years are counted back from the last month and begin anew after a break", "[spread]") {
  CHECK(statistics::levelsOf(26, {{0, 25, ""}}) ==
        std::vector<int>{0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2});
  CHECK(statistics::levelsOf(8, {{0, 2, ""}, {4, 7, "a break"}}) == std::vector<int>{0, 0, 0, -1, 1, 1, 1, 1});
}

TEST_CASE("months that resemble their neighbours widen the test, and nothing narrows it", "[spread]") {
  // contrast() / kept() of tests/reference/simulate_spread.R.
  const base::MonthRange year{{2025, 1}, {2025, 12}};
  const base::MonthRange year_before{{2024, 1}, {2024, 12}};
  const auto month = [](int of_year, int number) { return base::MonthRange{{of_year, number}, {of_year, number}}; };
  CHECK(statistics::widening(0.3, year, year_before) == Approx(1.829681401).epsilon(1e-9));
  CHECK(statistics::widening(0.6, year, year_before) == Approx(3.909882182).epsilon(1e-9));
  CHECK(statistics::widening(0.9, year, year_before) == Approx(12.786046840).epsilon(1e-9));
  CHECK(statistics::widening(0.6, month(2025, 12), month(2024, 12)) == Approx(1.272786899).epsilon(1e-9));
  CHECK(statistics::widening(0.9, {{2025, 10}, {2025, 12}}, {{2025, 7}, {2025, 9}}) ==
        Approx(1.568853633).epsilon(1e-9));
  // Neighbours that resemble each other differ by less; the test is not made readier by that.
  CHECK(statistics::widening(0.6, month(2025, 12), month(2025, 11)) == 1);
  CHECK(statistics::widening(0, year, year_before) == 1);
}

TEST_CASE("shares that are all or nothing do not differ", "[spread]") {
  const Spread chance{.known = true, .reason = "", .dispersion = 1, .degrees = 11};
  CHECK(*statistics::testOfShares({20, 20}, {30, 30}, chance).z == 0);
  CHECK(*statistics::testOfShares({0, 20}, {0, 30}, chance).z == 0);
  // 45 of 50 against 35 of 50: p 0.8, √(0.16 × 2/50) = 0.08, z = 0.2/0.08 = 2.5, p 0.0124.
  const Significance differ = statistics::testOfShares({45, 50}, {35, 50}, chance);
  CHECK(*differ.z == Approx(2.5));
  CHECK(*differ.p == Approx(0.0124).margin(0.00005));
}
