#include "audit/finished_files.hpp"
#include "base/digest.hpp"
#include "base/system.hpp"
#include "ooxml/archive.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

using namespace boardpack;
namespace fs = std::filesystem;

namespace {

/// A png of one grey pixel, as another program made it.
std::string onePixel() {
  const unsigned char bytes[] = {0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
                                 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
                                 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
                                 0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00,
                                 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

audit::Written expecting() {
  audit::Written written;
  written.picture_width = 1;
  written.picture_height = 1;
  return written;
}

std::string faultOf(const std::string& name, const std::string& bytes) {
  return audit::faultOf(name, bytes, expecting());
}

struct Pack {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "audit-test");
  Pack() {
    fs::create_directories(path / "charts");
    base::writeFile(path / "charts" / "a.png", onePixel());
    base::writeFile(path / "charts" / "a.svg", "<svg/>");
    base::writeFile(path / "manifest.json", "{}\n");
  }
  ~Pack() { fs::remove_all(path); }
  Pack(const Pack&) = delete;
  Pack& operator=(const Pack&) = delete;
};

}  // namespace

TEST_CASE("a picture cut or changed anywhere is found", "[audit]") {
  const std::string whole = onePixel();
  CHECK(faultOf("charts/a.png", whole).empty());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(faultOf("charts/a.png", whole.substr(0, size)).empty());
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    CAPTURE(at);
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    CHECK_FALSE(faultOf("charts/a.png", changed).empty());
  }
  CHECK_FALSE(faultOf("charts/a.png", whole + "x").empty());
  audit::Written larger = expecting();
  larger.picture_width = 1600;
  CHECK(audit::faultOf("charts/a.png", whole, larger) == "it is 1 × 1 pixels, not 1600 × 1");
}

TEST_CASE("drawings, manifests and lines that are cut are found", "[audit]") {
  CHECK(faultOf("charts/a.svg", "<svg><text>a</text></svg>").empty());
  CHECK(faultOf("charts/a.svg", "<svg><text>a</te") == "it is not well-formed XML");
  CHECK(faultOf("charts/a.svg", "<svg>\xEF\xBF\xBF</svg>") == "it is not well-formed XML");
  CHECK(faultOf("manifest.json", "{\"a\": 1}").empty());
  CHECK(faultOf("manifest.json", "{\"a\": ") == "it is not JSON");
  CHECK(faultOf("manifest.json", "") == "it is empty");
  audit::Written written = expecting();
  written.lines["data/figures.csv"] = 3;
  written.digests["data/figures.csv"] = base::digestOf("h\n1\n2\n");
  CHECK(audit::faultOf("data/figures.csv", "h\n1\n2\n", written).empty());
  CHECK(audit::faultOf("data/figures.csv", "h\n1\n", written) == "it has 2 of 3 lines");
  CHECK(audit::faultOf("data/figures.csv", "h\n1\n3\n", written) == "its bytes are others");
}

TEST_CASE("a workbook with fewer rows than were written is found", "[audit]") {
  ooxml::Parts parts = {
      {"[Content_Types].xml", "<Types/>"},
      {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="One" r:id="a"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="a" Target="s.xml"/></Relationships>)"},
      {"xl/s.xml", R"(<worksheet><row><c r="A1"><v>1</v></c></row><row><c r="A2"><v>2</v></c></row></worksheet>)"}};
  ooxml::SheetRecord sheet("One");
  sheet.number(0, 0, 1);
  sheet.number(1, 0, 2);
  audit::Written written = expecting();
  written.workbooks["a.xlsx"] = {sheet};
  CHECK(audit::faultOf("a.xlsx", ooxml::archiveOf(parts, "a"), written).empty());
  sheet.number(2, 0, 3);
  written.workbooks["a.xlsx"] = {sheet};
  CHECK(audit::faultOf("a.xlsx", ooxml::archiveOf(parts, "a"), written) == "its sheet 'One' has 2 of 3 rows");
  parts["xl/s.xml"].resize(60);
  CHECK(audit::faultOf("a.xlsx", ooxml::archiveOf(parts, "a"), written) == "its part xl/s.xml is not well-formed XML");
  const std::string bytes = ooxml::archiveOf(parts, "a");
  CHECK(audit::faultOf("a.xlsx", bytes.substr(0, bytes.size() / 2), written) ==
        "it is no whole archive of the parts it should have");
}

TEST_CASE("the finished pack is looked through, and the first file that is not whole is named", "[audit]") {
  const Pack pack;
  CHECK_NOTHROW(audit::checkFinished(pack.path, expecting(), 2));
  base::writeFile(pack.path / "manifest.json", "{");
  CHECK_THROWS_WITH(audit::checkFinished(pack.path, expecting(), 2), Catch::Contains("manifest.json"));
  base::writeFile(pack.path / "charts" / "a.svg", "<svg>");
  try {
    audit::checkFinished(pack.path, expecting(), 2);
    FAIL("the cut drawing was not found");
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Outside);
    CHECK(error.sentence().find("charts/a.svg") != std::string::npos);
  }
}

TEST_CASE("a workbook that is not there is missed", "[audit]") {
  const Pack pack;
  audit::Written written = expecting();
  written.workbooks["b.xlsx"] = {};
  CHECK_THROWS_WITH(audit::checkFinished(pack.path, written, 1), Catch::Contains("b.xlsx"));
}
