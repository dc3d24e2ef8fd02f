#include "paper/pack.hpp"

#include "statistics/xmr_rules.hpp"

#include <algorithm>

namespace boardpack::paper {

const series::Analysed* Pack::find(const std::string& measure) const {
  const auto found = std::find_if(measures.begin(), measures.end(), [&](const series::Analysed& candidate) {
    return candidate.series.info.name == measure;
  });
  return found == measures.end() ? nullptr : &*found;
}

const PillarSection* Pack::pillar(const std::string& id) const {
  const auto found =
      std::find_if(pillars.begin(), pillars.end(), [&](const PillarSection& candidate) { return candidate.id == id; });
  return found == pillars.end() ? nullptr : &*found;
}

std::string ruleSet() { return statistics::kXmrRuleSet; }

}  // namespace boardpack::paper
