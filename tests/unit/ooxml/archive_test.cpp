#include "ooxml/archive.hpp"

#include "base/digest.hpp"
#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <ctime>
#include <stdexcept>

using namespace boardpack;
namespace fs = std::filesystem;

namespace {

ooxml::Parts smallParts() {
  return {{"[Content_Types].xml", "<Types/>"},
          {"_rels/.rels", "<Relationships/>"},
          {"word/document.xml", std::string(5000, 'a')},
          {"word/media/chart-1.png", std::string("\x89PNG\0binary", 11)},
          {"A.xml", ""}};
}

unsigned le16(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes.at(at)) |
         (static_cast<unsigned>(static_cast<unsigned char>(bytes.at(at + 1))) << 8U);
}

/// Refused as Data, with a sentence that has the words.
void refuses(const std::string& archive, const std::string& words, const ooxml::ReadLimits& limits = {}) {
  try {
    ooxml::partsOf(archive, "pack.docx", limits);
    FAIL("it was read");
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    CHECK_THAT(error.sentence(), Catch::Contains("pack.docx") && Catch::Contains(words));
  }
}

struct TemporaryFolder {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "ooxml-test");
  ~TemporaryFolder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("parts come back as they went in") {
  const ooxml::Parts parts = smallParts();
  CHECK(ooxml::partsOf(ooxml::archiveOf(parts, "x"), "x") == parts);
}

TEST_CASE("the list of content types is the first part of an archive") {
  const std::string bytes = ooxml::archiveOf(smallParts(), "x");
  CHECK(bytes.substr(30, 19) == "[Content_Types].xml");  // a local header is 30 bytes, then the name
}

TEST_CASE("every date in an archive is 1 January 1980, midnight") {
  const std::string bytes = ooxml::archiveOf(smallParts(), "x");
  int headers = 0;
  for (std::size_t at = 0; at + 30 < bytes.size(); ++at) {
    const bool local = bytes.compare(at, 4, std::string("PK\x03\x04")) == 0;
    const bool central = bytes.compare(at, 4, std::string("PK\x01\x02")) == 0;
    if (local || central) {
      const std::size_t time = at + (local ? 10 : 12);
      CHECK(le16(bytes, time) == 0);
      CHECK(le16(bytes, time + 2) == 33);               // years since 1980 << 9 | month << 5 | day
      CHECK(le16(bytes, at + (local ? 28 : 30)) == 0);  // no extra field, where other clocks could be
      ++headers;
    }
  }
  CHECK(headers == 10);
}

TEST_CASE("the same parts give the same bytes in another time zone") {
  const std::string here = ooxml::archiveOf(smallParts(), "x");
  ::setenv("TZ", "Pacific/Kiritimati", 1);
  ::tzset();
  const std::string there = ooxml::archiveOf(smallParts(), "x");
  ::unsetenv("TZ");
  ::tzset();
  CHECK(here == there);
}

TEST_CASE("what is not a whole archive is refused") {
  const std::string whole = ooxml::archiveOf(smallParts(), "x");
  refuses("", "not a whole zip archive");
  refuses("force,month\r\ncleveland,2025-12\r\n", "not a whole zip archive");
  refuses(whole.substr(0, whole.size() / 2), "not a whole zip archive");
}

TEST_CASE("a part whose checksum is wrong is refused") {
  std::string bytes = ooxml::archiveOf({{"a.png", "stored as it is"}}, "x");
  bytes.at(bytes.find("stored")) = 'X';
  refuses(bytes, "a.png");
}

TEST_CASE("an archive that inflates past the limit is refused before it fills the memory") {
  const std::string bytes = ooxml::archiveOf({{"big.xml", std::string(1'000'000, ' ')}}, "x");
  CHECK(bytes.size() < 3000);
  refuses(bytes, "inflates to more", {.bytes = 999'999, .parts = 10});
  CHECK(ooxml::partsOf(bytes, "x", {.bytes = 1'000'000, .parts = 10}).at("big.xml").size() == 1'000'000);
}

TEST_CASE("an archive of too many parts is refused") {
  refuses(ooxml::archiveOf(smallParts(), "x"), "more parts", {.bytes = 1'000'000, .parts = 4});
}

TEST_CASE("a part named twice is refused") {
  std::string bytes = ooxml::archiveOf({{"same-1.xml", "first"}, {"same-2.xml", "second"}}, "x");
  for (std::size_t at = bytes.find("same-2.xml"); at != std::string::npos; at = bytes.find("same-2.xml", at)) {
    bytes.replace(at, 10, "same-1.xml");
  }
  refuses(bytes, "twice");
}

TEST_CASE("a file that cannot be rewritten stays as it was") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "pack.xlsx";
  ooxml::writeParts(file, smallParts());
  const std::string before = base::digestOfFile(file);

  CHECK_THROWS_AS(ooxml::rewriteParts(file,
                                      [](ooxml::Parts& parts) {
                                        parts.clear();
                                        throw std::runtime_error("stopped");
                                      }),
                  std::runtime_error);
  CHECK(base::digestOfFile(file) == before);

  ooxml::rewriteParts(file, [](ooxml::Parts& parts) { parts["A.xml"] = "<a/>"; });
  CHECK(ooxml::readParts(file).at("A.xml") == "<a/>");
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);  // nothing is left beside
}

TEST_CASE("a folder that is not there is an error of the outside, and nothing is written") {
  CHECK_THROWS_AS(ooxml::writeParts("/nonexistent-folder/pack.xlsx", smallParts()), sdk::Error);
}
