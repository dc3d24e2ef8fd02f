#pragma once
#include "base/month.hpp"
#include "series/measure_info.hpp"

#include <boardpack/sdk/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::series {

/// What people other than the analyst keep in small tables of the workspace, as values. registers/ reads and checks
/// them; where each came from is "events.csv, row 3".

enum class EventKind {
  RecordingChange,   ///< what is recorded, or how, changed
  SystemChange,      ///< a system was replaced or upgraded
  BoundaryChange,    ///< areas changed
  DefinitionChange,  ///< the measure itself changed
  Operation,         ///< something was done: it does not break the series
  Other              ///< a note: it does not break the series
};

/// A day that a reader of a series must know of.
struct Event {
  sdk::Date day;
  EventKind kind = EventKind::Other;
  std::string title;                  ///< a few words, on charts: "SAAB replaced"
  std::string words;                  ///< the caveat, a sentence
  std::vector<std::string> measures;  ///< names; none: every measure
  /// Names; none: the whole force. Of a series' events joined by all areas that lie in them.
  std::vector<std::string> areas;
  std::vector<std::string> areas_above = {};  ///< of a series' events: the areas that contain one of them
  std::string place;                          ///< file and row

  /// Whether values before and after cannot be compared.
  bool breaks() const { return kind != EventKind::Operation && kind != EventKind::Other; }
  base::Month month() const { return base::Month(day.year, day.month); }
  /// The first month that lies wholly after the change: a change in the middle of a month makes that month mixed.
  base::Month firstWhole() const { return day.day == 1 ? month() : month() + 1; }
  bool touches(const std::string& measure) const;
  /// "Ashby and Barton", "North and 4 other areas"; "" of the whole force.
  std::string areasInWords() const;
};

struct TargetEntry {
  std::string measure;
  base::Month from;
  std::optional<double> value;  ///< in the unit of the values; nothing ends the target
  std::string set_by;
  std::string place;
};

/// A number that someone entered.
struct EnteredFigure {
  std::string measure;           ///< name of the `figure` or `state` measure
  std::string breakdown, group;  ///< "" for the force
  base::Month month;
  std::optional<sdk::Date> as_at;
  std::optional<double> value;  ///< nothing: not available, and `words` say why
  std::string state;            ///< of a state measure
  Bound bound = Bound::Exact;
  std::string entered_by;  ///< a role
  std::optional<sdk::Date> entered_on;
  std::string words;
  std::string place;
};

struct PlanItem {
  std::string kind;  ///< pillar, priority, objective, outcome, commitment, action, performance question, benefit
  std::string reference;
  std::string parent;
  std::string text;  ///< as quoted
  std::string owner_role;
  std::optional<sdk::Date> due;
  std::string place;
};

struct PlanUpdate {
  sdk::Date as_at;
  std::string reference;
  std::string status;
  std::string words;
  std::string place;
};

/// How much a group counts where a measure is weighted.
struct Weight {
  std::string name;  ///< of the set of weights
  std::string group;
  double value = 0;
  std::string place;
};

struct PeerMember {
  std::string group;  ///< "MSG"
  std::string force;
  std::string place;
};

/// A wave of a survey, in whole months.
struct Wave {
  std::string survey;
  std::string name;
  base::MonthRange months;
  std::string place;
};

/// What a run has kept of a snapshot whose past cannot be rebuilt from rows: the state of a group as at a day, told for
/// a month.
struct KeptValue {
  std::string measure;
  std::string definition;  ///< digest of what decides its values: another definition's values are not its own
  base::Month month;
  sdk::Date as_at;
  std::string breakdown, group;  ///< "" for the force
  double value = 0;
  std::int64_t unknown = 0;  ///< rows left out since what was asked is not known of them
};

struct Registers {
  std::vector<Event> events;
  std::vector<TargetEntry> targets;
  std::vector<EnteredFigure> figures;
  std::vector<PlanItem> plan_items;
  std::vector<PlanUpdate> plan_updates;
  std::vector<Weight> weights;
  std::vector<PeerMember> peers;
  std::vector<Wave> waves;
  std::vector<KeptValue> kept;
};

}  // namespace boardpack::series
