#include "fonts.hpp"

#include "chart/draw/canvas.hpp"
#include "chart/draw/palette.hpp"
#include "chart/draw/text_measure.hpp"
#include "chart/parts/number_words.hpp"
#include "chart/parts/scale.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace boardpack;
using namespace boardpack::chart;

namespace {

/// Ten pixels a byte.
class TenAByte final : public TextMeasure {
 public:
  double width(const std::string& text, double, Weight) const override {
    return 10.0 * static_cast<double>(text.size());
  }
};

/// Relative luminance and contrast as the Web Content Accessibility Guidelines 2.1 define them.
double luminance(Colour colour) {
  const auto linear = [](std::uint8_t byte) {
    const double value = byte / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}
double contrastWithWhite(Colour colour) { return 1.05 / (luminance(colour) + 0.05); }

}  // namespace

TEST_CASE("ticks are round numbers that span the values") {
  CHECK(niceTicks(0, 97, 6, 0).values == std::vector<double>{0, 20, 40, 60, 80, 100});
  CHECK(niceTicks(0, 1, 6, 1).values == std::vector<double>{0, 1});
  CHECK(niceTicks(-30, 70, 5, 1).values == std::vector<double>{-50, -25, 0, 25, 50, 75});
  const Ticks tenths = niceTicks(0, 0.3, 4, 0);
  CHECK(tenths.values == std::vector<double>{0, 0.1, 0.2, 0.3});
  CHECK(tenths.decimals == 1);
  CHECK(niceTicks(5, 5, 5, 1).values.size() >= 2);
}

TEST_CASE("bars start at 0; lines do unless that would hide the change") {
  Extent high;
  high.add(71'787.0);
  high.add(73'583.0);
  CHECK(barTicks(high, 6, 1).first() == 0);
  CHECK(lineTicks(high, 6, 1).first() > 0);
  Extent low;
  low.add(20.0);
  low.add(100.0);
  CHECK(lineTicks(low, 6, 1).first() == 0);
  Extent falls;
  falls.add(-20.0);
  CHECK(barTicks(falls, 4, 1).last() == 0);
}

TEST_CASE("lines wrap between words, and inside a word that is too wide, and lose nothing") {
  const TenAByte measure;
  CHECK(wrap("one two three", 80, 43, Weight::Regular, measure) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("abcdefghij", 40, 43, Weight::Regular, measure) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrap("", 40, 43, Weight::Regular, measure).empty());
  // A character of two bytes stays whole.
  CHECK(wrap("aŵŵ", 40, 43, Weight::Regular, measure) == std::vector<std::string>{"aŵ", "ŵ"});
}

TEST_CASE("labels move apart and keep their order") {
  const std::vector<double> placed = spread({100, 110, 105, 400}, 50, 0, 500);
  CHECK(placed == std::vector<double>{100, 200, 150, 400});
  CHECK(spread({490, 495}, 50, 0, 500) == std::vector<double>{450, 500});
}

TEST_CASE("numbers on a chart carry their unit") {
  series::MeasureInfo info;
  CHECK(valueText(info, 71787) == "71,787");
  CHECK(axisTitle(info, series::Window::Mrt) == "Number in 12 months");
  info.unit = "%";
  info.decimals = 1;
  CHECK(valueText(info, 11.25) == "11.3%");
  CHECK(axisTitle(info, series::Window::Month) == "Percentage each month");
  info.unit = "£";
  info.decimals = 2;
  CHECK(valueText(info, -4250.5) == "-£4,250.50");
  info.unit = "minutes";
  CHECK(axisTitle(info, series::Window::Month) == "Minutes, each month");
}

TEST_CASE("every colour of a mark has a contrast of 3 to 1 with white") {
  for (const Colour colour : kCategories) {
    CHECK(contrastWithWhite(colour) >= 3.0);
  }
  for (const Colour colour : {kImprovement, kConcern, kNeutral, kCommonCause, kAxis}) {
    CHECK(contrastWithWhite(colour) >= 3.0);
  }
  CHECK(contrastWithWhite(kDarkBlue) == Approx(10.25).margin(0.01));
  CHECK(contrastWithWhite(kTextColour) >= 4.5);
}

TEST_CASE("what is outside or not known is told by its name") {
  CHECK(series::isRemainder("Outside the force area"));
  CHECK(series::isRemainder("Area not known"));
  CHECK(series::isRemainder("Not known"));
  CHECK_FALSE(series::isRemainder("Burglary"));
}

TEST_CASE("widths are those of Liberation Sans") {
  // Its advance widths in units of 2,048: H 1,479, a digit 1,139; no kerning between these.
  CHECK(test::fonts().width("H", 2048, Weight::Regular) == Approx(1479).margin(1));
  CHECK(test::fonts().width("000", 43, Weight::Regular) == Approx(3 * 1139.0 / 2048 * 43).margin(0.2));
  CHECK(test::fonts().width("HHH", 43, Weight::Bold) == Approx(3 * 1479.0 / 2048 * 43).margin(0.2));
}
