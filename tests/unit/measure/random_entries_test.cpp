#include "fake_warehouse.hpp"
#include "sample.hpp"

#include "base/text.hpp"
#include "measure/evaluation/tally.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

namespace boardpack::measure {
namespace {

using series::MeasureKind;
using series::Window;

/// A row as the test keeps it, to be counted again without any of the code under test.
struct Event {
  int year, month, day;
  std::string key;    // "" not known
  std::string queue;  // "" not known
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
                .dialled = upTo(9) == 0   ? ""
                           : upTo(2) == 0 ? "101"
                                          : "999",
                .wait = upTo(6) == 0 ? -1 : upTo(40)};
    // Two events of one key on one day have no order of their own: which of them is the repeat is not for this test.
    const bool is_new = event.key.empty() || taken.emplace(event.key, event.ordinal()).second;
    if (is_new) {
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
    put("dialled", event.dialled);
    put("wait_seconds", event.wait < 0 ? "" : base::exactNumber(event.wait / 4.0));
    warehouse.add("contacts", month.iso(), row);
  }
  return warehouse;
}

std::vector<Event> of(const std::vector<Event>& events, int first, int last, const std::string& group, bool is_force) {
  std::vector<Event> found;
  for (const Event& event : events) {
    const std::string own = event.queue.empty() ? kNotKnown : event.queue;
    if (first <= event.months() && event.months() <= last && (is_force || own == group)) {
      found.push_back(event);
    }
  }
  return found;
}

std::optional<double> quantileOf(const std::vector<Event>& events, double share) {
  std::vector<double> values;
  for (const Event& event : events) {
    if (event.dialled == "999" && event.wait >= 0) {
      values.push_back(event.wait / 4.0);
    }
  }
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

std::optional<double> repeatsOf(const std::vector<Event>& window, const std::vector<int>& places,
                                const MeasureDefinition::Repeats& spec) {
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
    counted += spec.first_time ? place == spec.min : spec.exactly ? place == *spec.exactly : place >= spec.min;
    highest[event.key] = std::max(highest[event.key], place);
    reaches[event.key] = reaches[event.key] || place == spec.min;
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

/// Compares every month, window and group; gives how many values there were.
template <typename Recount>
int compare(const series::Series& made, const Recount& recount) {
  int compared = 0;
  for (const series::GroupSeries& group : made.groups) {
    for (const Window window : {Window::Month, Window::Mrt, Window::Ytd}) {
      for (std::size_t i = 0; i < made.months.size(); ++i) {
        const int last = made.months[i].index();
        const int first = window == Window::Month ? last
                          : window == Window::Mrt ? last - 11
                                                  : last - (last % 12 + 9) % 12;
        const series::Cell& cell = group.in(window)[i];
        if (first < kShownFrom) {
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

MeasureDefinition measureOf(const std::string& name, MeasureKind kind) {
  MeasureDefinition definition = countOf(name, "contacts");
  definition.info.kind = kind;
  definition.rows.where = where("contacts", "dialled = '999'");
  by(definition, "queue");
  return definition;
}

TEST_CASE("medians, different keys and repeats are what a recount of the rows gives") {
  std::mt19937 random(20250601);
  int compared = 0;
  for (int turn = 0; turn < 4; ++turn) {
    const std::vector<Event> events = someEvents(random, turn == 0 ? 30 : 500);
    FakeWarehouse warehouse = warehouseOf(events);
    std::vector<MeasureDefinition> measures = {measureOf("median", MeasureKind::Median),
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
          MeasureDefinition again = measureOf("repeats" + std::to_string(measures.size()), MeasureKind::Repeats);
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
      REQUIRE(made[i].failure.empty());
      compared += compare(made[i], [&](int first, int last, const series::GroupSeries& group) {
        const std::vector<Event> window = of(events, first, last, group.group, group.isForce());
        return i < 2    ? quantileOf(window, measures[i].quantile)
               : i == 2 ? distinctOf(window)
                        : repeatsOf(window, places.at(measures[i].repeats->within), *measures[i].repeats);
      });
    }
  }
  CHECK(compared > 20'000);
}

}  // namespace
}  // namespace boardpack::measure
