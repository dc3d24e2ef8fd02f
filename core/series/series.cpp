#include "series/series.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/tables.hpp>

#include <algorithm>
#include <cmath>

namespace boardpack::series {

namespace {

/// Why there is no value for a month that is none of the series.
std::string outsideReason(const Series& series, Window window, base::Month month) {
  const std::vector<base::Month>& months = series.months;
  if (!months.empty() && month > months.back()) {
    return "the figures end with " + months.back().longName();
  }
  if (months.empty() || window == Window::Month) {
    return uncoveredReason(series, month);
  }
  return (series.is_entered ? "the figures entered begin with " : "the extracts begin with ") +
         months.front().longName();
}

}  // namespace

std::string uncoveredReason(const Series& series, base::Month month) {
  return (series.is_entered ? "nobody entered " : "no extract covers ") + month.longName();
}

const char* symbolText(Symbol symbol) {
  switch (symbol) {
    case Symbol::None:
      return "";
    case Symbol::NotAvailable:
      return "[x]";
    case Symbol::NotApplicable:
      return "[z]";
    case Symbol::Failed:
      return "[failed]";
  }
  return "";
}

std::string marksText(Marks marks) {
  std::string text;
  for (const auto& [mark, shorthand] : {std::pair{Mark::Break, "[b]"}, std::pair{Mark::Provisional, "[p]"},
                                        std::pair{Mark::Revised, "[r]"}, std::pair{Mark::LowReliability, "[u]"}}) {
    if (marks.has(mark)) {
      text += (text.empty() ? "" : " ") + std::string(shorthand);
    }
  }
  return text;
}

bool isRemainder(std::string_view group) {
  if (group.ends_with(sdk::kOutsideForce) || group.ends_with(sdk::kAreaNotKnown)) {
    return true;
  }
  const std::string name = base::lower(group);
  return name == "unknown" || name.ends_with("not known");
}

const GroupSeries* Series::find(const std::string& breakdown, const std::string& group) const {
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const GroupSeries& candidate) {
    return candidate.breakdown == breakdown && candidate.group == group;
  });
  return found == groups.end() ? nullptr : &*found;
}

std::vector<const GroupSeries*> Series::groupsOf(const std::string& breakdown) const {
  std::vector<const GroupSeries*> found;
  for (const GroupSeries& group : groups) {
    if (group.breakdown == breakdown) {
      found.push_back(&group);
    }
  }
  return found;
}

bool Series::isWorthDrawing(const GroupSeries& group) const {
  return info.nature.adds_up ||
         !(group.group.ends_with(sdk::kOutsideForce) || group.group.ends_with(sdk::kAreaNotKnown));
}

Cell Series::at(const GroupSeries& group, Window window, base::Month month) const {
  if (!failure.empty()) {
    return Cell::missing(Symbol::Failed, "the measure failed");
  }
  const std::vector<Cell>& cells = group.in(window);
  if (cells.empty()) {
    return Cell::missing(Symbol::NotApplicable, "the measure is not reported over that period");
  }
  const auto place = std::lower_bound(months.begin(), months.end(), month);
  const auto index = static_cast<std::size_t>(place - months.begin());
  if (place == months.end() || *place != month || index >= cells.size()) {
    return Cell::missing(Symbol::NotAvailable, outsideReason(*this, window, month));
  }
  return cells[index];
}

std::optional<RejectedRows> Series::rejectedIn(Window window, base::Month month) const {
  const std::vector<RejectedRows>& of_window = rejected[static_cast<std::size_t>(window)];
  const auto place = std::lower_bound(months.begin(), months.end(), month);
  const auto index = static_cast<std::size_t>(place - months.begin());
  return place == months.end() || *place != month || index >= of_window.size() ? std::nullopt
                                                                               : std::optional(of_window[index]);
}

std::optional<double> countBehind(const MeasureInfo& info, const Cell& cell) {
  const auto size = [&cell] { return cell.value ? std::optional<double>(std::abs(*cell.value)) : std::nullopt; };
  switch (info.nature.behind) {
    case Nature::Behind::Value:
      return size();
    case Nature::Behind::Denominator:
      return cell.answers ? std::optional(static_cast<double>(*cell.answers)) : cell.denominator;
    case Nature::Behind::Answers:
      return cell.answers ? std::optional(static_cast<double>(*cell.answers)) : std::nullopt;
    case Nature::Behind::Numerator:
      return cell.numerator;
    case Nature::Behind::Parts:
      return cell.least_behind;
    case Nature::Behind::Nothing:
      break;
  }
  return std::nullopt;
}

}  // namespace boardpack::series
