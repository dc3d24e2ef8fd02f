#include "findings/period_words.hpp"

#include "series/window_months.hpp"

#include <algorithm>

namespace boardpack::findings {

namespace {

using series::MeasureInfo;
using series::Reference;
using series::Wave;
using series::Window;

/// A window that has no months at `month`.
std::string emptyPeriod(const MeasureInfo& info, Window window, base::Month month) {
  if (window == Window::Since && info.since) {
    return "the time since " + info.since->longName();
  }
  if (window == Window::Between && info.between) {
    return base::rangeInWords(*info.between);
  }
  return window == Window::Wave ? "the latest wave to " + month.longName() : month.longName();
}

std::string waveWords(const std::vector<Wave>& waves, base::MonthRange months) {
  const auto wave = std::find_if(waves.begin(), waves.end(), [&](const Wave& each) { return each.months == months; });
  const bool has_name = wave != waves.end() && !wave->name.empty();
  if (!has_name) {
    return base::rangeInWords(months);
  }
  const bool is_number = wave->name.find_first_not_of("0123456789") == std::string::npos;
  return (is_number ? "wave " + wave->name : wave->name) + " (" + base::rangeInWords(months) + ")";
}

std::string monthsWords(const std::vector<Wave>& waves, Window window, base::MonthRange months) {
  switch (window) {
    case Window::Mrt:
      return "the 12 months to " + months.last.longName();
    case Window::FinancialYear:
      return months.last.financialYearName();
    case Window::CalendarYear:
      return std::to_string(months.last.year());
    case Window::Wave:
      return waveWords(waves, months);
    default:
      break;
  }
  return base::rangeInWords(months);
}

/// "mean month of ", "mean quarter of ", "mean year of ": of a reference longer than the window.
std::string meanStretch(const series::Comparison& comparison) {
  const int own = comparison.months.count();
  if (own == 1) {
    return "the mean month of ";
  }
  return own == 3 ? "the mean quarter of " : "the mean year of ";
}

}  // namespace

std::string periodWords(const MeasureInfo& info, const std::vector<Wave>& waves, Window window, base::Month month) {
  const std::optional<base::MonthRange> months = series::monthsOf(info, waves, window, month);
  return months ? monthsWords(waves, window, *months) : emptyPeriod(info, window, month);
}

std::string periodWords(const series::Series& series, Window window, base::Month month) {
  return periodWords(series.info, series.waves, window, month);
}

std::string periodWords(const series::Series& series, const series::Comparison& comparison, base::Month month) {
  return periodWords(series, comparison.window, month);
}

std::string referenceWords(const series::Series& series, const series::Comparison& comparison) {
  if (comparison.reference != Reference::Named) {
    return monthsWords(series.waves, comparison.window, comparison.before_months);
  }
  const std::string months = base::rangeInWords(comparison.before_months);
  const auto named =
      std::find_if(series.info.compare.begin(), series.info.compare.end(),
                   [&](const series::NamedReference& reference) { return reference.label == comparison.label; });
  const auto kind = named == series.info.compare.end() ? series::NamedReference::Kind::Period : named->kind;
  if (kind == series::NamedReference::Kind::LastPublished) {
    return "the figure last published" +
           (comparison.before.has()
                ? " (" + monthsWords(series.waves, comparison.window, comparison.before_months) + ")"
                : std::string());
  }
  const bool is_mean = comparison.before.has() && comparison.months.count() < comparison.before_months.count() &&
                       series.info.nature.grows_with_length;
  if (kind == series::NamedReference::Kind::MeanOfMonths) {
    return "the " + comparison.label + " (" + months + ")";
  }
  return (is_mean ? meanStretch(comparison) : "") + comparison.label;
}

}  // namespace boardpack::findings
