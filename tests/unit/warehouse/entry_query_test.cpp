#include "warehouse_support.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;

namespace {

/// An entry as "combination|day|key or amount|rows", keys by their number.
std::vector<std::string> lines(const warehouse::EntryTable& table) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < table.size(); ++i) {
    std::string line;
    for (const std::vector<int>& keys : table.combinations.keys) {
      const int text = keys[table.combination[i]];
      line += (text < 0 ? std::string("?") : table.combinations.texts[static_cast<std::size_t>(text)]) + "|";
    }
    line += std::to_string(table.day[i]) + "|";
    if (i >= table.known) {
      line += "?";
    } else {
      line += table.key.empty() ? std::to_string(table.amount[i].tenThousandths()) : "k" + std::to_string(table.key[i]);
    }
    found.push_back(line + "|" + std::to_string(table.rows[i]));
  }
  return found;
}

constexpr const char* kJanuary = "20089";   // days to 1 January 2025
constexpr const char* kFebruary = "20120";  // and to 1 February

struct Rows {
  sdk::Force force = testForce();
  TemporaryFolder folder;
  Extracts extracts{force};
  std::unique_ptr<warehouse::Warehouse> store;

  Rows() {
    extracts.add(
        "a.csv", "street", months("2025-01", "2025-02"),
        streetSheet({streetRow(crimeId(7), "2025-01", "Northtown 001A", "Drugs"),
                     streetRow(crimeId(8), "2025-01", "", "Robbery"),
                     streetRow(crimeId(7), "2025-02", "Northtown 001A", "Drugs"),
                     streetRow("", "2025-02", "", "Anti-social behaviour"), streetRow("", "2025-02", "", "Drugs")}));
    store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path(), .threads = 2}, force);
    store->load(extracts.all(), extracts.opener(), {});
    store->count({{0, {month("2025-01"), month("2025-02")}}});
  }
};

}  // namespace

TEST_CASE("keys come numbered, one row an entry, in order of time; rows without one are last") {
  Rows rows;
  warehouse::EntryQuery query{.table = "crimes",
                              .date = "recorded_on",
                              .months = months("2025-01", "2025-02"),
                              .columns = {"category"},
                              .atoms = {tree("recorded_on < '2025-02-01'", "crimes", expression::Type::Boolean)},
                              .amount = nullptr,
                              .key = "crime_id"};
  const warehouse::EntryTable table = rows.store->entries(query);
  CHECK(table.known == 3);
  CHECK(table.combinations.size == 3);
  REQUIRE(table.size() == 4);
  // Which of the two keys is first is theirs to say: a digest has no order.
  const std::vector<std::string> found = lines(table);
  const std::string january = kJanuary;
  const std::string february = kFebruary;
  const bool is_seven_first = table.key[1] == 0;
  const std::vector<std::string> expected =
      is_seven_first ? std::vector<std::string>{"Drugs|true|" + january + "|k0|1", "Drugs|false|" + february + "|k0|1",
                                                "Robbery|true|" + january + "|k1|1"}
                     : std::vector<std::string>{"Robbery|true|" + january + "|k0|1", "Drugs|true|" + january + "|k1|1",
                                                "Drugs|false|" + february + "|k1|1"};
  CHECK(std::vector<std::string>(found.begin(), found.begin() + 3) == expected);
  CHECK(found[3] == "Drugs|false|" + february + "|?|1");
  REQUIRE(table.statements.size() == 2);

  query.columns.clear();
  query.atoms.clear();
  query.key = "category";
  const warehouse::EntryTable texts = rows.store->entries(query);
  CHECK(lines(texts) ==
        std::vector<std::string>{january + "|k0|1", february + "|k0|1", february + "|k0|1", january + "|k1|1"});
  query.key = "recorded_on";
  CHECK_THROWS_AS(rows.store->entries(query), sdk::Error);
}

TEST_CASE("amounts come one a month, combination and value, in their order") {
  Rows rows;
  const warehouse::EntryTable table =
      rows.store->entries({.table = "crimes",
                           .date = "recorded_on",
                           .months = months("2025-01", "2025-02"),
                           .columns = {},
                           .atoms = {},
                           .amount = tree("case when category = 'Drugs' then month(recorded_on) / 4 end", "crimes",
                                          expression::Type::Number),
                           .key = {}});
  CHECK(table.known == 2);
  CHECK(lines(table) == std::vector<std::string>{std::string(kJanuary) + "|2500|1", std::string(kFebruary) + "|5000|2",
                                                 std::string(kJanuary) + "|?|1"});
}
