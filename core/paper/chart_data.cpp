#include "paper/chart_data.hpp"

#include "findings/chart_facts.hpp"
#include "findings/statistics_words.hpp"
#include "statistics/control_limits.hpp"

#include <cmath>

namespace boardpack::paper {

namespace {

constexpr std::size_t kYear = 12;

/// How a number that the rules look at becomes a monthly value.
struct Back {
  bool of_a_day = false;
  bool differences = false;

  explicit Back(const std::string& looked_at)
      : of_a_day(looked_at == statistics::kMeanOfADay || looked_at == statistics::kYearOnYearOfADay),
        differences(looked_at == statistics::kYearOnYear || looked_at == statistics::kYearOnYearOfADay) {}

  /// Of the month at an index; nothing where the month a year before has no value.
  std::optional<double> value(double looked, const series::Series& series, const series::GroupSeries& group,
                              std::size_t index) const {
    const auto days = [&](std::size_t at) { return of_a_day ? series.months[at].lastDay().day : 1; };
    double level = looked;
    if (differences) {
      const std::vector<series::Cell>& cells = group.in(series::Window::Month);
      if (index < kYear || index - kYear >= cells.size() || !cells[index - kYear].has()) {
        return std::nullopt;
      }
      level += *cells[index - kYear].value / days(index - kYear);
    }
    return level * days(index);
  }
};

std::optional<double> finite(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? value : std::nullopt;
}

/// Leaves out limits where no figure can be, so that an axis does not run to −10% for them, and says so.
void leaveOutUnreachable(const series::MeasureInfo& info, LimitLines& lines) {
  const bool is_part = info.nature.is_proportion;
  const bool is_number = info.nature.is_count || info.nature.is_rate || is_part;
  const auto leaveOut = [&](std::vector<std::optional<double>>& line, bool applies, auto isBeyond, const char* note) {
    bool any = false;
    for (std::optional<double>& value : line) {
      if (applies && value && isBeyond(*value)) {
        value.reset();
        any = true;
      }
    }
    if (any) {
      lines.notes.emplace_back(note);
    }
  };
  leaveOut(
      lines.lower, is_number, [](double value) { return value < 0; },
      "Where the lower limit lies below 0 it is not drawn.");
  leaveOut(
      lines.upper, is_part && info.unit == "%", [](double value) { return value > 100; },
      "Where the upper limit lies above 100% it is not drawn.");
}

}  // namespace

LimitLines limitLines(const series::Analysed& measure, std::size_t group, const base::MonthRange& shown) {
  const series::Series& series = measure.series;
  const series::Limits& limits = measure.groups[group].limits;
  const Back back(limits.looked_at);
  LimitLines lines;
  lines.vary = back.of_a_day || back.differences;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    std::optional<double> mean;
    std::optional<double> lower;
    std::optional<double> upper;
    const int at = series.months.empty() ? -1 : month - series.months.front();
    const auto index = static_cast<std::size_t>(at);
    if (limits.available && at >= 0 && index < series.months.size()) {
      const series::LimitsStep* step = limits.stepAt(index);
      const auto told = [&](double looked) { return finite(back.value(looked, series, series.groups[group], index)); };
      if (step != nullptr) {
        const std::size_t k = index - step->first;
        const bool by_month = k < step->lower_by_month.size() && k < step->upper_by_month.size();
        lines.vary = lines.vary || by_month;
        mean = told(step->mean);
        lower = told(by_month ? step->lower_by_month[k] : step->lower);
        upper = told(by_month ? step->upper_by_month[k] : step->upper);
      } else if (limits.steps.empty() && index >= limits.first) {
        mean = told(limits.mean);
        lower = told(limits.lower);
        upper = told(limits.upper);
      }
    }
    lines.mean.push_back(mean);
    lines.lower.push_back(lower);
    lines.upper.push_back(upper);
  }
  leaveOutUnreachable(series.info, lines);
  return lines;
}

FunnelChart funnelChart(const series::Analysed& measure, const series::ChartSpec& spec) {
  FunnelChart chart{.funnel = findings::funnelOf(measure, spec),
                    .unit = measure.series.info.unit,
                    .decimals = measure.series.info.decimals};
  if (spec.breakdown.empty() && measure.peers) {
    chart.unit = measure.peers->unit;
    chart.decimals = findings::peerDecimals(measure);
  }
  return chart;
}

}  // namespace boardpack::paper
