#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include "base/text.hpp"
#include "measure/evaluation/groups/tally.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

namespace boardpack::measure {
namespace {

using series::Window;

/// A row as the test keeps it, to be counted again without any of the code under test.
struct Event {
  int year, month, day;
  std::string key;     // "" not known
  std::string queue;   // "" not known
  std::string result;  // "" not known
  std::string dialled;
  int wait;  // in quarters; -1 not known
  std::size_t number = 0;

  int months() const { return year * 12 + month - 1; }
  int ordinal() const { return months() * 32 + day; }
};

constexpr int kFirst = 2023 * 12;     // January 2023
constexpr int kLast = 2025 * 12 + 5;  // June 2025
constexpr int kShownFrom = kFirst + 13;

int daysIn(int months) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap_february = months % 12 == 1 && (months / 12) % 4 == 0;
  return kDays[months % 12] + (is_leap_february ? 1 : 0);
}

/// Whether `then` lies in the months that end with the day of `now`.
bool isWithin(const Event& then, const Event& now, int within) {
  if (within == MeasureDefinition::Repeats::kEver) {
    return then.ordinal() <= now.ordinal();
  }
  const int back = now.months() - within;
  const int last_outside = back * 32 + std::min(now.day, daysIn(back));
  return last_outside < then.ordinal() && then.ordinal() <= now.ordinal();
}

std::vector<Event> someEvents(std::mt19937& random, int count) {
  const auto upTo = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  std::vector<Event> events;
  std::set<std::pair<std::string, int>> taken;
  while (static_cast<int>(events.size()) < count) {
    const int months = kFirst + upTo(kLast - kFirst);
    Event event{.year = months / 12,
                .month = months % 12 + 1,
                .day = 1 + upTo(daysIn(months) - 1),
                .key = upTo(9) == 0 ? "" : "k" + std::to_string(upTo(40)),
                .queue = upTo(5) == 0 ? "" : std::string(1, static_cast<char>('a' + upTo(2))),
                .result = upTo(7) == 0 ? "" : std::string(1, static_cast<char>('x' + std::min(upTo(3), upTo(2)))),
                .dialled = upTo(9) == 0   ? ""
                           : upTo(2) == 0 ? "101"
                                          : "999",
                .wait = upTo(6) == 0 ? -1 : upTo(40)};
    // Two events of one key on one day have no order of their own: which of them is the repeat is not for this test.
    if (event.key.empty() || taken.emplace(event.key, event.ordinal()).second) {
      events.push_back(event);
    }
  }
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.ordinal() < b.ordinal(); });
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].number = i;
  }
  return events;
}

FakeWarehouse warehouseOf(const std::vector<Event>& events) {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2023-01", "2025-06");
  for (const Event& event : events) {
    const base::Month month(event.year, event.month);
    FakeWarehouse::Row row = {{"received_at", month.iso() + (event.day < 10 ? "-0" : "-") + std::to_string(event.day)}};
    const auto put = [&row](const std::string& column, const std::string& value) {
      if (!value.empty()) {
        row[column] = value;
      }
    };
    put("caller_key", event.key);
    put("queue", event.queue);
    put("result", event.result);
    put("dialled", event.dialled);
    put("wait_seconds", event.wait < 0 ? "" : base::exactNumber(event.wait / 4.0));
    warehouse.add("contacts", month.iso(), row);
  }
  return warehouse;
}

using Path = std::vector<std::string>;

Path pathOf(const Event& event) {
  const auto known = [](const std::string& text) { return text.empty() ? std::string(kNotKnown) : text; };
  return {known(event.queue), known(event.result)};
}

bool startsWith(const Path& path, const Path& start) {
  return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

/// By the group's name and path alone, and for the rest by what stands beside it.
bool isIn(const series::Series& made, const series::GroupSeries& group, const Event& event) {
  if (group.isForce()) {
    return true;
  }
  if (group.path.empty()) {
    return pathOf(event).front() == group.group;
  }
  if (!group.is_rest) {
    return startsWith(pathOf(event), group.path);
  }
  const Path above(group.path.begin(), group.path.end() - 1);
  const std::vector<const series::GroupSeries*> beside = made.groupsOf(group.breakdown);
  return startsWith(pathOf(event), above) &&
         std::none_of(beside.begin(), beside.end(), [&](const series::GroupSeries* other) {
           return !other->is_rest && other->parent == group.parent && isIn(made, *other, event);
         });
}

std::vector<Event> of(const std::vector<Event>& events, int first, int last,
                      const std::function<bool(const Event&)>& is_in) {
  std::vector<Event> found;
  for (const Event& event : events) {
    if (first <= event.months() && event.months() <= last && is_in(event)) {
      found.push_back(event);
    }
  }
  return found;
}

std::vector<double> valuesOf(const std::vector<Event>& events) {
  std::vector<double> values;
  for (const Event& event : events) {
    if (event.dialled == "999" && event.wait >= 0) {
      values.push_back(event.wait / 4.0);
    }
  }
  return values;
}

std::optional<double> quantileOf(const std::vector<Event>& events, double share) {
  std::vector<double> values = valuesOf(events);
  if (values.empty()) {
    return std::nullopt;
  }
  std::sort(values.begin(), values.end());
  const double place = static_cast<double>(values.size() - 1) * share;
  const auto low = static_cast<std::size_t>(place + 1e-9);
  const double part = place - static_cast<double>(low);
  return part < 1e-9 ? values[low] : values[low] + part * (values[low + 1] - values[low]);
}

std::optional<double> distinctOf(const std::vector<Event>& events) {
  std::set<std::string> keys;
  for (const Event& event : events) {
    if (event.dialled == "999" && !event.key.empty()) {
      keys.insert(event.key);
    }
  }
  return static_cast<double>(keys.size());
}

/// Of each event, how many of its key lie in the months that end with its day.
std::vector<int> placesOf(const std::vector<Event>& events, int within) {
  std::vector<int> places;
  for (const Event& event : events) {
    places.push_back(static_cast<int>(std::count_if(events.begin(), events.end(), [&](const Event& other) {
      return other.dialled == "999" && other.key == event.key && isWithin(other, event, within);
    })));
  }
  return places;
}

/// Of each event, whether it is a repeat and no other of its key in the months that end with its day is.
std::vector<bool> firstTimes(const std::vector<Event>& events, const std::vector<int>& places,
                             const MeasureDefinition::Repeats& spec) {
  std::vector<bool> are_first;
  for (const Event& event : events) {
    are_first.push_back(places[event.number] >= spec.min &&
                        std::none_of(events.begin(), events.end(), [&](const Event& other) {
                          return other.number != event.number && other.dialled == "999" && other.key == event.key &&
                                 isWithin(other, event, spec.within) && places[other.number] >= spec.min;
                        }));
  }
  return are_first;
}

std::optional<double> repeatsOf(const std::vector<Event>& window, const std::vector<int>& places,
                                const std::vector<bool>& first, const MeasureDefinition::Repeats& spec) {
  std::map<std::string, int> highest;
  std::map<std::string, bool> reaches;
  int events = 0, counted = 0, repeats = 0;
  for (const Event& event : window) {
    if (event.dialled != "999" || event.key.empty()) {
      continue;
    }
    const int place = places[event.number];
    ++events;
    repeats += place >= spec.min;
    counted += spec.first_time ? first[event.number] : spec.exactly ? place == *spec.exactly : place >= spec.min;
    highest[event.key] = std::max(highest[event.key], place);
    reaches[event.key] = reaches[event.key] || first[event.number];
  }
  if (!spec.counts_events) {
    events = static_cast<int>(highest.size());
    counted = repeats = 0;
    for (const auto& [key, most] : highest) {
      repeats += most >= spec.min;
      counted += spec.first_time ? reaches[key] : spec.exactly ? most == *spec.exactly : most >= spec.min;
    }
  }
  if (!spec.as_share) {
    return counted;
  }
  const int base = spec.of_repeats ? repeats : events;
  return base == 0 ? std::nullopt : std::optional(100.0 * counted / base);
}

/// What a group of repeats is as large as: its number or, of a share, its base.
double sizeOfRepeats(const std::vector<Event>& window, const std::vector<int>& places, const std::vector<bool>& first,
                     MeasureDefinition::Repeats spec) {
  if (spec.as_share) {
    // The share of all that come at least once is 100% of its own base: the base of repeats is their number.
    spec.as_share = false;
    spec.exactly.reset();
    spec.first_time = false;
    spec.min = spec.of_repeats ? spec.min : 1;
  }
  return *repeatsOf(window, places, first, spec);
}

/// Compares every month, window and group from `from` on; gives how many values there were.
template <typename Recount>
int compare(const series::Series& made, int from, const Recount& recount) {
  int compared = 0;
  for (const series::GroupSeries& group : made.groups) {
    for (const Window window : {Window::Month, Window::Mrt, Window::Ytd}) {
      for (std::size_t i = 0; i < made.months.size(); ++i) {
        const int last = made.months[i].index();
        const int first = window == Window::Month ? last
                          : window == Window::Mrt ? last - 11
                                                  : last - (last % 12 + 9) % 12;
        const series::Cell& cell = group.in(window)[i];
        if (first < from) {
          REQUIRE((first < kShownFrom || cell.symbol == series::Symbol::NotAvailable));
          continue;
        }
        const std::optional<double> expected = recount(first, last, group);
        INFO(made.info.name << " " << group.group << " " << made.months[i].iso() << " " << series::windowName(window)
                            << " " << cell.reason);
        REQUIRE(cell.value.has_value() == expected.has_value());
        if (expected) {
          REQUIRE(*cell.value == Approx(*expected).epsilon(1e-12));
          ++compared;
        }
      }
    }
  }
  return compared;
}

MeasureDefinition measureOf(const std::string& name, MeasureKind kind, bool by_several = true) {
  MeasureDefinition definition = countOf(name, "contacts");
  definition.kind = kind;
  definition.rows.where = where("contacts", "dialled = '999'");
  by(definition, "queue");
  if (!by_several) {
    return definition;
  }
  const auto add = [&](const std::string& id, bool is_tree, std::size_t top) {
    bySeveral(definition, {"queue", "result"}, is_tree, top);
    definition.info.breakdowns.back().id = id;
  };
  add("both", false, 0);
  add("largest", false, 3);
  add("tree", true, 0);
  add("tree_of_largest", true, 1);
  return definition;
}

/// The paths of the groups of a breakdown, so long and below another, that `top` kept.
std::set<Path> keptIn(const series::Series& made, const std::string& breakdown, const Path& above, std::size_t length,
                      bool keeps_not_known) {
  std::set<Path> paths;
  for (const series::GroupSeries* group : made.groupsOf(breakdown)) {
    const bool is_here = !group->is_rest && group->path.size() == length && startsWith(group->path, above);
    if (is_here && (keeps_not_known || group->path.back() != kNotKnown)) {
      paths.insert(group->path);
    }
  }
  return paths;
}

/// The `top` largest of the paths of `length` below `above`, by `size`; ties by name.
std::set<Path> largestBy(const std::vector<Event>& events, const Path& above, std::size_t length, std::size_t top,
                         bool keeps_not_known, const std::function<double(const Path&)>& size) {
  std::set<Path> all;
  for (const Event& event : events) {
    Path path = pathOf(event);
    path.resize(length);
    const bool occurs = startsWith(path, above) && event.dialled != "101";
    if (occurs && (keeps_not_known || path.back() != kNotKnown)) {
      all.insert(path);
    }
  }
  std::vector<std::pair<double, Path>> sorted;
  for (const Path& path : all) {
    sorted.emplace_back(-size(path), path);
  }
  std::sort(sorted.begin(), sorted.end());
  std::set<Path> kept;
  for (std::size_t i = 0; i < std::min(top, sorted.size()); ++i) {
    kept.insert(sorted[i].second);
  }
  return kept;
}

TEST_CASE("medians, different keys and repeats are what a recount of the rows gives") {
  std::mt19937 random(20250601);
  int compared = 0;
  for (int turn = 0; turn < 4; ++turn) {
    const std::vector<Event> events = someEvents(random, turn == 0 ? 30 : 500);
    FakeWarehouse warehouse = warehouseOf(events);
    std::vector<MeasureDefinition> measures = {measureOf("median", MeasureKind::Percentile),
                                               measureOf("percentile", MeasureKind::Percentile),
                                               measureOf("distinct", MeasureKind::Distinct)};
    measures[0].rows.amount = measures[1].rows.amount = amount("contacts", "wait_seconds");
    measures[1].quantile = 0.85;
    measures[2].key = "caller_key";
    std::map<int, std::vector<int>> places;
    for (const int within : {1, 6, 12, MeasureDefinition::Repeats::kEver}) {
      places[within] = placesOf(events, within);
      for (const int min : {2, 3}) {
        for (int variant = 0; variant < 8; ++variant) {
          MeasureDefinition again =
              measureOf("repeats" + std::to_string(measures.size()), MeasureKind::Repeats, variant % 4 == turn);
          again.repeats = MeasureDefinition::Repeats{.who = "caller_key",
                                                     .within = within,
                                                     .min = min,
                                                     .exactly = variant % 4 == 1 ? std::optional(min) : std::nullopt,
                                                     .first_time = variant % 4 == 2,
                                                     .counts_events = variant >= 4,
                                                     .as_share = variant % 4 == 3 || turn % 2 == 1,
                                                     .of_repeats = variant % 4 == 1 && turn % 2 == 1};
          measures.push_back(again);
        }
      }
    }
    const std::vector<series::Series> made = seriesOf(measures, "2025-06", warehouse);
    for (std::size_t i = 0; i < made.size(); ++i) {
      INFO(made[i].info.name << ": " << made[i].failure);
      REQUIRE(made[i].failure.empty());
      const bool is_first = i > 2 && measures[i].repeats->first_time;
      const auto first = is_first ? firstTimes(events, places.at(measures[i].repeats->within), *measures[i].repeats)
                                  : std::vector<bool>(events.size());
      const int from = std::max(kShownFrom, is_first ? kFirst + 2 * measures[i].repeats->within : 0);
      const auto valueOf = [&](const std::vector<Event>& window) {
        return i < 2    ? quantileOf(window, measures[i].quantile.value_or(0.5))
               : i == 2 ? distinctOf(window)
                        : repeatsOf(window, places.at(measures[i].repeats->within), first, *measures[i].repeats);
      };
      compared += compare(made[i], from, [&](int begin, int last, const series::GroupSeries& group) {
        return valueOf(of(events, begin, last, [&](const Event& event) { return isIn(made[i], group, event); }));
      });
      if (turn == 0 || made[i].info.breakdowns.size() == 1) {
        continue;  // of so few events, some groups have rows of unknown amount alone
      }
      // Largest is by what is counted, or by the rows or keys that a value or share is taken of.
      const auto size = [&](const Path& path) {
        const std::vector<Event> window =
            of(events, kLast - 11, kLast, [&](const Event& event) { return startsWith(pathOf(event), path); });
        return i < 2    ? static_cast<double>(valuesOf(window).size())
               : i == 2 ? *distinctOf(window)
                        : sizeOfRepeats(window, places.at(measures[i].repeats->within), first, *measures[i].repeats);
      };
      CHECK(keptIn(made[i], "largest", {}, 2, true) == largestBy(events, {}, 2, 3, true, size));
      const std::set<Path> roots = largestBy(events, {}, 1, 1, false, size);
      CHECK(keptIn(made[i], "tree_of_largest", {}, 1, false) == roots);
      CHECK(keptIn(made[i], "tree_of_largest", *roots.begin(), 2, false) ==
            largestBy(events, *roots.begin(), 2, 1, false, size));
    }
  }
  CHECK(compared > 50'000);
}

}  // namespace
}  // namespace boardpack::measure
