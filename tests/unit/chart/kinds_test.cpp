#include "measure/definition/kinds.hpp"
#include "fonts.hpp"
#include "made_pack.hpp"

#include "chart/draw/palette.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace boardpack;
using namespace boardpack::chart;
using namespace boardpack::test;
using series::ChartKind;

namespace {

bool hasText(const Picture& picture, const std::string& text) {
  const std::vector<std::string> texts = textsOf(picture);
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool hasTextWith(const Picture& picture, const std::string& part) {
  const std::vector<std::string> texts = textsOf(picture);
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

std::size_t placeOf(const std::vector<std::string>& texts, const std::string& text) {
  return static_cast<std::size_t>(std::find(texts.begin(), texts.end(), text) - texts.begin());
}

std::vector<Polyline> linesOf(const Picture& picture, Colour colour, Dash dash) {
  std::vector<Polyline> found;
  for (const Polyline& line : marksOf<Polyline>(picture)) {
    if (line.stroke.colour == colour && line.stroke.dash == dash) {
      found.push_back(line);
    }
  }
  return found;
}

/// 24 months around 100, one far above and one far below: limits of madeMeasure are the mean ± 20%.
series::Analysed withSpecialCauses() {
  return madeMeasure(24, [](int month) { return month == 5 ? 200.0 : (month == 11 ? 10.0 : 100.0); }, {}, {});
}

}  // namespace

TEST_CASE("a control chart tells special causes by shape and labels mean and limits") {
  const Picture picture = pictureOf(madePack(withSpecialCauses(), ChartKind::Xmr));
  std::size_t circles = 0;
  std::size_t up = 0;
  std::size_t down = 0;
  for (const Symbol& symbol : marksOf<Symbol>(picture)) {
    circles += symbol.shape == Shape::Circle ? 1 : 0;
    up += symbol.shape == Shape::TriangleUp ? 1 : 0;
    down += symbol.shape == Shape::TriangleDown ? 1 : 0;
    if (symbol.shape != Shape::Circle) {
      CHECK(symbol.outline.width > 0);
    }
  }
  // 24 points and three samples of the key.
  CHECK(circles == 22 + 1);
  CHECK(up == 1 + 1);
  CHECK(down == 1 + 1);
  CHECK(hasText(picture, "Special cause, concern"));
  CHECK(hasText(picture, "Special cause, improvement"));
  // The sum is 22 × 100 + 200 + 10 = 2,410: mean 100.4, limits 120.5 and 80.3.
  CHECK(hasText(picture, "Mean 100.4"));
  CHECK(hasText(picture, "Upper 120.5"));
  CHECK(hasText(picture, "Lower 80.3"));
  CHECK(hasText(picture, "Latest 100"));
  CHECK(hasText(picture, "Dec 2025"));
}

TEST_CASE("an event is a dotted line at its day with its title above the plot") {
  series::Analysed measure = withSpecialCauses();
  series::Event event;
  event.day = {2025, 6, 16};
  event.kind = series::EventKind::SystemChange;
  event.title = "New system";
  series::Event elsewhere = event;
  elsewhere.title = "In one area";
  elsewhere.areas = {"North"};
  series::Event before = event;
  before.day = {2020, 6, 16};
  before.title = "Long ago";
  measure.series.events = {before, event, elsewhere};
  for (const ChartKind kind : {ChartKind::Xmr, ChartKind::MrtAgainstYear}) {
    const Picture picture = pictureOf(madePack(measure, kind, 12));
    CHECK(hasText(picture, "New system"));
    CHECK_FALSE(hasText(picture, "In one area"));
    CHECK_FALSE(hasText(picture, "Long ago"));
    const std::vector<Polyline> lines = linesOf(picture, kTextColour, Dash::Dotted);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].points[0].x == lines[0].points[1].x);
    for (const Text& text : marksOf<Text>(picture)) {
      if (text.text == "New system") {
        CHECK(text.box.bottom <= lines[0].points[0].y + 1);
      }
    }
  }
  // Of the twelve months June is the sixth, and the 16th the middle of it: the line stands at its point.
  const Picture picture = pictureOf(madePack(measure, ChartKind::Xmr, 12));
  const std::vector<Symbol> points = marksOf<Symbol>(picture);
  REQUIRE(points.size() == 12);
  const double x = linesOf(picture, kTextColour, Dash::Dotted)[0].points[0].x;
  CHECK(x == Approx(points[5].centre.x).margin(1));
}

TEST_CASE("events that stand close together have rows of their own, and those without room a note") {
  series::Analysed measure = withSpecialCauses();
  for (int i = 1; i <= 4; ++i) {
    series::Event event;
    event.day = {2025, 6, i};
    event.title = "Event number " + std::to_string(i);
    measure.series.events.push_back(event);
  }
  const Picture picture = pictureOf(madePack(measure, ChartKind::Xmr, 12));
  CHECK(linesOf(picture, kTextColour, Dash::Dotted).size() == 4);
  std::vector<Box> boxes;
  for (const Text& text : marksOf<Text>(picture)) {
    if (text.text.starts_with("Event number")) {
      boxes.push_back(text.box);
    }
  }
  REQUIRE(boxes.size() == 3);
  CHECK_FALSE(boxes[0].overlaps(boxes[1]));
  CHECK_FALSE(boxes[1].overlaps(boxes[2]));
  CHECK(hasTextWith(picture, "Event number 4 (4 June 2025)"));
}

TEST_CASE("the key of a control chart explains only what occurs") {
  const Picture alike =
      pictureOf(madePack(madeMeasure(24, [](int month) { return 100.0 + month % 2; }, {}, {}), ChartKind::Xmr));
  CHECK_FALSE(hasTextWith(alike, "pecial cause"));
  const Picture high = pictureOf(
      madePack(madeMeasure(24, [](int month) { return month == 5 ? 200.0 : 100.0; }, {}, {}), ChartKind::Xmr));
  CHECK(hasText(high, "Special cause, concern"));
  CHECK_FALSE(hasText(high, "Special cause, improvement"));
}

TEST_CASE("a line breaks where a value is missing, and the picture says so") {
  series::Analysed measure =
      madeMeasure(24, [](int month) { return month == 10 ? kMissing : 100.0 + month % 2; }, {}, {});
  const Picture picture = pictureOf(madePack(std::move(measure), ChartKind::Xmr));
  const std::vector<Polyline> lines = linesOf(picture, kDarkGrey, Dash::Solid);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].points.size() == 10);
  CHECK(lines[1].points.size() == 13);
  CHECK(hasTextWith(picture, "The line breaks where there is no value."));
}

TEST_CASE("a control chart without limits says why") {
  const Picture picture =
      pictureOf(madePack(madeMeasure(6, [](int month) { return 100.0 + month; }, {}, {}), ChartKind::Xmr));
  CHECK(hasTextWith(picture, "No limits: fewer than 12 months."));
  CHECK_FALSE(hasTextWith(picture, "Mean"));
}

TEST_CASE("an axis that does not start at 0 says so, and a target has a label") {
  series::Analysed measure = madeMeasure(24, [](int month) { return 100.0 + month % 2; }, {}, {});
  measure.series.info.unit = "%";
  measure.series.info.nature = measure::kindOf("share").nature;
  measure.series.info.targets = {{{}, 95}};
  const Picture picture = pictureOf(madePack(std::move(measure), ChartKind::Xmr));
  CHECK(hasText(picture, "Percentage each month (axis does not start at 0)"));
  CHECK(hasText(picture, "Target 95%"));
  CHECK(linesOf(picture, kDarkPink, Dash::Dotted).size() == 1);
}

TEST_CASE("the rolling total stands against the same months a year before") {
  // 10 a month in the first two years, 20 a month in the third: 120 a year before, 240 now.
  const Picture picture = pictureOf(
      madePack(madeMeasure(36, [](int month) { return month < 24 ? 10.0 : 20.0; }, {}, {}), ChartKind::MrtAgainstYear));
  CHECK(hasText(picture, "Dec 2025 240"));
  CHECK(hasText(picture, "Dec 2024 120"));
  CHECK(hasText(picture, "12 months to the month shown"));
  CHECK(hasText(picture, "The same a year before"));
  const std::vector<Polyline> now = linesOf(picture, kDarkBlue, Dash::Solid);
  const std::vector<Polyline> before = linesOf(picture, kOrange, Dash::Dashed);
  REQUIRE(now.size() == 2);  // the sample of the key and the line
  REQUIRE(before.size() == 2);
  CHECK(now.back().points.size() == 12);
  CHECK(before.back().points.size() == 12);
}

TEST_CASE("a chart that says its months shows those") {
  paper::Pack pack = madePack(madeMeasure(36, [](int month) { return 10.0 + month; }, {}, {}), ChartKind::Xmr);
  pack.charts.front().shown = {base::Month(2025, 3), base::Month(2025, 8)};
  const Picture picture = pictureOf(pack);
  CHECK(hasText(picture, "Apr 2025"));
  CHECK(hasText(picture, "Aug 2025"));
  CHECK_FALSE(hasText(picture, "Dec 2025"));
}

TEST_CASE("a limit where no figure can be is not drawn, and the axis does not go there") {
  series::Analysed measure = madeMeasure(24, [](int month) { return month % 2 == 0 ? 10.0 : 2.0; }, {}, {});
  series::Limits& limits = measure.groups.front().limits;
  limits.lower = -4;
  for (series::LimitsStep& step : limits.steps) {
    step.lower = -4;
  }
  const Picture picture = pictureOf(madePack(measure, ChartKind::Xmr));
  CHECK(hasTextWith(picture, "Where the lower limit lies below 0 it is not drawn."));
  CHECK_FALSE(hasTextWith(picture, "Lower "));
  CHECK_FALSE(hasText(picture, "-5"));
  CHECK(hasTextWith(picture, "Upper"));
}

TEST_CASE("changes are ranked from the largest rise to the largest fall, with number and per cent") {
  // 10 a month each year before; the last year 11, 15 and 4 a month: changes +12, +60 and -72 on 120.
  const double last[] = {11, 15, 4};
  series::Analysed measure = madeMeasure(
      36, [](int) { return 30.0; }, {"Burglary", "Robbery", "Not known"},
      [&](std::size_t group, int month) { return month < 24 ? 10.0 : last[group]; });
  const Picture picture = pictureOf(madePack(std::move(measure), ChartKind::ChangeByGroup));
  const std::vector<std::string> texts = textsOf(picture);
  CHECK(placeOf(texts, "Robbery") < placeOf(texts, "Burglary"));
  CHECK(placeOf(texts, "Burglary") < placeOf(texts, "Not known"));
  for (const char* label : {"+60", "+50.0%", "+12", "+10.0%", "-72", "-60.0%"}) {
    CHECK(hasText(picture, label));
  }
  const std::vector<Rect> rects = marksOf<Rect>(picture);
  REQUIRE(rects.size() == 4);  // the background and three bars
  // Bars start at one zero line and are as long as their changes.
  CHECK(rects[1].box.left == Approx(rects[2].box.left));
  CHECK(rects[3].box.right == Approx(rects[1].box.left));
  CHECK(rects[1].box.width() == Approx(5 * rects[2].box.width()));
  CHECK(rects[3].box.width() == Approx(6 * rects[2].box.width()));
  CHECK(rects[3].fill == kDarkGrey);
}

TEST_CASE("more than fourteen changes: the largest either way, and a note") {
  std::vector<std::string> names;
  for (int i = 0; i < 20; ++i) {
    names.push_back("Team " + std::to_string(i));
  }
  series::Analysed measure = madeMeasure(
      36, [](int) { return 30.0; }, names,
      [](std::size_t group, int month) {
        return month < 24 ? 100.0 : 100.0 + (group % 2 == 0 ? 1.0 : -1.0) * static_cast<double>(group);
      });
  const Picture picture = pictureOf(madePack(std::move(measure), ChartKind::ChangeByGroup));
  CHECK(hasTextWith(picture, "The 14 largest changes of 20 groups are shown."));
  CHECK(hasText(picture, "Team 19"));
  CHECK(hasText(picture, "Team 6"));
  CHECK_FALSE(hasText(picture, "Team 5"));
}

TEST_CASE("a change on nothing has its symbol explained, and a group without one is counted") {
  series::Analysed measure = madeMeasure(
      36, [](int) { return 30.0; }, {"Old", "New", "Late"},
      [](std::size_t group, int month) {
        if (group == 2) {
          return month < 30 ? kMissing : 1.0;
        }
        return group == 1 && month < 24 ? 0.0 : 5.0;
      });
  const Picture picture = pictureOf(madePack(std::move(measure), ChartKind::ChangeByGroup));
  CHECK(hasText(picture, "[z]"));
  CHECK(hasTextWith(picture, "[z] no percentage of an earlier 0."));
  CHECK(hasTextWith(picture, "1 group has no value to compare."));
}

TEST_CASE("a funnel has a mark for each force, the own apart, four limits and what they are") {
  series::Analysed measure = madeMeasure(24, [](int) { return 100.0; }, {}, {});
  series::PeerStanding peers;
  peers.available = true;
  peers.period = {base::Month(2024, 1), base::Month(2024, 12)};
  peers.force = "Own";
  peers.group = "MSG";
  peers.members = {"Force 1", "Own"};
  peers.unit = "per 1,000 people";
  peers.own = series::Cell::of(12);
  peers.funnel.centre = 12;
  peers.funnel.method = "exact Poisson limits (Spiegelhalter 2005)";
  for (int i = 0; i < 12; ++i) {
    peers.funnel.points.push_back({.name = i == 0 ? "Own" : "Force " + std::to_string(i),
                                   .base = 100000.0 * (i + 1),
                                   .value = 10.0 + i % 5,
                                   .lower_95 = 9,
                                   .upper_95 = 15,
                                   .lower_998 = 8,
                                   .upper_998 = 16});
  }
  measure.peers = peers;
  const Picture picture = pictureOf(madePack(std::move(measure), ChartKind::Funnel));
  const std::vector<Symbol> symbols = marksOf<Symbol>(picture);
  CHECK(symbols.size() == 12 + 3);  // and three in the key
  CHECK(std::count_if(symbols.begin(), symbols.end(),
                      [](const Symbol& symbol) { return symbol.shape == Shape::TriangleUp; }) == 2);
  CHECK(linesOf(picture, kDarkBlue, Dash::Dashed).size() == 3);  // two limits and one in the key
  CHECK(linesOf(picture, kDarkBlue, Dash::Solid).size() == 3);
  for (const char* words :
       {"Own", "MSG forces", "Other forces", "All together", "95% limits", "99.8% limits", "People"}) {
    CHECK(hasText(picture, words));
  }
  CHECK(hasTextWith(picture, "Limits: exact Poisson limits (Spiegelhalter 2005)."));
}

TEST_CASE("a stack starts at 0, adds up, and its key stands in its order") {
  const std::vector<std::string> names{"North", "South", "Outside the force area"};
  series::Analysed measure = madeMeasure(
      6, [](int) { return 100.0; }, names,
      [](std::size_t group, int) { return group == 0 ? 50.0 : (group == 1 ? 30.0 : 20.0); });
  const Picture picture = pictureOf(madePack(std::move(measure), ChartKind::StackedColumns));
  const std::vector<Rect> rects = marksOf<Rect>(picture);
  REQUIRE(rects.size() == 1 + 6 * 3 + 3);
  const Rect& north = rects[1];
  const Rect& south = rects[2];
  const Rect& outside = rects[3];
  CHECK(north.fill == kDarkBlue);
  CHECK(south.fill == kTurquoise);
  CHECK(outside.fill == kDarkGrey);
  CHECK(north.box.bottom > south.box.bottom);
  CHECK(south.box.top == Approx(outside.box.bottom).margin(4));
  // Heights as 50 to 100, the white line between two parts taken off.
  CHECK(north.box.height() / (north.box.bottom - outside.box.top) == Approx(0.5).margin(0.001));
  const std::vector<std::string> texts = textsOf(picture);
  CHECK(placeOf(texts, "South") < placeOf(texts, "North"));
  CHECK(hasText(picture, "0"));
}

TEST_CASE("what cannot be stacked is drawn as small multiples") {
  std::vector<std::string> seven{"A", "B", "C", "D", "E", "F", "G"};
  const auto value = [](std::size_t, int month) { return 10.0 + month; };
  const Picture many = pictureOf(madePack(madeMeasure(
                                              12, [](int) { return 1.0; }, seven, value),
                                          ChartKind::StackedColumns));
  CHECK(hasTextWith(many, "one scale for all"));
  series::Analysed share = madeMeasure(
      12, [](int) { return 1.0; }, {"A", "B"}, value);
  share.series.info.nature.adds_up = false;
  CHECK(hasTextWith(pictureOf(madePack(share, ChartKind::StackedColumns)), "one scale for all"));
}

TEST_CASE("small multiples have a panel a group, and say when some are left out") {
  const auto value = [](std::size_t group, int month) { return 10.0 * static_cast<double>(group + 1) + month; };
  const std::vector<std::string> names{"Burglary", "Robbery", "Drugs", "Not known"};
  const Picture picture = pictureOf(madePack(madeMeasure(
                                                 24, [](int) { return 1.0; }, names, value),
                                             ChartKind::SmallMultiples));
  for (const std::string& name : names) {
    CHECK(hasText(picture, name));
  }
  std::vector<std::string> many;
  for (int i = 0; i < 30; ++i) {
    many.push_back("Team " + std::to_string(i));
  }
  const Picture crowded = pictureOf(madePack(madeMeasure(
                                                 24, [](int) { return 1.0; }, many, value),
                                             ChartKind::SmallMultiples));
  CHECK(hasTextWith(crowded, "The 12 largest of 30 groups are shown."));
  CHECK(hasText(crowded, "Team 29"));
  CHECK_FALSE(hasText(crowded, "Team 17"));
}

TEST_CASE("a group outside the force with no row in these months is left out") {
  const std::vector<std::string> names{"North", "Outside the force area"};
  series::Analysed measure = madeMeasure(
      24, [](int) { return 1.0; }, names, [](std::size_t group, int) { return group == 0 ? 5.0 : 0.0; });
  CHECK_FALSE(hasTextWith(pictureOf(madePack(measure, ChartKind::StackedColumns)), "Outside"));
  CHECK_FALSE(hasTextWith(pictureOf(madePack(measure, ChartKind::SmallMultiples)), "Outside"));
}
