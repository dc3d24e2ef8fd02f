#include "chart/parts/number_words.hpp"

#include "base/text.hpp"

#include <cctype>
#include <cmath>

namespace boardpack::chart {

namespace {

bool isMoney(const series::MeasureInfo& info) { return info.unit == "£"; }

/// The number with its sign, currency and per cent in the order people write them: "-£4,250", "+2.4%".
std::string withUnit(const series::MeasureInfo& info, std::string number) {
  if (isPercentage(info)) {
    return number + "%";
  }
  if (isMoney(info)) {
    const bool has_sign = number.starts_with('-') || number.starts_with('+');
    number.insert(has_sign ? 1 : 0, "£");
  }
  return number;
}

std::string capitalised(std::string text) {
  if (!text.empty()) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  }
  return text;
}

}  // namespace

bool isPercentage(const series::MeasureInfo& info) { return info.unit == "%"; }

std::string valueText(const series::MeasureInfo& info, double value) {
  return withUnit(info, base::formatNumber(value, info.decimals));
}

std::vector<std::string> tickTexts(const series::MeasureInfo& info, const Ticks& ticks) {
  std::vector<std::string> texts;
  for (const double value : ticks.values) {
    texts.push_back(withUnit(info, base::formatNumber(value, ticks.decimals)));
  }
  return texts;
}

double smallestStep(const series::MeasureInfo& info) {
  if (info.nature.is_count) {
    return 1;
  }
  return std::pow(10.0, -info.decimals);
}

std::string axisTitle(const series::MeasureInfo& info, series::Window window) {
  std::string period = "each month";
  if (window == series::Window::Mrt) {
    period = "over 12 months";
  }
  if (window == series::Window::Ytd) {
    period = "in the financial year to date";
  }
  if (info.unit.empty()) {
    return window == series::Window::Mrt ? "Number in 12 months" : "Number " + period;
  }
  if (isPercentage(info)) {
    return "Percentage " + period;
  }
  if (isMoney(info)) {
    return "Pounds " + period;
  }
  return capitalised(base::printable(info.unit, 200)) + ", " + period;
}

std::string axisTitle(const series::MeasureInfo& info, series::Window window, const Ticks& ticks) {
  std::string title = axisTitle(info, window);
  if (!startsAtZero(ticks)) {
    title += " (axis does not start at 0)";
  }
  return title;
}

}  // namespace boardpack::chart
