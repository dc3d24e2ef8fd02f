#include "data/data.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace boardpack;

namespace {

paper::Pack packOf() {
  paper::Pack pack;
  pack.force.code = "cleveland";
  pack.force.name = "Cleveland Police";
  pack.month = base::Month(2025, 12);
  pack.board_date = sdk::Date{2026, 1, 22};
  pack.version = "0.1.0";
  base::LoadReport load;
  load.file = "early/2025-11-cleveland-street.csv.gz";
  load.feed = "street";
  load.digest = "ab";
  load.encoding = "UTF-8";
  load.bytes = 10;
  load.months = {base::Month(2025, 11), base::Month(2025, 11)};
  load.extracted_on = sdk::Date{2026, 1, 15};
  load.rows_read = 5;
  load.rows_loaded = 4;
  load.rows_rejected = 1;
  load.tables = {{"crimes", 3}, {"incidents", 1}};
  load.reasons = {{"Month", "not a month (YYYY-MM)", 1, 4}};
  load.superseded = {{base::Month(2025, 11), "late/2025-11-cleveland-street.csv.gz"}};
  pack.loads = {load};
  pack.issues = {{"repeated identifier", "crimes", "2 identifiers stand on more than one row.", 2}};
  series::Analysed failed;
  failed.series.info.name = "robbery";
  failed.series.failure = "the script raised an error";
  pack.measures = {failed};
  return pack;
}

data::ManifestFacts factsOf() {
  data::ManifestFacts facts;
  facts.command = {"run", "cleveland", "--month", "2025-12"};
  facts.scripts = {{"cleveland/safer.lua", "cd"}};
  facts.libraries = {{"duckdb", "1.4.5"}, {"cairo", "1.16.0"}};
  facts.omitted = {"papers: pandoc is not on this machine"};
  return facts;
}

}  // namespace

TEST_CASE("the manifest tells what a pack was made from", "[data]") {
  const auto manifest = nlohmann::ordered_json::parse(data::manifestJson(packOf(), factsOf()));
  CHECK(manifest["version"] == "0.1.0");
  CHECK(manifest["force"]["code"] == "cleveland");
  CHECK(manifest["month"] == "2025-12");
  CHECK(manifest["board_date"] == "2026-01-22");
  CHECK(manifest["command"].size() == 4);
  CHECK(manifest["rule_set"] == paper::ruleSet());
  CHECK(manifest["failed_measures"][0]["measure"] == "robbery");
  CHECK(manifest["omitted"].size() == 1);
  const auto& input = manifest["inputs"][0];
  CHECK(input["file"] == "early/2025-11-cleveland-street.csv.gz");
  CHECK(input["sha256"] == "ab");
  CHECK(input["months"]["first"] == "2025-11");
  CHECK(input["extracted_on"] == "2026-01-15");
  CHECK(input["rows_read"] == 5);
  CHECK(input["rows_loaded"] == 4);
  CHECK(input["rows_rejected"] == 1);
  CHECK(input["tables"]["crimes"] == 3);
  CHECK(input["rejected"][0]["first_record"] == 4);
  CHECK(input["superseded"][0]["by"] == "late/2025-11-cleveland-street.csv.gz");
  CHECK(input["superseded"][0]["months"][0] == "2025-11");
  CHECK(manifest["scripts"][0]["sha256"] == "cd");
  CHECK(manifest["libraries"]["duckdb"] == "1.4.5");
  CHECK(manifest["libraries"].begin().key() == "duckdb");
}

TEST_CASE("the manifest has the same bytes whether a file was read now or known before", "[data]") {
  paper::Pack known = packOf();
  known.loads[0].known_before = true;
  CHECK(data::manifestJson(known, factsOf()) == data::manifestJson(packOf(), factsOf()));
}

TEST_CASE("the manifest of a pack with nothing known is whole", "[data]") {
  paper::Pack pack = packOf();
  pack.board_date.reset();
  pack.loads[0].extracted_on.reset();
  pack.loads[0].covers_everything = true;
  pack.loads[0].superseded = {{base::Month(), "late/population.csv of 15 February 2026"}};
  pack.loads[0].file = "not\xff utf-8";
  const auto manifest = nlohmann::json::parse(data::manifestJson(pack, {}));
  CHECK(manifest["board_date"].is_null());
  CHECK(manifest["inputs"][0]["months"] == "all");
  CHECK(manifest["inputs"][0]["superseded"][0]["by"] == "late/population.csv of 15 February 2026");
  CHECK(manifest["inputs"][0]["superseded"][0]["months"] == "all");
  CHECK(manifest["scripts"].empty());
}
