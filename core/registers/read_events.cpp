#include "registers/readers.hpp"
#include "registers/register_problems.hpp"
#include "registers/row.hpp"

#include <algorithm>
#include <array>

namespace boardpack::registers {
namespace {

using series::EventKind;

/// A label on a chart; what needs more words goes into `words`.
constexpr std::size_t kLongestTitle = 40;

const Form& form() {
  static const Form made{
      "events",
      "events",
      {{"day"}, {"kind"}, {"title", true, true}, {"words", true, true}, {"measures", false}, {"areas", false}}};
  return made;
}

const std::vector<std::string> kKinds = {"recording change",  "system change", "boundary change",
                                         "definition change", "operation",     "other"};
constexpr std::array kKindOf{EventKind::RecordingChange,  EventKind::SystemChange, EventKind::BoundaryChange,
                             EventKind::DefinitionChange, EventKind::Operation,    EventKind::Other};

std::vector<std::string> namesOf(const std::vector<sdk::Area>& areas) {
  std::vector<std::string> names;
  for (const sdk::Area& area : areas) {
    names.push_back(area.name);
  }
  return names;
}

}  // namespace

void readEvents(const Folder& folder, const sdk::Force&, Read& read) {
  const Table table = readTable(folder, form(), read);
  const std::vector<std::string> areas = namesOf(read.areas);
  readRows(table, {"day", "kind", "title", "measures", "areas"}, read, [&](Row& row) {
    series::Event event;
    if (row.text("day").empty()) {
      row.required("day", "the day it happened, as 2019-06-14");
    }
    if (row.text("kind").empty()) {
      row.required("kind",
                   "what happened: recording change, system change, boundary change, definition change, "
                   "operation or other");
    }
    const std::optional<sdk::Date> day = row.day("day");
    const std::optional<std::size_t> kind = row.oneOf("kind", kKinds);
    event.title = row.required("title", "a few words for charts, as SAAB replaced");
    event.words = row.required("words", "the caveat, a sentence for those who read the figures");
    event.measures = row.list("measures");
    event.areas = row.list("areas");
    event.place = row.place();
    if (event.title.size() > kLongestTitle) {
      row.problem("title", "the title has more than 40 characters, which no chart has room for. Say more in 'words'.");
    }
    for (const std::string& area : event.areas) {
      if (std::find(areas.begin(), areas.end(), area) == areas.end()) {
        row.problem("areas", unknownName("area", area, areas));
      }
    }
    if (!day || !kind) {
      return false;
    }
    event.day = *day;
    event.kind = kKindOf[*kind];
    read.registers.events.push_back(std::move(event));
    return true;
  });
  std::stable_sort(read.registers.events.begin(), read.registers.events.end(),
                   [](const series::Event& a, const series::Event& b) { return a.day < b.day; });
}

}  // namespace boardpack::registers
