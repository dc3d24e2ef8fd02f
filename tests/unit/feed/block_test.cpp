#include "read_all.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace feed_tests;

namespace {

const std::vector<std::string> kColumns = {"Location", "Crime ID", "Context", "Crime type"};

/// Every row or, for a file that is refused, the sentence.
std::pair<std::vector<Row>, std::string> outcome(const std::filesystem::path& path, const feed::Limits& limits) {
  try {
    return {readAll(path, street(), kColumns, limits).rows, ""};
  } catch (const sdk::Error& error) {
    return {{}, error.sentence()};
  }
}

}  // namespace

TEST_CASE("where the blocks of a file end changes nothing") {
  for (const auto& folder : std::filesystem::directory_iterator(fixture(""))) {
    if (!folder.is_directory()) {
      continue;
    }
    const std::filesystem::path path = std::filesystem::directory_iterator(folder.path())->path();
    INFO(path);
    const auto expected = outcome(path, {});
    for (std::size_t bytes = 16; bytes < 400; ++bytes) {
      feed::Limits limits;
      limits.block_bytes = bytes;
      limits.batch_records = 1 + bytes % 5;
      // Unpacked in pieces by every other, and with only the start of the file in memory by some.
      limits.whole_gzip_bytes = bytes % 2 == 0 ? feed::kWholeGzipBytes : bytes;
      const auto found = outcome(path, limits);
      if (found != expected) {
        FAIL_CHECK("blocks of " << bytes << " bytes: " << found.second << " for " << expected.second);
      }
    }
  }
}

TEST_CASE("a batch has no more records than the limit and its views last until the next call") {
  feed::Limits limits;
  limits.batch_records = 3;
  const auto source = feed::openCsv(fixtureFile("whole"), street(), kColumns, limits);
  base::RecordBatch batch;
  std::vector<std::size_t> sizes;
  while (source->next(batch)) {
    sizes.push_back(batch.size);
    CHECK(batch.number.size() == batch.size);
    CHECK(batch.fault.size() == batch.size);
    for (const auto& column : batch.cells) {
      CHECK(column.size() == batch.size);
    }
  }
  CHECK(sizes == std::vector<std::size_t>{3, 3, 2});
  CHECK_FALSE(source->next(batch));
  CHECK(source->facts().rows_read == 8);
}

TEST_CASE("columns may be asked for twice, and an optional one may be absent") {
  sdk::Feed feed = street();
  feed.header.push_back({"Notes", false});
  const Read read = readAll(fixtureFile("quoted-cells"), feed, {"Crime type", "Notes", "Location", "Crime type"});
  REQUIRE(read.rows.size() == 8);
  CHECK(read.rows[2].cells ==
        std::vector<std::string>{"Robbery", "", "On or near Parking Area, \"The Example\"", "Robbery"});
  CHECK_THROWS_AS(feed::openCsv(fixtureFile("whole"), street(), {"Note"}, {}), std::logic_error);
}

TEST_CASE("small shapes of CSV") {
  sdk::Feed feed;
  feed.title = "letters";
  feed.header = {{"a", true}, {"b", true}};
  const Scratch scratch("shapes");
  const auto read = [&](const std::string& text) { return readAll(scratch.write("t.csv", text), feed, {"a", "b"}); };
  using Cells = std::vector<std::string>;
  CHECK(read("a,b\n1,2").rows.at(0).cells == Cells{"1", "2"});
  CHECK(read("a,b\n1,2\r").rows.at(0).cells == Cells{"1", "2"});
  CHECK(read("\"a\",\" b \"\r\n\"1\",\"\"\r\n").rows.at(0).cells == Cells{"1", ""});
  CHECK(read("a,b\n , \t2 \n").rows.at(0).cells == Cells{"", "2"});
  CHECK(read("a,b\n5' 6\",x\"y\"\n").rows.at(0).cells == Cells{"5' 6\"", "x\"y\""});
  CHECK(read("a,b\n\"\"\"\",\"\"\"\"\"\"\n").rows.at(0).cells == Cells{"\"", "\"\""});
  CHECK(read("a,b\n\"1\",\"2\"").rows.at(0).cells == Cells{"1", "2"});
  CHECK(read("\n\r\nb,a\n2,1\n\n").rows.at(0) == Row{4, base::RecordFault::None, {"1", "2"}});
  CHECK(read("a,b\n,\n").rows.at(0).cells == Cells{"", ""});
  CHECK(read("a,b\n1\n").rows.at(0).fault == base::RecordFault::TooFewCells);
  CHECK(read("a,b").rows.empty());
  CHECK(read("a,b\n\"x\ny\",2\n3,4\n").rows.at(1) == Row{3, base::RecordFault::None, {"3", "4"}});
  for (const char* refused : {"", "\n\n", "a,b\n\"1,2\n", "a,b\n\"1\"", "a,b\n\"1\"2,3\n", "a,b\n\"1\" ,2\n",
                              "a,b\n1\r2,3\n", "a,b,\n1,2,3\n", "a\rb\r", "\"a,b\n1,2\n"}) {
    INFO(refused);
    if (std::string(refused) == "a,b\n\"1\"") {
      CHECK(read(refused).rows.at(0).fault == base::RecordFault::TooFewCells);
    } else {
      CHECK_THROWS_AS(read(refused), sdk::Error);
    }
  }
}
