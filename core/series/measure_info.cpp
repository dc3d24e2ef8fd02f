#include "series/measure_info.hpp"

#include <algorithm>

namespace boardpack::series {

const char* windowName(Window window) {
  switch (window) {
    case Window::Month:
      return "month";
    case Window::Mrt:
      return "mrt";
    case Window::Ytd:
      return "ytd";
  }
  return "";
}

bool MeasureInfo::has(Window window) const {
  return std::find(windows.begin(), windows.end(), window) != windows.end();
}

Window MeasureInfo::shortest() const {
  for (const Window window : {Window::Month, Window::Mrt}) {
    if (windows.empty() || has(window)) {
      return window;
    }
  }
  return Window::Ytd;
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
