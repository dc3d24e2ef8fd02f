#include "ooxml/properties.hpp"
#include "ooxml/word_parts.hpp"
#include "ooxml/workbook_parts.hpp"
#include "ooxml/xml.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

using namespace boardpack;

namespace {

ooxml::Parts packageParts() {
  return {{"[Content_Types].xml",
           "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
          {"_rels/.rels",
           "<?xml version=\"1.0\"?><Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"}};
}

std::size_t timesIn(const std::string& text, const std::string& word) {
  std::size_t times = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++times;
  }
  return times;
}

ooxml::Parts documentOf(const std::string& pictures) {
  return {{"word/document.xml", "<w:document><w:body>" + pictures + "</w:body></w:document>"}};
}

std::string picture(const std::string& description) {
  return "<w:drawing><wp:inline><wp:docPr descr=\"" + description +
         "\" title=\"\" id=\"22\" name=\"Picture\"/><pic:pic><pic:nvPicPr><pic:cNvPr "
         "descr=\"/home/analyst/charts/robbery.png\" id=\"23\" name=\"Picture\"/></pic:nvPicPr></pic:pic></wp:inline>"
         "</w:drawing>";
}

}  // namespace

TEST_CASE("text is escaped for XML and what XML cannot hold is replaced") {
  CHECK(ooxml::escapeXml("A & B < \"C\" > D's\t\n") == "A &amp; B &lt; &quot;C&quot; &gt; D's\t\n");
  CHECK(ooxml::escapeXml(std::string("a\x01"
                                     "b\0c",
                                     5)) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD"
        "c");
  CHECK(ooxml::escapeXml("x\xEF\xBF\xBEy") == "x\xEF\xBF\xBDy");
  CHECK(ooxml::escapeXml("£1 – 2") == "£1 – 2");
}

TEST_CASE("core properties are written anew, and listed once however often they are set") {
  ooxml::Parts parts = packageParts();
  parts["docProps/core.xml"] = "<x>C:\\Users\\analyst</x>";
  const ooxml::CoreProperties properties{.title = "Performance & scrutiny",
                                         .author = "Cleveland Police",
                                         .subject = {},
                                         .keywords = {},
                                         .language = "en-GB",
                                         .date = {2026, 1, 1}};
  ooxml::setCoreProperties(parts, properties);
  ooxml::setCoreProperties(parts, properties);

  const std::string& core = parts.at("docProps/core.xml");
  CHECK_THAT(core, Catch::Contains("<dc:title>Performance &amp; scrutiny</dc:title>"));
  CHECK_THAT(core, Catch::Contains("<dc:creator>Cleveland Police</dc:creator>"));
  CHECK_THAT(core, Catch::Contains("<dc:language>en-GB</dc:language>"));
  CHECK_THAT(core, Catch::Contains(">2026-01-01T00:00:00Z</dcterms:modified>"));
  CHECK_THAT(core, !Catch::Contains("analyst") && !Catch::Contains("dc:subject"));
  CHECK(timesIn(parts.at("[Content_Types].xml"), "/docProps/core.xml") == 1);
  CHECK(timesIn(parts.at("_rels/.rels"), "docProps/core.xml") == 1);
}

TEST_CASE("core properties need a package around them") {
  ooxml::Parts nothing;
  CHECK_THROWS_AS(ooxml::setCoreProperties(nothing, {}), sdk::Error);
  ooxml::Parts broken = packageParts();
  broken["_rels/.rels"] = "<Relationships";
  CHECK_THROWS_WITH(ooxml::setCoreProperties(broken, {}), Catch::Contains("_rels/.rels"));
}

TEST_CASE("each picture has its own description once, and no path") {
  ooxml::Parts parts = documentOf(picture("chart-1") + "<w:p/>" + picture("chart-2"));
  ooxml::setPictureAlternatives(parts, {{"chart-1", "Line chart of robbery."}, {"chart-2", "Bars \"A\" & B."}});

  CHECK(ooxml::pictureDescriptions(parts) == std::vector<std::string>{"Line chart of robbery.", "Bars \"A\" & B."});
  const std::string& body = parts.at("word/document.xml");
  CHECK_THAT(body, !Catch::Contains("robbery.png") && !Catch::Contains("title="));
  CHECK(timesIn(body, "name=\"Chart 2\"") == 2);
}

TEST_CASE("a picture without a mark that is known is an error that names it") {
  ooxml::Parts parts = documentOf(picture("chart-1") + picture("holiday"));
  CHECK_THROWS_WITH(ooxml::setPictureAlternatives(parts, {{"chart-1", "A chart."}}), Catch::Contains("Picture 2"));
}

TEST_CASE("white space and other nodes of a body stay as they were") {
  const std::string run =
      "<w:p><w:r><w:t xml:space=\"preserve\"> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r></w:p>";
  ooxml::Parts parts = documentOf(run);
  ooxml::setPictureAlternatives(parts, {});
  CHECK_THAT(parts.at("word/document.xml"), Catch::Contains(run));
}

TEST_CASE("a table of a workbook gets its alternative text once") {
  ooxml::Parts parts{
      {"xl/tables/table1.xml", "<table id=\"1\" name=\"scorecard\" displayName=\"scorecard\"><tableColumns/></table>"},
      {"xl/tables/table2.xml", "<table id=\"2\" name=\"notes\" displayName=\"notes\"><tableColumns/></table>"}};
  const std::string untouched = parts.at("xl/tables/table2.xml");
  for (int i = 0; i < 2; ++i) {
    ooxml::setTableAlternatives(parts, {{"scorecard", {"Scorecard", "All measures at December 2025"}}});
  }
  const std::string& table = parts.at("xl/tables/table1.xml");
  CHECK(timesIn(table, "<x14:table altText=\"Scorecard\" altTextSummary=\"All measures at December 2025\"") == 1);
  CHECK(timesIn(table, "<extLst>") == 1);
  CHECK(parts.at("xl/tables/table2.xml") == untouched);
  CHECK_THROWS_WITH(ooxml::setTableAlternatives(parts, {{"absent", {}}}), Catch::Contains("'absent'"));
}
