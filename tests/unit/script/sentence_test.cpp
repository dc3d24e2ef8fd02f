#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;

namespace {

std::string sentence(const std::string& fields) {
  const Loaded loaded({{"a.lua", R"(measure "base" { title = "Base", from = "crimes", count = true }
measure "m" { title = "M", )" + fields +
                                     " }"}});
  REQUIRE(loaded.problems().empty());
  return loaded.measure("m").info.sentence;
}

std::string canonical(const std::string& fields) {
  const Loaded loaded({{"a.lua", "measure \"m\" { " + fields + " }"}});
  REQUIRE(loaded.problems().empty());
  return loaded.measure("m").canonicalText();
}

}  // namespace

TEST_CASE("every kind reads itself back") {
  CHECK(sentence("from = 'crimes', where = \"category = 'Robbery'\", count = true, better = 'lower'") ==
        "The number of recorded crimes in the month (date: recorded_on, the day of recording) where category is "
        "'Robbery'. Lower is better.");
  CHECK(sentence("from = 'crimes', share = \"outcome_group = 'Positive'\", of = \"status is not null\", target = 0.2, "
                 "better = 'higher'") ==
        "Of recorded crimes in the month (date: recorded_on, the day of recording) where status is known, the share "
        "where outcome group is 'Positive'; rows where that is not known are left out. The target is 20.0%. Higher is "
        "better.");
  CHECK(
      sentence("from = 'stop_searches', share = \"outcome_linked\", unknown = 'no'") ==
      "Of stops and searches in the month (date: searched_at, the time of the search), the share where outcome linked "
      "is yes; where that is not known it counts as no.");
  CHECK(sentence("from = 'crimes', rate = { of = 'people' }") ==
        "The number of recorded crimes in the month (date: recorded_on, the day of recording), for each 1,000 people "
        "(the estimate of the middle of the year that the period ends in or, until that is out, the latest of the two "
        "years before).");
  CHECK(sentence("ratio = { top = { from = 'outcomes' }, bottom = 'base', per = 100 }") ==
        "Outcomes in the month (date: outcome_on, the day of the outcome), for each 100 of the measure 'base'. Not a "
        "proportion: what is counted above need not be part of what is counted below.");
  CHECK(sentence("derive = function(m) return m.base * 2 end") ==
        "Worked out from other measures, for each period by itself: base * 2.");
}

TEST_CASE("equal definitions have equal text, and what is only shown does not count") {
  const std::string one = canonical("title = 'A', from = 'crimes', count = true, where = \"category='Robbery'\"");
  const std::string two = canonical(
      "title = 'B', from = 'crimes', count = true, where = \"category  =  'Robbery'\", note = 'x', chart = false");
  CHECK(one == two);
  CHECK(one != canonical("title = 'A', from = 'crimes', count = true"));
  CHECK(one !=
        canonical("title = 'A', from = 'crimes', count = true, where = \"category='Robbery'\", by = 'district'"));
}
