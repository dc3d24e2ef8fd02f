#include "app/show/stages.hpp"
#include "app/show/value_text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace boardpack::app {
namespace {

using series::Cell;

const char* betterText(series::Better better) {
  switch (better) {
    case series::Better::Lower:
      return "lower";
    case series::Better::Higher:
      return "higher";
    case series::Better::Neither:
      break;
  }
  return "neither";
}

std::string windowNames(const series::MeasureInfo& info) {
  std::vector<std::string> names;
  for (const series::Window window : info.windows) {
    names.emplace_back(series::windowName(window));
  }
  return base::join(names, ", ");
}

std::string aboutText(const series::Series& series) {
  const series::MeasureInfo& info = series.info;
  std::string text = fmt::format("measure {}\n", info.name);
  text += fmt::format("  title: {}\n", info.title);
  text += fmt::format("  declared in: {}\n", info.script);
  text += fmt::format("  unit: {}; decimals: {}; better: {}; windows: {}\n", info.unit.empty() ? "none" : info.unit,
                      info.decimals, betterText(info.better), windowNames(info));
  text += fmt::format("  adds up: {}; proportion: {}\n", info.nature.adds_up ? "yes" : "no",
                      info.nature.is_proportion ? "yes" : "no");
  for (const series::TargetStep& step : info.targets) {
    const std::string from = step.from ? " from " + step.from->iso() : "";
    text += fmt::format("  target{}: {}\n", from, step.value ? base::exactNumber(*step.value) : "none");
  }
  if (series.own_month) {
    text += fmt::format("  reported for: {}{}\n", series.own_month->iso(), series.is_overdue ? ", overdue" : "");
  }
  for (const series::Event& event : series.events) {
    const std::string areas = event.areasInWords();
    text +=
        fmt::format("  event {}: {}{}\n", base::isoDate(event.day), event.title, areas.empty() ? "" : " in " + areas);
  }
  for (const series::Wave& wave : series.waves) {
    text += fmt::format("  wave {}: {} to {}\n", wave.name, wave.months.first.iso(), wave.months.last.iso());
  }
  for (const series::RefusedBreakdown& refused : series.refused) {
    text += fmt::format("  not shown by {}: {}\n", refused.breakdown, refused.why);
  }
  return text + (series.failure.empty() ? "" : fmt::format("  failed: {}\n", series.failure));
}

std::string monthsText(base::Month first, base::Month last) {
  return first == last ? first.iso() : first.iso() + " to " + last.iso();
}

/// A month a line; months on end that have the same symbol for the same reason are one.
std::string cellLines(const series::Series& series, const std::vector<Cell>& cells) {
  std::string text;
  for (std::size_t first = 0; first < cells.size();) {
    const std::string value = valueText(cells[first]);
    std::size_t last = first;
    while (!cells[first].has() && last + 1 < cells.size() && !cells[last + 1].has() &&
           valueText(cells[last + 1]) == value) {
      ++last;
    }
    text += fmt::format("      {}: {}\n", monthsText(series.months[first], series.months[last]), value);
    first = last + 1;
  }
  return text;
}

std::string rejectedLines(const series::Series& series, series::Window window) {
  std::string text;
  for (const base::Month month : series.months) {
    const auto rejected = series.rejectedIn(window, month);
    if (rejected && rejected->rows > 0) {
      text += fmt::format("  rejected of {} {}: {}{} of {}\n", series::windowName(window), month.iso(),
                          rejected->is_at_most ? "at most " : "", rejected->rows, rejected->of);
    }
  }
  return text;
}

std::string groupText(const series::Series& series, const series::GroupSeries& group) {
  std::string text = fmt::format("  {}{}{}\n", groupName(group), group.parent.empty() ? "" : ", below " + group.parent,
                                 group.is_rest ? ", the rest" : "");
  for (const series::Window window : series::kAllWindows) {
    const std::vector<Cell>& cells = group.in(window);
    if (!cells.empty()) {
      text += fmt::format("    {}\n", series::windowName(window)) + cellLines(series, cells);
    }
  }
  for (const series::ReferenceValue& reference : group.references) {
    text += fmt::format("    {} of {} to {} beside {}: {}\n",
                        reference.label.empty() ? series::referenceName(reference.reference) : reference.label,
                        reference.months.first.iso(), reference.months.last.iso(), series::windowName(reference.window),
                        valueText(reference.cell));
  }
  return text;
}

}  // namespace

std::string seriesStage(const std::vector<const series::Analysed*>& measures) {
  std::string text;
  for (const series::Analysed* measure : measures) {
    const series::Series& series = measure->series;
    text += aboutText(series);
    for (const series::Window window : series::kAllWindows) {
      text += rejectedLines(series, window);
    }
    for (const series::GroupSeries& group : series.groups) {
      text += groupText(series, group);
    }
  }
  return text;
}

}  // namespace boardpack::app
