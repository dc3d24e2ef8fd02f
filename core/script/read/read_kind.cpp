#include "script/read/read_kind.hpp"

#include "base/text.hpp"
#include "script/read/read_counts.hpp"
#include "script/read/read_figure.hpp"
#include "script/read/read_keys.hpp"
#include "script/read/read_ratio.hpp"
#include "script/read/read_snapshot.hpp"
#include "script/read/read_state.hpp"
#include "script/read/read_values.hpp"

namespace boardpack::script {
namespace {

using series::MeasureKind;

std::string quoted(const std::string& word) { return "'" + word + "'"; }

// The kind, or nullptr after telling that there is none or more than one.
const KindKey* findKind(TableReader& reader, const Declaration& declaration) {
  std::vector<std::string> found;
  const KindKey* kind = nullptr;
  for (const KindKey& candidate : kinds()) {
    if (reader.has(candidate.key)) {
      found.push_back(quoted(candidate.key));
      kind = &candidate;
    }
  }
  if (found.size() == 1) {
    return kind;
  }
  declaration.problem("", found.empty() ? "it does not say what to work out: add one of " +
                                              base::join(kindKeys(), ", ") + " (count = true counts the rows)."
                                        : "found " + base::joinWords(found) + "; a measure has exactly one kind.");
  return nullptr;
}

}  // namespace

const std::vector<KindKey>& kinds() {
  static const std::vector<KindKey> all = {
      {"count", MeasureKind::Count, readCount},
      {"sum", MeasureKind::Sum, readSum},
      {"mean", MeasureKind::Mean, readMean},
      {"share", MeasureKind::Share, readShare},
      {"rate", MeasureKind::Rate, readRate},
      {"ratio", MeasureKind::Ratio, readRatio},
      {"derive", MeasureKind::Derive, readDerive},
      {"median", MeasureKind::Median, readMedian},
      {"percentile", MeasureKind::Percentile, readPercentile},
      {"share_of", MeasureKind::ShareOf, readShareOf},
      {"distinct", MeasureKind::Distinct, readDistinct},
      {"repeats", MeasureKind::Repeats, readRepeats},
      {"snapshot", MeasureKind::Snapshot, readSnapshot},
      {"state", MeasureKind::State, readState},
      {"figure", MeasureKind::Figure, readFigure},
  };
  return all;
}

const std::vector<std::string>& kindKeys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all;
    for (const KindKey& kind : kinds()) {
      all.emplace_back(kind.key);
    }
    return all;
  }();
  return keys;
}

void readKind(lua_State* state, TableReader& reader, const sdk::Force& force, const series::Registers& registers,
              MeasureDraft& draft) {
  const KindKey* kind = findKind(reader, draft.declaration);
  if (kind == nullptr) {
    return;
  }
  draft.definition.info.kind = kind->kind;
  KindReading reading{
      .state = state, .reader = reader, .force = force, .registers = registers, .draft = draft, .key = kind->key};
  kind->read(reading);
}

}  // namespace boardpack::script
