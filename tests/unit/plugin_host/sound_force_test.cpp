#include "plugin_host/sound.hpp"

#include "sample_force.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using plugin_host::contrastWithWhite;
using plugin_host::faultsOf;

TEST_CASE("a sound force has no faults") { CHECK(faultsOf(sampleForce()).empty()); }

TEST_CASE("contrast is that of WCAG 2.1") {
  CHECK(contrastWithWhite("#000000") == Approx(21.0));
  CHECK(contrastWithWhite("#FFFFFF") == Approx(1.0));
  // The greys that stand on either side of 4.5 in the guidance: 4.54 and 4.48.
  CHECK(contrastWithWhite("#767676") == Approx(4.54).margin(0.005));
  CHECK(contrastWithWhite("#777777") == Approx(4.48).margin(0.005));
  for (const char* bad : {"", "#12345", "#1234567", "123456", "#12345G", "#-1-1-1", "#+1+1+1", "red"}) {
    CHECK(contrastWithWhite(bad) == 0.0);
  }
}

TEST_CASE("a force's code is a plain word") {
  for (const char* code : {"", "West", "west mercia", "../etc", "west_mercia", "-west", "gwént"}) {
    auto force = sampleForce();
    force.code = code;
    CHECK(onlyFault(faultsOf(force), {"its code is", "lower-case letters"}));
  }
}

TEST_CASE("every name is filled") {
  auto force = sampleForce();
  force.commissioner = "  ";
  CHECK(onlyFault(faultsOf(force), {"commissioner", "empty"}));
  force.commissioner = "\xff";
  CHECK(onlyFault(faultsOf(force), {"commissioner", "UTF-8"}));
}

TEST_CASE("a text that no output may hold is a fault, wherever it stands") {
  const auto faultsWith = [](const auto& spoil) {
    auto force = sampleForce();
    spoil(force);
    return faultsOf(force);
  };
  CHECK(onlyFault(faultsWith([](auto& force) {
                    force.body =
                        "Bo\x0B"
                        "ard";
                  }),
                  {"its body holds U+000B"}));
  CHECK(onlyFault(faultsWith([](auto& force) { force.area_note = "\xEF\xBF\xBE"; }), {"its area_note holds U+FFFE"}));
  CHECK(onlyFault(faultsWith([](auto& force) { force.pillars[0].title += "\xE2\x80\xAE"; }),
                  {"the title of pillar", "holds U+202E"}));
  CHECK(onlyFault(faultsWith([](auto& force) { force.pillars[0].outcomes = {"\x1B[31m"}; }),
                  {"an outcome of pillar", "holds U+001B"}));
  CHECK(onlyFault(faultsWith([](auto& force) { force.area_levels[0].label += "\x7F"; }),
                  {"the label of area level", "U+007F"}));
  CHECK(onlyFault(faultsWith([](auto& force) { force.feeds[0].title += "\n"; }), {"the title of feed", "U+000A"}));
}

TEST_CASE("a colour is #RRGGBB and dark enough") {
  auto force = sampleForce();
  force.colours.main = "blue";
  CHECK(onlyFault(faultsOf(force), {"'blue'", "#RRGGBB"}));
  force.colours.main = "#777777";
  CHECK(onlyFault(faultsOf(force), {"#777777", "4.47:1", "4.5:1"}));
}

TEST_CASE("pillars have ids of their own and titles") {
  auto force = sampleForce();
  force.pillars[1].id = "victims";
  CHECK(onlyFault(faultsOf(force), {"two pillars", "'victims'"}));
  force = sampleForce();
  force.pillars[1].title = "";
  CHECK(onlyFault(faultsOf(force), {"'roads'", "no title"}));
  force = sampleForce();
  force.pillars[1].id = "Road Safety";
  CHECK(onlyFault(faultsOf(force), {"'Road Safety'", "lower-case"}));
  force.pillars.clear();
  CHECK(onlyFault(faultsOf(force), {"no pillars"}));
}

TEST_CASE("all faults are told at once") {
  auto force = sampleForce();
  force.code = "";
  force.colours.main = "";
  force.feeds.clear();
  CHECK(faultsOf(force).size() == 3);
}
