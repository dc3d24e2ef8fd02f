#include "base/text.hpp"
#include "script/resolve.hpp"

#include <set>

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
  const std::vector<std::string> names = drafts.measureNames();
  std::set<std::string> gone;
  for (const SwitchedOff& off : drafts.switched_off) {
    if (off.subject != "measure" || off.declaration.isFull()) {
      continue;
    }
    if (known.switched_off.contains(off.name)) {
      off.declaration.problem(
          "", "'" + off.name + "' is switched off already, in " + known.switched_off.at(off.name) + ".");
      continue;
    }
    const MeasureDraft* draft = drafts.find(off.name);
    if (draft == nullptr) {
      off.declaration.problem(
          "", "there is no measure '" + base::printable(off.name) + "'." + base::didYouMean(off.name, names));
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
    gone.insert(off.name);
  }
  if (!gone.empty()) {
    drafts.eraseMeasures(gone);
  }
  known.names = drafts.measureNames();
  known.known.insert(known.names.begin(), known.names.end());
  return known;
}

}  // namespace boardpack::script
