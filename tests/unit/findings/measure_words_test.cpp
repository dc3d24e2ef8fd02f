#include "findings/measure_words.hpp"
#include "measure/definition/kinds.hpp"

#include "make_measure.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::findings;
using series::Cell;
using series::MeasureInfo;
using series::Symbol;
using series::Window;

namespace {

series::Comparison compare(double before, double now) {
  series::Comparison comparison;
  comparison.before = Cell::of(before);
  comparison.change = Cell::of(now - before);
  comparison.change_percent = before == 0 ? Cell::missing(Symbol::NotApplicable, "a change from 0 has no percentage")
                                          : Cell::of(100 * (now - before) / before);
  return comparison;
}

series::Comparison points(double before, double now) {
  series::Comparison comparison = compare(before, now);
  comparison.change_percent = Cell::missing(Symbol::NotApplicable, "in percentage points");
  return comparison;
}

MeasureInfo withUnit(const std::string& unit, int decimals, const char* kind = "count") {
  MeasureInfo info;
  info.unit = unit;
  info.decimals = decimals;
  info.nature = measure::kindOf(kind).nature;
  return info;
}

}  // namespace

TEST_CASE("a value with its unit", "[words]") {
  CHECK(valueWords(withUnit("", 0), Cell::of(1264)) == "1,264");
  CHECK(valueWords(withUnit("%", 1), Cell::of(11.3)) == "11.3%");
  CHECK(valueWords(withUnit("minutes", 1), Cell::of(8.9)) == "8.9 minutes");
  CHECK(valueWords(withUnit("minutes", 0), Cell::of(1)) == "1 minute");
  CHECK(valueWords(withUnit("£", 0), Cell::of(1500)) == "£1,500");
  CHECK(valueWords(withUnit("£", 0), Cell::of(-1500)) == "-£1,500");
  CHECK(valueWords(withUnit("£ million", 1), Cell::of(1.5)) == "£1.5 million");
  CHECK(valueWords(withUnit("per 1,000 people", 1), Cell::of(88.4)) == "88.4 per 1,000 people");
  CHECK(valueWords(withUnit("", 0), Cell::missing(Symbol::NotAvailable, "x")) == "not available");
  CHECK(valueWords(withUnit("", 0), Cell::missing(Symbol::Failed, "x")) == "failed");
}

TEST_CASE("a change in words", "[words]") {
  const MeasureInfo count = withUnit("", 0);
  CHECK(changeWords(count, compare(869, 1264)) == "up 395 (45.5%)");
  CHECK(changeWords(count, compare(73583, 71787)) == "down 1,796 (2.4%)");
  CHECK(changeWords(count, compare(500, 500)) == "unchanged");
  CHECK(changeWords(count, compare(71787, 71788)) == "up 1 (less than 0.1%)");
  const MeasureInfo minutes = withUnit("minutes", 1, "mean");
  CHECK(changeWords(minutes, compare(10, 8.9)) == "down 1.1 minutes (11.0%)");
  CHECK(changeWords(minutes, compare(10, 10.02)) == "up less than 0.1 minutes (0.2%)");
}

TEST_CASE("below a base of 50 the counts stand, and what chance gives", "[words]") {
  const MeasureInfo count = withUnit("", 0);
  CHECK(changeWords(count, compare(13, 20)) == "up 7 (13 to 20, within what chance gives)");
  CHECK(changeWords(count, compare(13, 40)) == "up 27 (13 to 40)");
  CHECK(changeWords(count, compare(49, 33)) == "down 16 (49 to 33, within what chance gives)");
  CHECK(changeWords(count, compare(50, 45)) == "down 5 (10.0%)");
  CHECK(changeWords(count, compare(0, 5)) == "up 5 (0 to 5)");
}

TEST_CASE("a change of a percentage is in percentage points", "[words]") {
  const MeasureInfo share = withUnit("%", 1, "share");
  CHECK(changeWords(share, points(10.1, 11.3)) == "up 1.2 percentage points");
  CHECK(changeWords(withUnit("%", 0, "share"), points(10, 11)) == "up 1 percentage point");
  CHECK(changeWords(share, points(10.1, 10.11)) == "up less than 0.1 percentage points");
  CHECK(changeWords(withUnit("per 1,000 people", 1, "rate"), points(88.4, 86.1)) == "down 2.3 per 1,000 people");
}

TEST_CASE("a change that cannot be told says why", "[words]") {
  series::Comparison comparison = compare(1, 2);
  comparison.change = Cell::missing(Symbol::NotAvailable, "no extract covers December 2024");
  CHECK(changeWords(withUnit("", 0), comparison) == "not available (no extract covers December 2024)");
}

TEST_CASE("periods", "[words]") {
  series::MeasureInfo info;
  const auto words = [&](Window window, base::Month month) { return periodWords(info, {}, window, month); };
  CHECK(words(Window::Month, kMonth) == "December 2025");
  CHECK(words(Window::Mrt, kMonth) == "the 12 months to December 2025");
  CHECK(words(Window::Ytd, kMonth) == "April to December 2025");
  CHECK(words(Window::Ytd, base::Month(2025, 4)) == "April 2025");
  CHECK(words(Window::Ytd, base::Month(2026, 2)) == "April 2025 to February 2026");
  CHECK(words(Window::Quarter, kMonth) == "October to December 2025");
  CHECK(words(Window::Quarter, base::Month(2026, 2)) == "October to December 2025");
  CHECK(words(Window::Quarter, base::Month(2026, 3)) == "January to March 2026");
  CHECK(words(Window::FinancialYear, kMonth) == "2024/25");
  CHECK(words(Window::FinancialYear, base::Month(2026, 3)) == "2025/26");
  CHECK(words(Window::CalendarYear, base::Month(2025, 11)) == "2024");
  CHECK(words(Window::CalendarYear, kMonth) == "2025");
  info.since = base::Month(2018, 10);
  CHECK(words(Window::Since, kMonth) == "October 2018 to December 2025");
  CHECK(words(Window::Since, base::Month(2018, 9)) == "the time since October 2018");
  info.between = base::MonthRange{base::Month(2018, 1), base::Month(2018, 6)};
  CHECK(words(Window::Between, kMonth) == "January to June 2018");
  const std::vector<series::Wave> waves = {
      {.survey = "public", .name = "3", .months = {base::Month(2019, 1), base::Month(2019, 3)}, .place = ""},
      {.survey = "public", .name = "Spring", .months = {base::Month(2020, 4), base::Month(2020, 6)}, .place = ""}};
  CHECK(periodWords(info, waves, Window::Wave, base::Month(2019, 12)) == "wave 3 (January to March 2019)");
  CHECK(periodWords(info, waves, Window::Wave, kMonth) == "Spring (April to June 2020)");
  CHECK(periodWords(info, waves, Window::Wave, base::Month(2019, 2)) == "the latest wave to February 2019");
}

TEST_CASE("durations in words", "[words]") {
  series::MeasureInfo info = withUnit("seconds", 0, "median");
  info.format = series::Format::Duration;
  CHECK(numberWords(info, 536) == "8 minutes 56 seconds");
  CHECK(numberWords(info, 3603.4) == "1 hour 3 seconds");
  CHECK(numberWords(info, 0.2) == "0 seconds");
  CHECK(numberWords(info, -61) == "minus 1 minute 1 second");
  info.unit = "minutes";
  CHECK(numberWords(info, 1.5) == "1 minute 30 seconds");
  series::Comparison comparison;
  comparison.before = Cell::of(10);
  comparison.change = Cell::of(-2.25);
  comparison.change_percent = Cell::of(-22.5);
  CHECK(changeWords(info, comparison) == "down 2 minutes 15 seconds (22.5%)");
}

TEST_CASE("what a window is compared with", "[words]") {
  series::Series series;
  series.info.compare = {{.kind = series::NamedReference::Kind::Period,
                          .label = "2016",
                          .period = {base::Month(2016, 1), base::Month(2016, 12)},
                          .months = 0},
                         {.kind = series::NamedReference::Kind::LastPublished, .label = "last published"}};
  series::Comparison comparison;
  comparison.window = Window::Month;
  comparison.reference = series::Reference::Named;
  comparison.label = "2016";
  comparison.months = {kMonth, kMonth};
  comparison.before_months = series.info.compare[0].period;
  comparison.before = Cell::of(12.5);
  CHECK(referenceWords(series, comparison) == "the mean month of 2016");
  series.info.nature = measure::kindOf("share").nature;
  CHECK(referenceWords(series, comparison) == "2016");
  comparison.label = "last published";
  comparison.before_months = {base::Month(2025, 9), base::Month(2025, 9)};
  CHECK(referenceWords(series, comparison) == "the figure last published (September 2025)");
  comparison.reference = series::Reference::PreviousMrt;
  comparison.window = Window::Mrt;
  comparison.before_months = {base::Month(2024, 1), base::Month(2024, 12)};
  CHECK(referenceWords(series, comparison) == "the 12 months to December 2024");
}

TEST_CASE("variation in words names the rule, or why there are no limits", "[words]") {
  const auto wordsOf = [](const std::vector<double>& values, series::Better better) {
    series::Series series = seriesOf(values);
    series.info.better = better;
    return variationWords(statistics::analyse(series, kMonth).force());
  };
  CHECK(wordsOf(steady(105), series::Better::Lower) == "No special cause");
  CHECK(wordsOf(steady(190), series::Better::Lower) == "Special cause, concern: above the upper limit");
  CHECK(wordsOf(steady(190), series::Better::Higher) == "Special cause, improvement: above the upper limit");
  CHECK(wordsOf(steady(19), series::Better::Lower) == "Special cause, improvement: below the lower limit");
  CHECK(wordsOf(steady(190), series::Better::Neither) == "Special cause: above the upper limit");
  CHECK(wordsOf({100, 90, 100}, series::Better::Lower) == "No limits: fewer than 12 months with a value");
  CHECK(wordsOf(std::vector<double>(24, 0), series::Better::Lower) == "No limits: an average under 5 a month");
  CHECK(wordsOf(std::vector<double>(24, 9), series::Better::Lower) == "No variation: every month has the same value");
}

TEST_CASE("each rule has its words on either side", "[words]") {
  for (const auto cause : {series::SpecialCause::Outside, series::SpecialCause::Trend, series::SpecialCause::TwoInThree,
                           series::SpecialCause::Shift}) {
    series::PointClass high;
    high.cause = cause;
    high.side = series::Side::High;
    series::PointClass low = high;
    low.side = series::Side::Low;
    CHECK_FALSE(specialCauseWords(high).empty());
    CHECK(specialCauseWords(high) != specialCauseWords(low));
  }
  CHECK(specialCauseWords(series::PointClass{}).empty());
}

TEST_CASE("a measure in two sentences", "[words]") {
  // Years of 95 and 105 in turn: 1,200 each but for the last month; 190 for 105 adds 85.
  CHECK(measureSentence(statistics::analyse(seriesOf(steady(190)), kMonth), kMonth) ==
        "Robbery stood at 190 in December 2025, up 85 (81.0%) on December 2024, significantly higher; special cause, "
        "concern: above the upper limit. In the 12 months to December 2025 the total was 1,285, up 85 (7.1%) on the 12 "
        "months before, not a significant change.");
  CHECK(measureSentence(statistics::analyse(seriesOf(steady(105)), kMonth), kMonth) ==
        "Robbery stood at 105 in December 2025, unchanged on December 2024; no special cause. In the 12 months to "
        "December 2025 the total was 1,200, unchanged on the 12 months before.");
}

TEST_CASE("what is missing for the month and its 12 months is said once", "[words]") {
  series::Analysed measure = statistics::analyse(seriesOf(steady(100)), kMonth);
  series::GroupSeries& force = measure.series.groups.front();
  force.in(Window::Month).back() = Cell::missing(series::Symbol::NotAvailable, "no number of people in Ashby for 2025");
  force.in(Window::Mrt).back() = force.in(Window::Month).back();
  CHECK(
      measureSentence(measure, kMonth) ==
      "Robbery: not available for December 2025, nor for the 12 months to December 2025 (no number of people in Ashby "
      "for 2025).");
  force.in(Window::Month).back().reason = "no extract covers December 2025";
  CHECK(measureSentence(measure, kMonth) ==
        "Robbery: not available for December 2025 (no extract covers December 2025), nor for the 12 months to December "
        "2025 (no number of people in Ashby for 2025).");
}

TEST_CASE("a reason that both comparisons share is given once", "[words]") {
  series::Analysed measure = statistics::analyse(seriesOf(steady(105)), kMonth);
  for (series::Comparison& comparison : measure.groups.front().comparisons) {
    comparison.change = Cell::missing(Symbol::NotApplicable, "the series breaks: SAAB replaced, 14 May 2025");
  }
  CHECK(measureSentence(measure, kMonth) ==
        "Robbery stood at 105 in December 2025; no comparison with December 2024 (the series breaks: SAAB replaced, 14 "
        "May 2025); no special cause. In the 12 months to December 2025 the total was 1,200; no comparison with the 12 "
        "months before for the same reason.");
}

TEST_CASE("a measure without history says so", "[words]") {
  const std::string text = measureSentence(statistics::analyse(seriesOf({100, 90, 80}), kMonth), kMonth);
  CHECK(text ==
        "Robbery stood at 80 in December 2025; no comparison with December 2024 (no extract covers December "
        "2024). In the 12 months to December 2025 the figure is not available (no extract covers December 2022).");
}

TEST_CASE("a small share is told with its counts", "[words]") {
  series::Series series = seriesOf(steady(28));
  series.info.title = "Delays outside our control";
  series.info.unit = "%";
  series.info.nature = measure::kindOf("share").nature;
  series.info.windows = {Window::Month};
  Cell& cell = series.groups[0].in(Window::Month).back();
  cell.numerator = 7;
  cell.denominator = 25;
  const std::string text = measureSentence(statistics::analyse(series, kMonth), kMonth);
  CHECK(text.starts_with(
      "Delays outside our control stood at 28% (7 of 25) in December 2025, down 77 percentage points"));
}

TEST_CASE("a failed measure has one sentence", "[words]") {
  series::Series series = seriesOf(steady(100));
  series.failure = "the script raised an error";
  CHECK(measureSentence(statistics::analyse(series, kMonth), kMonth) == "Robbery could not be computed.");
  CHECK(variationWords(statistics::analyse(series, kMonth).force()) == "Failed");
}

TEST_CASE("rows of which the answer is not known are told", "[words]") {
  series::Series series = seriesOf(steady(28));
  series.info.title = "Crimes with a positive outcome";
  series.info.unit = "%";
  series.info.nature = measure::kindOf("share").nature;
  series.info.windows = {Window::Month};
  Cell& cell = series.groups[0].in(Window::Month).back();
  cell.numerator = 1484;
  cell.denominator = 5298;
  const auto sentence = [&] { return measureSentence(statistics::analyse(series, kMonth), kMonth); };
  CHECK(sentence().find("ot known") == std::string::npos);
  cell.unknown = 12;
  CHECK(sentence().ends_with(". Not known for 12 of 5,310, left out."));
  cell.unknown = 1;
  CHECK(sentence().ends_with(". Not known for 1 of 5,299, left out."));
  series.info.nature = measure::kindOf("count").nature;
  CHECK(sentence().find("ot known") == std::string::npos);
}

TEST_CASE("a unit that the title says is not said again", "[words]") {
  series::Series series = seriesOf(steady(100));
  series.info.nature = measure::kindOf("rate").nature;
  series.info.windows = {Window::Month};
  series.info.unit = "per 1,000 people";
  series.info.title = "Recorded crime per 1,000 people";
  const auto sentence = [&] { return measureSentence(statistics::analyse(series, kMonth), kMonth); };
  CHECK(sentence().starts_with("Recorded crime per 1,000 people stood at 100 in December 2025"));
  series.info.title = "Recorded crime for each 1,000 people";
  CHECK(sentence().starts_with("Recorded crime for each 1,000 people stood at 100 in"));
  series.info.title = "Recorded crime";
  CHECK(sentence().starts_with("Recorded crime stood at 100 per 1,000 people in"));
}
