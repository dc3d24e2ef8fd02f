#include "feed/extracts.hpp"

#include "read_all.hpp"

#include <boardpack/sdk/error.hpp>

#include <sys/stat.h>
#include <catch2/catch.hpp>

#include <tuple>

using namespace boardpack;
using namespace feed_tests;

namespace {

sdk::Force cleveland() {
  sdk::Force force;
  force.code = "cleveland";
  force.name = "Cleveland Police";
  force.feeds = sdk::policeUkFeeds("cleveland");
  return force;
}

const std::string kStreet =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome "
    "category,Context\n";
const std::string kOutcomes =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n";

std::string errorOf(const std::vector<feed::DataFolder>& folders, sdk::ErrorKind kind = sdk::ErrorKind::Data) {
  const sdk::Force force = cleveland();
  try {
    feed::findExtracts(folders, force);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == kind);
    return error.sentence();
  }
  return "no error";
}

bool says(const std::string& sentence, const std::string& part) { return sentence.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("extracts are found in all folders below, in order, with feed and month") {
  const Scratch scratch("find");
  scratch.write("data/b/2025-02-cleveland-street.csv", kStreet);
  scratch.write("data/a/2025-03-cleveland-outcomes.csv", kOutcomes);
  scratch.write("data/a/2025-03-cumbria-street.csv", "whatever");
  scratch.write("data/notes.txt", "");
  scratch.write("data/source.txt", "generated example");
  scratch.write("data/.hidden/2025-04-cleveland-street.csv", kStreet);
  scratch.write("data/._2025-02-cleveland-street.csv", "");
  scratch.write("data/population.csv", "area,year,kind,value,source\n");
  std::filesystem::create_directory_symlink(scratch.folder() / "data", scratch.folder() / "data/a/loop");
  const sdk::Force force = cleveland();
  const feed::Found found = feed::findExtracts({{scratch.folder() / "data/", sdk::Date{2026, 1, 15}}}, force);
  REQUIRE(found.extracts.size() == 3);
  CHECK(found.extracts[0].shown_as == "a/2025-03-cleveland-outcomes.csv");
  CHECK(found.extracts[0].feed == &force.feeds[1]);
  CHECK(found.extracts[0].months == base::MonthRange{base::Month(2025, 3), base::Month(2025, 3)});
  CHECK(found.extracts[0].extracted_on == sdk::Date{2026, 1, 15});
  CHECK(found.extracts[1].shown_as == "b/2025-02-cleveland-street.csv");
  CHECK(found.extracts[1].feed == &force.feeds[0]);
  CHECK(found.extracts[2].covers_everything);
  CHECK(found.ignored == std::vector<std::string>{"a/2025-03-cumbria-street.csv", "notes.txt"});
}

TEST_CASE("a folder that gives nothing is an error that says what is looked for") {
  const Scratch scratch("nothing");
  CHECK(says(errorOf({{scratch.folder() / "absent", {}}}, sdk::ErrorKind::Command), "is not there"));
  CHECK(says(errorOf({{scratch.folder(), {}}}), "It has no file."));
  const auto file = scratch.write("2025-03-cumbria-street.csv", "x");
  CHECK(says(errorOf({{file, {}}}, sdk::ErrorKind::Command), "is not a folder"));
  const std::string said = errorOf({{scratch.folder(), {}}});
  INFO(said);
  CHECK(says(said, "has no extract of Cleveland Police"));
  CHECK(says(said, "1 other file (2025-03-cumbria-street.csv)"));
  CHECK(says(said,
             "2025-01-cleveland-street.csv, 2025-01-cleveland-outcomes.csv and "
             "2025-01-cleveland-stop-and-search.csv"));
}

TEST_CASE("a folder that has the name of an extract is told as that") {
  const Scratch scratch("folder as file");
  std::filesystem::create_directories(scratch.folder() / "2025-01-cleveland-street.csv");
  CHECK(says(errorOf({{scratch.folder(), {}}}),
             "2025-01-cleveland-street.csv is named like an extract but is a folder, not a file"));
}

TEST_CASE("what is looked for is said of a force without monthly extracts too") {
  const Scratch scratch("editions alone");
  sdk::Force force;
  force.name = "Cleveland Police";
  sdk::Feed feed;
  feed.name = "comparators";
  feed.file_name = "comparators.csv";
  feed.covers = sdk::Covers::Editions;
  force.feeds.push_back(feed);
  CHECK_THROWS_WITH(feed::findExtracts({{scratch.folder(), {}}}, force),
                    Catch::Contains("Extracts are named like comparators.csv, each also with .gz."));
}

TEST_CASE("every file that does not fit is named in one message") {
  const Scratch scratch("misfits");
  scratch.write("2025-01-cleveland-street.csv", "Crime ID,Month\n");
  scratch.write("2025-02-cleveland-street.csv", kStreet);
  scratch.write("2025-03-cleveland-street.csv", "");
  scratch.write("2025-13-cleveland-street.csv", kStreet);
  const std::string said = errorOf({{scratch.folder(), {}}});
  INFO(said);
  CHECK(says(said, "3 extracts cannot be read:\n"));
  CHECK(says(said, "2025-01-cleveland-street.csv has a header that does not fit"));
  CHECK(says(said, "2025-03-cleveland-street.csv is empty"));
  CHECK(says(said, "2025-13-cleveland-street.csv is named for the month '2025-13', which does not exist"));
  CHECK_FALSE(says(said, "2025-02"));
}

TEST_CASE("a file that lies in two folders is read once") {
  const Scratch scratch("twice");
  scratch.write("a/b/2025-02-cleveland-street.csv", kStreet);
  const sdk::Force force = cleveland();
  const auto whole = scratch.folder() / "a";
  const auto part = scratch.folder() / "a/b";
  CHECK(feed::findExtracts({{whole, {}}, {part, {}}}, force).extracts.size() == 1);
  CHECK(says(errorOf({{whole, sdk::Date{2026, 1, 1}}, {part, sdk::Date{2026, 1, 2}}}, sdk::ErrorKind::Command),
             "lies in two data folders"));
}

TEST_CASE("of two folders with one file the one with a day counts, else the inner, in whatever order they are given") {
  const Scratch scratch("two");
  scratch.write("a/b/2025-02-cleveland-street.csv", kStreet);
  std::filesystem::create_directory_symlink(scratch.folder() / "a", scratch.folder() / "link");
  const sdk::Force force = cleveland();
  const feed::DataFolder whole{scratch.folder() / "a", {}};
  const feed::DataFolder part{scratch.folder() / "a/b", {}};
  const feed::DataFolder dated{scratch.folder() / "link", sdk::Date{2026, 1, 1}};
  for (const auto& [folders, shown_as, day] :
       {std::tuple(std::vector{whole, part}, "2025-02-cleveland-street.csv", std::optional<sdk::Date>()),
        std::tuple(std::vector{part, whole, whole}, "2025-02-cleveland-street.csv", std::optional<sdk::Date>()),
        std::tuple(std::vector{dated, part}, "b/2025-02-cleveland-street.csv", dated.extracted_on),
        std::tuple(std::vector{part, dated}, "b/2025-02-cleveland-street.csv", dated.extracted_on)}) {
    const feed::Found found = feed::findExtracts(folders, force);
    REQUIRE(found.extracts.size() == 1);
    CHECK(found.extracts[0].shown_as == shown_as);
    CHECK(found.extracts[0].extracted_on == day);
  }
}

TEST_CASE("the order in which folders are given decides nothing") {
  const Scratch scratch("order");
  scratch.write("one/2025-02-cleveland-street.csv", kStreet);
  scratch.write("two/2025-02-cleveland-street.csv", kStreet + "\n");
  scratch.write("two/2025-01-cleveland-street.csv", kStreet);
  const sdk::Force force = cleveland();
  const feed::DataFolder one{scratch.folder() / "one", {}};
  const feed::DataFolder two{scratch.folder() / "two", {}};
  const auto paths = [&](const std::vector<feed::DataFolder>& folders) {
    std::vector<std::filesystem::path> found;
    for (const feed::Extract& extract : feed::findExtracts(folders, force).extracts) {
      found.push_back(extract.path);
    }
    return found;
  };
  CHECK(paths({one, two}) == paths({two, one}));
  CHECK(paths({one, two}).front() == scratch.folder() / "two/2025-01-cleveland-street.csv");
}

TEST_CASE("a folder that may be empty is none of the errors") {
  const Scratch scratch("empty");
  scratch.write("a/2025-02-cleveland-street.csv", kStreet);
  scratch.write("data/notes.txt", "x");
  const sdk::Force force = cleveland();
  CHECK(feed::findExtracts({{scratch.folder() / "a", {}}, {scratch.folder() / "data", {}, true}}, force)
            .extracts.size() == 1);
}

TEST_CASE("what is named like an extract and is no file is told by what it is") {
  const Scratch scratch("odd");
  const auto toldAs = [&](const std::string& what) {
    CHECK(says(errorOf({{scratch.folder(), {}}}), "2025-02-cleveland-street.csv is named like an extract but is " +
                                                      what + ", not a file. Put the file in its place"));
    std::filesystem::remove_all(scratch.folder() / "2025-02-cleveland-street.csv");
  };
  scratch.write("2025-02-cleveland-street.csv/street.csv", kStreet);
  toldAs("a folder");
  REQUIRE(::mkfifo((scratch.folder() / "2025-02-cleveland-street.csv").c_str(), 0600) == 0);
  toldAs("a pipe");
  std::filesystem::create_symlink("/dev/zero", scratch.folder() / "2025-02-cleveland-street.csv");
  toldAs("a device");
}

TEST_CASE("folders inside one another are followed a hundred deep") {
  const Scratch scratch("deep");
  std::string inside;
  for (int i = 0; i < 90; ++i) {
    inside += "d/";
  }
  scratch.write(inside + "2025-02-cleveland-street.csv", kStreet);
  const sdk::Force force = cleveland();
  CHECK(feed::findExtracts({{scratch.folder(), {}}}, force).extracts.size() == 1);
  scratch.write(inside + "e/e/e/e/e/e/e/e/e/e/e/e/2025-03-cleveland-street.csv", kStreet);
  CHECK(says(errorOf({{scratch.folder(), {}}}), "more than 100 deep"));
}

TEST_CASE("a link to nowhere is an error, not a month without a file") {
  const Scratch scratch("nowhere");
  std::filesystem::create_symlink("gone.csv", scratch.folder() / "2025-02-cleveland-street.csv");
  CHECK(says(errorOf({{scratch.folder(), {}}}, sdk::ErrorKind::Outside), "there is no such file or folder"));
}
