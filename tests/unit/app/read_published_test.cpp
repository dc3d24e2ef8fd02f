#include "app/read_published.hpp"

#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

namespace boardpack::app {
namespace {

namespace fs = std::filesystem;

const std::string kHeader = "force,measure,breakdown,group,period,window,statistic,reference,value,symbol\n";
const std::string kRobbery = "sample,robbery,,,2025-10,month,value,,12,\n";

std::vector<series::Figure> read(const std::string& lines) { return figuresOfCsv(kHeader + lines, "f.csv", "sample"); }

std::string refused(const std::string& csv) {
  try {
    figuresOfCsv(csv, "f.csv", "sample");
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    return error.sentence();
  }
  FAIL("it was read");
  return {};
}

struct Folder {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-published");
  ~Folder() { fs::remove_all(path); }

  void put(const std::string& file, const std::string& lines) const {
    fs::create_directories((path / file).parent_path());
    base::writeFileWhole(path / file, kHeader + lines);
  }
};

std::string lineOf(const std::string& period, int value) {
  return "sample,robbery,,," + period + ",month,value,," + std::to_string(value) + ",\n";
}

}  // namespace

TEST_CASE("the figures of a pack are read with their exact values, symbols and quoted names") {
  const std::vector<series::Figure> figures = read(
      kRobbery + "sample,rate,district,\"Barrow, \"\"old\"\" town\",2025-10,mrt,change_pct,previous_mrt,-0.125,\r\n" +
      "sample,rate,,,2025-10,ytd,value,,,[x]\nsample,robbery,,,2025-10,month,previous,\"2016\n(year)\",3,[b] [p]");
  REQUIRE(figures.size() == 4);
  CHECK(figures[0].measure == "robbery");
  CHECK(figures[0].period == "2025-10");
  CHECK(figures[0].value == 12.0);
  CHECK(figures[1].group == "Barrow, \"old\" town");
  CHECK(figures[1].statistic == "change_pct");
  CHECK(figures[1].reference == "previous_mrt");
  CHECK(figures[1].value == -0.125);
  CHECK(figures[1].symbol.empty());
  CHECK_FALSE(figures[2].value);
  CHECK(figures[2].symbol == "[x]");
  CHECK(figures[3].reference == "2016\n(year)");
  CHECK(figures[3].symbol == "[b] [p]");
  CHECK(read("").empty());
}

TEST_CASE("a file of other columns is no figures.csv") {
  CHECK(refused("force,measure,group,period,value\nsample,robbery,,2025-10,12\n")
            .find("f.csv is no figures.csv of a pack: "
                  "its first line is not \"force,") == 0);
  CHECK(refused("").find("f.csv is no figures.csv") == 0);
  CHECK(refused("\xEF\xBB\xBF" + kHeader).find("f.csv is no figures.csv") == 0);
}

TEST_CASE("each mistake of a line is told with its number") {
  const auto line = [](const std::string& lines) { return refused(kHeader + lines); };
  CHECK(line(kRobbery + "sample,robbery,,,2025-09,month,value,12\n") ==
        "f.csv, line 3: expected 10 columns, found 8. Take the file as the pack has it.");
  CHECK(line("sample,robbery,,,2025-10,month,value,,12,,\n").find("line 2: expected 10 columns, found 11") !=
        std::string::npos);
  CHECK(line("sample,robbery,,,2025-10,month,value,,1O,\n")
            .find("line 2: expected a number or nothing in the column "
                  "value, found '1O'") != std::string::npos);
  CHECK(line("sample,robbery,,,2025-10,month,value,,\"1,200\",\n").find("found '1,200'") != std::string::npos);
  CHECK(line("other,robbery,,,2025-10,month,value,,12,\n")
            .find("line 2: expected figures of 'sample', found one of "
                  "'other'") != std::string::npos);
  CHECK(line("sample,robbery,,,Oct-25,month,value,,12,\n")
            .find("line 2: expected a month as 2025-11 in the column period, "
                  "found 'Oct-25'") != std::string::npos);
  CHECK(line(kRobbery + "sample,rate,,,2025-10,month,value,,1,\n" + kRobbery)
            .find("line 4: the same figure stands in line 2 already") != std::string::npos);
  CHECK(
      line("sample,\"rob\nbery\",,,2025-10,month,value,,12,\nsample,x,,,2025-10,month,value,,y,\n").find("line 4: ") !=
      std::string::npos);
  CHECK(line("sample,\"robbery,,,2025-10,month,value,,12,\n").find("line 2: a quote is never closed") !=
        std::string::npos);
}

TEST_CASE("--published names a pack or its figures, of the pack's month or earlier") {
  const Folder folder;
  folder.put("pack/data/figures.csv", lineOf("2025-10", 12));
  Options options;
  options.month = base::Month(2025, 11);
  for (const char* path : {"pack", "pack/data/figures.csv"}) {
    options.published = folder.path / path;
    const auto found = readPublished(options, "sample");
    REQUIRE(found);
    CHECK(found->name == "figures.csv");
    CHECK(found->digest.size() == 64);
    CHECK(found->figures.size() == 1);
  }
  options.month = base::Month(2025, 9);
  CHECK_THROWS_WITH(readPublished(options, "sample"),
                    Catch::Contains("has figures of 2025-10, after the pack's month of "
                                    "2025-09"));
  options.published = folder.path / "nothing";
  CHECK_THROWS_WITH(readPublished(options, "sample"), Catch::Contains("--published takes the folder of a pack"));
}

TEST_CASE("of what the workspace has published, the latest that is not after the month counts") {
  const Folder folder;
  folder.put("published/2025-09/data/figures.csv", lineOf("2025-08", 7) + lineOf("2025-09", 8));
  folder.put("published/october.csv", lineOf("2025-10", 9));
  folder.put("published/2025-12/data/figures.csv", lineOf("2025-12", 10));
  base::writeFileWhole(folder.path / "published/minutes.txt", "nothing of figures");
  Options options;
  options.workspace = folder.path;
  CHECK_FALSE(readPublished(options, "sample"));
  options.month = base::Month(2025, 11);
  CHECK(readPublished(options, "sample")->name == "published/october.csv");
  options.month = base::Month(2025, 9);
  const auto september = readPublished(options, "sample");
  CHECK(september->name == "published/2025-09");
  CHECK(september->figures.size() == 2);
  options.month = base::Month(2025, 7);
  CHECK_FALSE(readPublished(options, "sample"));
  CHECK_THROWS_WITH(readPublished(options, "other"), Catch::Contains("published/2025-09, line 2: expected figures of "
                                                                     "'other', found one of 'sample'"));
}

}  // namespace boardpack::app
