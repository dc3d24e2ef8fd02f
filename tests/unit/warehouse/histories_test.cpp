#include "base/secret.hpp"
#include "base/system.hpp"
#include "warehouse_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace boardpack;
using namespace boardpack::test;
namespace fs = std::filesystem;

namespace {

sdk::Force historyForce() {
  sdk::Force force = testForce();
  sdk::Feed feed{.name = "missing",
                 .title = "Missing people",
                 .publisher = "",
                 .file_name = "{date}-missing.csv",
                 .covers = sdk::Covers::History,
                 .header = {{"Reported", true}, {"Person", true}, {"Made", false}},
                 .routes = {{"missing_reports",
                             "",
                             "",
                             {{"reported_at", "Reported", sdk::Parse::UkLocalTime, {}},
                              {"person_key", "Person", sdk::Parse::Key, {}}}}},
                 .reject_threshold = 1.0,
                 .since = sdk::Date{2025, 1, 1}};
  force.feeds.push_back(std::move(feed));
  return force;
}

Sheet missingSheet(std::vector<std::vector<std::string>> rows) {
  return {.header = {"Reported", "Person"}, .rows = std::move(rows), .faults = {}, .refused = {}};
}

std::vector<std::string> byMonth(warehouse::Warehouse& store) {
  return lines(store.group({.table = "missing_reports",
                            .date = "reported_at",
                            .months = months("2024-11", "2025-06"),
                            .columns = {},
                            .atoms = {},
                            .amounts = {}}));
}

/// An extract of a history, made in the middle of April.
warehouse::Extract madeInApril(const warehouse::Extract& extract) {
  warehouse::Extract made = extract;
  made.extracted_on = sdk::Date{2025, 4, 15};
  made.complete_to = month("2025-02");
  return made;
}

}  // namespace

TEST_CASE("of a history the whole months count, and rows later than its day are rejected") {
  const sdk::Force force = historyForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-04-15-missing.csv", "missing", months("2025-01", "2025-03"),
               missingSheet({{"31/12/2024 23:59", "A"},
                             {"01/01/2025 00:00", "A"},
                             {"31/03/2025 23:59", "B"},
                             {"15/04/2025 08:00", "B"},
                             {"16/04/2025 08:00", "B"}}));
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
  const auto reports = store->load({madeInApril(extracts.all()[0])}, extracts.opener(), {});
  CHECK(reports[0].rows_read == 5);
  CHECK(reports[0].rows_loaded == 3);
  CHECK(reports[0].rows_rejected == 2);
  REQUIRE(reports[0].reasons.size() == 2);
  std::vector<std::string> reasons = {reports[0].reasons[0].reason, reports[0].reasons[1].reason};
  std::sort(reasons.begin(), reasons.end());
  CHECK(reasons == std::vector<std::string>{"is later than the day the file was extracted",
                                            "lies outside the months that the file covers"});
  store->count({{0, {month("2025-01"), month("2025-02"), month("2025-03")}}});
  // The part of April is kept and does not count; February is covered and has no row.
  CHECK(byMonth(*store) == std::vector<std::string>{"2025-01: 1", "2025-03: 1"});
  CHECK(store->coveredMonths("missing_reports") ==
        std::vector<base::Month>{month("2025-01"), month("2025-02"), month("2025-03")});
  CHECK(store->isComplete("missing_reports", month("2025-02")));
  CHECK_FALSE(store->isComplete("missing_reports", month("2025-03")));
  CHECK(store->isComplete("crimes", month("2025-03")));
}

TEST_CASE("what is kept under one secret is known under it, and made anew under another") {
  const sdk::Force force = historyForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-04-15-missing.csv", "missing", months("2025-01", "2025-03"),
               missingSheet({{"01/01/2025 00:00", "A"}, {"02/01/2025 00:00", "A"}, {"31/03/2025 23:59", "B"}}));
  const std::vector<warehouse::Extract> all = {madeInApril(extracts.all()[0])};
  const auto run = [&](const std::string& secret) {
    const auto store = warehouse::openDuckDb(
        {.folder = folder.path() / "kept", .temporary_parent = folder.path(), .secret = secret}, force);
    const bool known = store->load(all, extracts.opener(), {})[0].known_before;
    store->count({{0, {month("2025-01"), month("2025-02"), month("2025-03")}}});
    const warehouse::Repeats repeats = store->repeats("missing_reports", "person_key");
    CHECK(repeats.identifiers == 1);
    CHECK(repeats.surplus_rows == 1);
    return known;
  };
  CHECK_FALSE(run("one"));
  CHECK(run("one"));
  CHECK_FALSE(run("another"));
  CHECK(run("one"));
  // Without a workspace the folder keeps a secret of its own.
  CHECK_FALSE(run(""));
  CHECK(run(""));
  const fs::path secret = folder.path() / "kept" / ".secret";
  REQUIRE(fs::exists(secret));
  CHECK(base::keptSecret(secret).size() == 64);
  // Nothing that is kept holds an identifier.
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path() / "kept")) {
    if (entry.is_regular_file()) {
      CHECK(entry.path().filename().string().find(base::keptSecret(secret).substr(0, 16)) == std::string::npos);
    }
  }
}

TEST_CASE("several codes of one cell become one text, in order and each once") {
  sdk::Force force = testForce();
  force.feeds.push_back(
      {.name = "hate",
       .title = "Hate",
       .publisher = "",
       .file_name = "{month}-hate.csv",
       .covers = sdk::Covers::FileMonth,
       .header = {{"Day", true}, {"Strands", true}},
       .routes =
           {{"crimes",
             "",
             "",
             {{"recorded_on", "Day", sdk::Parse::UkDay, {}},
              {"category", "Day", sdk::Parse::Text, {}},
              {"area", "Day", sdk::Parse::Text, {}},
              {"hate_strands", "Strands", sdk::Parse::Codes, {{"R", "Race"}, {"D", "Disability"}, {"NONE", ""}}}}}},
       .reject_threshold = 1.0});
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-hate.csv", "hate", months("2025-01"),
               {.header = {"Day", "Strands"},
                .rows = {{"1/1/2025", "R;D"},
                         {"2/1/2025", "D, R,D"},
                         {"3/1/2025", "R"},
                         {"4/1/2025", ""},
                         {"5/1/2025", "NONE"},
                         {"6/1/2025", "R|X"}},
                .faults = {},
                .refused = {}});
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
  CHECK(store->load(extracts.all(), extracts.opener(), {})[0].rows_rejected == 1);
  store->count({{0, {month("2025-01")}}});
  CHECK(lines(store->group({.table = "crimes",
                            .date = "recorded_on",
                            .months = months("2025-01"),
                            .columns = {"hate_strands"},
                            .atoms = {},
                            .amounts = {}})) ==
        std::vector<std::string>{"2025-01|?: 2", "2025-01|Disability + Race: 2", "2025-01|Race: 1"});
}

TEST_CASE("rows without a date that can be are missing from any month of a file of several") {
  const sdk::Force force = historyForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  // January to March 2025, made in the middle of April.
  extracts.add("2025-04-15-missing.csv", "missing", months("2025-01", "2025-03"),
               missingSheet({{"14/01/2025 10:00", "A"},
                             {"14/02/2025 10:00", "B"},
                             {"in February", "C"},       // no day at all
                             {"14/02/2052 10:00", "D"},  // none that has come
                             {"14/12/2024 10:00", "E"},  // before the file's months: another file's row
                             {"", "F"}}));
  std::vector<warehouse::Extract> made;
  for (const warehouse::Extract& extract : extracts.all()) {
    made.push_back(madeInApril(extract));
  }
  const auto store = warehouse::openDuckDb({.folder = folder.path(), .temporary_parent = {}}, force);
  CHECK(store->load(made, extracts.opener(), {}).front().rows_rejected == 4);
  const auto told = [&](const std::vector<base::Month>& counted) {
    store->count({{0, counted}});
    std::string text;
    for (const warehouse::Rejected& rejected : store->rejected("missing_reports")) {
      text += std::to_string(rejected.rows) + (rejected.is_certain ? " in " : " perhaps in ") +
              std::to_string(rejected.months.size()) + " months;";
    }
    return text;
  };
  CHECK(told({month("2025-01"), month("2025-02"), month("2025-03")}) == "3 in 3 months;");
  // A later extract counts for March: some of the three may be its rows.
  CHECK(told({month("2025-01"), month("2025-02")}) == "3 perhaps in 2 months;");
}
