#pragma once
#include "series/analysis.hpp"
#include "series/figure.hpp"

#include <string>
#include <string_view>

namespace boardpack::series {

/// Where the figures of one group of one measure go.
class FigureSink {
 public:
  FigureSink(const TakeFigure& take, const std::string& force, const Series& series, const GroupSeries& group)
      : take_(take), breakdown_(group.breakdown) {
    figure_.force = force;
    figure_.measure = series.info.name;
    figure_.breakdown = group.breakdown;
    figure_.group = group.group;
  }

  /// A number or, without one, the symbol in its place.
  void add(base::Month period, Window window, const char* statistic, const std::string& reference,
           const std::optional<double>& value, Symbol symbol = Symbol::None) {
    write(period, window, statistic, reference, value, symbolText(symbol));
  }
  /// A number of a breakdown as a whole.
  void addOf(const std::string& breakdown, base::Month period, Window window, const char* statistic, double value) {
    figure_.breakdown = breakdown;
    write(period, window, statistic, "", value, "");
    figure_.breakdown = breakdown_;
  }
  /// With the marks and the bound that stand beside a value.
  void add(base::Month period, Window window, const char* statistic, const std::string& reference, const Cell& cell) {
    if (!cell.has()) {
      write(period, window, statistic, reference, cell.value, symbolText(cell.symbol));
      return;
    }
    std::string symbol = marksText(cell.marks);
    if (cell.bound != Bound::Exact) {
      symbol += (symbol.empty() ? "[" : " [") + std::string(boundWords(cell.bound)) + "]";
    }
    write(period, window, statistic, reference, cell.value, symbol);
  }

 private:
  void write(base::Month period, Window window, const char* statistic, const std::string& reference,
             const std::optional<double>& value, std::string_view symbol) {
    figure_.period = period.iso();
    figure_.window = windowName(window);
    figure_.statistic = statistic;
    figure_.reference = reference;
    figure_.value = value;
    figure_.symbol = symbol;
    take_(figure_);
  }

  const TakeFigure& take_;
  const std::string& breakdown_;
  Figure figure_;  ///< one for all: near a million are written of a thousand measures
};

/// Interval of the latest value of a window.
void addInterval(FigureSink& sink, const GroupAnalysis& analysis, base::Month month, Window window);
/// Whether a change is more than chance gives, after its own figures.
void addSignificance(FigureSink& sink, const Comparison& comparison, base::Month month, const std::string& reference);
/// Season, changes of level, forecast.
void addCourse(FigureSink& sink, const GroupAnalysis& analysis, base::Month month);
/// Mix and rate of each breakdown's contribution that this group has.
void addContribution(FigureSink& sink, const Analysed& measure, const GroupSeries& group, base::Month month);
/// What stands of a breakdown as a whole, under no group: of a share, mean or rate the sums of mix and rate over its
/// groups; of a count what the groups beyond the kContributionsNamed largest add together.
void addContributionSums(FigureSink& sink, const Analysed& measure, base::Month month);
/// The force beside its peers, for the comparator's own period.
void addPeers(FigureSink& sink, const PeerStanding& peers);
/// The limits that this group's place among the others is judged by.
void addFunnel(FigureSink& sink, const Analysed& measure, const GroupSeries& group, base::Month month);
/// Mean and limits of each step of a control chart before the latest, at the step's first month; of limits that vary by
/// month, those of each month.
void addSteps(FigureSink& sink, const Series& series, const Limits& limits);

}  // namespace boardpack::series
