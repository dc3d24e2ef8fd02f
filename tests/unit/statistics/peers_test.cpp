#include <algorithm>
#include "make_series.hpp"
#include "measure/definition/kinds.hpp"
#include "statistics/peer_standing.hpp"

#include <catch2/catch.hpp>

// Values counted by hand.

using namespace boardpack;

namespace {

const base::Month kEnd{2025, 6};

series::Comparator row(const std::string& area, const std::string& unit, std::optional<double> value,
                       base::Month end = kEnd, const std::string& kind = "force") {
  series::Comparator made;
  made.measure = "theft offences";
  made.area_kind = kind;
  made.area = area;
  made.period_end = end;
  made.window = "12 months";
  made.unit = unit;
  made.value = value;
  made.source = "a source";
  made.published_on = sdk::Date{2025, 10, 23};
  if (unit == "offences") {
    made.numerator = value;
  }
  if (unit == "per 1,000 people") {
    made.denominator = 1000;
    made.method = "offences per 1,000 people; people of mid-2024";
  }
  return made;
}

series::Comparator missing(const std::string& area, const std::string& unit, const std::string& why) {
  series::Comparator made = row(area, unit, std::nullopt);
  made.not_available = why;
  return made;
}

statistics::PeerQuestion asked(base::Month month = {2025, 9}) {
  statistics::PeerQuestion question{.spec = {},
                                    .force = "Own",
                                    .members = {"Aland", "Beland", "Own"},
                                    .month = month,
                                    .day = {},
                                    .own = nullptr,
                                    .people = {},
                                    .sums = {}};
  question.spec.measure = "theft offences";
  question.spec.group = "MSG";
  return question;
}

/// Own 20, Aland 10, Beland 30 (of 3,000 people), Celand 20, Deland withheld; the country 25.
std::vector<series::Comparator> rates() {
  std::vector<series::Comparator> rows = {row("Own", "per 1,000 people", 20),
                                          row("Aland", "per 1,000 people", 10),
                                          row("Beland", "per 1,000 people", 30),
                                          row("Celand", "per 1,000 people", 20),
                                          missing("Deland", "per 1,000 people", "withheld by the source"),
                                          row("England and Wales", "per 1,000 people", 25, kEnd, "country"),
                                          row("Own", "per 1,000 people", 99, kEnd, "region"),
                                          row("Own", "offences", 20),
                                          row("Aland", "offences", 10),
                                          row("Beland", "offences", 90),
                                          row("Celand", "offences", 20)};
  rows[2].denominator = 3000;
  return rows;
}

series::Series ownSeries(double mrt) {
  series::Series own = makeSeries({2025, 9}, std::vector<double>(24, 1));
  own.groups.front().in(series::Window::Mrt).assign(24, series::Cell::of(mrt));
  own.info.nature.adds_up = true;
  return own;
}

}  // namespace

TEST_CASE("mean of the group, country, rank and spread, each force by its published rate") {
  statistics::PeerQuestion question = asked();
  series::PeerStanding standing = statistics::standingOf(question, rates());
  REQUIRE(standing.available);
  CHECK(standing.period == base::MonthRange{{2024, 7}, {2025, 6}});
  CHECK(standing.lag_months == 3);
  CHECK(standing.own.value == 20);
  CHECK(standing.own_from == "the comparator's own figure for the force");
  CHECK(standing.mean.value == 20);
  CHECK(standing.averaging == "unweighted mean of the rates of 3 forces, the force itself included");
  CHECK(standing.national.value == 25);
  CHECK(standing.rank == 2);
  CHECK(standing.ties == 1);
  CHECK(standing.ranked == 4);
  CHECK(standing.lowest == 10);
  CHECK(standing.highest == 30);
  CHECK(standing.left_out == std::vector<std::string>{"Deland (of the rank: withheld by the source)"});
  CHECK(standing.unit == "per 1,000 people");
  CHECK(standing.population == "people of mid-2024");
  CHECK(standing.published_on == sdk::Date{2025, 10, 23});
  CHECK(standing.publishable);

  question.spec.weighted = true;
  standing = statistics::standingOf(question, rates());
  CHECK(standing.mean.value == 24);  // 1,000 * (20 + 10 + 90) / (1,000 + 1,000 + 3,000)
  CHECK(standing.mean.numerator == 120);
  question.spec.includes_own = false;
  standing = statistics::standingOf(question, rates());
  CHECK(standing.mean.value == 25);  // 1,000 * 100 / 4,000
  CHECK(standing.members == std::vector<std::string>{"Aland", "Beland"});
  CHECK_THAT(standing.averaging, Catch::Contains("the force itself not included"));
}

TEST_CASE("a force that the measure leaves out has no place in the rank, and is named") {
  statistics::PeerQuestion question = asked();
  question.spec.left_out = {"Aland"};
  const series::PeerStanding standing = statistics::standingOf(question, rates());
  CHECK(standing.rank == 1);
  CHECK(standing.ranked == 3);
  CHECK(standing.lowest == 20);
  CHECK(standing.left_out.front() == "Aland (of the rank: the measure says so)");
}

TEST_CASE("the force's own count of that same period, by the comparators' population, goes before their figure") {
  statistics::PeerQuestion question = asked();
  const series::Series own = ownSeries(35);
  question.own = &own;
  series::PeerStanding standing = statistics::standingOf(question, rates());
  CHECK(standing.own.value == 35);  // 35 of 1,000 people
  CHECK(standing.own_from == "the force's own data");
  CHECK(standing.rank == 4);
  CHECK(standing.mean.value == 20);  // of the published rates

  series::Series older = own;
  older.months.erase(older.months.begin() + 10, older.months.end());
  for (auto& cells : older.groups.front().windows) {
    cells.resize(std::min<std::size_t>(cells.size(), 10));
  }
  question.own = &older;
  standing = statistics::standingOf(question, rates());
  CHECK(standing.own.value == 20);
  CHECK(standing.own_from == "the comparator's own figure for the force");
}

TEST_CASE("what is missing among the comparators leaves the force's own figure alone") {
  statistics::PeerQuestion question = asked();
  const series::Series own = ownSeries(35);
  question.own = &own;
  std::vector<series::Comparator> rows = rates();
  rows.erase(std::remove_if(rows.begin(), rows.end(), [](const auto& r) { return r.area_kind == "country"; }),
             rows.end());
  question.members = {};
  const series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.own.value == 35);
  CHECK(standing.national.reason == "the comparators have no row for it");
  CHECK(standing.mean.reason == "the group MSG has no members in the peer groups");
  CHECK(standing.rank == 4);
}

TEST_CASE("nothing is used before the day of its publication") {
  statistics::PeerQuestion question = asked();
  question.day = sdk::Date{2025, 10, 22};
  const series::PeerStanding standing = statistics::standingOf(question, rates());
  CHECK_FALSE(standing.available);
  CHECK(standing.reason ==
        "the comparators of 'theft offences' are published on 23 October 2025, after the board meets");
  CHECK(standing.own.symbol == series::Symbol::NotAvailable);
  question.day = sdk::Date{2025, 10, 23};
  CHECK(statistics::standingOf(question, rates()).available);
  question.spec.measure = "robbery";
  CHECK(statistics::standingOf(question, rates()).reason == "there is no comparator of 'robbery' up to September 2025");
  question.month = {2025, 5};
  question.spec.measure = "theft offences";
  CHECK_FALSE(statistics::standingOf(question, rates()).available);
}

TEST_CASE("of two editions the later one is taken; of two of a day that differ, none") {
  const statistics::PeerQuestion question = asked();
  std::vector<series::Comparator> rows = rates();
  rows.push_back(row("Aland", "per 1,000 people", 12));
  rows.back().published_on = sdk::Date{2026, 1, 22};
  CHECK(statistics::standingOf(question, rows).lowest == 12);
  rows.back().published_on = std::nullopt;
  CHECK(statistics::standingOf(question, rows).lowest == 10);
  rows.back().published_on = rows.front().published_on;
  const series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.lowest == 20);
  CHECK(standing.members == std::vector<std::string>{"Beland", "Own"});
  CHECK_THAT(
      standing.left_out.front(),
      Catch::Contains("Aland (of the mean: the sources give two figures, and it is not known which is the later"));
}

TEST_CASE("forces with an increase: as published, else from two periods") {
  std::vector<series::Comparator> rows = rates();
  const base::Month before = kEnd - 12;
  for (const auto& [area, count] : {std::pair("Own", 20.0), {"Aland", 9.0}, {"Beland", 100.0}}) {
    rows.push_back(row(area, "offences", count, before));
  }
  series::PeerStanding standing = statistics::standingOf(asked(), rows);
  CHECK(standing.increases == 1);  // Aland; Own stayed, Beland fell, Celand has no year before
  CHECK(standing.compared == 3);
  CHECK(standing.increases_from == "the figures of the two periods");
  for (const auto& [area, change] : {std::pair("Own", 0.1), {"Aland", 11.0}, {"Beland", -10.0}, {"Celand", 4.0}}) {
    rows.push_back(row(area, "% change on the year before", change));
  }
  standing = statistics::standingOf(asked(), rows);
  CHECK(standing.increases == 3);
  CHECK(standing.compared == 4);
  CHECK(standing.increases_from == "the changes that the source publishes");
}

TEST_CASE("where the source gives rates, none is made for a force without one") {
  statistics::PeerQuestion question = asked();
  question.people = {{"Own", 2024, 1000},    {"Aland", 2024, 1000},  {"Beland", 2024, 3000},
                     {"Celand", 2024, 1000}, {"Deland", 2024, 1000}, {"Eland", 2024, 1000}};
  std::vector<series::Comparator> rows = rates();
  rows.push_back(row("Deland", "offences", 5));  // its rate is withheld
  rows.push_back(row("Eland", "offences", 5));   // its rate could not be read: no row of it was loaded
  const series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.ranked == 4);
  CHECK(standing.lowest == 10);
  CHECK(standing.left_out == std::vector<std::string>{"Deland (of the rank: withheld by the source)",
                                                      "Eland (of the rank: the comparators have no figure for it)"});
}

TEST_CASE("rates are taken with all the decimals that are printed") {
  statistics::PeerQuestion question = asked();
  const auto small = [](const std::string& area, double rate) { return row(area, "per 1,000 people", rate); };
  // To four decimals all four would be 0.0120.
  std::vector<series::Comparator> rows = {small("Own", 0.01204), small("Aland", 0.01203), small("Beland", 0.01196),
                                          small("Celand", 0.01204)};
  series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.rank == 3);
  CHECK(standing.ties == 1);
  CHECK(standing.mean.value == 0.01201);  // of 0.01203, 0.01196 and 0.01204: the decimals' own mean
  rows[0].value = 0.012041;
  standing = statistics::standingOf(question, rows);
  CHECK(standing.rank == 4);
  CHECK(standing.ties == 0);
}

TEST_CASE("counts become rates by the latest estimate that the force has, of one year for all") {
  statistics::PeerQuestion question = asked();
  std::vector<series::Comparator> rows = {row("Own", "offences", 20), row("Aland", "offences", 10),
                                          row("Beland", "offences", 90)};
  const series::PeerStanding bare = statistics::standingOf(question, rows);
  CHECK_FALSE(bare.available);
  CHECK(bare.reason ==
        "the latest comparators of 'theft offences', to June 2025, are counts without a population that rates could be "
        "made of");
  std::vector<series::Comparator> with_changes = rows;
  with_changes.push_back(row("Aland", "% change on the year before", 3));
  CHECK(statistics::standingOf(question, with_changes).mean.symbol == series::Symbol::NotApplicable);
  question.people = {{"Own", 2023, 2000}, {"Aland", 2023, 1000}, {"Beland", 2023, 3000}, {"Aland", 2025, 9}};
  const series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.own.value == 10);
  CHECK(standing.rank == 1);
  CHECK(standing.ties == 1);
  CHECK(standing.highest == 30);
  CHECK(standing.population == "people of mid-2023");
  question.people = {{"Own", 2022, 2000}};
  CHECK_FALSE(statistics::standingOf(question, rows).rank);
}

TEST_CASE("a measure that the source does not give is the sum of its parts, when each is there") {
  statistics::PeerQuestion question = asked();
  question.spec.measure = "burglary";
  question.sums = {{"burglary", {"domestic", "other"}, {"residential"}}};
  std::vector<series::Comparator> rows;
  for (const auto& [measure, area, count] : {std::tuple("domestic", "Own", 5.0),
                                             {"other", "Own", 6.0},
                                             {"residential", "Own", 7.0},
                                             {"domestic", "Aland", 5.0},
                                             {"other", "Aland", 6.0},
                                             {"domestic", "Beland", 5.0}}) {
    rows.push_back(row(area, "offences", count));
    rows.back().measure = measure;
  }
  question.people = {{"Own", 2024, 1000}, {"Aland", 2024, 1000}, {"Beland", 2024, 1000}};
  const series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.own.value == 18);
  CHECK(standing.lowest == 11);
  CHECK(standing.ranked == 2);
}

TEST_CASE("the latest period in which the force has a place goes before later counts without people") {
  statistics::PeerQuestion question = asked({2026, 5});
  std::vector<series::Comparator> rows = rates();
  const base::Month later = kEnd + 6;
  for (const char* area : {"Own", "Aland", "Beland", "Celand"}) {
    rows.push_back(row(area, "offences", 100, later));
  }
  series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.period.last == kEnd);
  CHECK(standing.lag_months == 11);
  CHECK(standing.rank == 2);
  question.people = {{"Own", 2025, 2000}, {"Aland", 2025, 1000}, {"Beland", 2025, 3000}};
  standing = statistics::standingOf(question, rows);
  CHECK(standing.period.last == later);
  CHECK(standing.own.value == 50);
  CHECK(standing.rank == 2);
}

TEST_CASE("what is older than the measure takes is not told, with both periods in the reason") {
  statistics::PeerQuestion question = asked({2027, 7});  // 25 months after
  std::vector<series::Comparator> rows = rates();
  CHECK(
      statistics::standingOf(question, rows).reason ==
      "the latest comparators of 'theft offences' end in June 2025, 25 months before July 2027, and the measure takes "
      "none older than 24 months");
  question.spec.oldest = 25;
  CHECK(statistics::standingOf(question, rows).available);
  question.spec.oldest = 24;
  rows.push_back(row("Aland", "offences", 100, {2027, 3}));
  CHECK(
      statistics::standingOf(question, rows).reason ==
      "the latest comparators of 'theft offences', to March 2027, are counts without a population that rates could be "
      "made of; the latest with rates end in June 2025, 25 months before July 2027, and the measure takes none older "
      "than 24 months");
}

TEST_CASE("the country's figure that may not be published makes the standing words only") {
  std::vector<series::Comparator> rows = rates();
  rows[5].publishable = false;
  CHECK_FALSE(statistics::standingOf(asked(), rows).publishable);
}

TEST_CASE("a mean is added up exactly") {
  const std::vector<series::Comparator> rows = {row("Own", "per 1,000 people", 0.1),
                                                row("Aland", "per 1,000 people", 0.2),
                                                row("Beland", "per 1,000 people", 0.3)};
  CHECK(*statistics::standingOf(asked(), rows).mean.value == 0.2);
}

TEST_CASE("one row that may not be published makes the standing words only") {
  std::vector<series::Comparator> rows = rates();
  rows[1].publishable = false;
  CHECK_FALSE(statistics::standingOf(asked(), rows).publishable);
}

TEST_CASE("the funnel of all forces: each with its own count, judged by all together") {
  statistics::PeerQuestion question = asked();
  std::vector<series::Comparator> rows;
  for (int i = 0; i < 10; ++i) {
    rows.push_back(row(i == 0 ? "Own" : "Force " + std::to_string(i), "per 1,000 people", 12));
  }
  series::PeerStanding standing = statistics::standingOf(question, rows);
  REQUIRE(standing.funnel.points.size() == 10);
  CHECK(standing.force == "Own");
  CHECK(standing.funnel.centre == Approx(12));
  // tests/reference/intervals.R: exact Poisson limits of 12 expected.
  CHECK(standing.funnel.points[0].lower_95 == Approx(5.18283897219).epsilon(1e-9));
  CHECK(standing.funnel.points[0].upper_998 == Approx(23.6006752575).epsilon(1e-9));
  // The force's own count, 35 of 1,000 people, stands in place of what the comparators say of it.
  const series::Series own = ownSeries(35);
  question.own = &own;
  standing = statistics::standingOf(question, rows);
  const auto found = std::find_if(standing.funnel.points.begin(), standing.funnel.points.end(),
                                  [](const series::FunnelPoint& point) { return point.name == "Own"; });
  REQUIRE(found != standing.funnel.points.end());
  CHECK(found->value == 35);
  CHECK(standing.funnel.centre == Approx(14.3));  // 143 of 10,000 people
  rows.pop_back();
  CHECK(statistics::standingOf(question, rows).funnel.reason == "fewer than 10 places with a value");
}

TEST_CASE("shares are compared as they are") {
  statistics::PeerQuestion question = asked();
  std::vector<series::Comparator> rows = {row("Own", "%", 80), row("Aland", "%", 70), row("Beland", "%", 90)};
  for (series::Comparator& share : rows) {
    share.denominator = 100;
    share.numerator = share.value;
  }
  rows[2].denominator = 300;
  rows[2].numerator = 270;
  series::PeerStanding standing = statistics::standingOf(question, rows);
  CHECK(standing.mean.value == 80);
  CHECK(standing.rank == 2);
  question.spec.weighted = true;
  CHECK(statistics::standingOf(question, rows).mean.value == 84);  // 420 of 500
  series::Series own = ownSeries(85.5);
  own.info.nature = measure::kindOf("share").nature;
  own.info.unit = "%";
  question.own = &own;
  CHECK(statistics::standingOf(question, rows).own.value == 85.5);
}
