#pragma once
#include "chart/draw/canvas.hpp"
#include "chart/parts/subject.hpp"

#include <string>
#include <vector>

namespace boardpack::chart {

/// One group's bar and the numbers beside it.
struct ChangeRow {
  std::vector<std::string> name_lines;
  double change = 0;
  std::string change_text;
  std::string percent_text;
  bool is_remainder = false;
};

struct ChangeRows {
  std::vector<ChangeRow> shown;    ///< in the chart's order: the largest rise first
  bool has_percent = false;        ///< a change of a share has no per cent
  std::vector<std::string> notes;  ///< what is not shown, and symbols
};

/// The groups that the chart draws, within `room` pixels (a row is its name's lines and `padding`): names wrap, and are
/// shortened only when they have no room.
ChangeRows changeRows(const Subject& subject, const Canvas& canvas, double room, double padding);

/// "Change in number: 12 months to Dec 2025 against 12 months to Dec 2024".
std::string changeHeading(const Subject& subject);

}  // namespace boardpack::chart
