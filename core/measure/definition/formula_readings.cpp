#include "measure/definition/formula_readings.hpp"

#include "series/breaks.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

/// Each measure has its own copy of an event of the register.
bool isSame(const series::Event& a, const series::Event& b) {
  return a.day == b.day && a.kind == b.kind && a.title == b.title && a.place == b.place;
}

bool isTouched(const Reading& reading, const series::Event& event) {
  return std::any_of(reading.breaks->begin(), reading.breaks->end(),
                     [&](const Break& own) { return isSame(*own.event, event); });
}

base::MonthRange hull(const base::MonthRange& a, const base::MonthRange& b) {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

/// Of the measures that an event breaks.
struct Touched {
  std::vector<base::MonthRange> read;
  bool is_one_period = true;
};

Touched touchedBy(const series::Event& event, const std::vector<Reading>& readings) {
  Touched touched;
  const Reading* first = nullptr;
  for (const Reading& reading : readings) {
    if (!isTouched(reading, event)) {
      continue;
    }
    touched.is_one_period = touched.is_one_period && (first == nullptr || first->told == reading.told);
    first = first == nullptr ? &reading : first;
    touched.read.push_back(reading.read);
  }
  return touched;
}

}  // namespace

void Readings::add(Reading reading) {
  if (reading.breaks == nullptr || reading.breaks->empty()) {
    return;
  }
  const bool is_known = std::any_of(all_.begin(), all_.end(), [&](const Reading& known) {
    return known.breaks == reading.breaks && known.told == reading.told && known.read == reading.read;
  });
  if (!is_known) {
    all_.push_back(reading);
  }
}

void Readings::add(const Readings& others) {
  for (const Reading& reading : others.all_) {
    add(reading);
  }
}

void Readings::span() {
  std::vector<Reading> spans;
  for (const Reading& reading : all_) {
    const auto own =
        std::find_if(spans.begin(), spans.end(), [&](const Reading& known) { return known.breaks == reading.breaks; });
    if (own == spans.end()) {
      spans.push_back(reading);
    } else {
      own->told = hull(own->told, reading.told);
      own->read = hull(own->read, reading.read);
    }
  }
  all_ = std::move(spans);
}

const series::Event* Readings::between() const {
  for (const Reading& reading : all_) {
    for (const Break& broken : *reading.breaks) {
      const Touched touched = touchedBy(*broken.event, all_);
      const bool forbids = !broken.is_of_part && !touched.is_one_period;
      if (forbids && !series::areOnOneSide(touched.read, *broken.event)) {
        return broken.event;
      }
    }
  }
  return nullptr;
}

bool Readings::areBroken() const {
  return std::any_of(all_.begin(), all_.end(), [&](const Reading& reading) {
    return std::any_of(reading.breaks->begin(), reading.breaks->end(), [&](const Break& broken) {
      return !series::areOnOneSide(touchedBy(*broken.event, all_).read, *broken.event);
    });
  });
}

}  // namespace boardpack::measure
