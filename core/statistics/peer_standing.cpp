#include "statistics/peer_standing.hpp"

#include "statistics/peers/funnel_limits.hpp"
#include "statistics/peers/peer_figures.hpp"
#include "statistics/peers/peer_reasons.hpp"

#include "base/decimal_arithmetic.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace boardpack::statistics {
namespace {

using series::Cell;
using series::PeerStanding;
using series::Symbol;

constexpr const char* kForce = "force";
constexpr const char* kCountry = "country";
constexpr const char* kNation = "England and Wales";
constexpr int kYear = 12;
constexpr double kPer = 1000;

/// What the forces are compared by.
enum class By { Rate, Value, Count };

class Standing {
 public:
  Standing(const PeerQuestion& question, const PeerFigures& figures, base::Month period)
      : question_(question), figures_(figures), period_(period) {
    std::vector<std::string> forces = figures.forces(period);
    bool has_rates = false;
    bool has_values = false;
    for (const std::string& force : forces) {
      const PeerFigure& figure = *figures.find(kForce, force, period);
      const bool is_rate = figure.unit.starts_with("per 1,000 people");
      has_rates = has_rates || (is_rate && figure.rate());
      has_values = has_values || (!is_rate && figure.value);
    }
    by_ = has_rates ? By::Rate : has_values ? By::Value : By::Count;
  }

  /// Whether the force has a place among others: by counts alone none has.
  bool places() const { return standing_.ranked > 1 && (standing_.rank || isLeftOut(question_.force)); }
  /// Whether anything stands beside the force's own figure.
  bool tells() const {
    return places() || standing_.mean.has() || standing_.national.has() || standing_.increases.has_value();
  }

  PeerStanding make() {
    standing_.available = true;
    standing_.period = {period_ - (kYear - 1), period_};
    standing_.lag_months = question_.month - period_;
    standing_.group = question_.spec.group;
    standing_.force = question_.force;
    describe();
    setOwn();
    setMean();
    setNational();
    setRank();
    setIncreases();
    setFunnel();
    return standing_;
  }

 private:
  const PeerFigure* figureOf(const std::string& force) const { return figures_.find(kForce, force, period_); }

  std::optional<double> valueOf(const PeerFigure* figure) const {
    if (figure == nullptr) {
      return std::nullopt;
    }
    return by_ == By::Rate ? figure->rate() : by_ == By::Value ? figure->value : figure->count;
  }

  std::string reasonOf(const PeerFigure* figure) const {
    if (figure == nullptr) {
      return "the comparators have no row for it";
    }
    return figure->not_available.empty() ? "the comparators have no figure for it" : figure->not_available;
  }

  bool isLeftOut(const std::string& force) const {
    const std::vector<std::string>& names = question_.spec.left_out;
    return std::find(names.begin(), names.end(), force) != names.end();
  }

  void describe() {
    std::set<std::string> sources;
    for (const std::string& force : figures_.forces(period_)) {
      const PeerFigure& figure = *figureOf(force);
      sources.insert(figure.sources.begin(), figure.sources.end());
      standing_.publishable = standing_.publishable && figure.publishable;
      if (figure.published_on && (!standing_.published_on || *standing_.published_on < *figure.published_on)) {
        standing_.published_on = figure.published_on;
      }
      if (valueOf(&figure)) {
        standing_.unit = figure.unit;
        standing_.population = by_ == By::Rate ? figure.population() : "";
      }
    }
    if (const PeerFigure* nation = figures_.find(kCountry, kNation, period_)) {
      standing_.publishable = standing_.publishable && nation->publishable;
    }
    standing_.source = base::join({sources.begin(), sources.end()}, "; ");
  }

  /// The force's own figure from its own data, by the comparator's population so that like stands with like.
  std::optional<Cell> ownData() const {
    if (question_.own == nullptr) {
      return std::nullopt;
    }
    const series::MeasureInfo& info = question_.own->info;
    const Cell cell = question_.own->at(question_.own->force(), series::Window::Mrt, period_);
    if (!cell.has()) {
      return std::nullopt;
    }
    const bool is_count = info.nature.adds_up && info.unit.empty();
    const std::optional<double> count = info.nature.is_rate ? cell.numerator : is_count ? cell.value : std::nullopt;
    if (by_ == By::Value) {
      const bool fits = !is_count && !info.nature.is_rate && info.unit == standing_.unit;
      return fits ? std::optional(cell) : std::nullopt;
    }
    if (!count) {
      return std::nullopt;
    }
    if (by_ == By::Count) {
      Cell own = Cell::of(*count);
      own.numerator = count;
      return own;
    }
    const PeerFigure* published = figureOf(question_.force);
    if (published == nullptr || !published->base || *published->base <= 0) {
      return std::nullopt;
    }
    Cell own = Cell::of(kPer * *count / *published->base);
    own.numerator = count;
    own.denominator = published->base;
    return own;
  }

  void setOwn() {
    if (std::optional<Cell> own = ownData()) {
      standing_.own = std::move(*own);
      standing_.own_from = "the force's own data";
      return;
    }
    const PeerFigure* published = figureOf(question_.force);
    if (const std::optional<double> value = valueOf(published)) {
      standing_.own = published->cell(*value, by_ != By::Count);
      standing_.own_from = "the comparator's own figure for the force";
      return;
    }
    standing_.own = Cell::missing(Symbol::NotAvailable, reasonOf(published));
  }

  std::vector<std::string> membersToAverage() const {
    std::set<std::string> names(question_.members.begin(), question_.members.end());
    if (question_.spec.includes_own) {
      names.insert(question_.force);
    } else {
      names.erase(question_.force);
    }
    return {names.begin(), names.end()};
  }

  void setMean() {
    if (by_ == By::Count) {
      standing_.mean = Cell::missing(Symbol::NotApplicable,
                                     "the comparators are counts, which have no mean among forces of unequal size");
      return;
    }
    if (question_.members.empty()) {
      standing_.mean = Cell::missing(Symbol::NotAvailable,
                                     "the group " + question_.spec.group + " has no members in the peer groups");
      return;
    }
    double of_values = 0;  // in order of the members' names, so that it is the same each time
    double counts = 0;
    double bases = 0;
    bool has_counts = true;
    for (const std::string& member : membersToAverage()) {
      const PeerFigure* figure = figureOf(member);
      std::optional<double> value = valueOf(figure);
      std::optional<double> count = figure != nullptr ? figure->count : std::nullopt;
      std::optional<double> base = figure != nullptr ? figure->base : std::nullopt;
      if (!value && member == question_.force && standing_.own.has()) {
        value = standing_.own.value;
        count = standing_.own.numerator;
        base = standing_.own.denominator;
      }
      if (!value) {
        standing_.left_out.push_back(member + " (of the mean: " + reasonOf(figure) + ")");
        continue;
      }
      standing_.members.push_back(member);
      of_values = base::sumOf(of_values, *value);
      has_counts = has_counts && count && base;
      counts += count.value_or(0);
      bases += base.value_or(0);
    }
    nameAveraging();
    if (standing_.members.empty()) {
      standing_.mean = Cell::missing(Symbol::NotAvailable, "no member of the group has a figure");
    } else if (!question_.spec.weighted) {
      standing_.mean = Cell::of(base::quotientOf(of_values, static_cast<double>(standing_.members.size())));
    } else if (!has_counts || bases <= 0) {
      standing_.mean = Cell::missing(Symbol::NotAvailable,
                                     "a weighted mean needs the counts and bases of every member, which the "
                                     "comparators do not give");
    } else {
      standing_.mean = Cell::of((by_ == By::Rate ? kPer : weightedFactor()) * counts / bases);
      standing_.mean.numerator = counts;
      standing_.mean.denominator = bases;
    }
  }

  double weightedFactor() const { return standing_.unit == "%" ? 100 : 1; }

  void nameAveraging() {
    const char* const what = by_ == By::Rate ? "rates" : "values";
    const std::string forces = base::countOf(static_cast<std::int64_t>(standing_.members.size()), "force", "forces");
    const bool has_own =
        std::find(standing_.members.begin(), standing_.members.end(), question_.force) != standing_.members.end();
    standing_.averaging = question_.spec.weighted ? "counts of " + forces +
                                                        " added up over what they are counted of, so that each "
                                                        "counts by its size"
                                                  : "unweighted mean of the " + std::string(what) + " of " + forces;
    standing_.averaging += has_own ? ", the force itself included" : ", the force itself not included";
  }

  void setNational() {
    const PeerFigure* nation = figures_.find(kCountry, kNation, period_);
    if (const std::optional<double> value = by_ == By::Count ? std::nullopt : valueOf(nation)) {
      standing_.national = nation->cell(*value, by_ != By::Count);
      return;
    }
    standing_.national = Cell::missing(
        Symbol::NotAvailable, by_ == By::Count && nation != nullptr
                                  ? "the comparators have counts alone, and a country's is not compared with a force's"
                                  : reasonOf(nation));
  }

  /// By rate or value; counts of forces of unequal size have no order worth telling.
  void setRank() {
    if (by_ == By::Count) {
      return;
    }
    int below = 0;
    int equal = 0;
    int others = 0;
    for (const std::string& force : figures_.forces(period_)) {
      if (force == question_.force) {
        continue;
      }
      const std::optional<double> value = valueOf(figureOf(force));
      if (isLeftOut(force)) {
        standing_.left_out.push_back(force + " (of the rank: the measure says so)");
        continue;
      }
      if (!value) {
        standing_.left_out.push_back(force + " (of the rank: " + reasonOf(figureOf(force)) + ")");
        continue;
      }
      ++others;
      widen(*value);
      if (standing_.own.has()) {
        below += base::isAbove(*standing_.own.value, *value) ? 1 : 0;
        equal += base::isSame(*value, *standing_.own.value) ? 1 : 0;
      }
    }
    if (!standing_.own.has() || isLeftOut(question_.force)) {
      standing_.ranked = others;
      return;
    }
    widen(*standing_.own.value);
    standing_.rank = below + 1;
    standing_.ties = equal;
    standing_.ranked = others + 1;
  }

  void widen(double value) {
    standing_.lowest = std::min(standing_.lowest.value_or(value), value);
    standing_.highest = std::max(standing_.highest.value_or(value), value);
  }

  /// What a source gives as a rate and its people alone is counted back; a share needs both its numbers.
  std::optional<FunnelUnit> unitOf(const std::string& force, std::optional<double> value, std::optional<double> count,
                                   const std::optional<double>& base) const {
    if (!value || !base || *base <= 0) {
      return std::nullopt;
    }
    if (!count && by_ == By::Rate) {
      count = *value * *base / kPer;
    }
    return count ? std::optional(FunnelUnit{force, *count, *base}) : std::nullopt;
  }

  std::optional<FunnelUnit> unitOf(const std::string& force) const {
    if (force == question_.force) {
      return unitOf(force, standing_.own.value, standing_.own.numerator, standing_.own.denominator);
    }
    const PeerFigure* figure = figureOf(force);
    return figure == nullptr ? std::nullopt : unitOf(force, valueOf(figure), figure->count, figure->base);
  }

  void setFunnel() {
    const bool is_share = by_ == By::Value && standing_.unit == "%";
    if (by_ != By::Rate && !is_share) {
      standing_.funnel.reason = "a funnel needs rates or shares of all forces";
      return;
    }
    std::vector<FunnelUnit> units;
    for (const std::string& force : figures_.forces(period_)) {
      std::optional<FunnelUnit> unit = isLeftOut(force) ? std::nullopt : unitOf(force);
      if (unit) {
        units.push_back(std::move(*unit));
      }
    }
    standing_.funnel = is_share ? funnelOfShares(units) : funnelOfRates(units, kPer);
  }

  void setIncreases() {
    int rose_as_published = 0;
    int published = 0;
    int rose_by_count = 0;
    int counted = 0;
    for (const std::string& force : figures_.forces(period_)) {
      const PeerFigure* now = figureOf(force);
      const PeerFigure* before = figures_.find(kForce, force, period_ - kYear);
      if (now->change) {
        ++published;
        rose_as_published += *now->change > 0 ? 1 : 0;
      }
      const std::optional<double> later = now->count ? now->count : now->value;
      const std::optional<double> earlier = before == nullptr ? std::nullopt
                                            : now->count      ? before->count
                                                              : before->value;
      if (later && earlier) {
        ++counted;
        rose_by_count += base::isAbove(*later, *earlier) ? 1 : 0;
      }
    }
    if (published > 0) {
      standing_.increases = rose_as_published;
      standing_.compared = published;
      standing_.increases_from = "the changes that the source publishes";
    } else if (counted > 0) {
      standing_.increases = rose_by_count;
      standing_.compared = counted;
      standing_.increases_from = "the figures of the two periods";
    }
  }

  const PeerQuestion& question_;
  const PeerFigures& figures_;
  base::Month period_;
  By by_ = By::Rate;
  PeerStanding standing_;
};

}  // namespace

PeerStanding standingOf(const PeerQuestion& question, const std::vector<series::Comparator>& comparators) {
  const PeerFigures figures(question, comparators);
  const std::vector<base::Month> periods = figures.periods();
  if (periods.empty()) {
    if (const std::optional<sdk::Date> day = figures.heldBack()) {
      return noStanding(question.spec, "the comparators of '" + question.spec.measure + "' are published on " +
                                           base::longDate(*day) + ", after the board meets");
    }
    return noStanding(question.spec,
                      "there is no comparator of '" + question.spec.measure + "' up to " + question.month.longName());
  }
  std::optional<PeerStanding> without_place;
  std::optional<base::Month> too_old;
  for (const base::Month period : periods) {
    Standing standing(question, figures, period);
    PeerStanding made = standing.make();
    if (question.month - period > question.spec.oldest) {
      too_old = standing.tells() && !too_old ? std::optional(period) : too_old;
    } else if (standing.places()) {
      return made;
    } else if (standing.tells() && !without_place) {
      without_place = std::move(made);
    }
  }
  return without_place ? *without_place : noStanding(question.spec, whyNone(question, periods.front(), too_old));
}

}  // namespace boardpack::statistics
