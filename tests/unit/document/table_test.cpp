#include "document/column_widths.hpp"
#include "document/markdown.hpp"
#include "document/word_table.hpp"
#include "sample_document.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace boardpack;

namespace {

std::size_t timesIn(const std::string& text, const std::string& word) {
  std::size_t times = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++times;
  }
  return times;
}

int sum(const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

paper::TableCell cell(double value, int decimals, bool is_signed) {
  return {.content = series::Cell::of(value), .decimals = decimals, .is_signed = is_signed, .link_measure = {}};
}

}  // namespace

TEST_CASE("cells of a table read as people write numbers") {
  CHECK(document::cellWords(cell(71787, 0, false)) == "71,787");
  CHECK(document::cellWords(cell(-1796, 0, true)) == "-1,796");
  CHECK(document::cellWords(cell(395, 0, true)) == "+395");
  CHECK(document::cellWords(cell(45.454, 1, true)) == "+45.5");
  CHECK(document::cellWords({.content = series::Cell::missing(series::Symbol::NotAvailable, "no extract"),
                             .decimals = 0,
                             .is_signed = false,
                             .link_measure = {}}) == "[x]");
  CHECK(document::cellWords(
            {.content = std::string("Robbery"), .decimals = 0, .is_signed = false, .link_measure = {}}) == "Robbery");
}

TEST_CASE("a table repeats its header, breaks no row and sets numbers to the right") {
  const std::string xml = document::wordTable(test::sampleScorecard());
  CHECK(timesIn(xml, "<w:tblHeader/>") == 1);
  CHECK(timesIn(xml, "<w:tr>") == 4);
  CHECK(timesIn(xml, "<w:cantSplit/>") == 4);
  CHECK(timesIn(xml, "\"TableNumber\"") == 18);
  CHECK(timesIn(xml, "\"TableNumberHeading\"") == 6);
  CHECK(timesIn(xml, "<w:tblLayout w:type=\"fixed\"/>") == 1);
  CHECK(timesIn(xml, "<w:tblCaption w:val=\"Measures of objective 4\"/>") == 1);
  CHECK_THAT(xml, Catch::Contains("fewer than 12 months &lt;&amp;&gt;"));
}

TEST_CASE("widths of Arial are those of its published metrics") {
  // Adobe's Helvetica metrics, which Arial shares: "0" 556, "i" 222, "W" 944, space 278.
  CHECK(document::textWidth("0iW ", false) == 556 + 222 + 944 + 278);
  CHECK(document::textWidth("0000000000", true) == 6116);
  CHECK(document::textWidth("£", false) == 600);
}

TEST_CASE("columns fill the width and hold their longest word") {
  const std::vector<document::ColumnTexts> columns = {
      {false, false, {"Measure", "Criminal damage and arson", "Robbery"}},
      {true, false, {"MRT to December 2025", "71,787", "869"}},
      {false, true, {"Variation", "Special cause, concern: above the upper limit", "No special cause"}}};
  const document::TableLayout layout = document::layOut(columns, 9026);
  CHECK(layout.half_points == 18);
  CHECK(sum(layout.widths) == 9026);
  // "December" in bold 9 point: 8 letters of 722+556+500+556+833+556+556+333 = 4,612 thousandths, a tenth wider, 9
  // points.
  CHECK(layout.widths[1] >= 4612 * 11 / 10 * 8 * 20 / 1000 + 140);
  CHECK(layout.widths[1] < layout.widths[0]);  // a long heading of numbers asks for no room
  CHECK(layout.widths[0] < layout.widths[2]);
}

TEST_CASE("a table too wide for 9 points is set smaller, not below 7, and still fills the width") {
  std::vector<document::ColumnTexts> columns(12, {true, false, {"Middlesbrough", "12,345"}});
  const document::TableLayout smaller = document::layOut(columns, 12'000);
  CHECK(smaller.half_points < 18);
  CHECK(smaller.half_points >= 14);
  CHECK(sum(smaller.widths) == 12'000);
  const document::TableLayout crammed = document::layOut(columns, 5'000);
  CHECK(crammed.half_points == 14);
  CHECK(sum(crammed.widths) == 5'000);
}

TEST_CASE("a text after a number is moved away from it, and headings are a point smaller") {
  const std::string xml = document::wordTable(test::sampleScorecard());
  CHECK(timesIn(xml, "<w:ind w:left=\"120\"/>") == 4);
  CHECK(timesIn(xml, "<w:sz w:val=\"16\"/>") == 8);
  CHECK(timesIn(xml, "<w:sz w:val=\"18\"/>") == 24);
}

TEST_CASE("a table without rows or columns is laid out too") {
  CHECK(document::layOut({}, 9026).widths.empty());
  CHECK(sum(document::layOut({{false, false, {""}}}, 9026).widths) == 9026);
}

TEST_CASE("text means what it says in Markdown, but for emphasis") {
  CHECK(document::inlineMarkdown("plain *italic* and **bold**") == "plain *italic* and **bold**");
  CHECK(document::inlineMarkdown("[x] <b> `code` $1 a_b #1") == "\\[x\\] \\<b\\> \\`code\\` \\$1 a\\_b \\#1");
  CHECK(document::inlineMarkdown("1. not a list") == "1\\. not a list");
  CHECK(document::inlineMarkdown("- nor this") == "\\- nor this");
  CHECK(document::inlineMarkdown("* nor this * or that") == "\\* nor this \\* or that");
  CHECK(document::inlineMarkdown("\\*as it stands\\* and \\n \\") == "\\*as it stands\\* and n \\\\");
  CHECK(document::inlineMarkdown("  several\n   lines\t here ") == "several lines here");
  CHECK(document::inlineMarkdown("£1 – “quoted”") == "£1 – “quoted”");
}
