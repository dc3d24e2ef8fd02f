#include "base/text.hpp"
#include "script/resolve.hpp"

#include <set>

namespace boardpack::script {
namespace {

/// The measures that a measure is made from, as it names them.
std::vector<std::string> readBy(const MeasureDraft& draft) {
  const measure::MeasureDefinition& definition = draft.definition;
  std::vector<std::string> names = definition.reads;
  for (const measure::MeasureDefinition::Part* part : {&definition.top, &definition.bottom}) {
    if (!part->measure.empty()) {
      names.push_back(part->measure);
    }
  }
  if (definition.of_states) {
    names.push_back(definition.of_states->measure);
  }
  return names;
}

/// The names with all that they are made from.
std::set<std::string> withAllRead(const std::vector<std::string>& names, Drafts& drafts) {
  std::set<std::string> all(names.begin(), names.end());
  std::vector<std::string> next = names;
  while (!next.empty()) {
    const std::string name = next.back();
    next.pop_back();
    const MeasureDraft* draft = drafts.find(name);
    for (const std::string& read : draft == nullptr ? std::vector<std::string>() : readBy(*draft)) {
      if (all.insert(read).second) {
        next.push_back(read);
      }
    }
  }
  return all;
}

/// What a run shows: all that pillars list, and every measure of the force and the workspace.
std::set<std::string> neededNames(Drafts& drafts) {
  std::vector<std::string> names;
  for (const PillarDraft& pillar : drafts.pillars) {
    for (const std::vector<Entry>* entries : {&pillar.measures, &pillar.add}) {
      for (const Entry& entry : *entries) {
        names.push_back(entry.text);
      }
    }
  }
  for (const MeasureDraft& draft : drafts.measures) {
    if (draft.origin != Origin::Common || !draft.serves.empty()) {
      names.push_back(draft.definition.info.name);
    }
  }
  return withAllRead(names, drafts);
}

}  // namespace

std::vector<measure::LeftOut> leaveOutUnfit(Drafts& drafts) {
  const std::set<std::string> needed = neededNames(drafts);
  std::vector<measure::LeftOut> left_out;
  for (const MeasureDraft& draft : drafts.measures) {
    const std::string& name = draft.definition.info.name;
    const Declaration& declaration = draft.declaration;
    if (needed.contains(name)) {
      for (const ScriptProblem& problem : declaration.isUnfit() ? *declaration.unfit : std::vector<ScriptProblem>()) {
        declaration.problems->add(problem.file, problem.line, problem.sentence);
      }
      continue;
    }
    std::vector<std::string> why;
    for (const ScriptProblem& problem : declaration.isUnfit() ? *declaration.unfit : std::vector<ScriptProblem>()) {
      why.push_back(problem.sentence);
    }
    for (const std::string& read : withAllRead({name}, drafts)) {
      const MeasureDraft* other = drafts.find(read);
      if (read != name && other != nullptr && other->declaration.isUnfit()) {
        why.push_back("measure \"" + name + "\" reads '" + read + "', which is left out.");
      }
    }
    if (!why.empty()) {
      left_out.push_back({name, declaration.place(), base::join(why, " ")});
    }
  }
  return left_out;
}

}  // namespace boardpack::script
