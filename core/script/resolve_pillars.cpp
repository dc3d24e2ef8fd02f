#include "base/text.hpp"
#include "script/resolve.hpp"

#include <algorithm>
#include <map>

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

// The pillar declarations that hold, by id.
std::map<std::string, const PillarDraft*> checkPillars(const Drafts& drafts, const sdk::Force& force, Plan& plan) {
  for (const sdk::Pillar& pillar : force.pillars) {
    addPillar(plan, pillar.id, pillar.reference, pillar.outcomes);
  }
  const std::vector<std::string> printed = plan.ids;
  std::map<std::string, const PillarDraft*> declared;
  for (const PillarDraft& draft : drafts.pillars) {
    const Declaration& declaration = draft.declaration;
    const auto [first, is_new] = declared.try_emplace(draft.id, &draft);
    if (!is_new) {
      declaration.problem("", "this pillar is declared already, in " + first->second->declaration.placeWords() +
                                  ". To add a measure to it, write serves = { \"" + draft.id + "\" } in the measure.");
      continue;
    }
    const bool is_printed = std::find(printed.begin(), printed.end(), draft.id) != printed.end();
    if (is_printed && !draft.title.empty()) {
      declaration.problem("title", "the plan gives this pillar its title; leave 'title' out.");
    } else if (!is_printed && draft.origin == Origin::Workspace && !draft.title.empty()) {
      addPillar(plan, draft.id, "", {});
    } else if (!is_printed) {
      declaration.problem("", "the plan of " + force.name + " has no pillar of this name." +
                                  base::didYouMean(draft.id, printed) + " It has: " + base::join(printed, ", ") + "." +
                                  (draft.origin == Origin::Workspace ? " For one of your own add a title." : ""));
      declared.erase(first);
    }
  }
  return declared;
}

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

void listMeasures(Drafts& drafts, const PillarDraft& draft, const measure::MeasureSet& set,
                  measure::PillarDefinition& pillar) {
  const std::vector<std::string> names = namesOf(drafts);
  for (const Entry& entry : draft.measures) {
    if (findDraft(drafts, entry.text) == nullptr) {
      draft.declaration.problem(entry.path, "there is no measure '" + base::printable(entry.text) + "'." +
                                                base::didYouMean(entry.text, names));
    } else if (std::find(pillar.measures.begin(), pillar.measures.end(), entry.text) != pillar.measures.end()) {
      draft.declaration.problem(entry.path, "'" + entry.text + "' is listed twice.");
    } else if (set.find(entry.text) != nullptr) {
      pillar.measures.push_back(entry.text);
    }
  }
}

}  // namespace

void resolvePillars(Drafts& drafts, const sdk::Force& force, measure::MeasureSet& set) {
  Plan plan;
  const std::map<std::string, const PillarDraft*> declared = checkPillars(drafts, force, plan);
  std::map<std::string, measure::PillarDefinition> pillars;
  for (const std::string& id : plan.ids) {
    const auto draft = declared.find(id);
    measure::PillarDefinition& pillar = pillars[id];
    pillar.id = id;
    pillar.title = titleOf(id, force, draft == declared.end() ? nullptr : draft->second);
    if (draft != declared.end()) {
      pillar.script = draft->second->declaration.place();
      listMeasures(drafts, *draft->second, set, pillar);
    }
  }
  for (const MeasureDraft& draft : drafts.measures) {
    for (const Entry& entry : draft.serves) {
      const auto id = plan.by_reference.find(base::lower(entry.text));
      if (id == plan.by_reference.end()) {
        std::vector<std::string> names;
        for (const auto& [name, pillar] : plan.by_reference) {
          names.push_back(name);
        }
        draft.declaration.problem(entry.path, "the plan of " + force.name + " has no '" + base::printable(entry.text) +
                                                  "'." + base::didYouMean(base::lower(entry.text), names) +
                                                  " Its pillars are: " + base::join(plan.ids, ", ") + ".");
      } else if (const measure::MeasureDefinition* known = set.find(draft.definition.info.name);
                 known != nullptr && draft.is_sound) {
        take(pillars[id->second], draft.definition.info.name);
      }
    }
  }
  for (const std::string& id : plan.ids) {
    for (measure::MeasureDefinition& definition : set.measures) {
      const std::vector<std::string>& listed = pillars[id].measures;
      if (std::find(listed.begin(), listed.end(), definition.info.name) != listed.end()) {
        definition.info.pillars.push_back(id);
      }
    }
    set.pillars.push_back(std::move(pillars[id]));
  }
}

}  // namespace boardpack::script
