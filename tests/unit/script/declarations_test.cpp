#include "script/script.hpp"
#include "script_case.hpp"
#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;
using script::Origin;
using series::ChartKind;
using series::Window;

TEST_CASE("a measure of three keys has everything else by default") {
  const Loaded loaded({{"a.lua", "\nmeasure \"robbery\" { title = \"Robbery\", from = \"crimes\", count = true }"}});
  REQUIRE(loaded.problems().empty());
  const measure::MeasureDefinition& robbery = loaded.measure("robbery");
  CHECK(robbery.info.script == "a.lua:2");
  CHECK(robbery.rows.table == "crimes");
  CHECK(robbery.rows.date == "recorded_on");
  CHECK(robbery.rows.where == nullptr);
  CHECK(robbery.info.windows == std::vector<Window>{Window::Month, Window::Mrt, Window::Ytd});
  CHECK(robbery.info.decimals == 0);
  CHECK(robbery.info.unit.empty());
  CHECK(robbery.info.better == series::Better::Neither);
  CHECK(robbery.info.nature.adds_up);
  CHECK_FALSE(robbery.offered);
  REQUIRE(robbery.info.charts.size() == 2);
  CHECK(robbery.info.charts[0].kind == ChartKind::Xmr);
  CHECK(robbery.info.charts[1].kind == ChartKind::MrtAgainstYear);
}

TEST_CASE("default charts follow the breakdowns") {
  const Loaded loaded({{"a.lua", R"(measure "robbery" {
    title = "Robbery", from = "crimes", count = true, by = { "category", "areas" } }
  measure "positive" { title = "Positive", from = "crimes", share = "outcome_group = 'Positive'", by = "policing_area" })"}});
  REQUIRE(loaded.problems().empty());
  const auto& charts = loaded.measure("robbery").info.charts;
  REQUIRE(charts.size() == 5);
  CHECK(charts[2].kind == ChartKind::ChangeByGroup);
  CHECK(charts[2].breakdown == "category");
  CHECK(charts[3].kind == ChartKind::StackedColumns);  // two areas, and those outside and not known
  CHECK(charts[3].breakdown == "policing_area");
  CHECK(charts[4].kind == ChartKind::SmallMultiples);  // six districts, and those two
  CHECK(charts[4].breakdown == "district");
  CHECK(loaded.measure("positive").info.charts[2].kind == ChartKind::SmallMultiples);  // shares do not stack
  const auto& breakdowns = loaded.measure("robbery").info.breakdowns;
  REQUIRE(breakdowns.size() == 3);
  CHECK(breakdowns[0].label == "Category");
  CHECK_FALSE(breakdowns[0].is_area);
  CHECK(breakdowns[2].label == "District");
  CHECK(breakdowns[2].is_area);
}

TEST_CASE("chart = false is none, and charts can be chosen") {
  const Loaded loaded({{"a.lua", R"(measure "a" { title = "A", from = "crimes", count = true, chart = false }
measure "b" { title = "B", from = "crimes", count = true, chart = { kind = "xmr", months = 24 } })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("a").info.charts.empty());
  REQUIRE(loaded.measure("b").info.charts.size() == 1);
  CHECK(loaded.measure("b").info.charts[0].months == 24);
}

TEST_CASE("a target of a share may be written in two ways") {
  const Loaded loaded({{"a.lua", R"(
measure "a" { title = "A", from = "crimes", share = "category = 'Robbery'", target = 0.9 }
measure "b" { title = "B", from = "crimes", share = "category = 'Robbery'", target = "90%" }
measure "c" { title = "C", from = "crimes", count = true, target = 90 })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("a").info.targetAt(base::Month(2025, 1)) == 90);
  CHECK(loaded.measure("b").info.targetAt(base::Month(2025, 1)) == 90);
  CHECK(loaded.measure("c").info.targetAt(base::Month(2025, 1)) == 90);
  CHECK(loaded.measure("a").info.unit == "%");
  CHECK(loaded.measure("a").info.decimals == 1);
}

TEST_CASE("a measure joins the pillars it serves, by every name the plan gives them") {
  for (const char* name : {"safer", "4", "4.2", "safer.1", "Services meet demand", "people are safe and feel safe"}) {
    INFO(name);
    const Loaded loaded(
        {{"a.lua", std::string("measure \"a\" { title = \"A\", from = \"crimes\", count = true, serves = { \"") + name +
                       "\" } }"}});
    REQUIRE(loaded.problems().empty());
    CHECK(loaded.measure("a").info.pillars == std::vector<std::string>{"safer"});
    CHECK(loaded.measure("a").info.serves == std::vector<std::string>{name});
    CHECK(loaded.set().pillars[0].measures == std::vector<std::string>{"a"});
  }
}

TEST_CASE("pillars stand in the order of the plan, with what they list first") {
  const Loaded loaded({{"a.lua", R"(
measure "late" { title = "Late", from = "crimes", count = true, serves = { "victims", "safer" } }
measure "first" { title = "First", from = "crimes", count = true }
pillar "own" { title = "Of our own", measures = { "late" } }
pillar "victims" { measures = { "first", "late" } })"}});
  REQUIRE(loaded.problems().empty());
  const auto& pillars = loaded.set().pillars;
  REQUIRE(pillars.size() == 3);
  CHECK(pillars[0].id == "safer");
  CHECK(pillars[0].title == "Safer places");
  CHECK(pillars[0].measures == std::vector<std::string>{"late"});
  CHECK(pillars[1].id == "victims");
  CHECK(pillars[1].measures == std::vector<std::string>{"first", "late"});
  CHECK(pillars[1].script == "a.lua:5");
  CHECK(pillars[2].title == "Of our own");
  CHECK(loaded.measure("late").info.pillars == std::vector<std::string>{"safer", "victims", "own"});
}

TEST_CASE("a pillar of one's own belongs in a workspace") {
  const std::string text = "pillar \"own\" { title = \"Of our own\", measures = {} }";
  CHECK(Loaded({{"a.lua", text}}, Origin::Workspace).problems().empty());
  CHECK(Loaded({{"a.lua", text}}, Origin::Force).problems().size() == 1);
}

TEST_CASE("a common measure is offered, and may be read from other files whatever their order") {
  const Loaded loaded(
      {{"a.lua", R"(measure "per" { title = "Per", ratio = { top = "x", bottom = { from = "crimes" }, per = 100 } }
measure "twice" { title = "Twice", derive = function(m) return m.x * 2 end })"},
       {"b.lua", R"(measure "x" { title = "X", from = "outcomes", count = true })"}},
      Origin::Common);
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("x").offered);
  CHECK(loaded.measure("per").top.measure == "x");
  CHECK(loaded.measure("per").bottom.rows->table == "crimes");
  CHECK(loaded.measure("per").per == 100);
  CHECK_FALSE(loaded.measure("per").info.nature.adds_up);
  CHECK(loaded.measure("twice").reads == std::vector<std::string>{"x"});
}

TEST_CASE("problems of all files come in order of file and line") {
  const Loaded loaded(
      {{"b.lua", "measure \"b\" { from = \"crimes\", count = true }"},
       {"a.lua", "local x = 1\nmeasure \"a\" {\n  title = \"A\", from = \"crimes\", count = 1 }\nos.exit()"},
       {"c.lua", "this is no Lua"}});
  REQUIRE(loaded.problems().size() == 4);
  CHECK(loaded.problems()[0].file == "a.lua");
  CHECK(loaded.problems()[0].line == 3);
  CHECK(loaded.problems()[1].line == 4);
  CHECK(loaded.problems()[2].file == "b.lua");
  CHECK(loaded.problems()[3].file == "c.lua");
  CHECK(loaded.problems()[3].line == 1);
}

TEST_CASE("a file shares nothing with the next") {
  const Loaded loaded({{"a.lua", "local shared = 1"}, {"b.lua", "local x = shared"}});
  REQUIRE(loaded.problems().size() == 1);
  CHECK(loaded.problems()[0].file == "b.lua");
}

TEST_CASE("files that are no scripts are told in words") {
  CHECK(Loaded({{"a.lua", ""}}).problems().empty());
  CHECK(Loaded({{"a.lua", "\xEF\xBB\xBF-- with a mark\r\nlocal x = 1\r\n"}}).problems().empty());
  CHECK(Loaded({{"a.lua", std::string("\x1bLua\x54\x00", 6)}}).problems()[0].sentence ==
        "The file is compiled Lua. Only scripts as text are read: put the source in its place.");
  CHECK(Loaded({{"a.lua", "-- caf\xE9"}}).problems()[0].sentence == "The file is not UTF-8. Save it again as UTF-8.");
  CHECK(Loaded({{"a.lua", std::string(2u << 20, ' ')}}).problems()[0].sentence ==
        "The file has more than 1 MB, which is no script.");
  const auto missing = script::loadScripts({{"/nowhere/a.lua", "a.lua", Origin::Force}}, exampleForce());
  REQUIRE(missing.problems.size() == 1);
  CHECK(missing.problems[0].file == "a.lua");
}

TEST_CASE("a table of the force's own can be asked") {
  sdk::Force force = exampleForce();
  force.tables.push_back({.name = "phone_calls",
                          .row_singular = "call",
                          .row_plural = "calls",
                          .default_date = "",
                          .area_column = "",
                          .public_counts = true,
                          .columns = {{"received_at", sdk::ColumnType::Time, "the time of the call", true},
                                      {"wait_seconds", sdk::ColumnType::Number, "the wait", false}}});
  const Loaded loaded({{"a.lua", R"(measure "wait" {
    title = "Wait", from = "phone_calls", mean = "wait_seconds", date = "received_at", unit = "seconds" })"}},
                      Origin::Workspace, force);
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("wait").info.decimals == 1);
  CHECK(loaded.measure("wait").info.sentence ==
        "The mean of wait seconds of calls in the month (date: received_at, the time of the call), over those where it "
        "is "
        "known.");
}

TEST_CASE("every window has its spelling, and they stand in one order") {
  const Loaded loaded({{"a.lua", R"(
measure "a" { title = "A", from = "crimes", count = true,
  windows = { "wave", "2018-01 to 2018-06", "since 2018-10", "calendar year", "financial year", "quarter", "ytd",
              "12 months", "month" }, survey = "public" }
measure "b" { title = "B", from = "crimes", count = true, since = "New control room", windows = { "month" } }
measure "c" { title = "C", from = "crimes", count = true, windows = { "since New control room", "2014/15" } }
measure "d" { title = "D", from = "crimes", count = true, survey = "public" })"}});
  REQUIRE(loaded.problems().empty());
  const series::MeasureInfo& a = loaded.measure("a").info;
  CHECK(a.windows == std::vector<Window>(series::kAllWindows.begin(), series::kAllWindows.end()));
  CHECK(a.since == base::Month(2018, 10));
  CHECK(a.since_words.empty());
  CHECK(a.between == base::MonthRange{base::Month(2018, 1), base::Month(2018, 6)});
  CHECK(a.survey == "public");
  CHECK(loaded.measure("b").info.windows == std::vector<Window>{Window::Month, Window::Since});
  CHECK(loaded.measure("b").info.since_words == "New control room");
  CHECK(loaded.measure("c").info.since_words == "New control room");
  CHECK(loaded.measure("c").info.between == base::MonthRange{base::Month(2014, 4), base::Month(2015, 3)});
  CHECK(loaded.measure("d").info.windows == std::vector<Window>{Window::Wave});
}

TEST_CASE("what figures are compared with is named as the board knows it") {
  const Loaded loaded({{"a.lua", R"(measure "a" { title = "A", from = "crimes", count = true,
    compare = { "2016", "2014/15", "2018-01 to 2018-06", "1-year mean", "3-year mean", "last published" } })"}});
  REQUIRE(loaded.problems().empty());
  const auto& compare = loaded.measure("a").info.compare;
  REQUIRE(compare.size() == 6);
  CHECK(compare[0].period == base::MonthRange{base::Month(2016, 1), base::Month(2016, 12)});
  CHECK(compare[1].label == "2014/15");
  CHECK(compare[1].period == base::MonthRange{base::Month(2014, 4), base::Month(2015, 3)});
  CHECK(compare[2].label == "January to June 2018");
  CHECK(compare[3].months == 12);
  CHECK(compare[4].months == 36);
  CHECK(compare[5].kind == series::NamedReference::Kind::LastPublished);
  CHECK(loaded.measure("a").info.sentence ==
        "The number of recorded crimes in the month (date: recorded_on, the day of recording). Compared with 2016, "
        "2014/15, January to June 2018, the 1-year mean, the 3-year mean and the figure last published.");
}

TEST_CASE("other forces that a measure stands beside") {
  const Loaded loaded({{"a.lua", R"(measure "a" { title = "A", from = "crimes", count = true,
    peers = { measure = "Theft offences", average = "weighted", include_own = false, leave_out = { "City of London" }, oldest = 36 } }
measure "b" { title = "B", from = "crimes", count = true, peers = { measure = "robbery", group = "Region" } })"}});
  REQUIRE(loaded.problems().empty());
  const series::PeerSpec& peers = *loaded.measure("a").info.peers;
  CHECK(peers.measure == "theft offences");
  CHECK(peers.group == "MSG");
  CHECK(peers.weighted);
  CHECK_FALSE(peers.includes_own);
  CHECK(peers.left_out == std::vector<std::string>{"City of London"});
  CHECK(
      loaded.measure("a").info.sentence ==
      "The number of recorded crimes in the month (date: recorded_on, the day of recording). Set beside \"theft "
      "offences\" of other forces: the weighted mean of the group MSG, the force itself not included; the rank leaves "
      "out City of London; figures up to 36 months old are taken.");
  CHECK(peers.oldest == 36);
  CHECK(loaded.measure("b").info.peers->oldest == 24);
  CHECK(loaded.measure("b").info.peers->group == "Region");
  CHECK_FALSE(loaded.measure("b").info.peers->weighted);
  CHECK(loaded.measure("b").info.peers->includes_own);
}

TEST_CASE("a funnel shows forces with peers, or the first area of what has a base") {
  const Loaded loaded({{"a.lua", R"(
measure "a" { title = "A", from = "crimes", count = true, peers = { measure = "robbery" }, chart = { kind = "funnel" } }
measure "b" { title = "B", from = "crimes", share = "category = 'Robbery'", by = "district",
  chart = { kind = "funnel", by = "district" } })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("a").info.charts[0].kind == series::ChartKind::Funnel);
  CHECK(loaded.measure("b").info.charts[0].breakdown == "district");
  const Loaded wrong({{"a.lua", R"(
measure "a" { title = "A", from = "crimes", count = true, chart = { kind = "funnel" } }
measure "b" { title = "B", from = "crimes", count = true, by = "district", chart = { kind = "funnel", by = "district" } }
measure "c" { title = "C", from = "crimes", share = "category = 'Robbery'", by = { "category", "district" },
  chart = { kind = "funnel", by = "category" } })"}});
  REQUIRE(wrong.problems().size() == 3);
  CHECK_THAT(wrong.problems()[0].sentence,
             Catch::Contains("a funnel shows the force among others, which needs 'peers'"));
  CHECK_THAT(wrong.problems()[1].sentence, Catch::Contains("it needs a share, a rate or a ratio"));
  CHECK_THAT(wrong.problems()[2].sentence, Catch::Contains("expected \"district\", the first area"));
}

TEST_CASE("targets by month, what is expected when, and who answers for a measure") {
  const Loaded loaded({{"a.lua", R"(
measure "a" { title = "A", from = "crimes", share = "category = 'Robbery'", target = 0.8,
  targets = { ["2026-04"] = "95%", ["2025-04"] = 0.9, ["2027-04"] = false }, target_set_by = "the Commissioner",
  expected = "day 35", settles_after = 3, owner = "Head of Crime", source = "NICHE", last_reviewed = "2025-04-01",
  wanted = "more reporting",
  limits = { baseline = "2018-04 to 2019-03", steps = { "2019-06", "2021-01" }, screen = false, laney = true } }
measure "b" { title = "B", from = "crimes", sum = "case when category = 'Robbery' then 60 else 0 end",
  unit = "seconds", format = "duration", expected = "2 months", per_day = true })"}});
  REQUIRE(loaded.problems().empty());
  const series::MeasureInfo& a = loaded.measure("a").info;
  CHECK(*a.targetAt(base::Month(2025, 3)) == 80);
  CHECK(*a.targetAt(base::Month(2026, 3)) == 90);
  CHECK(*a.targetAt(base::Month(2026, 4)) == 95);
  CHECK_FALSE(a.targetAt(base::Month(2027, 4)));
  CHECK(a.expected_days == 35);
  CHECK(a.settles_after == 3);
  CHECK(a.source == "NICHE");
  CHECK(a.last_reviewed == "2025-04-01");
  CHECK(a.wanted == "more reporting");
  CHECK(loaded.measure("b").info.per_day);
  CHECK(a.limits.baseline == base::MonthRange{base::Month(2018, 4), base::Month(2019, 3)});
  CHECK(a.limits.steps == std::vector<base::Month>{base::Month(2019, 6), base::Month(2021, 1)});
  CHECK_FALSE(a.limits.screen_moving_ranges);
  CHECK(a.limits.laney);
  CHECK(a.sentence.find(
            "The target is 80.0% at first, 90.0% from April 2025, 95.0% from April 2026 and none from April "
            "2027 (set by the Commissioner). Its data are expected by day 35 after the month's end. The "
            "latest 3 months are provisional, since they still settle. Wanted: more reporting.") != std::string::npos);
  CHECK(loaded.measure("b").info.format == series::Format::Duration);
  CHECK(loaded.measure("b").info.expected_months == 2);
}

TEST_CASE("groups of several columns, trees and the largest groups") {
  const Loaded loaded({{"a.lua", R"(
measure "a" { title = "A", from = "crimes", count = true,
  by = { "district", { "category", "district" }, { tree = { "category", "status", "recorded_by" }, top = 5 },
         { "recorded_by", top = 10 } } }
measure "b" { title = "B", from = "crimes", count = true, by = { tree = { "category", "status" } } }
measure "c" { title = "C", from = "crimes", count = true, by = { "recorded_by", top = 3 } })"}});
  REQUIRE(loaded.problems().empty());
  const auto& by = loaded.measure("a").info.breakdowns;
  REQUIRE(by.size() == 4);
  CHECK(by[0].columns.empty());
  CHECK(by[1].id == "category_x_district");
  CHECK(by[1].label == "Category and district");
  CHECK(by[1].columns == std::vector<std::string>{"category", "district"});
  CHECK_FALSE(by[1].is_tree);
  CHECK(by[2].id == "category_tree");
  CHECK(by[2].is_tree);
  CHECK(by[2].top == 5);
  CHECK(by[2].columns.size() == 3);
  CHECK(by[3].id == "recorded_by");
  CHECK(by[3].top == 10);
  CHECK(by[3].columns.empty());
  CHECK(loaded.measure("a").info.sentence.ends_with(
      " By category, status and recorded by: the 5 largest groups of the latest 12 months at each level, the rest as "
      "\"Other\" in every month. By recorded by: the 10 largest groups of the latest 12 months, the rest as \"Other\" "
      "in "
      "every month."));
  CHECK(loaded.measure("b").info.breakdowns[0].id == "category_tree");
  CHECK(loaded.measure("c").info.breakdowns[0].top == 3);
  // No chart shows a group beside the groups in it.
  for (const series::ChartSpec& chart : loaded.measure("a").info.charts) {
    CHECK(chart.breakdown != "category_tree");
  }
}
