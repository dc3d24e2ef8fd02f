#include "series/figure_sink.hpp"

#include "series/window_months.hpp"

#include <algorithm>

namespace boardpack::series {

namespace {

/// A month as a number that sorts: 202512.
double monthNumber(base::Month month) { return month.year() * 100.0 + month.month(); }

}  // namespace

void addInterval(FigureSink& sink, const GroupAnalysis& analysis, base::Month month, Window window) {
  const std::optional<Interval>& interval = analysis.intervals[static_cast<std::size_t>(window)];
  if (interval) {
    sink.add(month, window, "lower_95", "", interval->lower);
    sink.add(month, window, "upper_95", "", interval->upper);
  }
}

void addSignificance(FigureSink& sink, const Comparison& comparison, base::Month month, const std::string& reference) {
  const Significance& test = comparison.significance;
  if (test.verdict == Significance::Verdict::NotTested || !comparison.change.has()) {
    return;
  }
  if (test.verdict == Significance::Verdict::CannotTell) {
    sink.add(month, comparison.window, "significant", reference, std::nullopt, Symbol::NotAvailable);
    return;
  }
  sink.add(month, comparison.window, "significant", reference,
           test.verdict == Significance::Verdict::Beyond ? 1.0 : 0.0);
  if (test.z) {
    sink.add(month, comparison.window, "change_z", reference, *test.z);
  }
  if (test.p) {
    sink.add(month, comparison.window, "change_p", reference, *test.p);
  }
}

void addCourse(FigureSink& sink, const GroupAnalysis& analysis, base::Month month) {
  const Season& season = analysis.season;
  if (season.tested) {
    sink.add(month, Window::Month, "season", "", season.strong ? 1.0 : 0.0);
    if (season.strength) {
      sink.add(month, Window::Month, "season_strength", "", *season.strength);
    }
    if (season.p) {
      sink.add(month, Window::Month, "season_p", "", *season.p);
    }
  }
  for (const ChangePoint& point : analysis.change_points.points) {
    sink.add(point.starts, Window::Month, "change_point", "", static_cast<double>(point.order));
    sink.add(point.starts, Window::Month, "change_point_first", "", monthNumber(point.between.first));
    sink.add(point.starts, Window::Month, "change_point_last", "", monthNumber(point.between.last));
    sink.add(point.starts, Window::Month, "level_before", "", point.before);
    sink.add(point.starts, Window::Month, "level_after", "", point.after);
  }
  const Forecast& forecast = analysis.forecast;
  if (forecast.available) {
    const base::Month march = forecast.year.last;
    sink.add(march, Window::FinancialYear, "forecast", "", forecast.value);
    sink.add(march, Window::FinancialYear, "forecast_lower_95", "", forecast.lower);
    sink.add(march, Window::FinancialYear, "forecast_upper_95", "", forecast.upper);
    sink.add(march, Window::FinancialYear, "forecast_so_far", "", forecast.so_far);
  }
}

void addContribution(FigureSink& sink, const Analysed& measure, const GroupSeries& group, base::Month month) {
  for (const Contribution& contribution : measure.contributions) {
    if (contribution.breakdown != group.breakdown || !contribution.is_rate) {
      continue;
    }
    const auto part = std::find_if(contribution.parts.begin(), contribution.parts.end(),
                                   [&](const ContributionPart& each) { return each.group == group.group; });
    if (part == contribution.parts.end()) {
      continue;
    }
    sink.add(month, contribution.window, "contribution", "", part->change);
    sink.add(month, contribution.window, "contribution_mix", "", part->mix);
    sink.add(month, contribution.window, "contribution_rate", "", part->rate);
  }
}

void addContributionSums(FigureSink& sink, const Analysed& measure, base::Month month) {
  for (const Contribution& contribution : measure.contributions) {
    if (contribution.is_rate && !contribution.parts.empty()) {
      sink.addOf(contribution.breakdown, month, contribution.window, "contribution_mix", contribution.mix);
      sink.addOf(contribution.breakdown, month, contribution.window, "contribution_rate", contribution.rate);
    } else if (contribution.parts.size() > kContributionsNamed) {
      sink.addOf(contribution.breakdown, month, contribution.window, "contribution_rest", contribution.rest);
    }
  }
}

void addPeers(FigureSink& sink, const PeerStanding& peers) {
  if (!peers.available) {
    return;
  }
  const base::Month end = peers.period.last;
  const Window window = windowOf(peers.period);
  sink.add(end, window, "peer_own", peers.group, peers.own);
  sink.add(end, window, "peer_mean", peers.group, peers.mean);
  sink.add(end, window, "national", "", peers.national);
  if (peers.rank) {
    sink.add(end, window, "rank", peers.group, static_cast<double>(*peers.rank));
    sink.add(end, window, "ranked", peers.group, static_cast<double>(peers.ranked));
    sink.add(end, window, "rank_ties", peers.group, static_cast<double>(peers.ties));
  }
  if (peers.lowest && peers.highest) {
    sink.add(end, window, "peer_lowest", peers.group, *peers.lowest);
    sink.add(end, window, "peer_highest", peers.group, *peers.highest);
  }
  if (peers.increases) {
    sink.add(end, window, "increases", peers.group, static_cast<double>(*peers.increases));
    sink.add(end, window, "compared", peers.group, static_cast<double>(peers.compared));
  }
  if (!peers.funnel.points.empty()) {
    sink.add(end, window, "funnel_centre", peers.group, peers.funnel.centre);
  }
  for (const FunnelPoint& point : peers.funnel.points) {
    sink.add(end, window, "peer_value", point.name, point.value);
    sink.add(end, window, "peer_base", point.name, point.base);
    sink.add(end, window, "funnel_lower_95", point.name, point.lower_95);
    sink.add(end, window, "funnel_upper_95", point.name, point.upper_95);
    sink.add(end, window, "funnel_lower_998", point.name, point.lower_998);
    sink.add(end, window, "funnel_upper_998", point.name, point.upper_998);
  }
}

void addFunnel(FigureSink& sink, const Analysed& measure, const GroupSeries& group, base::Month month) {
  if (!measure.funnel || measure.funnel->points.empty()) {
    return;
  }
  const std::vector<BreakdownInfo>& all = measure.series.info.breakdowns;
  const auto areas = std::find_if(all.begin(), all.end(), [](const BreakdownInfo& each) { return each.is_area; });
  if (areas == all.end() || areas->id != group.breakdown) {
    return;
  }
  const Window window = measure.series.info.has(Window::Mrt) ? Window::Mrt : measure.series.info.shortest();
  for (const FunnelPoint& point : measure.funnel->points) {
    if (point.name == group.group) {
      sink.add(month, window, "funnel_centre", "", measure.funnel->centre);
      sink.add(month, window, "funnel_lower_95", "", point.lower_95);
      sink.add(month, window, "funnel_upper_95", "", point.upper_95);
      sink.add(month, window, "funnel_lower_998", "", point.lower_998);
      sink.add(month, window, "funnel_upper_998", "", point.upper_998);
    }
  }
}

void addSteps(FigureSink& sink, const Series& series, const Limits& limits) {
  for (std::size_t i = 0; i < limits.steps.size(); ++i) {
    const LimitsStep& step = limits.steps[i];
    if (i + 1 < limits.steps.size() && step.first < series.months.size()) {
      const base::Month month = series.months[step.first];
      sink.add(month, Window::Month, "mean", "", step.mean);
      if (step.lower_by_month.empty()) {
        sink.add(month, Window::Month, "lower_limit", "", step.lower);
        sink.add(month, Window::Month, "upper_limit", "", step.upper);
      }
    }
    for (std::size_t k = 0; k < step.lower_by_month.size() && k < step.upper_by_month.size(); ++k) {
      // The latest month's are among the figures of the latest month.
      if (step.first + k + 1 < series.months.size()) {
        const base::Month month = series.months[step.first + k];
        sink.add(month, Window::Month, "lower_limit", "", step.lower_by_month[k]);
        sink.add(month, Window::Month, "upper_limit", "", step.upper_by_month[k]);
      }
    }
  }
}

}  // namespace boardpack::series
