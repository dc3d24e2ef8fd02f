#include "findings/shared_caveats.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"

#include "make_measure.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::findings;
using series::Window;

namespace {

series::Series titled(const std::string& title) {
  series::Series made = seriesOf(steady(105));
  made.info.title = title;
  return made;
}

series::Event raid() {
  series::Event event;
  event.day = {2025, 6, 14};
  event.kind = series::EventKind::Operation;
  event.title = "Operation Sceptre";
  return event;
}

void lose(series::Series& made, std::int64_t rows, std::int64_t of, Window window, bool is_at_most = false) {
  auto& of_window = made.rejected[static_cast<std::size_t>(window)];
  of_window.assign(made.months.size(), {});
  of_window.back() = {.rows = rows, .of = of, .is_at_most = is_at_most};
}

std::vector<series::Analysed> analysed(std::vector<series::Series> all) {
  std::vector<series::Analysed> made;
  for (series::Series& series : all) {
    made.push_back(statistics::analyse(std::move(series), kMonth));
  }
  return made;
}

}  // namespace

TEST_CASE("rows that could not be read, in words", "[words]") {
  series::Series made = titled("Robbery");
  CHECK(rejectedSentence(made, kMonth).empty());
  lose(made, 2, 302, Window::Month);
  CHECK(rejectedSentence(made, kMonth) == "2 of 302 rows of December 2025 could not be read and are left out.");
  lose(made, 5, 3640, Window::Mrt, true);
  CHECK(rejectedSentence(made, kMonth) ==
        "2 of 302 rows of December 2025 and up to 5 of 3,640 rows of the 12 months to December 2025 could not be read "
        "and are left out.");
  lose(made, 0, 0, Window::Mrt);
  lose(made, 1, 302, Window::Month, true);
  CHECK(rejectedSentence(made, kMonth) == "Up to 1 of 302 rows of December 2025 could not be read and is left out.");
  CHECK(rejectedWords({.rows = 1, .of = 1}) == "1 of 1 row");
  // A measure says it of itself where no other shares it.
  CHECK_THAT(measureSentence(statistics::analyse(made, kMonth), kMonth),
             Catch::EndsWith("Up to 1 of 302 rows of December 2025 could not be read and is left out."));
}

TEST_CASE("an event that names no measures is said once, at the front", "[words]") {
  std::vector<series::Series> all = {titled("Robbery"), titled("Burglary"), titled("Special constables")};
  all[0].events = all[1].events = {raid()};
  const auto measures = analysed(all);
  const SharedCaveats shared = sharedCaveats(measures, kMonth);
  CHECK(shared.sentences == std::vector<std::string>{"On 14 June 2025: Operation Sceptre. This concerns Robbery and "
                                                     "Burglary."});
  for (const series::Analysed& measure : measures) {
    CHECK(measureSentence(measure, kMonth, shared).find("Sceptre") == std::string::npos);
  }
  CHECK_THAT(measureSentence(measures[0], kMonth), Catch::EndsWith("On 14 June 2025: Operation Sceptre."));
}

TEST_CASE("an event of two named measures stays with them, one of all has no list", "[words]") {
  std::vector<series::Series> all = {titled("Robbery"), titled("Burglary")};
  all[0].events = all[1].events = {raid()};
  all[0].events[0].measures = all[1].events[0].measures = {"robbery", "burglary"};
  CHECK(sharedCaveats(analysed(all), kMonth).sentences.empty());
  all[0].events[0].measures = all[1].events[0].measures = {};
  CHECK(sharedCaveats(analysed(all), kMonth).sentences ==
        std::vector<std::string>{"On 14 June 2025: Operation Sceptre."});
  // One of three years ago is no caveat of these figures.
  all[0].events[0].day = all[1].events[0].day = {2022, 6, 14};
  CHECK(sharedCaveats(analysed(all), kMonth).sentences.empty());
}

TEST_CASE("a missing extract, a missing year and lost rows are said once for three measures", "[words]") {
  std::vector<series::Series> all;
  for (const char* title : {"Searches", "Arrests", "Seizures"}) {
    series::Series made = titled(title);
    made.groups[0].in(Window::Month).back() =
        series::Cell::missing(series::Symbol::NotAvailable, "no extract covers December 2025");
    made.groups[0].in(Window::Mrt).back() = series::Cell::missing(
        series::Symbol::NotAvailable, "a 12-month figure needs all 12 months; no extract covers December 2025");
    all.push_back(std::move(made));
  }
  for (const char* title : {"Robbery", "Burglary", "Theft"}) {
    all.push_back(titled(title));
    lose(all.back(), 2, 302, Window::Month);
  }
  const auto measures = analysed(all);
  const SharedCaveats shared = sharedCaveats(measures, kMonth);
  CHECK(shared.sentences ==
        std::vector<std::string>{
            "For Searches, Arrests and Seizures, no extract covers December 2025.",
            "2 of 302 rows of December 2025 could not be read and are left out. This concerns Robbery, Burglary and "
            "Theft."});
  CHECK(measureSentence(measures[0], kMonth, shared) ==
        "Searches: not available for December 2025, nor for the 12 months to December 2025.");
  CHECK(measureSentence(measures[3], kMonth, shared).find("could not be read") == std::string::npos);

  std::vector<series::Series> young;
  for (const char* title : {"Robbery", "Burglary", "Theft"}) {
    young.push_back(seriesOf({100, 90, 80}));
    young.back().info.title = title;
  }
  const auto first_year = analysed(young);
  const SharedCaveats of_year = sharedCaveats(first_year, kMonth);
  CHECK(of_year.sentences ==
        std::vector<std::string>{"No extract covers December 2022.", "No extract covers December 2024."});
  CHECK(measureSentence(first_year[0], kMonth, of_year) ==
        "Robbery stood at 80 in December 2025; no comparison with December 2024. In the 12 months to December 2025 the "
        "figure is not available.");
}
