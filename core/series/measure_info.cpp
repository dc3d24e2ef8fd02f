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

}  // namespace boardpack::series
