#include "script/read/read_kind.hpp"

#include "base/text.hpp"
#include "measure/definition/keys.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_counts.hpp"
#include "script/read/read_figure.hpp"
#include "script/read/read_keys.hpp"
#include "script/read/read_ratio.hpp"
#include "script/read/read_snapshot.hpp"
#include "script/read/read_state.hpp"
#include "script/read/read_values.hpp"

#include <algorithm>
#include <lua.hpp>
#include <map>

namespace boardpack::script {
namespace {

/// Reads all that belongs to a kind: its own field, from, where, date, of, unknown.
using Read = void (*)(KindReading& reading);

Read readerOf(const std::string& key) {
  static const std::map<std::string, Read> readers = {
      {"count", readCount},       {"sum", readSum},           {"mean", readMean},
      {"share", readShare},       {"rate", readRate},         {"ratio", readRatio},
      {"derive", readDerive},     {"median", readMedian},     {"percentile", readPercentile},
      {"share_of", readShareOf},  {"distinct", readDistinct}, {"repeats", readRepeats},
      {"snapshot", readSnapshot}, {"state", readState},       {"figure", readFigure},
  };
  return readers.at(key);
}

std::string quoted(const std::string& word) { return "'" + word + "'"; }

// The kind, or nullptr after telling that there is none or more than one.
const measure::KindRow* findKind(TableReader& reader, const Declaration& declaration) {
  std::vector<std::string> found;
  const measure::KindRow* kind = nullptr;
  for (const measure::KindRow& candidate : measure::kinds()) {
    if (reader.has(candidate.key)) {
      found.push_back(quoted(candidate.key));
      kind = &candidate;
    }
  }
  if (found.size() == 1) {
    return kind;
  }
  declaration.problem("", found.empty() ? "it does not say what to work out: add one of " +
                                              base::join(measure::kindKeys(), ", ") + " (count = true counts the rows)."
                                        : "found " + base::joinWords(found) + "; a measure has exactly one kind.");
  return nullptr;
}

/// Whether a state looks at another measure: state = { of = … }.
bool looksAtAnother(lua_State* state, TableReader& reader) {
  const StackGuard guard(state);
  bool found = false;
  if (reader.push("state") == LUA_TTABLE) {
    for (const std::string& key : measure::keyNames("states")) {
      lua_getfield(state, -1, key.c_str());
      found = found || lua_type(state, -1) != LUA_TNIL;
      lua_pop(state, 1);
    }
  }
  return found;
}

/// Keys without a meaning for the kind are told, so that nobody believes they count.
void refuseKeys(TableReader& reader, const std::string& kind) {
  for (const measure::Key& key : measure::keysOf("measure")) {
    const std::optional<std::string> why = measure::whyNot(key, kind);
    const bool is_kind =
        std::find(measure::kindKeys().begin(), measure::kindKeys().end(), key.name) != measure::kindKeys().end();
    if (why && !is_kind && reader.has(key.name)) {
      reader.refuse(key.name, *why);
    }
  }
}

}  // namespace

void readKind(lua_State* state, TableReader& reader, const sdk::Force& force, const series::Registers& registers,
              MeasureDraft& draft) {
  const measure::KindRow* kind = findKind(reader, draft.declaration);
  if (kind == nullptr) {
    return;
  }
  draft.definition.kind = kind->kind;
  const bool looks_at_another = looksAtAnother(state, reader);
  refuseKeys(reader, looks_at_another ? measure::kStateOf : kind->key);
  KindReading reading{.state = state,
                      .reader = reader,
                      .force = force,
                      .registers = registers,
                      .draft = draft,
                      .looks_at_another = looks_at_another};
  readerOf(kind->key)(reading);
}

}  // namespace boardpack::script
