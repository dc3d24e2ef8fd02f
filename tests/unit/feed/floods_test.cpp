#include "ooxml/archive.hpp"
#include "read_all.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

// Files that are small on disk and never end once they are unpacked.

using namespace boardpack;
using namespace feed_tests;

namespace {

std::uint32_t numberAt(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

/// The bytes of a gzip file. A zip archive packs in the same way and keeps checksum and length in its list.
std::string gzipOf(const std::string& text) {
  const std::string zip = ooxml::archiveOf({{"t", text}}, "t.zip");
  const std::size_t list = zip.rfind("PK\x01\x02");
  const std::size_t packed = numberAt(zip, list + 20);
  const std::size_t begin = 30 + 1 + static_cast<unsigned char>(zip[28]);
  std::string gzip("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  return gzip + zip.substr(begin, packed) + zip.substr(list + 16, 4) + zip.substr(list + 24, 4);
}

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  all.reserve(bytes + text.size());
  while (all.size() < bytes) {
    all += text;
  }
  return all;
}

const std::string kHeader =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome "
    "category,Context\n";

std::string refusalOf(const std::string& name, const std::string& bytes, const feed::Limits& limits = {}) {
  const Scratch scratch("floods");
  try {
    readAll(scratch.write(name, bytes), street(), {"Month"}, limits);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    return error.sentence();
  }
  return "";
}

}  // namespace

TEST_CASE("a gzip file that unpacks to the same over and over again is refused") {
  const std::string row = ",2025-02,,,,,,,,Robbery,,\n";
  CHECK_THAT(refusalOf("a.csv.gz", gzipOf(kHeader + repeated(row, std::size_t{80} << 20))),
             Catch::Contains("unpacks to more than 200 times its size"));
  CHECK(refusalOf("a.csv.gz", gzipOf(kHeader + repeated(row, std::size_t{8} << 20))).empty());
  CHECK_THAT(refusalOf("a.csv.gz", gzipOf(repeated("\n", std::size_t{80} << 20))), Catch::Contains("blank lines"));
  CHECK_THAT(refusalOf("a.csv.gz", gzipOf(std::string(std::size_t{80} << 20, 'x'))),
             Catch::Contains("bytes in record 1"));
}

TEST_CASE("blank lines without end are refused, some are none") {
  CHECK(refusalOf("a.csv", kHeader + repeated("\n", 900'000)).empty());
  CHECK_THAT(refusalOf("a.csv", kHeader + repeated("\n", 1'100'000)),
             Catch::Contains("has more than 1,000,000 blank lines"));
  CHECK_THAT(refusalOf("a.csv", kHeader + repeated("\r\n", 2'200'000)), Catch::Contains("blank lines"));
  CHECK_THAT(refusalOf("a.csv", repeated("\n", 1'100'000) + kHeader), Catch::Contains("blank lines"));
  feed::Limits small;
  small.text_bytes = std::uint64_t{1} << 20;
  CHECK_THAT(refusalOf("a.csv", kHeader + repeated(",2025-02,,,,,,,,Robbery,,\n", 2'000'000), small),
             Catch::Contains("has more than 1 MB of text"));
}
