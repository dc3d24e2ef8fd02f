#include "script/script.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Cell;
using series::Window;

namespace {

paper::Pack examplePack() {
  paper::Pack pack;
  pack.force.name = "Example Constabulary";
  pack.force.body = "Board of *all*";
  pack.force.pillars = {{"safer", "1", "Safer places", {"People are safe"}}};
  pack.month = base::Month(2025, 12);
  pack.sources = {"police.uk"};
  series::Analysed robbery;
  robbery.series.info.name = "robbery";
  robbery.series.info.title = "Robbery";
  robbery.series.info.windows = {Window::Month, Window::Mrt};
  robbery.series.info.breakdowns = {{"district", "District", true}};
  robbery.series.months = {pack.month};
  for (const char* district : {"", "Ashby"}) {
    series::GroupSeries group;
    group.group = district;
    group.breakdown = *district == 0 ? "" : "district";
    group.in(Window::Month) = {Cell::of(*district == 0 ? 1264 : 64)};
    group.in(Window::Mrt) = {Cell::of(15000)};
    robbery.series.groups.push_back(group);
    robbery.groups.emplace_back();
  }
  robbery.groups[0].comparisons.push_back({Window::Month, series::Reference::SameMonthLastYear, base::Month(2024, 12),
                                           Cell::of(869), Cell::of(395), Cell::of(45.4545)});
  pack.measures = {robbery};
  pack.pillars = {{"safer", "Pillar 1: Safer places", {"robbery"}}};
  paper::Chart chart;
  chart.id = "robbery";
  chart.measure = "robbery";
  pack.charts = {chart};
  return pack;
}

std::string expand(const std::string& text) {
  return script::makeTemplateEvaluator()->expand(text, "example/paper.md", examplePack());
}

std::string failure(const std::string& text) {
  try {
    expand(text);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Script);
    return error.sentence();
  }
  return "none";
}

}  // namespace

TEST_CASE("text stays as it stands") {
  CHECK(expand("").empty());
  CHECK(expand("# Purpose\n\n1 \"quoted\" \\ back\n") == "# Purpose\n\n1 \"quoted\" \\ back\n");
  CHECK(expand("no end of line") == "no end of line");
  CHECK(expand("a\r\nb\r\n") == "a\nb\n");
  CHECK(expand("%% of crime") == "% of crime");
}

TEST_CASE("values are words") {
  CHECK(expand("{{ force.name }}, {{ month.name }}, {{ month.iso }}, {{month.year}}") ==
        "Example Constabulary, December 2025, 2025-12, 2025");
  CHECK(expand("{{ month_end }}; {{ board_date }}") == "31 December 2025; date to be confirmed");
  CHECK(expand("{{ measures.robbery.title }}: {{ measures.robbery.month }}, {{ measures.robbery.month_change }}") ==
        "Robbery: 1,264, up 395 (45.5%)");
  CHECK(expand("{{ measures.robbery.by.district[1].name }} {{ measures.robbery.by.district[1].month }}") == "Ashby 64");
  CHECK(expand("{{ period(\"12 months\") }}") == "the 12 months to December 2025");
  CHECK(expand("{{ 1 + 1 }} {{ 0.5 }}") == "2 0.5");
}

TEST_CASE("a board date is written out") {
  paper::Pack pack = examplePack();
  pack.board_date = sdk::Date{2026, 1, 22};
  CHECK(script::makeTemplateEvaluator()->expand("{{ board_date }}", "a.md", pack) == "22 January 2026");
}

TEST_CASE("markup in a value is no markup") {
  CHECK(expand("To {{ force.body }}") == "To Board of \\*all\\*");
  CHECK(expand("{{ \"# no heading\" }}") == "\\# no heading");
  CHECK(expand("{{ \"::table x\" }}") == "\\::table x");
  CHECK(expand("a {{ \"b # c\" }}") == "a b # c");
  CHECK(expand("{{ \"two\\nlines\" }}") == "two lines");
}

TEST_CASE("lines of Lua loop and choose") {
  CHECK(expand("% for _, p in ipairs(pillars) do\n# {{ p.title }}\n%   for _, m in ipairs(p.measures) do\n- {{ m.title "
               "}}\n%   end\n% end\nend") == "# Pillar 1: Safer places\n- Robbery\nend");
  CHECK(expand("% if #pillars == 2 then\ntwo\n% else\nnot two\n% end") == "not two\n");
  CHECK(expand("% for name in pairs(measures) do\n{{ name }}\n% end") == "robbery\n");
}

TEST_CASE("tables and charts stand on lines of their own") {
  CHECK(expand("{{ table(\"safer\") }}\n{{ chart(\"robbery\") }}\n") == "::table safer\n\n::chart robbery\n\n");
  CHECK(expand("% chart(\"robbery\")\nafter") == "::chart robbery\nafter");
  CHECK(expand("before {{ table(\"all\") }}") == "before \n::table all\n");
}

TEST_CASE("what is wrong is told at the template's own line") {
  CHECK(failure("one\n\n{{ measures.robery.month }}\n") ==
        "example/paper.md, line 3: There is no 'robery' in 'measures'. Did you mean 'robbery'?");
  CHECK(failure("{{ measures.robbery.ytd }}")
            .starts_with("example/paper.md, line 1: There is no 'ytd' in measure 'robbery'."));
  CHECK(failure("a\n{{ forse.name }}") ==
        "example/paper.md, line 2: There is no 'forse' in templates. Did you mean 'force'?");
  CHECK(failure("a\n{{ force.name }\n") ==
        "example/paper.md, line 2: the '{{' before 'force.name }' is not closed by '}}' on its line.");
  CHECK(failure("{{ }}") == "example/paper.md, line 1: there is nothing between '{{' and '}}'.");
  CHECK(failure("% for i = 1, 2 do\na\n")
            .starts_with("example/paper.md, line 3: 'end' is expected before the end of the file"));
  CHECK(failure("\n{{ table(\"safr\") }}")
            .starts_with("example/paper.md, line 2: There is no table 'safr'. Did you mean 'safer'?"));
  CHECK(failure("\n\n{{ chart(\"robery\") }}") ==
        "example/paper.md, line 3: There is no chart 'robery'. Did you mean 'robbery'?");
  CHECK(failure("{{ pillars }}") ==
        "example/paper.md, line 1: Between {{ and }}: found a table, expected words or a number.");
  CHECK(failure("{{ nil }}") ==
        "example/paper.md, line 1: Between {{ and }}: found nothing, expected words or a number.");
  CHECK(failure("{{ period(\"week\") }}").starts_with("example/paper.md, line 1: 'period': found \"week\""));
}

TEST_CASE("a template is in the sandbox, too") {
  CHECK(failure("a\n% os.exit()") ==
        "example/paper.md, line 2: There is no 'os' in templates: a script cannot reach the system, and has no clock.");
  CHECK(failure("% count = 1") ==
        "example/paper.md, line 1: 'count' is not declared: write 'local count = …', or 'local function count'. A file "
        "has no globals.");
  CHECK(failure("% while true do end").starts_with("example/paper.md, line 1: This takes too long"));
  CHECK(failure("% while true do\nmore and more text\n% end").starts_with("example/paper.md, line"));
  CHECK(failure("% force.name = 'x'") == "example/paper.md, line 1: Nothing can be changed in 'force'.");
}

TEST_CASE("what a template makes is bounded in text, steps, tables and charts") {
  const std::string long_text = "% local s = string.rep('x', 60000)\n";
  CHECK(
      failure(long_text + "{{ s .. s }}") ==
      "example/paper.md, line 2: A text would have more than 100,000 characters. Is there a loop that makes it grow?");
  CHECK(failure(long_text + "% for i = 1, 1000000000 do local t = s .. 'y' end")
            .starts_with("example/paper.md, line 2: This takes too long"));
  CHECK(failure("% local a, b = string.rep('x', 99999) .. 'a', string.rep('x', 99999) .. 'b'\n"
                "% local n = 0\n% while n < 1e9 do if a < b then n = n + 1 end end")
            .starts_with("example/paper.md, line 3: This takes too long"));
  CHECK_THAT(failure(long_text + "% while true do\n{{ s }}\n% end"),
             Catch::Contains("The paper becomes longer than 4 MB. Is there a loop that never ends?"));
  CHECK(failure("% while true do\n% chart('robbery')\n% end").find("example/paper.md") == 0);
  CHECK(
      failure(std::string(200000, 'x')) ==
      "example/paper.md, line 1: A text would have more than 100,000 characters. Is there a loop that makes it grow?");
}
