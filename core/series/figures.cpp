#include "series/figures.hpp"

#include "series/figure_sink.hpp"

namespace boardpack::series {

namespace {

/// Gives the figures of one group of one measure.
class GroupFigures {
 public:
  GroupFigures(const TakeFigure& take, const std::string& force, const Analysed& measure, std::size_t index)
      : measure_(measure),
        series_(measure.series),
        group_(measure.series.groups[index]),
        analysis_(index < measure.groups.size() ? &measure.groups[index] : nullptr),
        sink_(take, force, series_, group_) {}

  void give() {
    for (std::size_t i = 0; i + 1 < series_.months.size(); ++i) {
      earlier(i);
    }
    if (analysis_ != nullptr && analysis_->limits.available) {
      addSteps(sink_, series_, analysis_->limits);
    }
    if (!series_.months.empty()) {
      latest();
    }
  }

 private:
  template <class... Arguments>
  void add(const Arguments&... arguments) {
    sink_.add(arguments...);
  }

  /// What tables and charts show of a month before the pack's: the value of every group over the measure's shortest
  /// window, the rolling total of the force, and the points that a control chart marks.
  void earlier(std::size_t i) {
    const base::Month month = series_.months[i];
    const Window shortest = series_.info.shortest();
    add(month, shortest, "value", "", series_.at(group_, shortest, month));
    const PointClass* point = analysis_ == nullptr ? nullptr : analysis_->limits.classAt(i);
    if (shortest == Window::Month && point != nullptr && point->cause != SpecialCause::None) {
      add(month, Window::Month, "special_cause", "", specialCauseCode(*point), Symbol::None);
    }
    if (group_.isForce() && series_.at(group_, shortest, month).has()) {
      rejected(month, shortest, false);
    }
    if (group_.isForce() && shortest != Window::Mrt && series_.info.has(Window::Mrt)) {
      const Cell rolling = series_.at(group_, Window::Mrt, month);
      add(month, Window::Mrt, "value", "", rolling);
      if (rolling.has()) {
        rejected(month, Window::Mrt, false);
      }
    }
  }

  /// How many rows the figure is missing: of a group at most as many as of the force. That there are none is said of
  /// the force's latest figures alone.
  void rejected(base::Month month, Window window, bool says_none) {
    const std::optional<RejectedRows> rows = series_.rejectedIn(window, month);
    if (!rows || (rows->rows == 0 && !says_none)) {
      return;
    }
    Cell cell = Cell::of(static_cast<double>(rows->rows));
    const bool is_known = rows->rows == 0 || (group_.isForce() && !rows->is_at_most);
    cell.bound = is_known ? Bound::Exact : Bound::AtMost;
    add(month, window, "rejected", "", cell);
  }

  void latest() {
    const base::Month month = series_.months.back();
    for (const Window window : kAllWindows) {
      if (!series_.info.has(window)) {
        continue;
      }
      value(month, window);
      comparisons(month, window);
      if (window == Window::Month) {
        limits(month);
      }
    }
    target(month);
    if (analysis_ != nullptr) {
      addCourse(sink_, *analysis_, month);
    }
    addContribution(sink_, measure_, group_, month);
    addFunnel(sink_, measure_, group_, month);
    if (group_.isForce()) {
      addContributionSums(sink_, measure_, month);
    }
    if (group_.isForce() && measure_.peers) {
      addPeers(sink_, *measure_.peers);
    }
  }

  void value(base::Month month, Window window) {
    const Cell cell = series_.at(group_, window, month);
    add(month, window, "value", "", cell);
    const Nature& nature = series_.info.nature;
    if (!nature.is_sum_of_rows && cell.numerator) {
      add(month, window, "numerator", "", cell.numerator, Symbol::None);
    }
    if (cell.denominator) {
      add(month, window, "denominator", "", cell.denominator, Symbol::None);
    }
    if (cell.unknown > 0 || (nature.tells_unknown && cell.has())) {
      add(month, window, "unknown", "", static_cast<double>(cell.unknown), Symbol::None);
    }
    if (cell.has()) {
      rejected(month, window, group_.isForce());
    }
    if (cell.effective_base) {
      add(month, window, "effective_base", "", cell.effective_base, Symbol::None);
    }
    if (analysis_ != nullptr) {
      addInterval(sink_, *analysis_, month, window);
    }
  }

  /// A target for the force's count or sum is not one for its parts.
  void target(base::Month month) {
    const std::optional<double> target = series_.info.targetAt(month);
    if (target && (group_.isForce() || !series_.info.nature.adds_up)) {
      add(month, series_.info.shortest(), "target", "", target, Symbol::None);
    }
  }

  void comparisons(base::Month month, Window window) {
    if (analysis_ == nullptr) {
      return;
    }
    for (const Comparison& comparison : analysis_->comparisons) {
      if (comparison.window != window) {
        continue;
      }
      const std::string reference =
          comparison.reference == Reference::Named ? comparison.label : referenceName(comparison.reference);
      add(month, window, "previous", reference, comparison.before);
      add(month, window, "change", reference, comparison.change);
      add(month, window, "change_pct", reference, comparison.change_percent);
      addSignificance(sink_, comparison, month, reference);
    }
  }

  void limits(base::Month month) {
    if (analysis_ == nullptr) {
      return;
    }
    const Limits& limits = analysis_->limits;
    const auto of = [&](double number) { return limits.available ? std::optional<double>(number) : std::nullopt; };
    Symbol symbol = Symbol::None;
    if (!limits.available) {
      symbol = limits.symbol == Symbol::None ? Symbol::NotAvailable : limits.symbol;
    }
    add(month, Window::Month, "mean", "", of(limits.mean), symbol);
    add(month, Window::Month, "lower_limit", "", of(limits.lower), symbol);
    add(month, Window::Month, "upper_limit", "", of(limits.upper), symbol);
    const PointClass* point = limits.classAt(series_.months.size() - 1);
    if (point == nullptr) {
      add(month, Window::Month, "special_cause", "", std::nullopt, symbol);
    } else if (point->variation == Variation::Unknown) {
      // A month that is there and judged by no limits: a break made it a mixed one.
      const Cell cell = series_.at(group_, Window::Month, month);
      add(month, Window::Month, "special_cause", "", std::nullopt, cell.has() ? Symbol::NotApplicable : cell.symbol);
    } else {
      add(month, Window::Month, "special_cause", "", specialCauseCode(*point), Symbol::None);
    }
  }

  const Analysed& measure_;
  const Series& series_;
  const GroupSeries& group_;
  const GroupAnalysis* analysis_;
  FigureSink sink_;
};

}  // namespace

void eachFigure(const std::string& force, const Analysed& measure, const TakeFigure& take) {
  for (std::size_t index = 0; index < measure.series.groups.size(); ++index) {
    GroupFigures(take, force, measure, index).give();
  }
}

std::vector<Figure> figuresOf(const std::string& force, const std::vector<Analysed>& measures) {
  std::vector<Figure> figures;
  for (const Analysed& measure : measures) {
    eachFigure(force, measure, [&](const Figure& figure) { figures.push_back(figure); });
  }
  return figures;
}

}  // namespace boardpack::series
