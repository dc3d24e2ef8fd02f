#include "app/sources.hpp"

#include "base/system.hpp"

#include <boardpack/sdk/police_uk.hpp>

#include <catch2/catch.hpp>

namespace boardpack::app {
namespace {

namespace fs = std::filesystem;

const std::string kCredit =
    "police.uk open data. Contains public sector information licensed under the Open Government Licence v3.0.";
const std::string kNotStated = "Files in the form of police.uk's open data; where they come from is not stated.";
const std::string kStreet =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome "
    "category,Context\n";
const std::string kSearches =
    "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined "
    "ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of "
    "search,Removal of more than just outer clothing\n";

struct Folder {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-sources");
  sdk::Force force;
  Folder() {
    force.code = "cleveland";
    force.name = "Cleveland Police";
    force.feeds = sdk::policeUkFeeds("cleveland");
  }
  ~Folder() { fs::remove_all(path); }

  void put(const std::string& file, const std::string& text) const {
    fs::create_directories((path / file).parent_path());
    base::writeFileWhole(path / file, text);
  }
  Sources of(const std::vector<std::string>& folders) const {
    std::vector<feed::DataFolder> data;
    for (const std::string& folder : folders) {
      data.push_back({path / folder, {}});
    }
    return sourcesOf(feed::findExtracts(data, force).extracts);
  }
};

std::string row(const std::string& identifier) {
  return identifier + ",2025-01,Cleveland Police,Cleveland Police,0,0,x,E01,Hartlepool 001A,Robbery,,\n";
}

}  // namespace

TEST_CASE("police.uk is credited for files whose identifiers are its digests", "[app]") {
  const Folder folder;
  folder.put("a/2025-01-cleveland-street.csv", kStreet + row("") + row(std::string(63, 'a') + "7"));
  folder.put("a/2025-01-cleveland-stop-and-search.csv", kSearches);
  CHECK(folder.of({"a"}).credits == std::vector{kCredit});
  CHECK(folder.of({"a"}).warnings.empty());
}

TEST_CASE("a force's own rows in that form are nobody else's", "[app]") {
  const Folder folder;
  folder.put("a/2025-01-cleveland-street.csv", kStreet + row("") + row("CLV/25/000123"));
  folder.put("b/2025-01-cleveland-stop-and-search.csv", kSearches);
  folder.put("c/2025-01-cleveland-street.csv", kStreet + row(std::string(64, 'a')) + row("CLV/25/000124"));
  folder.put("d/2025-01-cleveland-street.csv", kStreet);
  for (const char* name : {"a", "b", "c", "d"}) {
    INFO(name);
    const Sources sources = folder.of({name});
    CHECK(sources.credits == std::vector{kNotStated});
    REQUIRE(sources.warnings.size() == 1);
    CHECK(sources.warnings[0].find("in the first line of a file source.txt in " + (folder.path / name).string()) !=
          std::string::npos);
  }
}

TEST_CASE("the credit follows the rows' own folder and file", "[app]") {
  const Folder folder;
  folder.put("in/2025-01-cleveland-street.csv", kStreet + row("own 1"));
  folder.put("in2/2025-02-cleveland-street.csv", kStreet + row(std::string(64, 'b')));
  folder.put("in2/source.txt", "Generated for a test.\nmore\n");
  CHECK(folder.of({"in", "in2"}).credits == std::vector<std::string>{kNotStated, "Generated for a test."});
  CHECK(folder.of({"in2", "in"}).credits == std::vector<std::string>{kNotStated, "Generated for a test."});
  folder.put("in/2025-01-cleveland-outcomes.csv",
             "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n" +
                 std::string(64, 'c') + ",2025-01,Cleveland Police,Cleveland Police,0,0,x,E01,Hartlepool 001A,x\n");
  CHECK(folder.of({"in"}).credits == std::vector<std::string>{kCredit, kNotStated});
}

}  // namespace boardpack::app
