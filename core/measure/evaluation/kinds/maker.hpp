#pragma once
#include "measure/evaluation/groups/shared_groups.hpp"
#include "measure/evaluation/kinds/prepared.hpp"
#include "measure/evaluation/kinds/series_sources.hpp"
#include "measure/evaluation/registers_applied.hpp"
#include "series/series.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The series of measures that are made already, by name.
using FinishedSeries = std::map<std::string, series::Series>;

/// Makes the series of one measure; there is one class for each family of kinds: made from rows, snapshots, entered by
/// people, counted from states, derived. First all makers ask(), then the plans run, then the largest groups are
/// chosen, then the series are made, those that a measure reads before it.
class Maker {
 public:
  Maker() = default;
  virtual ~Maker() = default;
  Maker(const Maker&) = delete;
  Maker& operator=(const Maker&) = delete;

  /// Puts the measure's questions to its plan.
  virtual void ask() {}
  /// The measure as it was asked; nullptr for one that asks nothing.
  virtual const Prepared* prepared() const { return nullptr; }
  /// The answers it is worked out from. After the plans have run.
  virtual std::set<const Combinations*> answers() const { return {}; }
  /// The groups that it keeps for the measures which share them. Throws sdk::Error when they cannot be told.
  virtual Largest largest(const std::string& shared_id) const {
    static_cast<void>(shared_id);
    return {};
  }
  /// Every window filled. May be called in any thread. Throws sdk::Error when it cannot be made.
  virtual series::Series series(const FinishedSeries& finished) const = 0;
  /// The first month that the measure shows, however much earlier it was made for those that read it; `of` gives that
  /// of a measure that it reads.
  virtual base::Month firstShown(const std::function<base::Month(const std::string& measure)>& of) const = 0;
  /// What is to be kept of its values, since they cannot be made again next month.
  virtual std::vector<series::KeptValue> toKeep(const series::Series& made) const {
    static_cast<void>(made);
    return {};
  }
};

/// A measure with what stands around it in a run.
struct MeasureToMake {
  const MeasureDefinition& definition;
  const MeasureSet& measures;
  const AppliedInfo& applied;
  const std::vector<SharedGroups>& shared;  ///< broken down by them for the derived measures that it is a part of
  const sdk::Force& force;
};

/// The maker of a measure's family. All that is given must outlive it. Throws sdk::Error(Script) when a part or
/// breakdown cannot be.
std::unique_ptr<Maker> makerOf(const MeasureToMake& measure, const Sources& sources);

}  // namespace boardpack::measure
