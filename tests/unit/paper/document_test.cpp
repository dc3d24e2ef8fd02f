#include "paper/make_document.hpp"

#include "make_pack.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

using namespace boardpack;
using paper::Document;

namespace {

/// Replaces "{{month}}" as a script would.
class MonthOnly : public paper::Evaluator {
 public:
  std::string expand(const std::string& template_text, const std::string&, const paper::Pack& pack) override {
    std::string text = template_text;
    const std::string mark = "{{month}}";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.replace(at, mark.size(), pack.month.longName());
    }
    return text;
  }
};

const std::string kHead = "---\npaper: board\n---\n";

Document make(const std::string& text) {
  MonthOnly evaluator;
  return paper::makeDocument(text, "cleveland/board.md", makePack(), evaluator);
}

std::string errorOf(const std::string& text) {
  try {
    make(text);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Script);
    return error.sentence();
  }
  return "no error";
}

template <typename Form>
std::vector<Form> all(const Document& document) {
  std::vector<Form> found;
  for (const paper::Block& block : document.blocks) {
    if (const Form* form = std::get_if<Form>(&block)) {
      found.push_back(*form);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a template becomes a tree", "[document]") {
  const Document document = make(
      "---\n"
      "paper: business-coordination-board\n"
      "title: Performance to {{month}}\n"
      "marking: OFFICIAL\n"
      "to: Business Coordination Board\n"
      "From: Chief Constable\n"
      "date:\n"
      "Agenda item: 5\n"
      "---\n"
      "\n"
      "# Purpose\n"
      "The purpose of this paper\n"
      "is to provide an update.\n"
      "\n"
      "A second paragraph.\r\n"
      "## Strategic measures\n"
      "> *'Review of the model'*\n"
      "- one\n"
      "- two,\n"
      "  which goes on\n"
      "\n"
      "\\# not a heading\n"
      "::table safer\n"
      "::chart robbery\n");
  CHECK(document.name == "business-coordination-board");
  CHECK(document.title == "Performance to December 2025");
  CHECK(document.marking == "OFFICIAL");
  REQUIRE(document.blocks.size() == 12);
  const auto memo = all<paper::MemoLine>(document);
  REQUIRE(memo.size() == 3);
  CHECK(memo[0].label == "To");
  CHECK(memo[0].text == "Business Coordination Board");
  CHECK(memo[2].label == "Agenda item");
  const auto headings = all<paper::Heading>(document);
  CHECK(headings[0].level == 1);
  CHECK(headings[1].level == 2);
  CHECK(headings[1].text == "Strategic measures");
  const auto paragraphs = all<paper::Paragraph>(document);
  REQUIRE(paragraphs.size() == 4);
  CHECK(paragraphs[0].text == "The purpose of this paper is to provide an update.");
  CHECK(paragraphs[0].numbered);
  CHECK(paragraphs[1].text == "A second paragraph.");
  CHECK(paragraphs[2].text == "*'Review of the model'*");
  CHECK_FALSE(paragraphs[2].numbered);
  CHECK(paragraphs[3].text == "\\# not a heading");
  CHECK(all<paper::Bullets>(document)[0].items == std::vector<std::string>{"one", "two, which goes on"});
  CHECK(all<paper::TableBlock>(document)[0].table.id == "scorecard_safer");
  CHECK(all<paper::ChartBlock>(document)[0].chart == "robbery");
}

TEST_CASE("tables by 'all', pillar or measure", "[document]") {
  const auto tables = all<paper::TableBlock>(make(kHead + "::table all\n::table victims\n::table robbery\n"));
  REQUIRE(tables.size() == 3);
  CHECK(tables[0].table.id == "scorecard");
  CHECK(tables[1].table.id == "scorecard_victims");
  CHECK(tables[2].table.id == "months_robbery");
  CHECK(tables[2].table.rows.size() == 13);
}

TEST_CASE("a chart that cannot be drawn becomes its reason", "[document]") {
  const auto paragraphs = all<paper::Paragraph>(make(kHead + "::chart outcomes.mrt\n"));
  REQUIRE(paragraphs.size() == 1);
  CHECK_FALSE(paragraphs[0].numbered);
  CHECK(paragraphs[0].text.starts_with("There is no chart of Positive outcomes, Cleveland Police"));
  CHECK(paragraphs[0].text.ends_with(
      "since a 12-month figure needs 12 months of data, and fewer than two months have one."));
}

TEST_CASE("an error names the template, the line and the near name", "[document]") {
  CHECK(
      errorOf(kHead + "# Purpose\n::table safr\n") ==
      "cleveland/board.md, line 5: There is no table 'safr'. Did you mean 'safer'? Expected 'all', the id of a pillar, "
      "or the name of a measure, with '.changes', '.contributions' or '.peers' after it for what the statistics say.");
  CHECK(errorOf(kHead + "::chart robery\n")
            .starts_with("cleveland/board.md, line 4: There is no chart 'robery'. Did you mean 'robbery'?"));
  CHECK(errorOf(kHead + "::picture robbery\n").starts_with("cleveland/board.md, line 4: There is no '::picture'."));
  CHECK(errorOf(kHead + "::table\n") ==
        "cleveland/board.md, line 4: '::table' does not say which: expected '::table ID'.");
  // A line that a script made stands nowhere in the template.
  CHECK(errorOf(kHead + "::table {{month}}\n")
            .starts_with("cleveland/board.md, at '::table December 2025': There is no table 'December 2025'."));
}

TEST_CASE("what is none of the forms is an error", "[document]") {
  CHECK(errorOf("# Purpose\n").starts_with("cleveland/board.md, line 1: A paper begins with a line '---'"));
  CHECK(errorOf("").starts_with("cleveland/board.md: A paper begins with a line '---'"));
  CHECK(errorOf("---\npaper: board\n").find("not closed") != std::string::npos);
  CHECK(errorOf("---\ntitle: x\n---\n").find("no name") != std::string::npos);
  CHECK(errorOf("---\npaper: My Board\n---\n").find("lower case") != std::string::npos);
  CHECK(errorOf("---\npaper: board\nnonsense\n---\n").find("line 3") != std::string::npos);
  CHECK(errorOf(kHead + "### Deep\n").find("A heading is") != std::string::npos);
  CHECK(errorOf(kHead + "#Purpose\n").find("A heading is") != std::string::npos);
  CHECK(errorOf(kHead + "| a | b |\n").find("none of the forms") != std::string::npos);
  CHECK(errorOf(kHead + "* item\n").find("none of the forms") != std::string::npos);
}

TEST_CASE("a character that no paper may hold is an error with its line", "[document]") {
  CHECK(
      errorOf(kHead + "Words\n\nA\x0B"
                      "B\n") ==
      "cleveland/board.md, line 6: The line holds U+000B, a control character, and it may be in it by mistake; take it "
      "out.");
  CHECK(errorOf(kHead + "A\uFFFE\n").find("line 4: The line holds U+FFFE, which is no character") != std::string::npos);
  CHECK(errorOf(kHead + "A\u202E\n").find("line 4: The line holds U+202E, which cannot be seen") != std::string::npos);
  CHECK(errorOf(kHead + "A\xFF\n").find("line 4: It holds bytes that are no UTF-8") != std::string::npos);
}

TEST_CASE("what several measures share stands in every paper, once", "[document]") {
  paper::Pack pack = makePack();
  const std::string sentence = "2 of 302 rows of December 2025 could not be read and are left out.";
  pack.shared.sentences = {sentence + " This concerns Robbery and 3 others."};
  pack.shared.said = {sentence};
  series::Series& robbery = pack.measures.front().series;
  auto& rejected = robbery.rejected[static_cast<std::size_t>(series::Window::Month)];
  rejected.assign(robbery.months.size(), {});
  rejected.back() = {.rows = 2, .of = 302};
  MonthOnly evaluator;
  const auto blocksOf = [&](const std::string& body) {
    return paper::makeDocument(kHead + body, "cleveland/board.md", pack, evaluator).blocks;
  };
  // A template that does not print it has it before the first heading.
  const std::vector<paper::Block> without = blocksOf("# Purpose\n\n::table all\n");
  REQUIRE(without.size() == 3);
  CHECK(std::get<paper::Paragraph>(without[0]).text == pack.shared.sentences[0]);
  CHECK_FALSE(std::get<paper::Paragraph>(without[0]).numbered);
  CHECK(std::get<paper::Heading>(without[1]).text == "Purpose");
  for (const std::string& note : std::get<paper::TableBlock>(without[2]).table.notes) {
    CHECK(note.find("could not be read") == std::string::npos);
  }
  const std::vector<paper::Block> with = blocksOf("# Purpose\n\n" + pack.shared.sentences[0] + "\n");
  REQUIRE(with.size() == 2);
  CHECK(std::get<paper::Paragraph>(with[1]).text == pack.shared.sentences[0]);
  // The workbook's scorecard says it, of the measures it is true of.
  const std::vector<std::string> notes = paper::scorecard(pack, "").notes;
  CHECK(std::count(notes.begin(), notes.end(),
                   "2 of 302 rows of December 2025 could not be read and are left out: Robbery.") == 1);
}

TEST_CASE("a paper without end is refused, with the line", "[document]") {
  const auto times = [](const std::string& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) {
      all += text;
    }
    return all;
  };
  CHECK(all<paper::TableBlock>(make(kHead + times("::table all\n\n", 500))).size() == 500);
  CHECK(errorOf(kHead + "words\n\n" + times("::table all\n\n", 501)) ==
        "cleveland/board.md, line 6: The paper has more than 500 tables and charts. Is a loop in the template longer "
        "than "
        "was meant? Make several papers of it, or show less.");
  CHECK(all<paper::Paragraph>(make(kHead + times("*a **b ", 66) + "\n")).size() == 1);
  CHECK_THAT(errorOf(kHead + times("*a **b ", 67) + "\n"), Catch::Contains("201 asterisks; one may have 200"));
  CHECK_THAT(errorOf(kHead + "- " + times("*a **b ", 67) + "\n"), Catch::Contains("201 asterisks"));
  CHECK_THAT(errorOf(kHead + "# " + times("*a **b ", 67) + "\n"), Catch::Contains("201 asterisks"));
  CHECK_THAT(errorOf(kHead + std::string(50'001, 'x') + "\n"), Catch::Contains("50,001 bytes; one may have 50,000"));
  CHECK_THAT(errorOf(kHead + times("*a* ** **\n\n", 4'000)), Catch::Contains("more than 20,000 asterisks"));
  CHECK_THAT(errorOf(kHead + times("words\n\n", 150'000)), Catch::Contains("a paper may have 1,000,000"));
}
