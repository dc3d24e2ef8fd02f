#include "base/text.hpp"
#include "paper/pack.hpp"

#include <algorithm>
#include <set>

namespace boardpack::paper {
namespace {

/// One line of the plan: a pillar as a whole, an outcome of it, or an item below.
struct Place {
  std::string pillar;
  std::string outcome;          ///< "" for the pillar as a whole
  std::string commitment;       ///< "" for what the plugin prints
  std::string kind;             ///< of an item
  std::string reference;        ///< of an item
  std::set<std::string> names;  ///< in lower case: what `serves` and parents may call it
  std::vector<const series::Analysed*> measures;
  bool has_measure_below = false;
};

bool wantsMeasure(const Place& place) {
  return place.kind.empty() ? !place.outcome.empty() : place.kind == "outcome" || place.kind == "performance question";
}

bool wantsUpdate(const Place& place) {
  return place.kind == "commitment" || place.kind == "action" || place.kind == "performance question" ||
         place.kind == "benefit";
}

std::string withReference(const std::string& reference, const std::string& text) {
  return reference.empty() ? text : reference + " " + text;
}

/// Builds the lines in the plan's order, items below what they belong to.
class Lines {
 public:
  explicit Lines(const Pack& pack) : pack_(pack) {
    for (const sdk::Pillar& pillar : pack.force.pillars) {
      addPillar(pillar);
    }
    for (const series::PlanItem& item : pack.plan_items) {
      if (item.parent.empty()) {
        addItem(item, Place());
      }
    }
    for (const series::Analysed& measure : pack.measures) {
      place(measure);
    }
    tellAbove();
  }

  std::vector<Place> take() { return std::move(places_); }

 private:
  void addPillar(const sdk::Pillar& pillar) {
    Place whole;
    whole.pillar = withReference(pillar.reference, pillar.title);
    whole.names = {base::lower(pillar.id), base::lower(pillar.reference)};
    whole.names.erase("");
    places_.push_back(whole);
    for (std::size_t i = 0; i < pillar.outcomes.size(); ++i) {
      Place outcome;
      outcome.pillar = whole.pillar;
      const std::string number = "." + std::to_string(i + 1);
      outcome.outcome = withReference(pillar.reference.empty() ? "" : pillar.reference + number, pillar.outcomes[i]);
      for (const std::string& name : whole.names) {
        outcome.names.insert(name + number);
      }
      outcome.names.insert(base::lower(pillar.outcomes[i]));
      places_.push_back(outcome);
      addBelow(outcome);
    }
    addBelow(whole);
  }

  void addBelow(const Place& above) {
    for (const series::PlanItem& item : pack_.plan_items) {
      if (above.names.contains(base::lower(item.parent)) && !seen_.contains(item.reference)) {
        addItem(item, above);
      }
    }
  }

  void addItem(const series::PlanItem& item, const Place& above) {
    seen_.insert(item.reference);
    Place place;
    place.pillar = above.pillar;
    place.outcome = above.outcome;
    place.kind = item.kind;
    place.reference = item.reference;
    place.commitment = withReference(item.reference, item.text);
    place.names = {base::lower(item.reference)};
    places_.push_back(place);
    addBelow(place);
  }

  void place(const series::Analysed& measure) {
    for (const std::string& serves : measure.series.info.serves) {
      for (Place& candidate : places_) {
        const bool is_known =
            std::find(candidate.measures.begin(), candidate.measures.end(), &measure) != candidate.measures.end();
        if (candidate.names.contains(base::lower(serves)) && !is_known) {
          candidate.measures.push_back(&measure);
        }
      }
    }
    // A pillar's script may list a measure that names no part of the plan.
    for (const std::string& id : measure.series.info.pillars) {
      const bool is_placed = std::any_of(places_.begin(), places_.end(), [&](const Place& candidate) {
        return std::find(candidate.measures.begin(), candidate.measures.end(), &measure) != candidate.measures.end() &&
               candidate.pillar == pillarOf(id);
      });
      for (Place& candidate : places_) {
        if (!is_placed && candidate.names.contains(base::lower(id)) && candidate.kind.empty()) {
          candidate.measures.push_back(&measure);
        }
      }
    }
  }

  std::string pillarOf(const std::string& id) const {
    for (const Place& candidate : places_) {
      if (candidate.names.contains(base::lower(id)) && candidate.kind.empty()) {
        return candidate.pillar;
      }
    }
    return "";
  }

  /// An outcome is measured by what serves the items below it, too.
  void tellAbove() {
    for (Place& outcome : places_) {
      outcome.has_measure_below = std::any_of(places_.begin(), places_.end(), [&](const Place& below) {
        return !below.commitment.empty() && below.pillar == outcome.pillar && below.outcome == outcome.outcome &&
               !below.measures.empty();
      });
    }
  }

  const Pack& pack_;
  std::vector<Place> places_;
  std::set<std::string> seen_;
};

/// The latest month of a measure that has a value; nothing when none has.
std::optional<base::Month> latestOf(const series::Analysed& measure) {
  const series::Series& series = measure.series;
  if (series.groups.empty()) {
    return std::nullopt;
  }
  for (auto month = series.months.rbegin(); month != series.months.rend(); ++month) {
    for (const series::Window window : series.info.windows) {
      if (series.at(series.force(), window, *month).has()) {
        return *month;
      }
    }
  }
  return std::nullopt;
}

const series::PlanUpdate* latestUpdate(const Pack& pack, const Place& place) {
  const series::PlanUpdate* latest = nullptr;
  for (const series::PlanUpdate& update : pack.plan_updates) {
    if (place.names.contains(base::lower(update.reference))) {
      latest = &update;
    }
  }
  return latest;
}

TableCell words(std::string text) {
  TableCell cell;
  cell.content = std::move(text);
  return cell;
}

std::vector<TableCell> rowOf(const Pack& pack, const Place& place, bool knows_data) {
  std::vector<std::string> measures;
  std::vector<std::string> missing;
  for (const series::Analysed* measure : place.measures) {
    const std::optional<base::Month> latest = latestOf(*measure);
    const std::string& title = measure->series.info.title;
    measures.push_back(title + (latest ? " (to " + latest->longName() + ")" : ""));
    if (!latest && knows_data) {
      missing.push_back("no data: " + title);
    }
  }
  if (wantsMeasure(place) && place.measures.empty() && !place.has_measure_below) {
    missing.insert(missing.begin(), "no measure");
  }
  const series::PlanUpdate* update = latestUpdate(pack, place);
  if (update == nullptr && wantsUpdate(place)) {
    missing.emplace_back("no update");
  }
  return {words(place.pillar),
          words(place.outcome.empty() && place.commitment.empty() ? "The whole" : place.outcome),
          words(place.commitment),
          words(base::join(measures, "; ")),
          words(update == nullptr ? "" : base::longDate(update->as_at) + ": " + update->status),
          words(base::join(missing, "; "))};
}

}  // namespace

Table planCoverage(const Pack& pack, bool knows_data) {
  Table table;
  table.id = "plan_coverage";
  table.title = "Plan coverage, " + pack.force.name + ", " + pack.month.longName();
  table.notes = {
      "Each outcome and commitment of the plan with the measures that serve it. A measure that serves several "
      "stands in each."};
  table.columns = {{pack.force.pillar_label.empty() ? "Pillar" : pack.force.pillar_label, false},
                   {"Outcome", false},
                   {"Commitment", false},
                   {"Measures, with their latest month", false},
                   {"Latest update", false},
                   {"What is missing", false}};
  for (const Place& place : Lines(pack).take()) {
    table.rows.push_back(rowOf(pack, place, knows_data));
  }
  return table;
}

}  // namespace boardpack::paper
