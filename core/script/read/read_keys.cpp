#include "script/read/read_keys.hpp"

#include "base/text.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_fields.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

using Repeats = measure::MeasureDefinition::Repeats;

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
  repeats.within = reader.wholeNumber("within").value_or(repeats.within);
}

void readWhatCounts(TableReader& reader, Repeats& repeats) {
  if (reader.require("count")) {
    repeats.counts_events = reader.oneOf("count") == 1U;
  }
  if (const auto as = reader.oneOf("as")) {
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
  if (const sdk::Table* table = reading.readRows()) {
    reading.draft.definition.key = readKeyColumn(reading.reader, "distinct", *table);
  }
}

void readRepeats(KindReading& reading) {
  const sdk::Table* table = reading.readRows();
  reading.reader.table("repeats", [&](TableReader& reader) {
    Repeats repeats;
    if (table != nullptr) {
      repeats.who = readKeyColumn(reader, "who", *table);
    }
    readWithin(reading, reader, repeats);
    readFields(reader, repeats,
               {{"min", &Repeats::min}, {"exactly", &Repeats::exactly}, {"first_time", &Repeats::first_time}});
    readWhatCounts(reader, repeats);
    check(reader, repeats);
    reading.draft.definition.repeats = repeats;
  });
}

}  // namespace boardpack::script
