#include "published.hpp"
#include "statistics/peer_standing.hpp"

#include <catch2/catch.hpp>

// Standings worked out of the published tables, against tests/reference/national_tables.py, which works them out of the
// same files by another way.

using namespace boardpack;
using namespace national;

namespace {

const std::vector<std::string> kGroup = {"Cumbria", "Devon and Cornwall", "Durham", "Dyfed-Powys", "Lincolnshire",
                                         "Norfolk", "North Wales",        "Suffolk"};

statistics::PeerQuestion question(const std::string& measure, base::Month month) {
  statistics::PeerQuestion asked{.spec = {},
                                 .force = "Cumbria",
                                 .members = kGroup,
                                 .month = month,
                                 .day = {},
                                 .own = nullptr,
                                 .people = {},
                                 .sums = {}};
  asked.spec.measure = measure;
  asked.spec.group = "MSG";
  for (const sdk::ComparatorSum& sum : sdk::comparatorSums()) {
    asked.sums.push_back({sum.measure, sum.parts, sum.optional_parts});
  }
  return asked;
}

std::vector<series::Comparator> published(std::initializer_list<const char*> files) {
  std::vector<series::Comparator> rows;
  for (const char* file : files) {
    for (series::Comparator& row :
         comparatorsOf(recordsOf(dataFolder() / "ons-pfa-tables-2018-2019" / file, "ons-police-force-areas"))) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::string offenceName(const std::string& offence) {
  for (const sdk::ColumnMap& map : feedNamed("ho-rolling-years").routes.front().columns) {
    for (const auto& [text, name] : map.codes) {
      if (text == offence) {
        return name;
      }
    }
  }
  return offence;
}

std::vector<series::Comparator> rolling() {
  std::vector<series::Comparator> rows = comparatorsOf(
      recordsOf(dataFolder() / "ho-recorded-crime-pfa-2003-2018" / "rec-crime-pfa.csv.gz", "ho-rolling-years"));
  for (series::Comparator& row : rows) {
    row.measure = offenceName(row.measure);
  }
  return rows;
}

}  // namespace

TEST_CASE("theft in the year ending December 2019: the group's mean, the rank, the increases") {
  if (!isThere()) {
    return;
  }
  const auto rows = published({"pfatablesdec19.xlsx"});
  statistics::PeerQuestion asked = question("theft offences", {2020, 3});
  const series::PeerStanding standing = statistics::standingOf(asked, rows);
  REQUIRE(standing.available);
  CHECK(standing.period == base::MonthRange{{2019, 1}, {2019, 12}});
  CHECK(standing.lag_months == 3);
  CHECK(standing.own_from == "the comparator's own figure for the force");
  CHECK(*standing.own.value == Approx(17.9820).margin(5e-5));       // cell P15 of Table P3
  CHECK(*standing.national.value == Approx(32.8716).margin(5e-5));  // cell P7
  CHECK(*standing.mean.value == Approx(20.79343).margin(0.002));
  CHECK(standing.members.size() == 8);
  CHECK(standing.rank == 3);
  CHECK(standing.ranked == 41);
  CHECK(standing.ties == 0);
  CHECK(*standing.lowest == Approx(14.1633).margin(0.002));
  CHECK(*standing.highest == Approx(51.3777).margin(0.002));
  CHECK(
      standing.left_out ==
      std::vector<std::string>{"City of London (of the rank: withheld by the source, since too few people live there)",
                               "Greater Manchester (of the rank: not available in the source)"});
  CHECK(standing.increases_from == "the changes that the source publishes");
  CHECK(standing.published_on == sdk::Date{2020, 4, 22});
  CHECK(standing.population == "people of mid-2018, which the source shows rounded to 100");

  asked.spec.weighted = true;
  CHECK(*statistics::standingOf(asked, rows).mean.value == Approx(20.11425245811254).margin(1e-9));
  asked.spec.measure = "total recorded crime";
  const series::PeerStanding all = statistics::standingOf(asked, rows);
  CHECK(all.increases == 37);
  CHECK(all.compared == 42);
}

TEST_CASE("homicide: rates so small that four decimals would tie them have the ranks of all their decimals") {
  if (!isThere()) {
    return;
  }
  struct Edition {
    const char* file;
    base::Month end;
    int ranked, cumbria, wiltshire;
    double own, mean;  ///< of Cumbria and its group, as national_tables.py reads them
  };
  // To four decimals Cumbria would be 27th, equal with another, in June 2018 and 14th in December; Wiltshire 13th in
  // June 2019.
  for (const Edition& edition :
       {Edition{"policeforceareatablesyearendingmarch2018v2.xlsx",
                {2018, 3},
                42,
                9,
                2,
                0.006014519048984248,
                0.007907288713861857},
        Edition{"policeforceareadatatablesyearendingjune2018corrected.xlsx",
                {2018, 6},
                42,
                28,
                1,
                0.012039127163280663,
                0.007942162838145651},
        Edition{"policeforceareatablesyearendingsep18corrected.xlsx",
                {2018, 9},
                42,
                21,
                1,
                0.010032605969400551,
                0.007477889900856438},
        Edition{"policeforceareatablesyearendingdecember2018.xlsx",
                {2018, 12},
                42,
                15,
                2,
                0.00802608477552044,
                0.008462546915504422},
        Edition{"policeforceareatablesyeendingmarch2019.xlsx",
                {2019, 3},
                42,
                18,
                1,
                0.00802608477552044,
                0.009772659800528473},
        Edition{"policeforceareatablesyearendingjune2019.xlsx",
                {2019, 6},
                42,
                8,
                14,
                0.006013373743204888,
                0.010836749049429226},
        Edition{"policeforceareatablesyearendingseptember2019.xlsx",
                {2019, 9},
                41,
                25,
                4,
                0.010022289572008146,
                0.010261929320279594},
        Edition{"pfatablesdec19.xlsx", {2019, 12}, 41, 23, 3, 0.010022289572008146, 0.010767787179309039}}) {
    INFO(edition.file);
    const auto rows = published({edition.file});
    statistics::PeerQuestion asked = question("homicide", edition.end);
    series::PeerStanding standing = statistics::standingOf(asked, rows);
    CHECK(standing.own.value == edition.own);
    CHECK(*standing.mean.value == Approx(edition.mean).epsilon(1e-13));
    CHECK(standing.rank == edition.cumbria);
    CHECK(standing.ties == 0);
    CHECK(standing.ranked == edition.ranked);
    asked.force = "Wiltshire";
    standing = statistics::standingOf(asked, rows);
    CHECK(standing.rank == edition.wiltshire);
    CHECK(standing.ties == 0);
  }
}

TEST_CASE("a later edition's figure of the same period is taken, an earlier period where the later is not yet out") {
  if (!isThere()) {
    return;
  }
  const auto rows = published({"policeforceareatablesyearendingseptember2019.xlsx", "pfatablesdec19.xlsx"});
  statistics::PeerQuestion asked = question("theft offences", {2020, 3});
  asked.day = sdk::Date{2020, 4, 1};
  const series::PeerStanding before = statistics::standingOf(asked, rows);
  CHECK(before.period.last == base::Month(2019, 9));
  CHECK(before.lag_months == 6);
  CHECK(before.published_on == sdk::Date{2020, 1, 23});
  asked.day = sdk::Date{2019, 12, 1};
  const series::PeerStanding none = statistics::standingOf(asked, rows);
  CHECK_FALSE(none.available);
  CHECK(none.reason == "the comparators of 'theft offences' are published on 23 January 2020, after the board meets");
}

TEST_CASE("sums of the Home Office's offences are the groups that the other source publishes") {
  if (!isThere()) {
    return;
  }
  const auto counts = rolling();
  const auto tables = published({"policeforceareatablesyearendingdecember2018.xlsx"});
  for (const char* measure : {"total recorded crime", "theft offences", "violence against the person", "burglary"}) {
    INFO(measure);
    const statistics::PeerQuestion asked = question(measure, {2018, 12});
    const series::PeerStanding summed = statistics::standingOf(asked, counts);
    const series::PeerStanding given = statistics::standingOf(asked, tables);
    REQUIRE(summed.available);
    CHECK(summed.own.numerator == given.own.numerator);
    CHECK_FALSE(summed.rank);
  }
}

TEST_CASE("forces with an increase, from the counts of two rolling years") {
  if (!isThere()) {
    return;
  }
  const auto counts = rolling();
  const auto increases = [&](const char* measure, base::Month month) {
    const series::PeerStanding standing = statistics::standingOf(question(measure, month), counts);
    CHECK(standing.compared == 43);
    CHECK(standing.increases_from == "the figures of the two periods");
    return *standing.increases;
  };
  // A paper on the 12 months to August 2017 has 41 for theft, 40 for robbery, 38 for public order, 37 for criminal
  // damage and 41 for all crime; the last two are not those of the published table, in June or in September.
  CHECK(increases("theft offences", {2017, 6}) == 41);
  CHECK(increases("theft offences", {2017, 9}) == 41);
  CHECK(increases("robbery", {2017, 6}) == 40);
  CHECK(increases("public order offences", {2017, 6}) == 38);
  CHECK(increases("criminal damage and arson", {2017, 6}) == 39);
  CHECK(increases("total recorded crime", {2017, 6}) == 43);
}
