#include "chart/kinds/change_rows.hpp"

#include "base/text.hpp"
#include "chart/draw/palette.hpp"
#include "chart/parts/number_words.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::chart {

namespace {

/// What bars and numbers need beside the names; names take the rest before they wrap.
constexpr double kNarrowestBars = 360;
constexpr double kNarrowestName = 420;
constexpr double kGaps = 120;
constexpr std::size_t kMostNameLines = 12;

struct Candidate {
  std::size_t group = 0;
  double change = 0;
  const series::Comparison* comparison = nullptr;
};

const series::Comparison* comparisonOf(const Subject& subject, std::size_t group) {
  if (group >= subject.measure.groups.size()) {
    return nullptr;
  }
  return subject.measure.groups[group].find(series::Window::Mrt, series::Reference::PreviousMrt);
}

std::vector<Candidate> candidates(const Subject& subject) {
  std::vector<Candidate> found;
  for (const std::size_t group : groupsOf(subject)) {
    const series::Comparison* comparison = comparisonOf(subject, group);
    if (comparison != nullptr && comparison->change.has()) {
      found.push_back({group, *comparison->change.value, comparison});
    }
  }
  return found;
}

std::string changeText(const series::MeasureInfo& info, double change) {
  std::string text = base::formatSigned(change, info.decimals);
  if (info.unit == "£") {
    text.insert(text.starts_with('-') || text.starts_with('+') ? 1 : 0, info.unit);
  }
  return text;
}

std::string percentText(const Candidate& candidate) {
  const series::Cell& percent = candidate.comparison->change_percent;
  return percent.has() ? base::formatSigned(*percent.value, 1) + "%" : std::string(series::symbolText(percent.symbol));
}

double nameWidth(const Subject& subject, const std::vector<Candidate>& candidates, const Canvas& canvas) {
  double change = 0;
  double percent = 0;
  for (const Candidate& candidate : candidates) {
    change = std::max(change, canvas.width(changeText(subject.measure.series.info, candidate.change)));
    percent = std::max(percent, canvas.width(percentText(candidate)));
  }
  return std::max(kNarrowestName, kWidth - 2 * kMargin - kNarrowestBars - kGaps - change - percent);
}

ChangeRow rowOf(const Subject& subject, const Candidate& candidate) {
  ChangeRow row;
  row.change = candidate.change;
  row.change_text = changeText(subject.measure.series.info, candidate.change);
  row.percent_text = percentText(candidate);
  row.is_remainder = series::isRemainder(subject.measure.series.groups[candidate.group].group);
  return row;
}

/// The names of the rows on as many lines as there is room for.
void nameRows(const Subject& subject, const std::vector<Candidate>& found, const Canvas& canvas, double room,
              double padding, std::vector<ChangeRow>& rows) {
  const double width = nameWidth(subject, found, canvas);
  for (std::size_t lines = kMostNameLines; lines > 0; --lines) {
    double used = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string name = groupName(subject.measure.series.groups[found[i].group]);
      rows[i].name_lines = canvas.wrapped(canvas.shortened(name, width, lines), width);
      used += static_cast<double>(rows[i].name_lines.size()) * kLineHeight + padding;
    }
    if (used <= room) {
      return;
    }
  }
}

bool anyPercent(const std::vector<Candidate>& candidates) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [](const Candidate& candidate) { return candidate.comparison->change_percent.has(); });
}

std::vector<std::string> notesFor(const ChangeRows& rows, std::size_t found, std::size_t without,
                                  const series::Symbol* symbol) {
  std::vector<std::string> notes;
  if (rows.shown.size() < found) {
    notes.push_back("The " + std::to_string(rows.shown.size()) + " largest changes of " + std::to_string(found) +
                    " groups are shown.");
  }
  if (without > 0) {
    notes.push_back(base::countOf(static_cast<std::int64_t>(without), "group has", "groups have") +
                    " no value to compare.");
  }
  if (symbol != nullptr && rows.has_percent) {
    notes.push_back(std::string(series::symbolText(*symbol)) + " no percentage of an earlier 0.");
  }
  return notes;
}

}  // namespace

ChangeRows changeRows(const Subject& subject, const Canvas& canvas, double room, double padding) {
  const std::vector<Candidate> found = candidates(subject);
  ChangeRows rows;
  rows.has_percent = anyPercent(found);
  const series::Symbol* symbol = nullptr;
  for (const Candidate& candidate : found) {
    rows.shown.push_back(rowOf(subject, candidate));
    if (candidate.comparison->change_percent.symbol == series::Symbol::NotApplicable) {
      symbol = &candidate.comparison->change_percent.symbol;
    }
  }
  nameRows(subject, found, canvas, room, padding, rows.shown);
  const std::size_t without = subject.chart.groups_without_change;
  rows.notes = notesFor(rows, subject.chart.groups_in_all - without, without, symbol);
  return rows;
}

std::string changeHeading(const Subject& subject) {
  const series::MeasureInfo& info = subject.measure.series.info;
  std::string what = "Change in " + base::printable(info.unit, 200);
  if (info.unit.empty()) {
    what = "Change in number";
  }
  if (info.unit == "£") {
    what = "Change in pounds";
  }
  if (isPercentage(info)) {
    what = "Change in percentage points";
  }
  base::Month before = subject.month - 12;
  for (const std::size_t group : groupsOf(subject)) {
    if (const series::Comparison* comparison = comparisonOf(subject, group)) {
      before = comparison->reference_period;
      break;
    }
  }
  return what + ": 12 months to " + subject.month.shortName() + " against 12 months to " + before.shortName();
}

}  // namespace boardpack::chart
