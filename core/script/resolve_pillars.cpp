#include "base/text.hpp"
#include "script/resolve.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace boardpack::script {
namespace {

struct Plan {
  std::vector<std::string> ids;                     // in order
  std::map<std::string, std::string> by_reference;  // what `serves` may name, in lower case, to the pillar's id
};

void addPillar(Plan& plan, const std::string& id, const std::string& reference,
               const std::vector<std::string>& outcomes) {
  plan.ids.push_back(id);
  plan.by_reference.try_emplace(id, id);
  for (const std::string& name : {id, reference}) {
    if (name.empty()) {
      continue;
    }
    plan.by_reference.try_emplace(base::lower(name), id);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      plan.by_reference.try_emplace(base::lower(name) + "." + std::to_string(i + 1), id);
    }
  }
  // Two pillars of one plan may print the same outcome; then the words alone do not say which, and the first counts.
  for (const std::string& outcome : outcomes) {
    plan.by_reference.try_emplace(base::lower(outcome), id);
  }
}

// Items below the plan belong to the pillar that their parents lead to; those that lead to none serve no pillar.
void addItems(Plan& plan, const std::vector<series::PlanItem>& items) {
  for (std::size_t round = 0; round < items.size(); ++round) {
    bool is_new = false;
    for (const series::PlanItem& item : items) {
      const auto parent = plan.by_reference.find(base::lower(item.parent));
      if (parent != plan.by_reference.end()) {
        const std::string id = parent->second;
        is_new = plan.by_reference.try_emplace(base::lower(item.reference), id).second || is_new;
      }
    }
    if (!is_new) {
      return;
    }
  }
}

/// What the files say of one pillar.
struct Declared {
  const PillarDraft* list = nullptr;
  std::vector<const PillarDraft*> changes;  ///< add and remove
};

class Pillars {
 public:
  Pillars(Drafts& drafts, const sdk::Force& force) : drafts_(drafts), force_(force) {
    for (const sdk::Pillar& pillar : force.pillars) {
      addPillar(plan, pillar.id, pillar.reference, pillar.outcomes);
    }
    printed_ = plan.ids;
    for (const PillarDraft& draft : drafts.pillars) {
      if (isSound(draft)) {
        take(draft);
      }
    }
  }

  Plan plan;
  std::map<std::string, Declared> declared;

 private:
  bool isPrinted(const std::string& id) const {
    return std::find(printed_.begin(), printed_.end(), id) != printed_.end();
  }

  // Whether there may be such a pillar; a workspace's own one is added to the plan.
  bool isSound(const PillarDraft& draft) {
    const Declaration& declaration = draft.declaration;
    if (isPrinted(draft.id)) {
      if (!draft.title.empty()) {
        declaration.problem("title", "the plan gives this pillar its title; leave 'title' out.");
      }
      return true;
    }
    const bool is_own = std::find(plan.ids.begin(), plan.ids.end(), draft.id) != plan.ids.end();
    if (!is_own && draft.origin == Origin::Workspace && !draft.title.empty()) {
      addPillar(plan, draft.id, "", {});
    } else if (!is_own) {
      declaration.problem("", "the plan of " + force_.name + " has no pillar of this name." +
                                  base::didYouMean(draft.id, printed_) + " It has: " + base::join(printed_, ", ") +
                                  "." + (draft.origin == Origin::Workspace ? " For one of your own add a title." : ""));
      return false;
    }
    return true;
  }

  void take(const PillarDraft& draft) {
    Declared& known = declared[draft.id];
    if (!draft.has_list) {
      known.changes.push_back(&draft);
      if (draft.origin == Origin::Workspace && (!draft.add.empty() || !draft.remove.empty())) {
        amend(measure::Amendment::What::Extended, draft, known.list);
      }
      return;
    }
    if (known.list == nullptr) {
      if (draft.is_replacing) {
        draft.declaration.problem("", "no script fills this pillar yet. Write pillar \"" + draft.id + "\" { … }.");
      }
      known.list = &draft;
      return;
    }
    if (draft.is_replacing && known.list->origin < draft.origin) {
      amend(measure::Amendment::What::Replaced, draft, known.list);
      known.list = &draft;
      return;
    }
    draft.declaration.problem("", "this pillar is declared already, in " + known.list->declaration.placeWords() + ". " +
                                      otherWays(*known.list, draft));
  }

  static std::string otherWays(const PillarDraft& first, const PillarDraft& second) {
    if (first.origin == second.origin) {
      return "To add a measure to it, write serves = { \"" + second.id + "\" } in the measure.";
    }
    return "To change it write pillar \"" + second.id +
           "\" { add = { … }, remove = { … } }, for another list replace_pillar \"" + second.id +
           "\" { measures = { … } }.";
  }

  void amend(measure::Amendment::What what, const PillarDraft& draft, const PillarDraft* list) {
    drafts_.amendments.push_back({.what = what,
                                  .subject = "pillar",
                                  .name = draft.id,
                                  .place = draft.declaration.place(),
                                  .over = list != nullptr ? list->declaration.place() : ""});
    for (const auto& [key, entries] : {std::pair{"add", &draft.add}, std::pair{"remove", &draft.remove}}) {
      for (const Entry& entry : *entries) {
        drafts_.amendments.back().keys.push_back(std::string(key) + " " + entry.text);
      }
    }
  }

  Drafts& drafts_;
  const sdk::Force& force_;
  std::vector<std::string> printed_;
};

std::string titleOf(const std::string& id, const sdk::Force& force, const PillarDraft* draft) {
  for (const sdk::Pillar& pillar : force.pillars) {
    if (pillar.id == id) {
      return pillar.title;
    }
  }
  return draft != nullptr ? draft->title : id;
}

void take(measure::PillarDefinition& pillar, const std::string& name) {
  if (std::find(pillar.measures.begin(), pillar.measures.end(), name) == pillar.measures.end()) {
    pillar.measures.push_back(name);
  }
}

// What an installed list names and the workspace has switched off is gone from it; a list of its own must not name it.
void listMeasures(const PillarDraft& draft, const KnownMeasures& known, const measure::MeasureSet& set,
                  measure::PillarDefinition& pillar) {
  for (const Entry& entry : draft.has_list ? draft.measures : draft.add) {
    if (draft.declaration.isFull()) {
      return;
    }
    const bool is_known = known.has(entry.text);
    const bool is_gone = known.switched_off.contains(entry.text) && draft.origin != Origin::Workspace;
    if (!is_known && !is_gone) {
      draft.declaration.problem(entry.path, known.whyUnknown(entry.text));
    } else if (std::find(pillar.measures.begin(), pillar.measures.end(), entry.text) != pillar.measures.end()) {
      draft.declaration.problem(entry.path, draft.has_list ? "'" + entry.text + "' is listed twice."
                                                           : "'" + entry.text + "' is in this pillar already.");
    } else if (set.find(entry.text) != nullptr) {
      pillar.measures.push_back(entry.text);
    }
  }
}

void removeMeasures(const PillarDraft& draft, measure::PillarDefinition& pillar) {
  for (const Entry& entry : draft.remove) {
    if (draft.declaration.isFull()) {
      return;
    }
    if (std::erase(pillar.measures, entry.text) == 0) {
      draft.declaration.problem(entry.path, "'" + base::printable(entry.text) + "' is not in this pillar." +
                                                base::didYouMean(entry.text, pillar.measures));
    }
  }
}

void addServing(const MeasureDraft& draft, const Plan& plan, const sdk::Force& force, const measure::MeasureSet& set,
                std::map<std::string, measure::PillarDefinition>& pillars) {
  for (const Entry& entry : draft.serves) {
    if (draft.declaration.isFull()) {
      return;
    }
    const auto id = plan.by_reference.find(base::lower(entry.text));
    if (id == plan.by_reference.end()) {
      std::vector<std::string> names;
      for (const auto& [name, pillar] : plan.by_reference) {
        names.push_back(name);
      }
      draft.declaration.problem(entry.path, "the plan of " + force.name + " has no '" + base::printable(entry.text) +
                                                "'." + base::didYouMean(base::lower(entry.text), names) +
                                                " Its pillars are: " + base::join(plan.ids, ", ") + ".");
    } else if (draft.is_sound && set.find(draft.definition.info.name) != nullptr) {
      take(pillars[id->second], draft.definition.info.name);
    }
  }
}

// Pillars that are switched off, after telling what cannot be.
std::set<std::string> pillarsOff(Drafts& drafts, const Pillars& pillars, const sdk::Force& force) {
  std::set<std::string> off;
  for (const SwitchedOff& each : drafts.switched_off) {
    if (each.subject != "pillar" || each.declaration.isFull()) {
      continue;
    }
    const std::vector<std::string>& ids = pillars.plan.ids;
    if (std::find(ids.begin(), ids.end(), each.name) == ids.end()) {
      each.declaration.problem("", "the plan of " + force.name + " has no pillar '" + base::printable(each.name) +
                                       "'." + base::didYouMean(each.name, ids) + " It has: " + base::join(ids, ", ") +
                                       ".");
      continue;
    }
    const auto list = pillars.declared.find(each.name);
    const bool is_filled = list != pillars.declared.end() && list->second.list != nullptr;
    drafts.amendments.push_back({.what = measure::Amendment::What::SwitchedOff,
                                 .subject = "pillar",
                                 .name = each.name,
                                 .place = each.declaration.place(),
                                 .over = is_filled ? list->second.list->declaration.place() : ""});
    off.insert(each.name);
  }
  return off;
}

// A measure that stood in pillars that are switched off, and in no other, is not shown: it can still be read.
void hideOrphans(const std::set<std::string>& off, const std::map<std::string, measure::PillarDefinition>& pillars,
                 measure::MeasureSet& set) {
  for (const std::string& id : off) {
    const std::vector<std::string>& listed = pillars.at(id).measures;
    const std::set<std::string> gone(listed.begin(), listed.end());
    for (measure::MeasureDefinition& definition : set.measures) {
      const bool was_in = gone.contains(definition.info.name);
      definition.offered = definition.offered || (was_in && definition.info.pillars.empty());
    }
  }
}

}  // namespace

void resolvePillars(Drafts& drafts, const KnownMeasures& known, const sdk::Force& force,
                    const std::vector<series::PlanItem>& items, measure::MeasureSet& set) {
  Pillars said(drafts, force);
  addItems(said.plan, items);
  const std::set<std::string> off = pillarsOff(drafts, said, force);
  std::map<std::string, measure::PillarDefinition> pillars;
  for (const std::string& id : said.plan.ids) {
    const auto found = said.declared.find(id);
    const Declared declared = found == said.declared.end() ? Declared() : found->second;
    measure::PillarDefinition& pillar = pillars[id];
    pillar.id = id;
    pillar.title = titleOf(id, force, declared.list);
    if (declared.list != nullptr) {
      pillar.script = declared.list->declaration.place();
      listMeasures(*declared.list, known, set, pillar);
    }
    for (const PillarDraft* change : declared.changes) {
      listMeasures(*change, known, set, pillar);
    }
  }
  for (const MeasureDraft& draft : drafts.measures) {
    addServing(draft, said.plan, force, set, pillars);
  }
  for (const auto& [id, declared] : said.declared) {
    for (const PillarDraft* change : declared.changes) {
      removeMeasures(*change, pillars[id]);
    }
  }
  for (const std::string& id : said.plan.ids) {
    if (off.contains(id)) {
      continue;
    }
    const std::set<std::string> listed(pillars[id].measures.begin(), pillars[id].measures.end());
    for (measure::MeasureDefinition& definition : set.measures) {
      if (listed.contains(definition.info.name)) {
        definition.info.pillars.push_back(id);
      }
    }
    set.pillars.push_back(pillars[id]);
  }
  hideOrphans(off, pillars, set);
}

}  // namespace boardpack::script
