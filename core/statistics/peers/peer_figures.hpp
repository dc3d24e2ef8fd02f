#pragma once
#include "series/comparator.hpp"
#include "series/series.hpp"
#include "statistics/peer_question.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::statistics {

/// What the comparators say of one area in one period, put together from their rows: the count of one table, the rate
/// and its population of another, the published change of a third.
struct PeerFigure {
  std::optional<double> count;
  std::optional<double> base;    ///< people, or what a share is taken of
  std::optional<double> value;   ///< a rate or another value, as published
  std::optional<double> change;  ///< on the year before, per cent, as published
  std::string not_available;     ///< why there is no value
  bool is_withheld = false;      ///< the source has a row for the rate, and no rate in it
  std::string unit, method, change_method;
  std::set<std::string> sources;
  std::optional<sdk::Date> published_on;  ///< the latest of its rows
  bool publishable = true;

  /// As published, else for each 1,000 from count and base.
  std::optional<double> rate() const;
  /// A value of it as a cell, with what it is counted of.
  series::Cell cell(double of, bool with_base) const;
  /// "people of mid-2018, rounded to 100", where the method says so behind a semicolon.
  std::string population() const;
};

/// The figures of one measure by kind of area, area and the month its period ends in.
class PeerFigures {
 public:
  /// Rows published after `day` are left alone. Of two editions that tell the same the later published one is taken.
  PeerFigures(const PeerQuestion& question, const std::vector<series::Comparator>& comparators);

  const PeerFigure* find(const std::string& kind, const std::string& area, base::Month period) const;
  /// Every force with a row for the period, in order of name.
  std::vector<std::string> forces(base::Month period) const;
  /// The periods with a figure of any force, the latest first; none ends after the month that is asked of.
  std::vector<base::Month> periods() const;
  /// The earliest publication among rows held back; nothing when none was.
  std::optional<sdk::Date> heldBack() const { return held_back_; }
  bool empty() const { return figures_.empty(); }

 private:
  struct Key {
    std::string kind, area;
    base::Month period;
    auto operator<=>(const Key&) const = default;
  };
  void add(const series::Comparator& row, PeerFigure& figure);
  void addSums(const PeerQuestion& question, const std::vector<series::Comparator>& comparators);
  void addPeople(const PeerQuestion& question);
  bool hasRates(base::Month period) const;

  std::map<Key, PeerFigure> figures_;
  std::optional<sdk::Date> held_back_;
};

}  // namespace boardpack::statistics
