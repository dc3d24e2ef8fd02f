#include "workbook/write_workbook.hpp"

#include "base/system.hpp"
#include "ooxml/archive.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace boardpack;
namespace fs = std::filesystem;

namespace {

struct Scratch {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-workbook");
  ~Scratch() { fs::remove_all(path); }
};

/// Fourteen months of one measure by one breakdown; the third month from the end is not available.
paper::Pack madePack(const std::string& title, const std::string& group) {
  paper::Pack pack;
  pack.force.code = "made";
  pack.force.name = "Made Police";
  pack.month = base::Month(2025, 12);
  series::Analysed measure;
  measure.series.info.name = "one";
  measure.series.info.title = title;
  measure.series.info.windows = {series::Window::Month};
  measure.series.info.breakdowns = {{.id = "kind", .label = "Kind", .is_area = false}};
  series::GroupSeries force;
  series::GroupSeries part;
  part.breakdown = "kind";
  part.group = group;
  for (int i = 0; i < 14; ++i) {
    measure.series.months.push_back(pack.month - (13 - i));
    const series::Cell cell = i == 11 ? series::Cell::missing(series::Symbol::NotAvailable, "no extract covers it")
                                      : series::Cell::of(100 + i);
    force.in(series::Window::Month).push_back(cell);
    part.in(series::Window::Month).push_back(cell);
  }
  measure.series.groups = {force, part};
  measure.groups.resize(2);
  pack.measures.push_back(measure);
  pack.pillars.push_back({"p", "Pillar", {"one"}});
  return pack;
}

ooxml::Parts written(const paper::Pack& pack) {
  const Scratch scratch;
  workbook::writeWorkbook(pack, scratch.path / "a.xlsx", scratch.path);
  return ooxml::readParts(scratch.path / "a.xlsx");
}

std::string all(const ooxml::Parts& parts) {
  std::string text;
  for (const auto& [name, part] : parts) {
    text += part;
  }
  return text;
}

}  // namespace

TEST_CASE("what a group or title may hold, the workbook can hold") {
  const std::string bell = "Bell\x07 and\nline";
  const std::string longest = std::string(300, 'l') + "é";
  for (const std::string& group : {bell, longest, std::string("=HYPERLINK(1)"), std::string("<b>&\"'")}) {
    const ooxml::Parts parts = written(madePack("A title with " + group.substr(0, 40), group));
    const std::string text = all(parts);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("_x0007_") == std::string::npos);
    CHECK(text.find("&#x7;") == std::string::npos);
    CHECK(text.find("<f>") == std::string::npos);
  }
}

TEST_CASE("a month without a figure is shorthand in its cell and stays out of the native chart") {
  const ooxml::Parts parts = written(madePack("One", "Part"));
  CHECK(parts.at("xl/sharedStrings.xml").find("[x]") != std::string::npos);
  // Fourteen months from row 4 on (title, count of tables, one note, header): the first eleven are the longest run.
  const std::string& chart = parts.at("xl/charts/chart1.xml");
  const std::size_t at = chart.find("One!$B$");
  REQUIRE(at != std::string::npos);
  const std::string range = chart.substr(at, chart.find('<', at) - at);
  const int first = std::stoi(range.substr(7));
  const int last = std::stoi(range.substr(range.rfind('$') + 1));
  CHECK(last - first + 1 == 11);
  CHECK(chart.find("<c:v>0</c:v>") == std::string::npos);
}

TEST_CASE("the same pack gives the same bytes") {
  const Scratch scratch;
  const paper::Pack pack = madePack("One", "Part");
  workbook::writeWorkbook(pack, scratch.path / "a.xlsx", scratch.path);
  workbook::writeWorkbook(pack, scratch.path / "b.xlsx", scratch.path);
  CHECK(base::readFile(scratch.path / "a.xlsx") == base::readFile(scratch.path / "b.xlsx"));
}
