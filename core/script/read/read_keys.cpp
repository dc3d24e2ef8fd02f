#include "script/read/read_keys.hpp"

#include "base/text.hpp"
#include "script/lua/stack_guard.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

using Repeats = measure::MeasureDefinition::Repeats;

constexpr int kMostMonths = 60;
constexpr int kMostEvents = 100;

// Months, or "ever".
void readWithin(KindReading& reading, TableReader& reader, Repeats& repeats) {
  const StackGuard guard(reading.state);
  if (reader.push("within") == LUA_TSTRING) {
    const std::string found = reader.text("within").value_or("");
    if (found == "ever") {
      repeats.within = Repeats::kEver;
    } else {
      reader.problem("within", "found \"" + base::printable(found) +
                                   "\", expected the number of months that a row looks back, as in within = 12, or "
                                   "\"ever\".");
    }
    return;
  }
  repeats.within = reader.wholeNumber("within", 1, kMostMonths).value_or(repeats.within);
}

void readWhatCounts(KindReading& reading, TableReader& reader, Repeats& repeats) {
  if (!reader.has("count")) {
    reading.draft.declaration.problem("repeats",
                                      "'count' is missing: count = \"who\" counts people or places, count = "
                                      "\"events\" the rows that are repeats. The two differ much.");
  } else if (const auto count = reader.oneOf("count", {"who", "events"})) {
    repeats.counts_events = *count == 1;
  }
  if (const auto as = reader.oneOf("as", {"number", "share", "share of repeats"})) {
    repeats.as_share = *as > 0;
    repeats.of_repeats = *as == 2;
  }
}

void check(TableReader& reader, const Repeats& repeats) {
  if (repeats.exactly && repeats.first_time) {
    reader.problem("exactly",
                   "'first_time' asks for those that reach 'min' just then, and 'exactly' for those with a "
                   "number of events: use one of them.");
  }
  if (repeats.exactly && *repeats.exactly < repeats.min && repeats.of_repeats) {
    reader.problem("exactly", "fewer than 'min' are no repeats, so they are no share of them.");
  }
  if (repeats.of_repeats && !repeats.exactly && !repeats.first_time) {
    reader.problem("as", "every repeat is one: a share of repeats needs 'exactly' or 'first_time'.");
  }
}

}  // namespace

void readDistinct(KindReading& reading) {
  reading.refuseOthers({});
  if (const sdk::Table* table = reading.readRows()) {
    reading.draft.definition.key = readKeyColumn(reading.reader, "distinct", *table);
  }
}

void readRepeats(KindReading& reading) {
  reading.refuseOthers({});
  const sdk::Table* table = reading.readRows();
  const StackGuard guard(reading.state);
  if (reading.reader.push("repeats") != LUA_TTABLE) {
    reading.reader.wrongType("repeats", "a table such as { who = \"victim_key\", within = 12, count = \"who\" }");
    return;
  }
  MeasureDraft& draft = reading.draft;
  TableReader reader(reading.state, lua_gettop(reading.state), draft.declaration, "repeats");
  reader.onlyKnown({"who", "within", "min", "exactly", "first_time", "count", "as"});
  Repeats repeats;
  if (table != nullptr) {
    repeats.who = readKeyColumn(reader, "who", *table);
  }
  readWithin(reading, reader, repeats);
  repeats.min = reader.wholeNumber("min", 2, kMostEvents).value_or(repeats.min);
  repeats.exactly = reader.wholeNumber("exactly", 1, kMostEvents);
  repeats.first_time = reader.truth("first_time").value_or(false);
  readWhatCounts(reading, reader, repeats);
  check(reader, repeats);
  draft.definition.info.is_proportion = repeats.as_share;
  draft.definition.repeats = repeats;
}

}  // namespace boardpack::script
