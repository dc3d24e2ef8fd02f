#include "measure/evaluation/kinds/derived.hpp"
#include "measure/evaluation/kinds/entered.hpp"
#include "measure/evaluation/kinds/failed.hpp"
#include "measure/evaluation/kinds/from_rows.hpp"
#include "measure/evaluation/kinds/maker.hpp"
#include "measure/evaluation/kinds/row_answers.hpp"
#include "measure/evaluation/kinds/snapshot.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using FirstShownOf = std::function<base::Month(const std::string& measure)>;

class RowsMaker : public Maker {
 public:
  RowsMaker(const MeasureToMake& measure, const Sources& sources)
      : sources_(sources),
        prepared_(prepare(measure.definition, measure.measures, measure.shared, measure.force, sources.areas)) {
    prepared_.applied = measure.applied;
  }

  void ask() override { prepared_.ask(sources_.plan); }
  const Prepared* prepared() const override { return &prepared_; }
  std::set<const Combinations*> answers() const override { return prepared_.answers(sources_.plan); }
  Largest largest(const std::string& shared_id) const override {
    const std::vector<Breakdown>& by = breakdownOf(shared_id);
    return largestGroups(prepared_, by, gapsOf(prepared_, by, sources_.coverage), reportedMonth(prepared_, sources_),
                         sources_);
  }
  series::Series series(const FinishedSeries&) const override { return assemble(prepared_, sources_); }
  base::Month firstShown(const FirstShownOf&) const override {
    return shownMonths(tablesOf(prepared_), sources_.coverage, sources_.first_shown, sources_.months.last).first;
  }

 protected:
  const std::vector<Breakdown>& breakdownOf(const std::string& shared_id) const {
    return *std::find_if(prepared_.breakdowns.begin(), prepared_.breakdowns.end(),
                         [&](const auto& breakdown) { return breakdown.front().shared_id == shared_id; });
  }

  Sources sources_;
  Prepared prepared_;
};

class SnapshotMaker final : public RowsMaker {
 public:
  using RowsMaker::RowsMaker;

  Largest largest(const std::string& shared_id) const override {
    return largestAsAt(prepared_, breakdownOf(shared_id).front(), sources_);
  }
  series::Series series(const FinishedSeries&) const override { return snapshotSeries(prepared_, sources_); }
  base::Month firstShown(const FirstShownOf&) const override { return sources_.first_shown; }
  std::vector<series::KeptValue> toKeep(const series::Series& made) const override {
    return valuesToKeep(prepared_, made, sources_);
  }
};

class EnteredMaker final : public Maker {
 public:
  EnteredMaker(const MeasureToMake& measure, const Sources& sources) : measure_(measure), sources_(sources) {}

  series::Series series(const FinishedSeries&) const override {
    return enteredSeries(measure_.definition, measure_.applied, sources_.registers, sources_.first_made,
                         sources_.months.last, sources_.areas);
  }
  base::Month firstShown(const FirstShownOf&) const override { return sources_.first_shown; }

 private:
  MeasureToMake measure_;
  Sources sources_;
};

class StateCountsMaker final : public Maker {
 public:
  StateCountsMaker(const MeasureToMake& measure, const Sources& sources)
      : measure_(measure), first_shown_(sources.first_shown) {}

  series::Series series(const FinishedSeries& finished) const override {
    return stateCounts(measure_.definition, measure_.applied, finished);
  }
  base::Month firstShown(const FirstShownOf&) const override { return first_shown_; }

 private:
  MeasureToMake measure_;
  base::Month first_shown_;
};

class DerivedMaker final : public Maker {
 public:
  DerivedMaker(const MeasureToMake& measure, const Sources& sources) : measure_(measure), last_(sources.months.last) {}

  series::Series series(const FinishedSeries& finished) const override {
    return derivedSeries(measure_.definition, measure_.applied, finished, measure_.measures, measure_.shared);
  }
  base::Month firstShown(const FirstShownOf& of) const override {
    base::Month first = last_;
    for (const std::string& name : measure_.definition.reads) {
      first = std::min(first, of(name));
    }
    return first;
  }

 private:
  MeasureToMake measure_;
  base::Month last_;
};

}  // namespace

std::unique_ptr<Maker> makerOf(const MeasureToMake& measure, const Sources& sources) {
  const MeasureDefinition& definition = measure.definition;
  if (definition.kind == MeasureKind::Derive) {
    return std::make_unique<DerivedMaker>(measure, sources);
  }
  if (definition.of_states) {
    return std::make_unique<StateCountsMaker>(measure, sources);
  }
  if (!definition.info.nature.is_from_rows) {
    return std::make_unique<EnteredMaker>(measure, sources);
  }
  if (definition.snapshot) {
    return std::make_unique<SnapshotMaker>(measure, sources);
  }
  return std::make_unique<RowsMaker>(measure, sources);
}

}  // namespace boardpack::measure
