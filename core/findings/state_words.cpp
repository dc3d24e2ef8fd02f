#include "findings/state_words.hpp"

#include "base/text.hpp"
#include "findings/symbol_words.hpp"

#include <cmath>

namespace boardpack::findings {
namespace {

using series::Cell;
using series::Window;

/// "3 amber and 6 green" and how many groups have no state.
std::string countsWords(const series::Series& series, Window window, base::Month month, std::int64_t& known) {
  std::vector<std::int64_t> counts(series.info.states.size(), 0);
  std::int64_t unknown = 0;
  known = 0;
  for (const series::GroupSeries& group : series.groups) {
    if (group.isForce()) {
      continue;
    }
    const Cell cell = series.at(group, window, month);
    if (cell.has() && !stateName(series.info, *cell.value).empty()) {
      ++known;
      ++counts[static_cast<std::size_t>(*cell.value) - 1];
    } else {
      ++unknown;
    }
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) {
      parts.push_back(std::to_string(counts[i]) + " " + series.info.states[i]);
    }
  }
  if (unknown > 0) {
    parts.push_back(std::to_string(unknown) + " not known");
  }
  return base::joinWords(parts);
}

/// How it stands beside the earlier months whose state is known.
std::string againstEarlier(const series::Series& series, Window window, base::Month month, double now) {
  std::optional<double> before;
  base::Month before_month;
  std::size_t known = 1;
  bool was_as_good = false;
  for (const base::Month earlier : series.months) {
    const Cell cell = earlier < month ? series.at(series.force(), window, earlier) : Cell();
    if (cell.has()) {
      ++known;
      before = cell.value;
      before_month = earlier;
      was_as_good = was_as_good || *cell.value >= now;
    }
  }
  if (!before) {
    return "";
  }
  if (*before == now) {
    return ", as in " + before_month.longName();
  }
  const std::string against = before_month.longName() + " (" + stateName(series.info, *before) + ")";
  if (*before > now) {
    return ", worse than in " + against;
  }
  return was_as_good ? ", better than in " + against
                     : ", better than in " + against + " and for the first time at least " +
                           stateName(series.info, now) + " in the " + std::to_string(known) + " months known";
}

}  // namespace

std::string stateName(const series::MeasureInfo& info, double value) {
  const auto at = static_cast<std::size_t>(std::llround(value));
  const bool is_state = value >= 1 && at <= info.states.size() && static_cast<double>(at) == value;
  return is_state ? info.states[at - 1] : "";
}

std::string stateSentence(const series::Series& series, base::Month month) {
  const Window window = series.info.shortest();
  const Cell cell = series.at(series.force(), window, month);
  std::int64_t known = 0;
  const std::string counts = countsWords(series, window, month, known);
  const std::string in_brackets = counts.empty() ? "" : " (" + counts + ")";
  if (!cell.has()) {
    return series.info.title + ": " + symbolWords(cell.symbol) + " for " + month.longName() + " (" + cell.reason + ")" +
           (known > 0 ? "; known are " + counts : "") + ".";
  }
  const std::string subject = known > 1 ? ": the worst of " + std::to_string(known) + " was " : ": ";
  return series.info.title + subject + stateName(series.info, *cell.value) + " in " + month.longName() + in_brackets +
         againstEarlier(series, window, month, *cell.value) + ".";
}

}  // namespace boardpack::findings
