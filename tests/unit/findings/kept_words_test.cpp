#include "findings/chart_words.hpp"
#include "findings/event_words.hpp"
#include "findings/measure_words.hpp"
#include "findings/state_words.hpp"
#include "make_measure.hpp"
#include "measure/definition/kinds.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;

namespace {

series::Event event(const sdk::Date& day, series::EventKind kind) {
  series::Event made;
  made.day = day;
  made.kind = kind;
  made.title = "SAAB replaced";
  made.words = "crimes are counted anew.";
  return made;
}

/// States of three questions over the months before December 2025; 0 is not known. The force's is the worst.
series::Series states(const std::vector<std::vector<int>>& by_question, const std::vector<int>& worst) {
  const auto cells = [](const std::vector<int>& values) {
    std::vector<series::Cell> made;
    for (const int value : values) {
      made.push_back(value > 0 ? series::Cell::of(value)
                               : series::Cell::missing(series::Symbol::NotAvailable, "no state was entered"));
    }
    return made;
  };
  series::Series made;
  made.info.title = "Questions";
  made.info.nature = measure::kindOf("state").nature;
  made.info.nature.is_order = true;
  made.info.states = {"red", "amber", "green"};
  made.info.windows = {series::Window::Month};
  for (std::size_t i = 0; i < worst.size(); ++i) {
    made.months.push_back(kMonth - static_cast<int>(worst.size() - 1 - i));
  }
  made.groups.emplace_back().in(series::Window::Month) = cells(worst);
  for (std::size_t i = 0; i < by_question.size(); ++i) {
    series::GroupSeries& group = made.groups.emplace_back();
    group.breakdown = "question";
    group.group = "Q" + std::to_string(i + 1);
    group.in(series::Window::Month) = cells(by_question[i]);
  }
  return made;
}

}  // namespace

TEST_CASE("an event is told from its day on, and an operation on its day") {
  series::Event change = event({2019, 6, 14}, series::EventKind::SystemChange);
  CHECK(findings::eventSentence(change) == "From 14 June 2019 (SAAB replaced): crimes are counted anew.");
  change.areas = {"Ashby", "Barton"};
  CHECK(findings::eventSentence(change) ==
        "From 14 June 2019 in Ashby and Barton (SAAB replaced): crimes are counted anew.");
  CHECK(findings::eventSentence(event({2019, 6, 14}, series::EventKind::Operation)) ==
        "On 14 June 2019 (SAAB replaced): crimes are counted anew.");
}

TEST_CASE("notes tell the events of the months shown") {
  series::Series series = seriesOf(steady(100));
  series.events = {event({2019, 6, 14}, series::EventKind::SystemChange),
                   event({2025, 6, 14}, series::EventKind::Operation)};
  CHECK(findings::eventNotes(series, base::Month(2024, 1)).size() == 1);
  const std::vector<std::string> all = findings::eventNotes(series, base::Month(2019, 6));
  REQUIRE(all.size() == 2);
  CHECK(all[0] == "From 14 June 2019 (SAAB replaced): crimes are counted anew.");
  CHECK(findings::eventNotes(seriesOf(steady(100)), base::Month(2019, 1)).empty());
}

TEST_CASE("the sentence and the chart's words of a measure tell its events") {
  series::Series series = seriesOf(steady(100));
  series.events = {event({2019, 6, 14}, series::EventKind::SystemChange),
                   event({2025, 6, 1}, series::EventKind::Other)};
  const series::Analysed measure = statistics::analyse(series, kMonth);
  const std::string sentence = findings::measureSentence(measure, kMonth);
  CHECK(sentence.find(" On 1 June 2025 (SAAB replaced): crimes are counted anew.") != std::string::npos);
  CHECK(sentence.find("2019") == std::string::npos);
  CHECK(findings::eventsDrawnWords(series, {{2025, 1}, kMonth}) == "Marked by a line: SAAB replaced on 1 June 2025.");
  CHECK(findings::eventsDrawnWords(series, {{2025, 7}, kMonth}).empty());
}

TEST_CASE("a figure with a bound is told with it") {
  series::MeasureInfo info;
  info.unit = "hours";
  series::Cell cell = series::Cell::of(50000);
  cell.bound = series::Bound::JustUnder;
  CHECK(findings::valueWords(info, cell) == "just under 50,000 hours");
  cell.bound = series::Bound::Exact;
  CHECK(findings::valueWords(info, cell) == "50,000 hours");
}

TEST_CASE("a state is told by its name, with how many groups are at each") {
  CHECK(findings::stateSentence(states({{2}, {3}, {3}}, {2}), kMonth) ==
        "Questions: the worst of 3 was amber in December 2025 (1 amber and 2 green).");
  CHECK(
      findings::stateSentence(states({{1, 1, 2}, {3, 3, 3}}, {1, 1, 2}), kMonth) ==
      "Questions: the worst of 2 was amber in December 2025 (1 amber and 1 green), better than in November 2025 (red) "
      "and for the first time at least amber in the 3 months known.");
  CHECK(findings::stateSentence(states({{2, 1, 2}, {3, 3, 3}}, {2, 1, 2}), kMonth) ==
        "Questions: the worst of 2 was amber in December 2025 (1 amber and 1 green), better than in November 2025 "
        "(red).");
  CHECK(findings::stateSentence(states({{3, 2}}, {3, 2}), kMonth) ==
        "Questions: amber in December 2025 (1 amber), worse than in November 2025 (green).");
  CHECK(findings::stateSentence(states({{2}, {0}}, {0}), kMonth) ==
        "Questions: not available for December 2025 (no state was entered); known are 1 amber and 1 not known.");
  CHECK(findings::stateName(states({}, {1}).info, 4).empty());
}
