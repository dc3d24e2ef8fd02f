#include "base/system.hpp"
#include "paper/make_document.hpp"
#include "script/script.hpp"
#include "statistics/analyse.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

using namespace boardpack;
namespace fs = std::filesystem;

namespace {

const fs::path kTemplates = fs::path(BOARDPACK_SOURCE_DIR) / "templates";
constexpr base::Month kLast{2025, 12};

/// A count that goes up and down by one, with a jump in the last month; of some windows only.
series::Analysed measureOf(const std::string& name, const std::string& title, int months,
                           const std::vector<series::Window>& windows) {
  series::Series series;
  series.info.name = name;
  series.info.title = title;
  series.info.sentence = title + " counted.";
  series.info.better = series::Better::Lower;
  series.info.windows = windows;
  series.info.breakdowns = {{"district", "District", true}};
  series.info.charts = {{series::ChartKind::Xmr, "", 36}};
  if (series.info.has(series::Window::Mrt)) {
    series.info.charts.push_back({series::ChartKind::MrtAgainstYear, "", 36});
  }
  for (int back = months - 1; back >= 0; --back) {
    series.months.push_back(kLast - back);
  }
  for (const char* group : {"", "North", "South"}) {
    series::GroupSeries values;
    values.breakdown = std::string(group).empty() ? "" : "district";
    values.group = group;
    for (const series::Window window : windows) {
      for (int i = 0; i < months; ++i) {
        const bool needs_history = window == series::Window::Mrt && i < 11;
        values.in(window).push_back(
            needs_history ? series::Cell::missing(series::Symbol::NotAvailable, "no extract covers that month")
                          : series::Cell::of(i + 1 == months ? 90 : 50 + i % 2));
      }
    }
    series.groups.push_back(values);
  }
  return statistics::analyse(std::move(series), kLast);
}

paper::Pack packOf(std::vector<series::Analysed> measures) {
  paper::Pack pack;
  pack.force.name = "Durham Constabulary";
  pack.force.body = "Board of Durham";
  pack.force.chief = "Chief Constable";
  pack.force.plan_title = "Police and Crime Plan";
  pack.force.pillar_label = "Pillar";
  pack.force.area_note = "Two districts.";
  pack.force.pillars = {{"first", "1", "First", {"Fewer victims"}}};
  pack.month = kLast;
  pack.board_date = sdk::Date{2026, 1, 22};
  pack.sources = {"Generated example extracts.", "A second source."};
  pack.measures = std::move(measures);
  paper::PillarSection section{"first", "Pillar 1: First", {}};
  for (const series::Analysed& measure : pack.measures) {
    section.measures.push_back(measure.series.info.name);
  }
  pack.pillars = {section, {"second", "Pillar 2: Second", {}}};
  pack.charts = paper::chartsOf(pack);
  return pack;
}

std::vector<fs::path> papers() {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kTemplates)) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

paper::Document documentOf(const fs::path& file, const paper::Pack& pack) {
  return paper::makeDocument(base::readFile(file), file.filename().string(), pack, *script::makeTemplateEvaluator());
}

std::string allWords(const paper::Document& document) {
  std::string words;
  for (const paper::Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<paper::Paragraph>(&block)) {
      words += paragraph->text + "\n";
    } else if (const auto* bullets = std::get_if<paper::Bullets>(&block)) {
      for (const std::string& item : bullets->items) {
        words += item + "\n";
      }
    }
  }
  return words;
}

template <typename Kind>
std::vector<Kind> blocksOf(const paper::Document& document) {
  std::vector<Kind> found;
  for (const paper::Block& block : document.blocks) {
    if (const auto* one = std::get_if<Kind>(&block)) {
      found.push_back(*one);
    }
  }
  return found;
}

using series::Window;

/// What the paper of a force says under a pillar that has no measure.
std::string withoutMeasures(const fs::path& template_file) {
  static const std::map<std::string, std::string> words = {
      {"cambridgeshire", "No measure of this pillar can be taken from the data of this report."},
      {"cleveland", "No measure of this objective can be taken from the data of this paper."},
      {"cumbria", "Data not available: no measure of this objective can be taken from the data of this report."},
      {"wiltshire", "No measure of this priority can be taken from the data of this report."}};
  return words.at(template_file.parent_path().filename().string());
}

}  // namespace

TEST_CASE("each force has a paper, with its head, its sections and what a reader must know") {
  const std::vector<fs::path> files = papers();
  REQUIRE(files.size() >= 4);
  const paper::Pack pack = packOf({measureOf("recorded_crime", "Recorded crime", 36, {Window::Month, Window::Mrt}),
                                   measureOf("robbery", "Robbery", 36, {Window::Month, Window::Mrt})});
  for (const fs::path& file : files) {
    INFO(file.string());
    const paper::Document document = documentOf(file, pack);
    const auto memo = blocksOf<paper::MemoLine>(document);
    REQUIRE(memo.size() == 3);
    CHECK(memo[0].label == "To");
    CHECK(memo[0].text == "Board of Durham");
    CHECK(memo[1].label == "From");
    CHECK(memo[2].text == "22 January 2026");

    const auto headings = blocksOf<paper::Heading>(document);
    CHECK(headings.front().text.starts_with("Purpose"));
    CHECK(headings.at(1).text == "Recommendation");
    CHECK(headings.back().text == "Recommendation");
    CHECK(std::count_if(headings.begin(), headings.end(), [](const paper::Heading& heading) {
            return heading.level == 1 && heading.text == "Pillar 1: First";
          }) == 1);

    const std::string words = allWords(document);
    for (const char* needed :
         {"police.uk", "Source: Generated example extracts. A second source.", "not official statistics",
          "provisional and subject to change", "not recorded as a crime", "About one measure in 50", "by chance alone",
          "Recorded crime stood at 90 in December 2025"}) {
      INFO(needed);
      CHECK(words.find(needed) != std::string::npos);
    }
    CHECK(words.find(withoutMeasures(file)) != std::string::npos);
    CHECK(blocksOf<paper::TableBlock>(document).size() == 1);
    CHECK(blocksOf<paper::ChartBlock>(document).size() == 2);
  }
}

TEST_CASE("a section has paragraphs or headings of its own, since both would carry the same numbers") {
  const paper::Pack pack = packOf({measureOf("robbery", "Robbery", 36, {Window::Month, Window::Mrt})});
  for (const fs::path& file : papers()) {
    INFO(file.string());
    int level = 0;
    bool has_paragraph = false;
    for (const paper::Block& block : documentOf(file, pack).blocks) {
      if (const auto* heading = std::get_if<paper::Heading>(&block)) {
        const bool is_mixed = heading->level == 2 && level == 1 && has_paragraph;
        CHECK_FALSE(is_mixed);
        level = heading->level;
        has_paragraph = false;
      } else if (const auto* paragraph = std::get_if<paper::Paragraph>(&block)) {
        has_paragraph = has_paragraph || paragraph->numbered;
      }
    }
  }
}

TEST_CASE("papers can be made of measures that have months only, little history, or none") {
  const std::vector<paper::Pack> packs = {packOf({measureOf("robbery", "Robbery", 36, {Window::Month})}),
                                          packOf({measureOf("robbery", "Robbery", 12, {Window::Month, Window::Mrt})}),
                                          packOf({measureOf("robbery", "Robbery", 1, {Window::Month, Window::Mrt})}),
                                          packOf({})};
  for (const fs::path& file : papers()) {
    for (const paper::Pack& pack : packs) {
      INFO(file.string());
      CHECK_NOTHROW(documentOf(file, pack));
    }
  }
}
