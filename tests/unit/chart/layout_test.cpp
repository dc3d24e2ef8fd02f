#include "fonts.hpp"
#include "made_pack.hpp"
#include "measure/definition/kinds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace boardpack;
using namespace boardpack::chart;
using namespace boardpack::test;

namespace {

bool inside(const Box& box, const Picture& picture) {
  return box.left >= 0 && box.top >= 0 && box.right <= picture.width && box.bottom <= picture.height;
}

/// Whether the line from a to b enters the box (Liang and Barsky).
bool crosses(Point a, Point b, const Box& box) {
  double from = 0;
  double to = 1;
  const auto clip = [&](double direction, double room) {
    if (direction == 0) {
      return room >= 0;
    }
    const double at = room / direction;
    if (direction < 0) {
      from = std::max(from, at);
    } else {
      to = std::min(to, at);
    }
    return from < to;
  };
  return clip(a.x - b.x, a.x - box.left) && clip(b.x - a.x, box.right - a.x) && clip(a.y - b.y, a.y - box.top) &&
         clip(b.y - a.y, box.bottom - a.y);
}

Box boxOf(const Symbol& symbol) {
  return {symbol.centre.x - symbol.radius, symbol.centre.y - symbol.radius, symbol.centre.x + symbol.radius,
          symbol.centre.y + symbol.radius};
}

/// What is wrong with where the marks stand, a line each; "" when nothing is.
std::string faults(const Picture& picture) {
  std::string found;
  const std::vector<Text> texts = marksOf<Text>(picture);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!inside(texts[i].box, picture)) {
      found += "cut: " + texts[i].text + "\n";
    }
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      if (texts[i].box.overlaps(texts[k].box)) {
        found += "overlap: " + texts[i].text + " | " + texts[k].text + "\n";
      }
    }
    for (std::size_t mark = 1; mark < picture.marks.size(); ++mark) {  // 0 is the background
      const Rect* rect = std::get_if<Rect>(&picture.marks[mark]);
      if (rect != nullptr && rect->box.overlaps(texts[i].box)) {
        found += "on a bar: " + texts[i].text + "\n";
      }
      const Symbol* symbol = std::get_if<Symbol>(&picture.marks[mark]);
      if (symbol != nullptr && boxOf(*symbol).overlaps(texts[i].box)) {
        found += "on a point: " + texts[i].text + "\n";
      }
      const Polyline* line = std::get_if<Polyline>(&picture.marks[mark]);
      for (std::size_t p = 0; line != nullptr && p + 1 < line->points.size(); ++p) {
        if (crosses(line->points[p], line->points[p + 1], texts[i].box)) {
          found += "on a line: " + texts[i].text + "\n";
          break;
        }
      }
    }
  }
  for (const Rect& rect : marksOf<Rect>(picture)) {
    if (!inside(rect.box, picture) || rect.box.width() < 0 || rect.box.height() < 0) {
      found += "a bar leaves the picture\n";
    }
  }
  for (const Symbol& symbol : marksOf<Symbol>(picture)) {
    if (!inside(boxOf(symbol), picture)) {
      found += "a point leaves the picture\n";
    }
  }
  for (const Polyline& line : marksOf<Polyline>(picture)) {
    for (const Point& point : line.points) {
      if (!std::isfinite(point.x) || !std::isfinite(point.y) ||
          !inside({point.x, point.y, point.x, point.y}, picture)) {
        found += "a line leaves the picture\n";
      }
    }
  }
  return found;
}

const std::vector<std::string> kPlain{"Hartlepool",       "Middlesbrough",          "Redcar and Cleveland",
                                      "Stockton-on-Tees", "Outside the force area", "Area not known"};
const std::vector<std::string> kAwkward{
    "Violence against the person with injury, including attempted murder and causing death or serious injury by "
    "driving",
    "A",
    "",
    "Unbrokennameofaneighbourhoodpolicingteamwithoutasinglespaceorhyphenwhatsoeverinitatall",
    "Tom & Jerry <\"quoted\">",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Ynys Môn – Cŵn",
    "tab\tand\nline"};

std::vector<std::string> manyNames(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    names.push_back("Neighbourhood policing team number " + std::to_string(i + 1) + " of the north");
  }
  return names;
}

struct Case {
  const char* what;
  int months;
  std::vector<std::string> names;
  std::function<double(std::size_t, int)> value;  ///< of a group; the force is group 99
  std::function<void(series::MeasureInfo&)> change = [](series::MeasureInfo&) {};
};

std::vector<Case> cases() {
  const auto steady = [](std::size_t group, int month) { return 100.0 + static_cast<double>(group) * 7 + month % 5; };
  return {
      {"plain", 36, kPlain, steady},
      {"awkward names", 36, kAwkward, steady},
      {"sixty groups", 36, manyNames(60), steady},
      {"six groups of long names", 36, manyNames(6), steady},
      {"one group", 36, {"Only"}, steady},
      {"no group", 36, {}, steady},
      {"one value", 1, kPlain, steady},
      {"two months", 2, kPlain, steady},
      {"twelve months", 12, kPlain, steady},
      {"thirteen months", 13, kPlain, steady},
      {"five years", 60, kPlain, steady},
      {"all zeros", 36, kPlain, [](std::size_t, int) { return 0.0; }},
      {"constant", 36, kPlain, [](std::size_t, int) { return 41.0; }},
      {"seven digits", 36, kPlain, [](std::size_t, int month) { return 9'876'543.0 - month * 1'000; }},
      {"huge", 36, kPlain, [](std::size_t group, int month) { return (group % 2 == 0 ? 1e12 : -1e12) + month * 3e9; }},
      {"huge money", 36, kAwkward, [](std::size_t, int month) { return 1e10 * (month % 3); },
       [](series::MeasureInfo& info) {
         info.unit = "£";
         info.decimals = 2;
         info.targets = {{{}, 1e10}};
       }},
      {"all missing but two", 36, kPlain,
       [](std::size_t, int month) { return month == 3 || month == 20 ? 5.0 : kMissing; }},
      {"all missing", 36, kPlain, [](std::size_t, int) { return kMissing; }},
      {"infinite", 36, kPlain, [](std::size_t, int) { return std::numeric_limits<double>::infinity(); }},
      {"falling to nothing", 36, kPlain, [](std::size_t, int month) { return month < 24 ? 900.0 : 0.0; }},
      {"from nothing", 36, kPlain, [](std::size_t, int month) { return month < 24 ? 0.0 : 900.0; }},
      {"one peak", 36, kPlain, [](std::size_t, int month) { return month == 35 ? 1e6 : 1.0; }},
      {"negative", 36, kPlain, [](std::size_t group, int month) { return -50.0 - static_cast<double>(group) - month; }},
      {"percent", 36, kPlain, [](std::size_t, int month) { return 88.0 + month % 7; },
       [](series::MeasureInfo& info) {
         info.unit = "%";
         info.decimals = 1;
         info.nature = measure::kindOf("share").nature;
         info.targets = {{{}, 90}};
       }},
      {"tiny share", 36, kPlain, [](std::size_t, int month) { return 0.0001 * (month % 3); },
       [](series::MeasureInfo& info) {
         info.unit = "%";
         info.decimals = 4;
         info.nature = measure::kindOf("share").nature;
       }},
      {"target on the mean", 36, kPlain, [](std::size_t, int month) { return 100.0 + month % 2; },
       [](series::MeasureInfo& info) {
         info.targets = {{{}, 100.5}};
       }},
      {"target far off", 36, kPlain, [](std::size_t, int month) { return 100.0 + month % 2; },
       [](series::MeasureInfo& info) {
         info.targets = {{{}, 1e6}};
       }},
      {"long unit", 36, kAwkward, steady,
       [](series::MeasureInfo& info) {
         info.unit = "per 1,000 people aged 16 and over in the most deprived tenth of neighbourhoods of England";
         info.nature = measure::kindOf("rate").nature;
         info.decimals = 2;
       }},
  };
}

}  // namespace

TEST_CASE("no text is cut or meets another mark, whatever the data") {
  for (const Case& one : cases()) {
    for (const series::ChartKindRow& row : series::kChartKinds) {
      for (const int shown : {36, 12}) {
        series::Analysed measure = madeMeasure(
            one.months, [&](int month) { return one.value(99, month); }, one.names, one.value);
        one.change(measure.series.info);
        const paper::Pack pack = madePack(std::move(measure), row.kind, shown);
        INFO(one.what << ", kind " << row.word << ", " << shown << " months");
        CHECK(faults(pictureOf(pack)) == "");
      }
    }
  }
}

TEST_CASE("no text is cut or meets another mark over made-up series") {
  Numbers numbers(20251121);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> names;
    const int groups = 1 + static_cast<int>(numbers.next() * 20);
    for (int i = 0; i < groups; ++i) {
      const int words = 1 + static_cast<int>(numbers.next() * 9);
      std::string name;
      for (int word = 0; word < words; ++word) {
        name += (word > 0 ? " " : "") + std::string(1 + static_cast<std::size_t>(numbers.next() * 14), 'm');
      }
      names.push_back(name);
    }
    const double size = std::pow(10.0, numbers.next() * 9 - 1);
    const double base = numbers.next() * 3;
    const auto value = [&](std::size_t, int) {
      return numbers.next() < 0.05 ? kMissing : std::round(size * (base + numbers.next()));
    };
    series::Analysed measure = madeMeasure(
        1 + static_cast<int>(numbers.next() * 40), [&](int month) { return value(0, month); }, names, value);
    for (const series::ChartKindRow& row : series::kChartKinds) {
      INFO("round " << round << ", kind " << row.word);
      CHECK(faults(pictureOf(madePack(measure, row.kind))) == "");
    }
  }
}

TEST_CASE("text is 12 pt or more when the picture is 159 mm wide") {
  for (const series::ChartKindRow& row : series::kChartKinds) {
    const paper::Pack pack =
        madePack(cases().front().names.empty() ? series::Analysed{}
                                               : madeMeasure(
                                                     36, [](int month) { return 50.0 + month; }, kPlain,
                                                     [](std::size_t, int month) { return 10.0 + month; }),
                 row.kind);
    const Picture picture = pictureOf(pack);
    REQUIRE(picture.width == 1600);
    REQUIRE(picture.height == 900);
    for (const Text& text : marksOf<Text>(picture)) {
      CHECK(text.size / picture.width * 159.0 / 25.4 * 72.0 >= 12.0);
    }
  }
}
