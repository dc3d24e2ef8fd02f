#include "data/data.hpp"

#include "base/digest.hpp"
#include "base/system.hpp"
#include "series/figures.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;

TEST_CASE("figures as CSV", "[data]") {
  series::Figure count{.force = "cleveland",
                       .measure = "robbery",
                       .breakdown = "district",
                       .group = "Redcar, \"and\" Cleveland",
                       .period = "2025-12",
                       .window = "mrt",
                       .statistic = "change_pct",
                       .reference = "previous_mrt",
                       .value = -2.4,
                       .symbol = ""};
  series::Figure missing = count;
  missing.group = "Hartlepool";
  missing.value = {};
  missing.symbol = "[x]";
  series::Figure large = missing;
  large.group = "";
  large.breakdown = "";
  large.reference = "";
  large.statistic = "value";
  large.value = 71787;
  large.symbol = "";
  CHECK(data::figuresCsv({count, missing, large}) ==
        "force,measure,breakdown,group,period,window,statistic,reference,value,symbol\n"
        "cleveland,robbery,district,\"Redcar, \"\"and\"\" Cleveland\",2025-12,mrt,change_pct,previous_mrt,-2.4,\n"
        "cleveland,robbery,district,Hartlepool,2025-12,mrt,change_pct,previous_mrt,,[x]\n"
        "cleveland,robbery,,,2025-12,mrt,value,,71787,\n");
}

TEST_CASE("a group that a spreadsheet would run is marked as text, and a number never", "[data]") {
  series::Figure figure;
  figure.group = "=HYPERLINK(\"http://x\",\"y\")";
  figure.value = -1.5;
  CHECK(data::figuresCsv({figure}).find(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",,,,,-1.5,\n") !=
        std::string::npos);
  figure.group = "- none -";
  CHECK(data::figuresCsv({figure}).find(",'- none -,,,,,-1.5,\n") != std::string::npos);
}

TEST_CASE("a line break in a group stays in its cell", "[data]") {
  series::Figure figure;
  figure.group = "two\nlines";
  CHECK(data::figuresCsv({figure}).find("\"two\nlines\"") != std::string::npos);
}

TEST_CASE("the file has the figures of all measures in order, whatever the threads", "[data]") {
  std::vector<series::Analysed> measures(100);
  for (std::size_t i = 0; i < measures.size(); ++i) {
    series::Series& series = measures[i].series;
    series.info.name = "m" + std::to_string(i);
    // The first 40 have no line: a part without lines does not end the file.
    if (i >= 40) {
      series.months = {base::Month(2025, 11), base::Month(2025, 12)};
      series.groups.emplace_back().windows[0] = {series::Cell::of(1), series::Cell::of(static_cast<double>(i))};
    }
    measures[i].groups.resize(series.groups.size());
  }
  const std::string expected = data::figuresCsv(series::figuresOf("cleveland", measures));
  CHECK(expected.find("m99,") != std::string::npos);
  const std::filesystem::path folder =
      base::makeTemporaryFolder(std::filesystem::temp_directory_path(), "boardpack-figures");
  for (const int threads : {1, 3, 16}) {
    CHECK(data::writeFiguresCsv(folder / "figures.csv", "cleveland", measures, threads).digest ==
          base::digestOf(expected));
    CHECK(base::readFile(folder / "figures.csv") == expected);
  }
  std::filesystem::remove_all(folder);
}
