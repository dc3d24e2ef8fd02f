#include "base/system.hpp"
#include "registers/registers.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

namespace fs = std::filesystem;

series::KeptValue value(const std::string& month, const sdk::Date& as_at, double number,
                        const std::string& group = "") {
  return {.measure = "open_crimes",
          .definition = "00112233",
          .month = *base::Month::parse(month),
          .as_at = as_at,
          .breakdown = group.empty() ? "" : "district",
          .group = group,
          .value = number,
          .unknown = 2};
}

struct Folder {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-kept");
  ~Folder() { fs::remove_all(path); }
};

TEST_CASE("what is kept is read back as it was written, in a fixed order") {
  const Folder folder;
  const fs::path file = folder.path / "snapshots.csv";
  CHECK(readKept(file).empty());
  const std::vector<series::KeptValue> values = {value("2025-03", {2025, 4, 15}, 12.5, "Ashby, \"West\""),
                                                 value("2025-02", {2025, 3, 15}, 1234567)};
  base::writeFileWhole(file, keptText(values), true);
  const std::vector<series::KeptValue> read = readKept(file);
  REQUIRE(read.size() == 2);
  CHECK(read[0].value == 1234567);
  CHECK(read[0].unknown == 2);
  CHECK(read[1].group == "Ashby, \"West\"");
  CHECK(read[1].value == 12.5);
  CHECK(read[1].as_at == sdk::Date{2025, 4, 15});
  CHECK(keptText(read) == keptText(values));
}

TEST_CASE("a month is kept anew only from the same or a later extraction") {
  const std::vector<series::KeptValue> known = {value("2025-02", {2025, 3, 15}, 1), value("2025-03", {2025, 4, 15}, 2),
                                                value("2025-03", {2025, 4, 15}, 2, "Ashby")};
  const auto later = withMade(known, {value("2025-03", {2025, 4, 20}, 3)});
  REQUIRE(later.size() == 2);
  CHECK(later[0].value == 1);
  CHECK(later[1].value == 3);
  CHECK(withMade(known, {value("2025-03", {2025, 4, 15}, 3)}).back().value == 3);
  CHECK(withMade(known, {value("2025-03", {2025, 4, 2}, 3)}).size() == 3);
  series::KeptValue other = value("2025-03", {2025, 4, 2}, 9);
  other.definition = "ffff";
  CHECK(withMade(known, {other}).back().value == 9);
}

TEST_CASE("a damaged file is not passed over") {
  const Folder folder;
  const fs::path file = folder.path / "snapshots.csv";
  base::writeFileWhole(file, "measure,definition,month,as_at,breakdown,group,value,unknown\nopen,00,2025-3,,,,x,0\n");
  CHECK_THROWS_AS(readKept(file), sdk::Error);
}

}  // namespace
}  // namespace boardpack::registers
