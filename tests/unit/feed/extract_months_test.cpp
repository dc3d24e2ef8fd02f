#include "feed/extracts.hpp"

#include "read_all.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace feed_tests;
using base::Month;

namespace {

sdk::Force forceOf(sdk::Feed feed) {
  feed.name = "crimes";
  feed.title = "Crimes";
  feed.header = {{"Day", true}, {"Made", false}};
  if (feed.routes.empty()) {
    feed.routes = {{"crimes", "", "", {{"recorded_on", "Day", sdk::Parse::Day, {}}}}};
  }
  sdk::Force force;
  force.code = "testshire";
  force.name = "Testshire Police";
  force.feeds = {std::move(feed)};
  return force;
}

sdk::Feed history() {
  sdk::Feed feed;
  feed.file_name = "{date}-crimes.csv";
  feed.covers = sdk::Covers::History;
  feed.since = sdk::Date{2016, 4, 1};
  return feed;
}

struct Looked {
  std::optional<feed::Extract> extract;
  std::string error;
};

Looked look(const sdk::Force& force, const std::string& name, const std::string& text = "Day\n",
            std::optional<sdk::Date> day = std::nullopt) {
  const Scratch scratch("months");
  scratch.write(name, text);
  try {
    return {feed::findExtracts({{scratch.folder(), day}}, force).extracts.front(), ""};
  } catch (const sdk::Error& error) {
    return {std::nullopt, error.sentence()};
  }
}

}  // namespace

TEST_CASE("a history covers every month from its first to the last that was over when it was made") {
  const sdk::Force force = forceOf(history());
  const Looked found = look(force, "2026-01-05-crimes.csv");
  REQUIRE(found.extract);
  CHECK(found.extract->months == base::MonthRange{Month(2016, 4), Month(2025, 12)});
  CHECK(found.extract->extracted_on == sdk::Date{2026, 1, 5});
  CHECK_FALSE(found.extract->complete_to);
  // A month is over on its last day.
  CHECK(look(force, "2026-01-31-crimes.csv").extract->months.last == Month(2026, 1));
  CHECK(look(force, "2026-01-30-crimes.csv").extract->months.last == Month(2025, 12));
  // What the file says of itself goes before what is said of the folder.
  CHECK(look(force, "2026-01-05-crimes.csv", "Day\n", sdk::Date{2026, 3, 1}).extract->months.last == Month(2025, 12));
  CHECK_THAT(look(force, "2016-04-05-crimes.csv").error, Catch::Contains("when no such month was over"));
  CHECK_THAT(look(force, "2026-02-31-crimes.csv").error, Catch::Contains("named for the day '2026-02-31'"));
}

TEST_CASE("the day of extraction comes from the name, a column, the feed or the folder, in this order") {
  sdk::Feed feed = history();
  feed.file_name = "crimes.csv";
  CHECK_THAT(look(forceOf(feed), "crimes.csv").error,
             Catch::Contains("that day is not known") && Catch::Contains("@YYYY-MM-DD"));
  CHECK(look(forceOf(feed), "crimes.csv", "Day\n", sdk::Date{2026, 1, 5}).extract->months.last == Month(2025, 12));
  feed.extracted_on = sdk::Date{2025, 7, 1};
  CHECK(look(forceOf(feed), "crimes.csv", "Day\n", sdk::Date{2026, 1, 5}).extract->months.last == Month(2025, 6));
  feed.extracted_on_column = "Made";
  CHECK(look(forceOf(feed), "crimes.csv", "Day,Made\n2025-01-01,05/10/2025\n").extract->extracted_on ==
        sdk::Date{2025, 10, 5});
  CHECK(look(forceOf(feed), "crimes.csv", "Day,Made\n2025-01-01,2025-10-05 06:00\n").extract->extracted_on ==
        sdk::Date{2025, 10, 5});
  CHECK_THAT(look(forceOf(feed), "crimes.csv", "Day,Made\n2025-01-01,yesterday\n").error,
             Catch::Contains("does not say in the column 'Made'"));
  CHECK(look(forceOf(feed), "crimes.csv", "Day,Made\n").extract->extracted_on == sdk::Date{2025, 7, 1});
}

TEST_CASE("a rolling window ends with the month of its name, or with the last that was over") {
  sdk::Feed feed;
  feed.covers = sdk::Covers::Rolling;
  feed.months = 24;
  feed.file_name = "{date}-crimes.csv";
  CHECK(look(forceOf(feed), "2026-01-05-crimes.csv").extract->months ==
        base::MonthRange{Month(2024, 1), Month(2025, 12)});
  feed.file_name = "{month}-crimes.csv";
  CHECK(look(forceOf(feed), "2025-11-crimes.csv").extract->months ==
        base::MonthRange{Month(2023, 12), Month(2025, 11)});
  CHECK_THAT(look(forceOf(feed), "2025-11-crimes.csv", "Day\n", sdk::Date{2025, 11, 29}).error,
             Catch::Contains("before the month was over"));
}

TEST_CASE("the newest months of an extract may not be complete in it") {
  sdk::Feed feed = history();
  feed.months_incomplete = 1;
  CHECK(look(forceOf(feed), "2026-01-05-crimes.csv").extract->complete_to == Month(2025, 11));
  feed = {};
  feed.file_name = "{month}-crimes.csv";
  feed.months_incomplete = 2;
  // Made long after the month, it is complete; made at once, or on a day that nobody tells, it is not.
  CHECK_FALSE(look(forceOf(feed), "2025-11-crimes.csv", "Day\n", sdk::Date{2026, 2, 1}).extract->complete_to);
  CHECK(look(forceOf(feed), "2025-11-crimes.csv", "Day\n", sdk::Date{2025, 12, 1}).extract->complete_to ==
        Month(2025, 9));
  CHECK(look(forceOf(feed), "2025-11-crimes.csv").extract->complete_to == Month(2025, 9));
}

TEST_CASE("rows that stand at a day are whole in the middle of a month") {
  sdk::Feed feed;
  feed.file_name = "{date}-queues.csv";
  feed.routes = {{"queues", "", "", {{"as_at", "Day", sdk::Parse::Day, {}}}}};
  const Looked found = look(forceOf(feed), "2026-01-10-queues.csv");
  REQUIRE(found.extract);
  CHECK(found.extract->months == base::MonthRange{Month(2026, 1), Month(2026, 1)});
  feed.file_name = "{month}-queues.csv";
  CHECK(look(forceOf(feed), "2026-01-queues.csv", "Day\n", sdk::Date{2026, 1, 10}).extract);
  CHECK_THAT(look(forceOf(feed), "2026-02-queues.csv", "Day\n", sdk::Date{2026, 1, 10}).error,
             Catch::Contains("before the month was over"));
}

TEST_CASE("a later history takes the place of an earlier one month by month, also where rows have gone") {
  const sdk::Force force = forceOf(history());
  const Scratch scratch("later");
  scratch.write("2025-12-05-crimes.csv", "Day\n2025-10-01\n2025-11-01\n");
  scratch.write("2026-01-05-crimes.csv", "Day\n2025-11-01\n");
  const feed::Found found = feed::findExtracts({{scratch.folder(), {}}}, force);
  const feed::Supersession counted = feed::supersede(found.extracts);
  REQUIRE(counted.counted.size() == 1);
  CHECK(counted.counted[0].extract == 1);
  CHECK(counted.counted[0].months.size() == 117);  // April 2016 to December 2025
  CHECK(counted.superseded[0].size() == 116);
}
