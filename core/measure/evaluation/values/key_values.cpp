#include "measure/evaluation/values/key_values.hpp"

#include "measure/evaluation/values/distinct_keys.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>

namespace boardpack::measure {
namespace {

using Repeats = MeasureDefinition::Repeats;
using series::Cell;
using series::Symbol;

constexpr std::size_t kNoGroup = std::numeric_limits<std::size_t>::max();

std::size_t numberOf(const std::map<std::string, std::size_t>& numbers, const std::string& group) {
  const auto found = numbers.find(group);
  return found == numbers.end() ? kNoGroup : found->second;
}

/// The last day that no longer belongs to the months which end with `day`.
std::int32_t dayBefore(std::int32_t day, int months) {
  using namespace std::chrono;
  const year_month_day date{sys_days{days{day}}};
  const year_month_day back = date - std::chrono::months{months};
  const sys_days at = back.ok() ? sys_days{back} : sys_days{back.year() / back.month() / std::chrono::last};
  return static_cast<std::int32_t>(at.time_since_epoch().count());
}

/// dayBefore() of each day that occurs.
class DaysBefore {
 public:
  DaysBefore(const std::vector<std::int32_t>& days, int within) {
    if (days.empty() || within == Repeats::kEver) {
      return;
    }
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    first_ = *first;
    for (std::int32_t day = *first; day <= *last; ++day) {
      before_.push_back(dayBefore(day, within));
    }
  }
  std::int32_t of(std::int32_t day) const {
    return before_.empty() ? std::numeric_limits<std::int32_t>::min() : before_[static_cast<std::size_t>(day - first_)];
  }

 private:
  std::int32_t first_ = 0;
  std::vector<std::int32_t> before_;
};

/// Calls `row(entry, is_new_key)` for each entry with a key that counts.
template <typename Row>
void forEachEvent(const EntryView& view, Row row) {
  const warehouse::EntryTable& table = view.table();
  std::uint32_t key = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t i = 0; i < table.known; ++i) {
    if (view.counts(i)) {
      row(i, table.key[i] != key);
      key = table.key[i];
    }
  }
}

/// Rows of each group and month.
class EventCounts {
 public:
  EventCounts(std::size_t groups, int months) : months_(static_cast<std::size_t>(months)), rows_(groups * months_) {}

  void add(std::size_t group, int month) { ++rows_[group * months_ + static_cast<std::size_t>(month)]; }
  std::int64_t count(std::size_t group, int first, int last) const {
    std::int64_t found = 0;
    for (int month = first; month <= last; ++month) {
      found += rows_[group * months_ + static_cast<std::size_t>(month)];
    }
    return found;
  }

 private:
  std::size_t months_;
  std::vector<std::int64_t> rows_;
};

class DistinctValues final : public EntryValues {
 public:
  explicit DistinctValues(const EntryView& view) : numbers_(view.numbers()), keys_(view.groups(), view.months()) {
    forEachEvent(view, [&](std::size_t entry, bool is_new) {
      if (is_new) {
        keys_.nextKey();
      }
      if (view.month(entry) >= 0) {
        keys_.add(view.group(entry), view.month(entry));
      }
    });
    first_ = view.firstMonth();
  }

  Cell over(const std::string& group, base::MonthRange range, const Tally& sum) const override {
    const std::size_t number = numberOf(numbers_, group);
    const std::int64_t found = number == kNoGroup ? 0 : keys_.count(number, range.first - first_, range.last - first_);
    Cell cell = Cell::of(static_cast<double>(found));
    cell.numerator = cell.value;
    cell.unknown = sum.unknown;
    return cell;
  }

 private:
  std::map<std::string, std::size_t> numbers_;
  DistinctKeys keys_;
  base::Month first_;
};

/// Of each event whether it reaches `min` and none of its key did in the months that end with its day.
std::vector<bool> firstTimes(const EntryView& view, const std::vector<std::uint32_t>& places, const Repeats& repeats) {
  const std::vector<std::int32_t>& day = view.table().day;
  const DaysBefore before(day, repeats.within);
  std::vector<bool> is_first(places.size(), false);
  std::optional<std::int32_t> reached;  // the latest day on which its key did
  forEachEvent(view, [&](std::size_t entry, bool is_new) {
    if (is_new) {
      reached.reset();
    }
    if (places[entry] < static_cast<std::uint32_t>(repeats.min)) {
      return;
    }
    is_first[entry] = !reached || *reached <= before.of(day[entry]);
    reached = day[entry];
  });
  return is_first;
}

constexpr std::uint32_t kAnyPlace = std::numeric_limits<std::uint32_t>::max();

class RepeatValues final : public EntryValues {
 public:
  RepeatValues(const EntryView& view, const Repeats& repeats, LookBack back)
      : numbers_(view.numbers()), repeats_(repeats), back_(std::move(back)), first_(view.firstMonth()) {
    const auto min = static_cast<std::uint32_t>(repeats.min);
    const auto exactly = static_cast<std::uint32_t>(repeats.exactly.value_or(repeats.min));
    if (repeats.exactly) {
      counted_ = {exactly, repeats.counts_events ? exactly : kAnyPlace};
    } else {
      counted_ = {min, kAnyPlace};
    }
    base_ = {repeats.of_repeats ? min : 1, kAnyPlace};
    const std::vector<std::uint32_t> places = placesOfEvents(view, repeats.within);
    if (repeats.first_time) {
      is_first_ = firstTimes(view, places, repeats);
    }
    if (repeats.counts_events) {
      addEvents(view, places);
    } else {
      addKeys(view, places, exactly);
    }
    is_first_.clear();
  }

  Cell over(const std::string& group, base::MonthRange range, const Tally& sum) const override {
    if (const std::string missing = notCovered(range); !missing.empty()) {
      Cell cell = Cell::missing(Symbol::NotAvailable, missing);
      cell.unknown = sum.unknown;
      return cell;
    }
    const std::size_t number = numberOf(numbers_, group);
    const int first = range.first - first_;
    const int last = range.last - first_;
    const auto count = [&](const std::vector<DistinctKeys>& keys, const std::vector<EventCounts>& events) {
      std::int64_t found = 0;
      if (number != kNoGroup) {
        for (const EventCounts& each : events) {
          found += each.count(number, first, last);
        }
        for (std::size_t i = 0; i < keys.size(); ++i) {
          found += (i == 0 ? 1 : -1) * keys[i].count(number, first, last);
        }
      }
      return static_cast<double>(found);
    };
    Cell cell = cellOf(count(counted_keys_, counted_events_), count(base_keys_, base_events_));
    cell.unknown = sum.unknown;
    return cell;
  }

 private:
  struct Places {
    std::uint32_t least = 0;
    std::uint32_t most = kAnyPlace;
    bool holds(std::uint32_t place) const { return least <= place && place <= most; }
  };

  bool isCounted(std::size_t entry, std::uint32_t place) const {
    return is_first_.empty() ? counted_.holds(place) : is_first_[entry];
  }

  Cell cellOf(double counted, double base) const {
    if (!repeats_.as_share) {
      Cell cell = Cell::of(counted);
      cell.numerator = counted;
      return cell;
    }
    Cell cell = base == 0 ? Cell::missing(Symbol::NotApplicable, repeats_.of_repeats ? "no repeats to take a share of"
                                                                                     : "nobody to take a share of")
                          : Cell::of(100 * counted / base);
    cell.numerator = counted;
    cell.denominator = base;
    return cell;
  }

  /// The months before the window that it needs and that are not covered, in words; "" when all are.
  std::string notCovered(base::MonthRange range) const {
    const base::Month from = back_.months == Question::kEver ? back_.first : range.first - back_.months;
    const int count = range.first - from;
    if (count <= 0) {
      return {};
    }
    const auto begin = back_.gaps.begin() + (from - back_.first);
    const Gaps before(begin, begin + count);
    const std::string gaps = gapsInWords(before, from, false);
    return gaps.empty() ? std::string() : "repeats are looked for from " + from.longName() + " on; " + gaps;
  }

  void addEvents(const EntryView& view, const std::vector<std::uint32_t>& places) {
    counted_events_.emplace_back(view.groups(), view.months());
    base_events_.emplace_back(view.groups(), view.months());
    forEachEvent(view, [&](std::size_t entry, bool) {
      if (view.month(entry) < 0) {
        return;
      }
      if (isCounted(entry, places[entry])) {
        counted_events_.front().add(view.group(entry), view.month(entry));
      }
      if (base_.holds(places[entry])) {
        base_events_.front().add(view.group(entry), view.month(entry));
      }
    });
  }

  /// Keys whose highest place is a number are those that reach it, less those that pass it.
  void addKeys(const EntryView& view, const std::vector<std::uint32_t>& places, std::uint32_t exactly) {
    const DistinctKeys none(view.groups(), view.months());
    const bool has_a_highest = repeats_.exactly.has_value() && !repeats_.first_time;
    counted_keys_.assign(has_a_highest ? 2 : 1, none);
    base_keys_.assign(1, none);
    forEachEvent(view, [&](std::size_t entry, bool is_new) {
      if (is_new) {
        for (std::vector<DistinctKeys>* keys : {&counted_keys_, &base_keys_}) {
          for (DistinctKeys& each : *keys) {
            each.nextKey();
          }
        }
      }
      const int month = view.month(entry);
      if (month < 0) {
        return;
      }
      if (isCounted(entry, places[entry])) {
        counted_keys_.front().add(view.group(entry), month);
      }
      if (has_a_highest && places[entry] > exactly) {
        counted_keys_.back().add(view.group(entry), month);
      }
      if (base_.holds(places[entry])) {
        base_keys_.front().add(view.group(entry), month);
      }
    });
  }

  std::map<std::string, std::size_t> numbers_;
  Repeats repeats_;
  LookBack back_;
  base::Month first_;
  Places counted_;
  Places base_;
  std::vector<bool> is_first_;  ///< of `first_time`, while entries are counted: those that reach `min` first
  std::vector<DistinctKeys> counted_keys_;
  std::vector<DistinctKeys> base_keys_;
  std::vector<EventCounts> counted_events_;
  std::vector<EventCounts> base_events_;
};

}  // namespace

std::vector<std::uint32_t> placesOfEvents(const EntryView& view, int within) {
  const std::vector<std::int32_t>& day = view.table().day;
  const DaysBefore before(day, within);
  std::vector<std::uint32_t> places(view.table().known, 0);
  std::vector<std::int32_t> of_key;  // days of its events so far
  std::size_t begin = 0;             // the first of them that still counts
  forEachEvent(view, [&](std::size_t entry, bool is_new) {
    if (is_new) {
      of_key.clear();
      begin = 0;
    }
    of_key.push_back(day[entry]);
    const std::int32_t outside = before.of(day[entry]);
    while (of_key[begin] <= outside) {
      ++begin;
    }
    places[entry] = static_cast<std::uint32_t>(of_key.size() - begin);
  });
  return places;
}

std::shared_ptr<const EntryValues> distinctValues(const EntryView& view) {
  return std::make_shared<DistinctValues>(view);
}

std::shared_ptr<const EntryValues> repeatValues(const EntryView& view, const Repeats& repeats, LookBack back) {
  return std::make_shared<RepeatValues>(view, repeats, std::move(back));
}

}  // namespace boardpack::measure
