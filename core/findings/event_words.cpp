#include "findings/event_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::findings {
namespace {

std::string areasWords(const series::Event& event) {
  const std::string areas = event.areasInWords();
  return areas.empty() ? "" : " in " + areas;
}

}  // namespace

std::string eventSentence(const series::Event& event) {
  std::string text = std::string(event.breaks() ? "From " : "On ") + base::longDate(event.day) + areasWords(event);
  const bool says_more = !event.words.empty() && event.words != event.title;
  text += says_more ? " (" + event.title + "): " + event.words : ": " + event.title;
  return text.ends_with(".") || text.ends_with("!") || text.ends_with("?") ? text : text + ".";
}

bool isOfTwoYears(const series::Event& event, base::Month month) {
  constexpr int kTwoYears = 24;
  return event.month() > month - kTwoYears && event.month() <= month;
}

std::vector<std::string> eventNotes(const series::Series& series, base::Month from) {
  std::vector<std::string> notes;
  for (const series::Event& event : series.events) {
    if (event.month() >= from) {
      notes.push_back(eventSentence(event));
    }
  }
  return notes;
}

std::vector<const series::Event*> eventsDrawn(const series::Series& series, const base::MonthRange& shown) {
  std::vector<const series::Event*> drawn;
  for (const series::Event& event : series.events) {
    if (event.areas.empty() && shown.contains(event.month())) {
      drawn.push_back(&event);
    }
  }
  return drawn;
}

std::string eventsDrawnWords(const series::Series& series, const base::MonthRange& shown) {
  std::vector<std::string> parts;
  for (const series::Event* event : eventsDrawn(series, shown)) {
    parts.push_back(event->title + " on " + base::longDate(event->day));
  }
  return parts.empty() ? "" : "Marked by a line: " + base::joinWords(parts) + ".";
}

}  // namespace boardpack::findings
