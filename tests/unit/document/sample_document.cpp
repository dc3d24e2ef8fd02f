#include "sample_document.hpp"

#include <array>

namespace boardpack::test {
namespace {

using paper::TableCell;

TableCell text(const std::string& words) {
  return {.content = words, .decimals = 0, .is_signed = false, .link_measure = {}};
}
TableCell number(double value, int decimals = 0, bool is_signed = false) {
  return {.content = series::Cell::of(value), .decimals = decimals, .is_signed = is_signed, .link_measure = {}};
}
TableCell missing(series::Symbol symbol) {
  return {.content = series::Cell::missing(symbol, "no extract covers October 2024"),
          .decimals = 0,
          .is_signed = false,
          .link_measure = {}};
}

paper::Chart chart(const std::string& id, const std::string& title, const std::string& alternative) {
  paper::Chart one;
  one.id = id;
  one.measure = id;
  one.title = title;
  one.subtitle = "Recorded crime each month, Cleveland, January 2023 to December 2025";
  one.source = "Source: police.uk open data";
  one.alternative = alternative;
  return one;
}

}  // namespace

paper::Table sampleScorecard() {
  paper::Table table;
  table.id = "scorecard_safer";
  table.title = "Measures of objective 4";
  table.notes = {"[x] not available, [z] not applicable.", "MRT: 12-month rolling total."};
  table.columns = {{"Measure", false},
                   {"December 2025", true},
                   {"December 2024", true},
                   {"MRT to December 2025", true},
                   {"MRT to December 2024", true},
                   {"Change", true},
                   {"Change (%)", true},
                   {"Variation", false}};
  table.rows = {{text("Recorded crime"), number(5'483), number(5'712), number(71'787), number(73'583),
                 number(-1'796, 0, true), number(-2.4, 1, true), text("No special cause")},
                {text("Robbery"), number(101), number(84), number(1'264), number(869), number(395, 0, true),
                 number(45.5, 1, true), text("Special cause, concern: above the upper limit")},
                {text("Anti-social behaviour"), number(1'102), missing(series::Symbol::NotAvailable), number(17'604),
                 number(16'309), number(1'295, 0, true), missing(series::Symbol::NotApplicable),
                 text("No limits: fewer than 12 months <&>")}};
  return table;
}

paper::Pack samplePack() {
  paper::Pack pack;
  pack.force.code = "cleveland";
  pack.force.name = "Cleveland Police";
  pack.force.body = "Scrutiny Meeting";
  pack.month = base::Month(2025, 12);
  pack.board_date = sdk::Date{2026, 1, 22};
  pack.charts = {
      chart("recorded_crime", "Recorded crime was 2.4% lower than a year before",
            "Line chart of recorded crime a month, January 2023 to December 2025. \"Latest\": 5,483 & falling."),
      chart("robbery.district", "Robbery rose in three of four boroughs", "Ranked bars of robbery by borough.")};
  pack.charts.push_back(chart("knives", "Knife crime", ""));
  pack.charts.back().drawable = false;
  pack.charts.back().reason = "fewer than 12 months";
  return pack;
}

paper::Document samplePaper() {
  paper::Document paper;
  paper.name = "scrutiny";
  paper.title = "Performance against the Police and Crime Plan";
  paper.marking = "OFFICIAL";
  const auto paragraph = [](const std::string& words) { return paper::Paragraph{.text = words, .numbered = true}; };
  paper.blocks = {
      paper::MemoLine{"To", "Scrutiny Meeting"},
      paper::MemoLine{"From", "Chief Constable"},
      paper::MemoLine{"Date", "22 January 2026"},
      paper::Heading{1, "Purpose"},
      paragraph("To report performance to *December 2025*, with **every figure** from the pack."),
      paragraph("Symbols such as [x] & <tags>, # and 1. are text; so is \\*this\\*."),
      paper::Heading{1, "Performance"},
      paper::Heading{2, "Strategic measures"},
      paragraph("Recorded crime was 71,787 in the 12 months to December 2025, down 1,796 (2.4%)."),
      paragraph("Robbery was 1,264, up 395 (45.5%)."),
      paper::TableBlock{sampleScorecard()},
      paper::ChartBlock{"recorded_crime"},
      paper::Heading{2, "Boroughs"},
      paragraph("Each borough:"),
      paper::Bullets{{"Hartlepool: 120", "Middlesbrough: 480"}},
      paper::ChartBlock{"robbery.district"},
      paper::ChartBlock{"knives"},
      paper::Heading{1, "Recommendation"},
      paragraph("The meeting is invited to note the report."),
  };
  return paper;
}

std::string tinyPng() {
  static constexpr std::array<unsigned char, 67> kPng = {
      0x89, 'P',  'N',  'G',  0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 'I',  'H',  'D',  'R',  0x00,
      0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00,
      0x00, 0x00, 0x0A, 'I',  'D',  'A',  'T',  0x78, 0x9C, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81,
      0x77, 0xCD, 0x72, 0xB6, 0x00, 0x00, 0x00, 0x00, 'I',  'E',  'N',  'D',  0xAE, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(kPng.data()), kPng.size()};
}

}  // namespace boardpack::test
