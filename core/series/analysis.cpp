#include "series/analysis.hpp"

#include <algorithm>

namespace boardpack::series {

const char* referenceName(Reference reference) {
  switch (reference) {
    case Reference::PreviousMonth:
      return "previous_month";
    case Reference::SameMonthLastYear:
      return "same_month_last_year";
    case Reference::PreviousMrt:
      return "previous_mrt";
    case Reference::PreviousYtd:
      return "previous_ytd";
    case Reference::PreviousWindow:
      return "previous_window";
    case Reference::SameWindowLastYear:
      return "same_window_last_year";
    case Reference::Named:
      return "named";
  }
  return "";
}

int specialCauseCode(const PointClass& point) {
  const int rule = static_cast<int>(point.cause);
  return point.side == Side::Low ? -rule : rule;
}

const PointClass* Limits::classAt(std::size_t month_index) const {
  if (!available || month_index < first || month_index - first >= classes.size()) {
    return nullptr;
  }
  return &classes[month_index - first];
}

const LimitsStep* Limits::stepAt(std::size_t month_index) const {
  for (const LimitsStep& step : steps) {
    if (step.first <= month_index && month_index <= step.last) {
      return &step;
    }
  }
  return nullptr;
}

const Comparison* GroupAnalysis::findNamed(Window window, const std::string& label) const {
  const auto found = std::find_if(comparisons.begin(), comparisons.end(), [&](const Comparison& candidate) {
    return candidate.window == window && candidate.reference == Reference::Named && candidate.label == label;
  });
  return found == comparisons.end() ? nullptr : &*found;
}

const Comparison* GroupAnalysis::find(Window window, Reference reference) const {
  const auto found = std::find_if(comparisons.begin(), comparisons.end(), [&](const Comparison& candidate) {
    return candidate.window == window && candidate.reference == reference;
  });
  return found == comparisons.end() ? nullptr : &*found;
}

}  // namespace boardpack::series
