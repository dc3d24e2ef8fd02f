#include "base/text.hpp"
#include "script/resolve.hpp"

#include <algorithm>

namespace boardpack::script {

std::string KnownMeasures::whyUnknown(const std::string& name) const {
  const auto off = switched_off.find(name);
  if (off != switched_off.end()) {
    return "'" + name + "' is switched off in " + off->second +
           ", so nothing can read it: switch this off too, or leave " + "'" + name + "' on.";
  }
  return "there is no measure '" + base::printable(name) + "'." + base::didYouMean(name, names);
}

KnownMeasures switchOffMeasures(Drafts& drafts) {
  KnownMeasures known;
  for (const SwitchedOff& off : drafts.switched_off) {
    if (off.subject != "measure") {
      continue;
    }
    if (known.switched_off.contains(off.name)) {
      off.declaration.problem(
          "", "'" + off.name + "' is switched off already, in " + known.switched_off.at(off.name) + ".");
      continue;
    }
    const MeasureDraft* draft = findDraft(drafts, off.name);
    if (draft == nullptr) {
      off.declaration.problem(
          "", "there is no measure '" + base::printable(off.name) + "'." + base::didYouMean(off.name, namesOf(drafts)));
      continue;
    }
    if (draft->origin >= off.origin) {
      off.declaration.problem("", "'" + off.name + "' is declared in " + draft->declaration.placeWords() +
                                      ", which is yours: take it out there.");
      continue;
    }
    drafts.amendments.push_back({.what = measure::Amendment::What::SwitchedOff,
                                 .subject = "measure",
                                 .name = off.name,
                                 .place = off.declaration.place(),
                                 .over = draft->declaration.place()});
    known.switched_off.emplace(off.name, off.declaration.placeWords());
  }
  std::erase_if(drafts.measures,
                [&](const MeasureDraft& draft) { return known.switched_off.contains(draft.definition.info.name); });
  known.names = namesOf(drafts);
  return known;
}

}  // namespace boardpack::script
