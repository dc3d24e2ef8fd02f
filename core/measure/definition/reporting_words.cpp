#include "measure/definition/reporting_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using series::MeasureInfo;
using series::Window;

std::string withUnit(const MeasureInfo& info, double value) {
  const std::string number = base::formatNumber(value, info.decimals);
  if (info.unit == "%") {
    return number + "%";
  }
  return info.unit.empty() ? number : number + " " + info.unit;
}

std::string targetWords(const MeasureInfo& info) {
  std::vector<std::string> steps;
  for (const series::TargetStep& step : info.targets) {
    const std::string value = step.value ? withUnit(info, *step.value) : "none";
    steps.push_back(value + (step.from                 ? " from " + step.from->longName()
                             : info.targets.size() > 1 ? " at first"
                                                       : ""));
  }
  if (steps.empty()) {
    return {};
  }
  return " The target is " + base::joinWords(steps) +
         (info.target_set_by.empty() ? "" : " (set by " + info.target_set_by + ")") + ".";
}

std::string peerWords(const MeasureInfo& info) {
  if (!info.peers) {
    return {};
  }
  const series::PeerSpec& peers = *info.peers;
  std::string text = " Set beside \"" + peers.measure + "\" of other forces: the " +
                     (peers.weighted ? "weighted" : "unweighted") + " mean of the group " + peers.group +
                     (peers.includes_own ? ", the force itself included" : ", the force itself not included");
  text += peers.left_out.empty() ? "" : "; the rank leaves out " + base::joinWords(peers.left_out);
  if (peers.oldest != series::kOldestPeers) {
    text += "; figures up to " + base::countOf(peers.oldest, "month", "months") + " old are taken";
  }
  return text + ".";
}

std::string windowWords(const MeasureInfo& info) {
  std::string text;
  if (info.has(Window::Since)) {
    text += info.since_words.empty() ? (info.since ? " Told since " + info.since->longName() + "." : "")
                                     : " Told since the event \"" + info.since_words + "\".";
  }
  if (info.has(Window::Between) && info.between) {
    text += " Told for " + base::rangeInWords(*info.between) + ".";
  }
  if (info.has(Window::Wave)) {
    text += " Told by wave of the survey \"" + info.survey + "\".";
  }
  std::vector<std::string> labels;
  for (const series::NamedReference& reference : info.compare) {
    const bool has_article = reference.kind != series::NamedReference::Kind::Period;
    labels.push_back(reference.kind == series::NamedReference::Kind::LastPublished
                         ? "the figure last published"
                         : (has_article ? "the " : "") + reference.label);
  }
  if (!labels.empty()) {
    text += " Compared with " + base::joinWords(labels) + ".";
  }
  return text + peerWords(info);
}

std::string groupWords(const MeasureInfo& info, const std::string& largest) {
  std::string text;
  for (const series::BreakdownInfo& breakdown : info.breakdowns) {
    if (breakdown.top > 0) {
      text += " By " + base::lower(breakdown.label) + ": the " + std::to_string(breakdown.top) + " " + largest +
              (breakdown.is_tree ? " at each level" : "") + ", the rest as \"Other\" in every month.";
    }
  }
  return text;
}

std::string timeWords(const MeasureInfo& info) {
  std::string text;
  if (!info.expected.empty()) {
    text += " Its data are expected by " + info.expected + " after the month's end.";
  }
  if (info.settles_after > 0) {
    text += info.settles_after == 1 ? " The latest month is provisional, since it still settles."
                                    : " The latest " + std::to_string(info.settles_after) +
                                          " months are provisional, since they still settle.";
  }
  if (!info.wanted.empty()) {
    text += " Wanted: " + info.wanted + ".";
  }
  return text;
}

std::string rangeText(base::MonthRange months) { return months.first.iso() + " to " + months.last.iso(); }

}  // namespace

std::string tellingWords(const MeasureInfo& info, const std::string& largest) {
  return targetWords(info) + windowWords(info) + groupWords(info, largest) + timeWords(info);
}

std::string tellingText(const MeasureInfo& info) {
  std::string text;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) {
      text += std::string(key) + " = " + value + "\n";
    }
  };
  std::vector<std::string> breakdowns;
  for (const series::BreakdownInfo& breakdown : info.breakdowns) {
    breakdowns.push_back(breakdown.id +
                         (breakdown.is_tree ? " (tree of " + base::join(breakdown.columns, ", ") + ")" : "") +
                         (breakdown.top > 0 ? " (top " + std::to_string(breakdown.top) + ")" : ""));
  }
  text += "by = " + base::join(breakdowns, ", ") + "\n";
  std::vector<std::string> windows;
  for (const Window window : info.windows) {
    windows.emplace_back(series::windowName(window));
  }
  text += "windows = " + base::join(windows, ", ") + "\n";
  add("since", info.since ? info.since->iso() : info.since_words);
  add("between", info.between ? rangeText(*info.between) : "");
  add("survey", info.survey);
  std::vector<std::string> compare;
  for (const series::NamedReference& reference : info.compare) {
    compare.push_back(reference.label);
  }
  add("compare", base::join(compare, ", "));
  add("expected", info.expected);
  add("settles_after", info.settles_after > 0 ? std::to_string(info.settles_after) : "");
  return text;
}

}  // namespace boardpack::measure
