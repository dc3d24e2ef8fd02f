#include "sample_force.hpp"

#include <boardpack/sdk/police_uk.hpp>

#include <algorithm>

using namespace boardpack::sdk;

Force sampleForce() {
  Force force;
  force.code = "west-mercia";
  force.name = "West Mercia Police";
  force.short_name = "West Mercia";
  force.body = "Assurance Board";
  force.chief = "Chief Constable";
  force.commissioner = "Police and Crime Commissioner";
  force.plan_title = "Safer Plan";
  force.pillar_label = "Priority";
  force.pillar_plural = "Priorities";
  force.area_levels = {{"policing_area", "Area", "Areas"}, {"district", "District", "Districts"}};
  force.areas = {{"North", "policing_area", "", {}, {}},
                 {"Shropshire", "district", "North", {}, {}},
                 {"Telford and Wrekin", "district", "North", {}, Date{2023, 3, 31}}};
  force.pillars = {{"victims", "1", "Victims", {}}, {"roads", "2", "Roads", {}}};
  force.feeds = policeUkFeeds("west-mercia");
  return force;
}

bool onlyFault(const std::vector<std::string>& faults, const std::vector<std::string>& words) {
  return faults.size() == 1 && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
           return faults.front().find(word) != std::string::npos;
         });
}
