#include "series/measure_info.hpp"

#include <algorithm>

namespace boardpack::series {

std::optional<double> MeasureInfo::targetAt(base::Month month) const {
  std::optional<double> found;
  for (const TargetStep& step : targets) {
    if (!step.from || *step.from <= month) {
      found = step.value;
    }
  }
  return found;
}

const char* boundWords(Bound bound) {
  switch (bound) {
    case Bound::Exact:
      return "";
    case Bound::Over:
      return "over";
    case Bound::Under:
      return "under";
    case Bound::JustUnder:
      return "just under";
    case Bound::AtLeast:
      return "at least";
    case Bound::AtMost:
      return "at most";
    case Bound::About:
      return "about";
    case Bound::Estimated:
      return "an estimated";
  }
  return "";
}

bool MeasureInfo::has(Window window) const {
  return std::find(windows.begin(), windows.end(), window) != windows.end();
}

Window MeasureInfo::shortest() const {
  if (windows.empty()) {
    return Window::Month;
  }
  for (const Window window : kAllWindows) {
    if (has(window)) {
      return window;
    }
  }
  return windows.front();
}

sdk::Date dueOn(const MeasureInfo& info, base::Month month) {
  if (info.expected_months > 0) {
    return (month + info.expected_months).lastDay();
  }
  return base::dateOfDays(base::daysSinceEpoch(month.lastDay()) + info.expected_days);
}

bool MeasureInfo::titleSaysUnit() const {
  if (unit.empty() || unit == "%") {
    return false;
  }
  constexpr const char* kPer = "per ";
  const bool is_rate = unit.starts_with(kPer);
  return title.find(unit) != std::string::npos ||
         (is_rate && title.find("for each " + unit.substr(std::string(kPer).size())) != std::string::npos);
}

}  // namespace boardpack::series
