#include "base/digest.hpp"
#include "base/system.hpp"
#include "document/write_documents.hpp"
#include "ooxml/archive.hpp"
#include "ooxml/word_parts.hpp"
#include "sample_document.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <ctime>
#include <vector>

using namespace boardpack;
namespace fs = std::filesystem;

namespace {

const fs::path kReference = fs::path(BOARDPACK_SOURCE_DIR) / "templates/reference-docx";

/// A folder with the charts of the sample and a place to work in; gone afterwards.
struct Workplace {
  explicit Workplace(const std::string& stem = "word-test")
      : path(base::makeTemporaryFolder(fs::temp_directory_path(), stem)) {
    fs::create_directories(path / "charts");
    fs::create_directories(path / "scratch");
    base::writeFileWhole(path / "charts/recorded_crime.png", test::tinyPng());
    base::writeFileWhole(path / "charts/robbery.district.png", test::tinyPng());
  }
  ~Workplace() { fs::remove_all(path); }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  fs::path file() const { return path / "paper.docx"; }
  document::WordSettings settings() const { return {kReference, path / "charts", path / "scratch"}; }

  fs::path path;
};

/// An environment variable that is as it was before when the test ends.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) {
      before_ = before;
    }
    ::setenv(name, value, 1);
    ::tzset();
  }
  ~Variable() {
    before_ ? ::setenv(name_, before_->c_str(), 1) : ::unsetenv(name_);
    ::tzset();
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

bool hasPandoc() {
  static const bool found = document::pandocVersion().has_value();
  if (!found) {
    WARN("skipped: pandoc is not installed");
  }
  return found;
}

ooxml::Parts writtenParts(const paper::Document& paper = test::samplePaper(),
                          const paper::Pack& pack = test::samplePack()) {
  const Workplace place;
  const auto reason = document::writeWord(paper, pack, place.file(), place.settings());
  REQUIRE_FALSE(reason.has_value());
  return ooxml::readParts(place.file());
}

/// Styles and words of the paragraphs outside tables: "Heading1|Purpose".
std::vector<std::string> paragraphsOf(const std::string& body) {
  std::vector<std::string> paragraphs;
  bool in_table = false;
  std::string style;
  std::string words;
  for (std::size_t at = body.find('<'); at != std::string::npos; at = body.find('<', at + 1)) {
    const std::string_view rest = std::string_view(body).substr(at);
    if (rest.starts_with("<w:tbl>") || rest.starts_with("</w:tbl>")) {
      in_table = rest[1] != '/';
    } else if (rest.starts_with("<w:pStyle w:val=\"")) {
      style = rest.substr(17, rest.find('"', 17) - 17);
    } else if (rest.starts_with("<w:t ") || rest.starts_with("<w:t>")) {
      const std::size_t from = rest.find('>') + 1;
      words += rest.substr(from, rest.find("</w:t>") - from);
    } else if (rest.starts_with("</w:p>")) {
      if (!in_table) {
        paragraphs.push_back(style + "|" + words);
      }
      style.clear();
      words.clear();
    }
  }
  return paragraphs;
}

std::size_t timesIn(const std::string& text, const std::string& word) {
  std::size_t times = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++times;
  }
  return times;
}

std::string bytesIn(const std::string& stem) {
  const Workplace place(stem);
  document::writeWord(test::samplePaper(), test::samplePack(), place.file(), place.settings());
  return base::readFile(place.file());
}

}  // namespace

TEST_CASE("a paper becomes paragraphs in the styles that number them") {
  if (!hasPandoc()) {
    return;
  }
  const ooxml::Parts parts = writtenParts();
  const std::vector<std::string> expected = {
      "Title|Performance against the Police and Crime Plan",
      "Memo|To:Scrutiny Meeting",
      "Memo|From:Chief Constable",
      "Memo|Date:22 January 2026",
      "Heading1|Purpose",
      "NumberedParagraph|To report performance to December 2025, with every figure from the pack.",
      "NumberedParagraph|Symbols such as [x] &amp; &lt;tags&gt;, # and 1. are text; so is *this*.",
      "Heading1|Performance",
      "Heading2|Strategic measures",
      "NumberedSubparagraph|Recorded crime was 71,787 in the 12 months to December 2025, down 1,796 (2.4%).",
      "NumberedSubparagraph|Robbery was 1,264, up 395 (45.5%).",
      "TableTitle|Measures of objective 4",
      "TableNote|[x] not available, [z] not applicable.",
      "TableNote|MRT: 12-month rolling total.",
      "Chart|Recorded crime was 2.4% lower than a year beforeRecorded crime each month, Cleveland, January 2023 to "
      "December 2025",
      "ChartSource|Source: police.uk open data",
      "Heading2|Boroughs",
      "NumberedSubparagraph|Each borough:",
      "ListBullet|Hartlepool: 120",
      "ListBullet|Middlesbrough: 480",
      "Chart|Robbery rose in three of four boroughsRecorded crime each month, Cleveland, January 2023 to December 2025",
      "ChartSource|Source: police.uk open data",
      "Chart|Knife crimeRecorded crime each month, Cleveland, January 2023 to December 2025This chart is not drawn: "
      "fewer "
      "than 12 months.",
      "Heading1|Recommendation",
      "NumberedParagraph|The meeting is invited to note the report."};
  CHECK(paragraphsOf(parts.at("word/document.xml")) == expected);
}

TEST_CASE("the list of the reference document numbers headings and paragraphs as board papers do") {
  if (!hasPandoc()) {
    return;
  }
  const ooxml::Parts parts = writtenParts();
  const std::string& numbering = parts.at("word/numbering.xml");
  const std::vector<std::pair<std::string, std::string>> levels = {{"Heading1", "%1.0"},
                                                                   {"Heading2", "%1.%2"},
                                                                   {"NumberedSubparagraph", "%1.%2.%3"},
                                                                   {"NumberedParagraph", "%1.%4"}};
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const auto& [style, text] = levels[level];
    const std::size_t at = numbering.find("<w:pStyle w:val=\"" + style + "\"/>");
    REQUIRE(at != std::string::npos);
    CHECK(numbering.substr(at, 90).find("<w:lvlText w:val=\"" + text + "\"/>") != std::string::npos);
    const std::size_t defined = parts.at("word/styles.xml").find("w:styleId=\"" + style + "\"");
    CHECK(parts.at("word/styles.xml")
              .find("<w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"1\"/>", defined) <
          parts.at("word/styles.xml").find("</w:style>", defined));
  }
}

TEST_CASE("each picture of a paper has one description, the chart's own alternative text") {
  if (!hasPandoc()) {
    return;
  }
  const ooxml::Parts parts = writtenParts();
  const paper::Pack pack = test::samplePack();
  CHECK(ooxml::pictureDescriptions(parts) ==
        std::vector<std::string>{pack.charts[0].alternative, pack.charts[1].alternative});
  CHECK(timesIn(parts.at("word/document.xml"), " descr=") == 2);
  CHECK(timesIn(parts.at("word/document.xml"), "<w:drawing>") == 2);
}

TEST_CASE("the same chart may stand in a paper twice") {
  if (!hasPandoc()) {
    return;
  }
  paper::Document paper = test::samplePaper();
  paper.blocks.emplace_back(paper::ChartBlock{"recorded_crime"});
  const auto descriptions = ooxml::pictureDescriptions(writtenParts(paper));
  REQUIRE(descriptions.size() == 3);
  CHECK(descriptions[2] == descriptions[0]);
}

TEST_CASE("no part of a paper has a clock, a path or pandoc's own styles in it") {
  if (!hasPandoc()) {
    return;
  }
  const Workplace place;
  document::writeWord(test::samplePaper(), test::samplePack(), place.file(), place.settings());
  const std::time_t now = std::time(nullptr);
  char today[16];
  std::strftime(today, sizeof today, "%Y-%m-%d", std::gmtime(&now));
  for (const auto& [name, text] : ooxml::readParts(place.file())) {
    INFO(name);
    for (const std::string& unwanted : {place.path.string(), fs::temp_directory_path().string() + "/",
                                        std::string(BOARDPACK_SOURCE_DIR), std::string("/home/"), std::string(today),
                                        std::string("chart-1"), std::string("KeywordTok"), std::string("2017-")}) {
      CHECK(text.find(unwanted) == std::string::npos);
    }
  }
}

TEST_CASE("a paper says whose it is, in which language, and dates itself after its month") {
  if (!hasPandoc()) {
    return;
  }
  const ooxml::Parts parts = writtenParts();
  const std::string& core = parts.at("docProps/core.xml");
  CHECK_THAT(core, Catch::Contains("<dc:title>Performance against the Police and Crime Plan</dc:title>"));
  CHECK_THAT(core, Catch::Contains("<dc:creator>Cleveland Police</dc:creator>"));
  CHECK_THAT(core, Catch::Contains("<dc:language>en-GB</dc:language>"));
  CHECK_THAT(core, Catch::Contains("2026-01-01T00:00:00Z</dcterms:created>"));
  CHECK_THAT(parts.at("word/styles.xml"), Catch::Contains("<w:lang w:val=\"en-GB\""));
  CHECK_THAT(parts.at("word/header1.xml"), Catch::Contains(">OFFICIAL<"));
  CHECK_THAT(parts.at("word/footer1.xml"), Catch::Contains("Scrutiny Meeting, 22 January 2026") &&
                                               Catch::Contains(" PAGE ") && Catch::Contains(" NUMPAGES "));
  CHECK_THAT(parts.at("word/document.xml"), Catch::Contains("w:headerReference") && Catch::Contains("w:w=\"11906\""));
}

TEST_CASE("a paper without title, marking and board date is written too") {
  if (!hasPandoc()) {
    return;
  }
  paper::Document paper = test::samplePaper();
  paper.title = paper.name;  // what a template without a title gives
  paper.marking.clear();
  paper::Pack pack = test::samplePack();
  pack.board_date.reset();
  const ooxml::Parts parts = writtenParts(paper, pack);
  CHECK(parts.at("word/document.xml").find("\"Title\"") == std::string::npos);
  CHECK_THAT(parts.at("docProps/core.xml"),
             Catch::Contains("<dc:title>Scrutiny Meeting: performance to December 2025<"));
  CHECK_THAT(parts.at("word/footer1.xml"), Catch::Contains(">Scrutiny Meeting<"));
}

TEST_CASE("the same paper gives the same bytes in another folder, time zone and locale") {
  if (!hasPandoc()) {
    return;
  }
  const std::string here = bytesIn("word-here");
  const Variable zone("TZ", "Pacific/Kiritimati");
  const Variable locale("LC_ALL", "de_DE.UTF-8");
  const Variable home("HOME", "/nonexistent");
  CHECK(base::digestOf(here) == base::digestOf(bytesIn("another-folder")));
}

TEST_CASE("a section with headings of its own leaves their numbers to them") {
  if (!hasPandoc()) {
    return;
  }
  paper::Document paper = test::samplePaper();
  paper.blocks = {paper::Paragraph{.text = "Before any heading.", .numbered = true},
                  paper::Heading{1, "Performance"},
                  paper::Paragraph{.text = "Leads in.", .numbered = true},
                  paper::Heading{2, "Measures"},
                  paper::Paragraph{.text = "Numbered.", .numbered = true},
                  paper::Paragraph{.text = "Goes on.", .numbered = false},
                  paper::Heading{1, "Recommendation"},
                  paper::Paragraph{.text = "Numbered again.", .numbered = true}};
  paper.title.clear();
  const std::vector<std::string> expected = {"BodyText|Before any heading.",   "Heading1|Performance",
                                             "ContinuedParagraph|Leads in.",   "Heading2|Measures",
                                             "NumberedSubparagraph|Numbered.", "ContinuedParagraph|Goes on.",
                                             "Heading1|Recommendation",        "NumberedParagraph|Numbered again."};
  CHECK(paragraphsOf(writtenParts(paper).at("word/document.xml")) == expected);
}

TEST_CASE("without pandoc there is a reason in words and no file") {
  const Workplace place;
  const Variable path("PATH", place.path.c_str());
  const auto reason = document::writeWord(test::samplePaper(), test::samplePack(), place.file(), place.settings());
  REQUIRE(reason.has_value());
  CHECK_THAT(*reason, Catch::StartsWith("pandoc is not installed"));
  CHECK_FALSE(fs::exists(place.file()));
  CHECK_FALSE(document::pandocVersion().has_value());
}

TEST_CASE("a pandoc that fails is a reason in words, and no file") {
  const Workplace place;
  base::writeFileWhole(place.path / "pandoc", "#!/bin/sh\nexit 63\n");
  fs::permissions(place.path / "pandoc", fs::perms::owner_all);
  const Variable path("PATH", place.path.c_str());
  const auto reason = document::writeWord(test::samplePaper(), test::samplePack(), place.file(), place.settings());
  REQUIRE(reason.has_value());
  CHECK_THAT(*reason, Catch::Contains("code 63") && Catch::Contains("'scrutiny'"));
  CHECK_FALSE(fs::exists(place.file()));
}

TEST_CASE("why pandoc failed is said by its cause") {
  const Workplace place;
  const std::string path_before = std::getenv("PATH");
  const Variable path("PATH", (place.path.string() + ":" + path_before).c_str());
  const auto failureOf = [&](const std::string& script) {
    base::writeFileWhole(place.path / "pandoc", "#!/bin/sh\n" + script + "\n");
    fs::permissions(place.path / "pandoc", fs::perms::owner_all);
    fs::remove(place.path / "scratch/charts");
    return document::writeWord(test::samplePaper(), test::samplePack(), place.file(), place.settings())
        .value_or("it was made");
  };
  CHECK_THAT(failureOf("exit 251"), Catch::Contains("not enough memory"));
  CHECK_THAT(failureOf("kill -ABRT $$"), Catch::Contains("not enough memory"));
  CHECK_THAT(failureOf("echo 'openFile: Too many open files'; exit 1"), Catch::Contains("ulimit -n"));
  CHECK_THAT(failureOf("echo 'Unknown option --sandbox.'; exit 6"), Catch::Contains("2.15 or later"));
  CHECK_THAT(failureOf("echo 'words of its own'; exit 1"), !Catch::Contains("words of its own"));
  // It reads what it was not given: a picture of the machine's, a link.
  CHECK_THAT(failureOf(R"(echo '{"t":"Image","c":[["",[],[]],[],["/etc/passwd",""]]}' > paper.json)"),
             Catch::Contains("not the pack's charts"));
  CHECK_FALSE(fs::exists(place.file()));
}

TEST_CASE("pandoc reads in its sandbox, and may not take all memory") {
  const Workplace place;
  base::writeFileWhole(place.path / "pandoc", "#!/bin/sh\necho \"$*\" >> " + (place.path / "asked").string() +
                                                  "\nulimit -d >> " + (place.path / "asked").string() + "\nexit 1\n");
  fs::permissions(place.path / "pandoc", fs::perms::owner_all);
  const std::string path_before = std::getenv("PATH");
  const Variable path("PATH", (place.path.string() + ":" + path_before).c_str());
  CHECK(document::writeWord(test::samplePaper(), test::samplePack(), place.file(), place.settings()));
  const std::string asked = base::readFile(place.path / "asked");
  CHECK_THAT(asked, Catch::Contains("--sandbox"));
  CHECK_THAT(asked, Catch::EndsWith("\n921600\n"));
}

TEST_CASE("a chart that is not there is an error that names it, and no file") {
  const Workplace place;
  fs::remove(place.path / "charts/robbery.district.png");
  CHECK_THROWS_WITH(document::writeWord(test::samplePaper(), test::samplePack(), place.file(), place.settings()),
                    Catch::Contains("robbery.district.png"));
  paper::Document paper = test::samplePaper();
  paper.blocks.emplace_back(paper::ChartBlock{"burglary"});
  CHECK_THROWS_WITH(document::writeWord(paper, test::samplePack(), place.file(), place.settings()),
                    Catch::Contains("'burglary'"));
  CHECK_FALSE(fs::exists(place.file()));
}

TEST_CASE("a reference document that is not whole, or asks for what is not known, is an error") {
  const Workplace place;
  document::WordSettings settings = place.settings();
  settings.reference = place.path / "nothing";
  CHECK_THROWS_WITH(document::writeWord(test::samplePaper(), test::samplePack(), place.file(), settings),
                    Catch::Contains("[Content_Types].xml"));
  settings.reference = place.path / "reference";
  fs::copy(kReference, settings.reference, fs::copy_options::recursive);
  base::writeFileWhole(settings.reference / "word/header1.xml", "<w:hdr>{{ markng }}</w:hdr>");
  CHECK_THROWS_WITH(document::writeWord(test::samplePaper(), test::samplePack(), place.file(), settings),
                    Catch::Contains("'markng'") && Catch::Contains("marking"));
}
