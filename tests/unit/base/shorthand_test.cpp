#include "base/shorthand.hpp"

#include <catch2/catch.hpp>

using boardpack::base::shorthandMeaning;

TEST_CASE("marks in a number's place") {
  CHECK(shorthandMeaning("[c]") == "withheld by the source as confidential");
  CHECK(shorthandMeaning("[C]") == "withheld by the source as confidential");
  CHECK(shorthandMeaning(" c ") == "withheld by the source as confidential");
  CHECK(shorthandMeaning("[x]") == "not available in the source");
  CHECK(shorthandMeaning("n/a") == "not available in the source");
  CHECK(shorthandMeaning("[z]") == "not applicable in the source");
  CHECK(shorthandMeaning("[low]") == "so low that the source gives no figure");
  CHECK(shorthandMeaning("[u]") == "left out by the source, since it is of low reliability");
  CHECK(shorthandMeaning("[u][r]") == "left out by the source, since it is of low reliability");
  CHECK(shorthandMeaning("[c] [e1]") == "withheld by the source as confidential");
  for (const char* other : {"*", "**", "..", ".", "-", "–", "~", "#", ":", "§", "[ns]", "[note A]", "u*"}) {
    INFO(other);
    CHECK(shorthandMeaning(other).has_value());
  }
}

TEST_CASE("what is no mark says nothing") {
  for (const char* none :
       {"", " ", "1.189R", "1.189", "12*", "about 12", "[1.2]", "[c", "[]", "Durham", "[c] 12", "see the notes", "1"}) {
    INFO(none);
    CHECK_FALSE(shorthandMeaning(none).has_value());
  }
}
