#pragma once
#include "measure/definition/measure_definition.hpp"
#include "script/declaration.hpp"
#include "script/lua/registry_ref.hpp"
#include "script/script_file.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace boardpack::script {

/// A chart as the script asks for it; its breakdown is checked when those of the measure are known.
struct ChartDraft {
  series::ChartSpec spec;
  std::string path;
};

/// A breakdown as the script asks for it: `text` is its id.
struct ByEntry : Entry {
  std::vector<std::string> columns;  ///< one; or several for groups of all of them, or the levels of a tree
  bool is_tree = false;
  std::size_t top = 0;

  bool isPlain() const { return columns.size() == 1 && top == 0; }
};

/// A measure as one file declares it: all that can be checked without the other files is checked.
struct MeasureDraft {
  measure::MeasureDefinition definition;
  Declaration declaration;
  Origin origin = Origin::Force;
  std::vector<const sdk::Table*> tables;  ///< whose rows it reads itself
  std::vector<ByEntry> by;
  bool is_by_read = true;  ///< false: something is wrong with `by`, and charts by a group are not judged
  std::vector<Entry> serves;
  std::optional<std::vector<ChartDraft>> charts;  ///< nothing: the default ones
  bool has_windows = false;                       ///< written in the script
  RegistryRef derive;
  RegistryRef table;     ///< as written, for what overrides it
  bool is_sound = true;  ///< false: something is wrong with it; what reads it is not told off again
};

/// A pillar as one file fills it, or changes what another has filled.
struct PillarDraft {
  std::string id;
  std::string title;  ///< "" for one of the plan
  bool has_list = false;
  bool is_replacing = false;  ///< its list takes the place of an installed one
  std::vector<Entry> measures;
  std::vector<Entry> add, remove;
  Declaration declaration;
  Origin origin = Origin::Force;
};

/// A measure, pillar or paper that a workspace has switched off.
struct SwitchedOff {
  std::string subject;  ///< "measure", "pillar", "paper"
  std::string name;
  Origin origin = Origin::Workspace;
  Declaration declaration;
};

/// What the files of a run have declared, in order.
struct Drafts {
  static constexpr std::size_t kMostMeasures = 5000;
  static constexpr std::size_t kMostPillars = 1000;
  static constexpr std::size_t kMostSwitchedOff = 5000;
  static constexpr int kMostAmendments = 100;  ///< of one name

  void add(MeasureDraft draft);
  /// The first of that name, or nullptr.
  MeasureDraft* find(const std::string& name);
  void eraseMeasures(const std::set<std::string>& names);
  std::vector<std::string> measureNames() const;

  std::vector<MeasureDraft> measures;  ///< changed by the functions above alone
  std::vector<PillarDraft> pillars;
  std::vector<SwitchedOff> switched_off;
  std::vector<measure::Amendment> amendments;

 private:
  std::unordered_map<std::string, std::size_t> places_;  ///< of the first measure of each name
};

/// The measures of a run by name, and where those that are switched off were.
struct KnownMeasures {
  std::vector<std::string> names;  ///< in order of declaration
  std::unordered_set<std::string> known;
  std::map<std::string, std::string> switched_off;  ///< "workspace/own.lua, line 3"

  bool has(const std::string& name) const { return known.contains(name); }

  /// "there is no measure 'robery'. Did you mean 'robbery'?", or that it is switched off, and what to do.
  std::string whyUnknown(const std::string& name) const;
};

}  // namespace boardpack::script
