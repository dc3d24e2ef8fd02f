#pragma once
#include "measure/definition/measure_definition.hpp"
#include "script/declaration.hpp"
#include "script/registry_ref.hpp"
#include "script/script.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::script {

/// A chart as the script asks for it; its breakdown is checked when those of the measure are known.
struct ChartDraft {
  series::ChartSpec spec;
  std::string path;
};

/// A measure as one file declares it: all that can be checked without the other files is checked.
struct MeasureDraft {
  measure::MeasureDefinition definition;
  Declaration declaration;
  Origin origin = Origin::Force;
  std::vector<const sdk::Table*> tables;  ///< whose rows it reads itself
  std::vector<Entry> by;
  bool is_by_read = true;  ///< false: something is wrong with `by`, and charts by a group are not judged
  std::vector<Entry> serves;
  std::optional<std::vector<ChartDraft>> charts;  ///< nothing: the default ones
  bool has_windows = false;                       ///< written in the script
  RegistryRef derive;
  bool is_sound = true;  ///< false: something is wrong with it; what reads it is not told off again
};

struct PillarDraft {
  std::string id;
  std::string title;  ///< "" for one of the plan
  std::vector<Entry> measures;
  Declaration declaration;
  Origin origin = Origin::Force;
};

/// What the files of a run have declared, in order.
struct Drafts {
  std::vector<MeasureDraft> measures;
  std::vector<PillarDraft> pillars;
};

}  // namespace boardpack::script
