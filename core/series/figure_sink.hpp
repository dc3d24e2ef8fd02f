#pragma once
#include "series/figure.hpp"

#include <string>
#include <utility>
#include <vector>

namespace boardpack::series {

/// Where the figures of one group of one measure go.
class FigureSink {
 public:
  FigureSink(std::vector<Figure>& out, const std::string& force, const Series& series, const GroupSeries& group)
      : out_(out), force_(force), series_(series), group_(group) {}

  /// A number or, without one, the symbol in its place.
  void add(base::Month period, Window window, const char* statistic, const std::string& reference,
           const std::optional<double>& value, Symbol symbol = Symbol::None) {
    write(period, window, statistic, reference, value, symbolText(symbol));
  }
  /// A number of a breakdown as a whole.
  void addOf(const std::string& breakdown, base::Month period, Window window, const char* statistic, double value) {
    write(period, window, statistic, "", value, "");
    out_.back().breakdown = breakdown;
  }
  /// With the marks and the bound that stand beside a value.
  void add(base::Month period, Window window, const char* statistic, const std::string& reference, const Cell& cell) {
    std::string symbol = symbolText(cell.symbol);
    if (cell.has()) {
      symbol = marksText(cell.marks);
      if (cell.bound != Bound::Exact) {
        symbol += (symbol.empty() ? "[" : " [") + std::string(boundWords(cell.bound)) + "]";
      }
    }
    write(period, window, statistic, reference, cell.value, std::move(symbol));
  }

 private:
  void write(base::Month period, Window window, const char* statistic, const std::string& reference,
             const std::optional<double>& value, std::string symbol) {
    out_.push_back(Figure{.force = force_,
                          .measure = series_.info.name,
                          .breakdown = group_.breakdown,
                          .group = group_.group,
                          .period = period.iso(),
                          .window = windowName(window),
                          .statistic = statistic,
                          .reference = reference,
                          .value = value,
                          .symbol = std::move(symbol)});
  }

  std::vector<Figure>& out_;
  const std::string& force_;
  const Series& series_;
  const GroupSeries& group_;
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
