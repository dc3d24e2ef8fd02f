#include "published.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>
#include <tuple>

// What the published files hold, read by the feeds, against their own totals and against values that
// tests/reference/national_tables.py reads with openpyxl.

using namespace boardpack;
using namespace national;

namespace {

struct Edition {
  const char* file;
  const char* period_end;
  const char* published_on;
  std::size_t rates_of_forces;
  double theft_forces, theft_country, theft_england, theft_wales;
  int rose, compared;  ///< forces whose total recorded crime rose, as published
};

const std::vector<Edition> kEditions = {
    {"pfatablesdec19.xlsx", "2019-12-31", "2020-04-22", 943, 1818499, 1850775, 1743674, 74825, 37, 42},
    {"policeforceareadatatablesyearendingjune2018corrected.xlsx", "2018-06-30", "2019-02-06", 966, 1979737, 2005567,
     1900958, 78779, 41, 43},
    {"policeforceareatablesyearendingdecember2018.xlsx", "2018-12-31", "2019-04-24", 966, 1974905, 2002253, 1896565,
     78340, 35, 43},
    {"policeforceareatablesyearendingjune2019.xlsx", "2019-06-30", "2019-10-16", 966, 1978744, 2009125, 1900499, 78245,
     37, 43},
    {"policeforceareatablesyearendingmarch2018v2.xlsx", "2018-03-31", "2019-04-24", 966, 1984121, 2009658, 1904909,
     79212, 42, 43},
    {"policeforceareatablesyearendingsep18corrected.xlsx", "2018-09-30", "2019-02-06", 966, 1972396, 1998876, 1893480,
     78916, 39, 43},
    {"policeforceareatablesyearendingseptember2019.xlsx", "2019-09-30", "2020-01-23", 943, 1850181, 1880780, 1773207,
     76974, 36, 42},
    {"policeforceareatablesyeendingmarch2019.xlsx", "2019-03-31", "2019-07-16", 966, 1987244, 2015998, 1908295, 78949,
     38, 43}};

std::vector<Record> edition(const Edition& which) {
  return recordsOf(dataFolder() / "ons-pfa-tables-2018-2019" / which.file, "ons-police-force-areas");
}

using Cell = std::tuple<std::string, std::string, std::string>;  // kind of area, area, measure

std::map<Cell, Record> cellsOf(const std::vector<Record>& records, const std::string& to, const Edition& which) {
  std::map<Cell, Record> cells;
  for (const Record& record : records) {
    if (record.at("to") == to && record.at("period end") == which.period_end &&
        record.at("measure") != "anti-social behaviour incidents" && record.at("unit") != "per 1,000 households" &&
        !record.at("measure").ends_with(" involving a knife")) {
      CHECK(cells.emplace(Cell{record.at("area kind"), record.at("area name"), record.at("measure")}, record).second);
    }
  }
  return cells;
}

}  // namespace

TEST_CASE(
    "each edition of the police force area tables is read with its period and day, all 43 forces and their areas") {
  if (!isThere()) {
    return;
  }
  for (const Edition& which : kEditions) {
    INFO(which.file);
    const std::vector<Record> records = edition(which);
    std::set<std::string> forces;
    std::set<std::string> countries;
    std::set<std::string> regions;
    for (const Record& record : records) {
      CHECK(record.at("published on") == which.published_on);
      CHECK_FALSE(record.at("place").empty());
      const bool has_value = number(record.at("value")).has_value();
      CHECK(has_value == record.at("not available").empty());
      if (record.at("to") == "counts" && record.at("measure") == "theft offences") {
        CHECK(record.at("period end") == which.period_end);
        std::set<std::string>& names = record.at("area kind") == "force"     ? forces
                                       : record.at("area kind") == "country" ? countries
                                                                             : regions;
        CHECK(names.insert(record.at("area name")).second);
      }
    }
    CHECK(forces.size() == 43);
    CHECK(countries == std::set<std::string>{"England", "England and Wales", "Wales"});
    CHECK(regions.size() == 10);  // nine regions and British Transport Police
    for (const char* name :
         {"Cumbria", "Cleveland", "Cambridgeshire", "Wiltshire", "Greater Manchester", "West Midlands"}) {
      CHECK(forces.contains(name));
    }
  }
}

TEST_CASE("offences with a knife, in number and as a share, are those of Table P4") {
  if (!isThere()) {
    return;
  }
  struct Given {
    const Edition& edition;
    std::string area, measure, value;
  };
  // Read with openpyxl; the shares to four decimals.
  const Edition& december = kEditions[0];
  const Edition& march = kEditions[4];
  for (const Given& given : {Given{december, "Cleveland", "selected offences involving a knife", "508"},
                             {december, "Cleveland", "selected offences, share involving a knife", "6.3508"},
                             {december, "Cleveland", "robbery involving a knife", "148"},
                             {december, "Cumbria", "rape and sexual assault involving a knife", "0"},
                             {december, "England and Wales", "selected offences involving a knife", "45627"},
                             {march, "Cleveland", "assault, share involving a knife", "4.8626"},
                             {march, "Cumbria", "homicide involving a knife", "2"},
                             {march, "Cumbria", "threats to kill, share involving a knife", ""}}) {
    INFO(given.edition.file << " " << given.area << " " << given.measure);
    std::vector<Record> found;
    for (const Record& record : edition(given.edition)) {
      if (record.at("area name") == given.area && record.at("measure") == given.measure) {
        found.push_back(record);
      }
    }
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("period end") == given.edition.period_end);
    CHECK(found[0].at("area kind") == (given.area == "England and Wales" ? "country" : "force"));
    if (given.value.empty()) {
      CHECK(found[0].at("value").empty());
      CHECK(found[0].at("not available") == "the source gives no percentage of fewer than 50");
    } else {
      CHECK(std::abs(*number(found[0].at("value")) - *number(given.value)) < 0.00006);
    }
  }
}

TEST_CASE("the counts of forces add up to those of their countries") {
  if (!isThere()) {
    return;
  }
  for (const Edition& which : kEditions) {
    INFO(which.file);
    const auto counts = cellsOf(edition(which), "counts", which);
    std::map<std::string, double> of_forces;
    for (const auto& [cell, record] : counts) {
      if (std::get<0>(cell) == "force") {
        of_forces[std::get<2>(cell)] += number(record.at("value")).value_or(0);
      }
    }
    const auto count = [&](const std::string& kind, const std::string& area, const std::string& measure) {
      return number(counts.at({kind, area, measure}).at("value"));
    };
    CHECK(of_forces.at("theft offences") == which.theft_forces);
    CHECK(count("country", "England and Wales", "theft offences") == which.theft_country);
    CHECK(count("country", "England", "theft offences") == which.theft_england);
    CHECK(count("country", "Wales", "theft offences") == which.theft_wales);
    for (const auto& [measure, total] : of_forces) {
      INFO(measure);
      CHECK(total + *count("other body", "British Transport Police", measure) ==
            *count("country", "England and Wales", measure));
      CHECK(total == *count("country", "England", measure) + *count("country", "Wales", measure));
    }
  }
}

TEST_CASE("each force's count over its population is the published rate, as far as the rounded population tells") {
  if (!isThere()) {
    return;
  }
  // The source takes its rates of populations that it then shows rounded to 100.
  constexpr double kHalf = 50;
  constexpr double kKept = 0.00005;
  for (const Edition& which : kEditions) {
    INFO(which.file);
    const std::vector<Record> records = edition(which);
    const auto counts = cellsOf(records, "counts", which);
    std::size_t compared = 0;
    for (const auto& [cell, rate] : cellsOf(records, "rates", which)) {
      const auto value = number(rate.at("value"));
      const auto count = counts.find(cell);
      if (std::get<0>(cell) != "force" || !value || count == counts.end()) {
        continue;
      }
      const double people = *number(rate.at("base"));
      const double offences = *number(count->second.at("value"));
      INFO(std::get<1>(cell) << ", " << std::get<2>(cell));
      CHECK(*value >= 1000 * offences / (people + kHalf) - kKept);
      CHECK(*value <= 1000 * offences / (people - kHalf) + kKept);
      ++compared;
    }
    // Other theft offences have one heading in the table of counts and another in that of rates, which the script of
    // reference values and the feed both know.
    CHECK(compared == which.rates_of_forces);
  }
}

TEST_CASE("the published changes say in how many forces recorded crime rose") {
  if (!isThere()) {
    return;
  }
  for (const Edition& which : kEditions) {
    INFO(which.file);
    int rose = 0;
    int compared = 0;
    for (const auto& [cell, record] : cellsOf(edition(which), "changes", which)) {
      const auto change = number(record.at("value"));
      if (std::get<0>(cell) == "force" && std::get<2>(cell) == "total recorded crime" && change) {
        ++compared;
        rose += *change > 0 ? 1 : 0;
      }
    }
    CHECK(rose == which.rose);
    CHECK(compared == which.compared);
  }
}

TEST_CASE("the population of the tables is that of other sources") {
  if (!isThere()) {
    return;
  }
  std::map<std::pair<std::string, std::string>, double> by_force;
  for (const Record& record : recordsOf(
           dataFolder() / "population-pfa-england-2009-2019" / "population_policeforces.csv", "population-by-force")) {
    by_force[{record.at("area name"), record.at("mid-year")}] = *number(record.at("value"));
  }
  CHECK(by_force.size() == 36 * 11);
  std::size_t compared = 0;
  for (const Record& record : edition(kEditions[4])) {
    const auto other = by_force.find({record.at("area name"), record.at("year")});
    if (record.at("to") == "population" && record.at("kind") == "people" && record.at("area kind") == "force" &&
        other != by_force.end()) {
      INFO(record.at("area name") << ", " << record.at("year"));
      CHECK(std::abs(*number(record.at("value")) - other->second) <= 50);
      ++compared;
    }
  }
  CHECK(compared >= 36 * 8);  // Table P9 to 2016, and Table P3 of 2016 once more
}

TEST_CASE("rolling years of the Home Office, with their misprint and their negative counts") {
  if (!isThere()) {
    return;
  }
  const std::vector<Record> records =
      recordsOf(dataFolder() / "ho-recorded-crime-pfa-2003-2018" / "rec-crime-pfa.csv.gz", "ho-rolling-years");
  CHECK(records.size() == 46469);
  std::size_t negative = 0;
  std::size_t misprinted = 0;
  std::set<std::string> forces;
  for (const Record& record : records) {
    const auto value = number(record.at("value"));
    REQUIRE(value);
    negative += *value < 0 ? 1 : 0;
    misprinted += record.at("period end") == "2017-12-31" ? 1 : 0;
    CHECK(record.at("period end").substr(5) != "12-30");
    if (record.at("area kind") == "force") {
      forces.insert(record.at("area name"));
    }
  }
  CHECK(negative == 25);
  CHECK(misprinted == 927);
  CHECK(forces.size() == 43);
}

TEST_CASE("Table C2 as somebody saved it: titles above, blanks and commas in numbers, forces and partnerships mixed") {
  if (!isThere()) {
    return;
  }
  const std::vector<Record> records = recordsOf(
      dataFolder() / "ons-csp-table-c2-june-2025" / "policeforceareatablesyejune25final.csv", "ons-partnerships-csv");
  CHECK(records.size() == 399 * 23);
  std::map<std::string, std::map<std::string, double>> totals;
  for (const Record& record : records) {
    CHECK(record.at("period end") == "2025-06-30");
    if (record.at("measure") == "total recorded crime" && number(record.at("value"))) {
      const bool is_force = record.at("area kind") == "force";
      totals[record.at("area code")][is_force ? "force" : "parts"] += *number(record.at("value"));
    }
  }
  CHECK(totals.at("E23000023").at("force") == 67942);
  CHECK(totals.at("E23000038").at("force") == 41090);
  for (const char* code : {"E23000002", "E23000013", "E23000023", "E23000038"}) {
    INFO(code);
    CHECK(totals.at(code).at("force") == totals.at(code).at("parts"));
  }
}
