#include "base/folded_name.hpp"

#include <catch2/catch.hpp>

using boardpack::base::foldedName;

TEST_CASE("names that differ in how they are written are one") {
  for (const char* as : {"Stockton-on-Tees", "Stockton on Tees", "STOCKTON-ON-TEES", " Stockton  on\tTees ",
                         "Stockton\u2013on\u2011Tees", "Stockton\u00A0on Tees", "stockton-on-tees."}) {
    INFO(as);
    CHECK(foldedName(as) == "stockton on tees");
  }
  for (const char* as : {"Redcar and Cleveland", "Redcar & Cleveland", "Redcar &Cleveland", "REDCAR AND CLEVELAND"}) {
    INFO(as);
    CHECK(foldedName(as) == "redcar and cleveland");
  }
  CHECK(foldedName("King's Lynn and West Norfolk") == foldedName("Kings Lynn & West Norfolk"));
  CHECK(foldedName("King\u2019s Lynn") == foldedName("King's Lynn"));
  CHECK(foldedName("St. Helens") == foldedName("St Helens"));
}

TEST_CASE("names that read differently are not") {
  CHECK(foldedName("Cambridge") != foldedName("East Cambridgeshire"));
  CHECK(foldedName("Co Durham") != foldedName("County Durham"));
  CHECK(foldedName("Cumberland") != foldedName("Sunderland"));
  CHECK(foldedName("Southtown") != foldedName("South town"));
  CHECK(foldedName("Ynys M\u00F4n") != foldedName("Ynys Mon"));
  CHECK(foldedName("") == "");
  CHECK(foldedName(" - ") == "");
}
