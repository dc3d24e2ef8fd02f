#include "script/draft.hpp"

#include <utility>

namespace boardpack::script {

void Drafts::add(MeasureDraft draft) {
  places_.try_emplace(draft.definition.info.name, measures.size());
  measures.push_back(std::move(draft));
}

MeasureDraft* Drafts::find(const std::string& name) {
  const auto place = places_.find(name);
  return place == places_.end() ? nullptr : &measures[place->second];
}

void Drafts::eraseMeasures(const std::set<std::string>& names) {
  std::vector<MeasureDraft> all = std::move(measures);
  measures.clear();
  places_.clear();
  for (MeasureDraft& draft : all) {
    if (!names.contains(draft.definition.info.name)) {
      add(std::move(draft));
    }
  }
}

std::vector<std::string> Drafts::measureNames() const {
  std::vector<std::string> names;
  for (const MeasureDraft& draft : measures) {
    names.push_back(draft.definition.info.name);
  }
  return names;
}

}  // namespace boardpack::script
