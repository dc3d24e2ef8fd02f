#include "findings/statistics_words.hpp"
#include "findings/measure_words.hpp"
#include "findings/significance_words.hpp"
#include "measure/definition/kinds.hpp"

#include "make_measure.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::findings;
using series::Cell;
using series::Window;
using Verdict = series::Significance::Verdict;

namespace {

series::Analysed measureOf(const std::vector<double>& values) { return statistics::analyse(seriesOf(values), kMonth); }

series::Comparison changeOf(double change, Verdict verdict) {
  series::Comparison comparison;
  comparison.before = Cell::of(100);
  comparison.change = Cell::of(change);
  comparison.significance.verdict = verdict;
  comparison.significance.reason = "fewer than 24 months";
  return comparison;
}

}  // namespace

TEST_CASE("whether a change is significant, in words", "[statistics words]") {
  CHECK(significanceWords(changeOf(5, Verdict::Beyond)) == "significantly higher");
  CHECK(significanceWords(changeOf(-5, Verdict::Beyond)) == "significantly lower");
  CHECK(significanceWords(changeOf(5, Verdict::Within)) == "no significant change");
  CHECK(significanceWords(changeOf(5, Verdict::CannotTell)) == "cannot be told: fewer than 24 months");
  CHECK(significanceWords(changeOf(5, Verdict::NotTested)) == "not tested");
  CHECK(significanceClause(changeOf(5, Verdict::CannotTell)).empty());
  CHECK(significanceClause(changeOf(0, Verdict::Within)).empty());
  CHECK(significanceClause(changeOf(-5, Verdict::Within)) == ", not a significant change");
}

TEST_CASE("a figure of an earlier month says so, and when it is expected", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  CHECK(statusSentence(measure, kMonth).empty());
  measure.series.own_month = base::Month(2025, 9);
  measure.series.info.expected = "day 35";
  CHECK(statusSentence(measure, kMonth) == "Figures to September 2025; expected by day 35.");
  measure.series.is_overdue = true;
  measure.series.as_at = sdk::Date{2025, 12, 10};
  CHECK(statusSentence(measure, kMonth) ==
        "As at 10 December 2025. Figures to September 2025; expected by day 35; overdue.");
}

TEST_CASE("marks in words", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  CHECK(marksSentence(measure, kMonth).empty());
  measure.series.info.settles_after = 3;
  measure.series.groups[0].in(Window::Month).back().marks.add(series::Mark::Provisional);
  measure.series.groups[0].in(Window::Mrt).back().marks.add(series::Mark::Break);
  CHECK(
      marksSentence(measure, kMonth) ==
      "Break in the series: an event lies within the period. Provisional: the latest figures still grow, for 3 months "
      "after the period.");
}

TEST_CASE("the target, who set it, and whether it is met", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  CHECK(targetSentence(measure, kMonth).empty());
  measure.series.info.targets = {{{}, 90}};
  measure.series.info.target_set_by = "the Commissioner";
  CHECK(targetSentence(measure, kMonth) == "The target is 90, set by the Commissioner: missed in December 2025.");
  measure.series.info.better = series::Better::Higher;
  CHECK(targetSentence(measure, kMonth) == "The target is 90, set by the Commissioner: met in December 2025.");
  measure.series.info.better = series::Better::Neither;
  CHECK(targetSentence(measure, kMonth) == "The target is 90, set by the Commissioner.");
  measure.series.info.wanted = "more reporting";
  CHECK(wantedSentence(measure.series.info) == "More reporting is wanted.");
}

TEST_CASE("what makes up a change", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  measure.series.info.breakdowns = {{"category", "Category"}};
  series::Contribution parts;
  parts.breakdown = "category";
  parts.before_months = {base::Month(2024, 1), base::Month(2024, 12)};
  parts.change = 633;
  parts.parts = {{"Shoplifting", 412}, {"Violence", 271}, {"Robbery", -62}, {"Arson", 10}, {"Other", 2}};
  parts.rest = 12;
  measure.contributions = {parts};
  CHECK(
      contributionSentences(measure) ==
      std::vector<std::string>{"By category, Shoplifting makes up 412 of the rise of 633 on January to December 2024; "
                               "then Violence up 271, Robbery down 62; the other 2 together up 12."});
  // A part that is larger than the whole, or goes the other way, is not "of" it.
  measure.contributions[0].change = 21;
  measure.contributions[0].parts = {{"Shoplifting", 30}, {"Violence", -9}};
  CHECK(
      contributionSentences(measure) ==
      std::vector<std::string>{
          "By category, the rise of 21 on January to December 2024 is made up of Shoplifting up 30, Violence down 9."});
  measure.series.info.unit = "%";
  measure.series.info.decimals = 1;
  measure.contributions[0].is_rate = true;
  measure.contributions[0].change = 1.2;
  measure.contributions[0].parts = {{"A", 1.5, -0.2, 1.7}, {"B", -0.3, -0.1, -0.2}};
  measure.contributions[0].rate = 1.5;
  measure.contributions[0].mix = -0.3;
  CHECK(contributionSentences(measure) ==
        std::vector<std::string>{"Of the rise of 1.2 percentage points on January to December 2024, 1.5 percentage "
                                 "points is change within each category and minus 0.3 percentage points a change of "
                                 "their weight in the whole."});
  measure.contributions[0].change = 0;
  CHECK(contributionSentences(measure).empty());
}

TEST_CASE("a change of level beside an event", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  CHECK(changePointSentences(measure).empty());
  series::ChangePoint point;
  point.starts = base::Month(2024, 6);
  point.between = {base::Month(2024, 5), base::Month(2024, 8)};
  point.before = 380;
  point.after = 310;
  measure.groups[0].change_points.points = {point};
  const auto sentence = [&] { return changePointSentences(measure).front(); };
  CHECK(sentence() == "The monthly level changed from 380 to 310 with June 2024 (95% interval May to August 2024).");
  series::ChangePoint& told = measure.groups[0].change_points.points[0];
  told.event = "SAAB replaced";
  told.event_day = sdk::Date{2024, 10, 1};
  told.order = series::ChangePoint::Order::BeforeEvent;
  CHECK(sentence().ends_with("; it starts before SAAB replaced (1 October 2024)."));
  told.order = series::ChangePoint::Order::CannotTell;
  CHECK(sentence().ends_with("; whether it starts before or after SAAB replaced (1 October 2024) cannot be told."));
}

TEST_CASE("the year to March", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  measure.groups[0].forecast = {};
  CHECK(forecastSentence(measure, kMonth).empty());
  measure.groups[0].forecast = {.available = true,
                                .year = {base::Month(2025, 4), base::Month(2026, 3)},
                                .value = 1201.4,
                                .lower = 1150,
                                .upper = 1252.8,
                                .so_far = 900};
  CHECK(forecastSentence(measure, kMonth) ==
        "If months go on as they did, 2025/26 comes to 1,201 (95% interval 1,150 to 1,253); it stood at 900 after "
        "December 2025.");
}

TEST_CASE("beside other forces", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  CHECK(peersSentence(measure).empty());
  measure.series.info.decimals = 1;
  series::PeerStanding peers;
  peers.available = true;
  peers.period = {base::Month(2024, 10), base::Month(2025, 9)};
  peers.group = "MSG";
  peers.unit = "per 1,000 people";
  peers.own = Cell::of(62.1);
  peers.mean = Cell::of(65.04);
  peers.national = Cell::missing(series::Symbol::NotAvailable, "none");
  peers.averaging = "unweighted mean of the forces' rates, the force itself included";
  peers.rank = 5;
  peers.ranked = 8;
  peers.lowest = 50;
  peers.highest = 80;
  peers.increases = 3;
  peers.compared = 8;
  measure.peers = peers;
  CHECK(peersSentence(measure) ==
        "In the 12 months to September 2025: 62.1 per 1,000 people, lower than the mean of MSG forces (65.0), fourth "
        "highest of 8 (50.0 to 80.0); it rose in 3 of 8 forces. Mean: unweighted mean of the forces' rates, the force "
        "itself included.");
  measure.peers->publishable = false;
  measure.peers->ties = 1;
  CHECK(
      peersSentence(measure) ==
      "In the 12 months to September 2025: 62.1 per 1,000 people, in line with the mean of MSG forces, third "
      "highest of 8; it rose in 3 of 8 forces. Mean: unweighted mean of the forces' rates, the force itself included. "
      "The other forces' figures are not for publication.");
  measure.peers->mean = Cell::of(65.3);  // 5.2% above
  measure.peers->lag_months = 13;
  CHECK(peersSentence(measure).starts_with(
      "In the 12 months to September 2025, the latest that is known of other forces: 62.1 per 1,000 people, lower than "
      "the mean of MSG forces, third highest of 8;"));
  measure.peers->mean = Cell::missing(series::Symbol::NotApplicable, "counts have no mean");
  measure.peers->rank.reset();
  measure.peers->increases.reset();
  CHECK(peersSentence(measure).empty());
  CHECK(findings::noPeersSentence(measure) == "Not set beside other forces: there is nothing to set it beside.");
  measure.peers->available = false;
  measure.peers->reason = "no such comparator";
  CHECK(findings::noPeersSentence(measure) == "Not set beside other forces: no such comparator.");
}

TEST_CASE("rates of other forces are told finer than the counts of a measure", "[statistics words]") {
  // Robbery of Cumbria beside its group, 2019: ONS, Police Force Area data tables, year ending December 2019, Table P3.
  series::Analysed measure = measureOf(steady(100));
  series::PeerStanding peers;
  peers.available = true;
  peers.period = {base::Month(2019, 1), base::Month(2019, 12)};
  peers.group = "MSG";
  peers.unit = "per 1,000 people";
  peers.own = Cell::of(0.3227);
  peers.mean = Cell::of(0.4030);
  peers.national = Cell::of(1.4907);
  measure.peers = peers;
  CHECK(peersSentence(measure) ==
        "In the 12 months to December 2019: 0.32 per 1,000 people, lower than the mean of MSG forces (0.40), lower "
        "than the national figure (1.49).");
  measure.peers->own = Cell::of(17.982);
  measure.peers->mean = Cell::of(20.7936);
  CHECK(findings::peerDecimals(measure) == 1);
  measure.peers->unit.clear();
  CHECK(findings::peerDecimals(measure) == 0);
}

TEST_CASE("an event's caveat is told with its day", "[statistics words]") {
  series::Analysed measure = measureOf(steady(100));
  series::Event event;
  event.day = {2025, 6, 14};
  event.title = "SAAB replaced";
  event.words = "Incidents are counted another way since then.";
  measure.series.events = {event};
  const base::MonthRange shown{base::Month(2025, 1), kMonth};
  CHECK(eventSentences(measure, shown) ==
        std::vector<std::string>{"On 14 June 2025 (SAAB replaced): Incidents are counted another way since then."});
  CHECK(eventSentences(measure, {base::Month(2025, 7), kMonth}).empty());
}

TEST_CASE("bounds and states in words", "[statistics words]") {
  series::MeasureInfo info;
  Cell cell = Cell::of(1200);
  cell.bound = series::Bound::Over;
  CHECK(valueWords(info, cell) == "over 1,200");
  info.nature = measure::kindOf("state").nature;
  info.nature.is_order = true;
  info.states = {"red", "amber", "green"};
  CHECK(valueWords(info, Cell::of(2)) == "amber");
}

TEST_CASE("a rank is counted from the nearer end", "[statistics words]") {
  struct Case {
    int rank, ties, ranked;
    const char* words;
  };
  for (const Case& each :
       {Case{7, 0, 7, ", highest of 7."}, Case{1, 0, 7, ", lowest of 7."}, Case{2, 0, 7, ", second lowest of 7."},
        Case{4, 0, 7, ", fourth lowest of 7."}, Case{5, 0, 7, ", third highest of 7."},
        Case{35, 0, 41, ", seventh highest of 41."}, Case{31, 0, 42, ", 12th highest of 42."},
        Case{39, 1, 41, ", joint second highest of 41."}, Case{40, 1, 41, ", joint highest of 41."},
        Case{1, 2, 3, ", joint lowest of 3."}, Case{1, 0, 2, ", lowest of 2."}, Case{2, 0, 2, ", highest of 2."}}) {
    series::Analysed measure = measureOf(steady(100));
    series::PeerStanding peers;
    peers.available = true;
    peers.period = {base::Month(2024, 10), base::Month(2025, 9)};
    peers.own = Cell::of(62);
    peers.rank = each.rank;
    peers.ties = each.ties;
    peers.ranked = each.ranked;
    measure.peers = peers;
    INFO(peersSentence(measure));
    CHECK_THAT(peersSentence(measure), Catch::EndsWith(each.words));
  }
}

TEST_CASE("a target is met by what is the same number, and missed by any more", "[statistics words]") {
  const auto met = [](double value, double target, series::Better better) {
    series::Series series = seriesOf(steady(value));
    series.info.better = better;
    series.info.targets = {{{}, target}};
    series.info.decimals = 1;
    const std::string words = targetSentence(statistics::analyse(series, kMonth), kMonth);
    return words.substr(words.find(": ") + 2);
  };
  CHECK(met(0.1 + 0.2, 0.3, series::Better::Lower) == "met in December 2025.");
  CHECK(met(0.3, 0.1 + 0.2, series::Better::Higher) == "met in December 2025.");
  CHECK(met(0.3000001, 0.3, series::Better::Lower) == "missed in December 2025.");
  CHECK(met(0.2999999, 0.3, series::Better::Higher) == "missed in December 2025.");
  CHECK(met(2'000'000'001, 2'000'000'000, series::Better::Lower) == "missed in December 2025.");
}
