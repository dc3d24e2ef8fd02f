#include "data/data.hpp"

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

TEST_CASE("a line break in a group stays in its cell", "[data]") {
  series::Figure figure;
  figure.group = "two\nlines";
  CHECK(data::figuresCsv({figure}).find("\"two\nlines\"") != std::string::npos);
}
