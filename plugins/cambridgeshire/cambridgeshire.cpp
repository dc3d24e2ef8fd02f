#include <boardpack/sdk/national.hpp>
#include <boardpack/sdk/plugin.hpp>

namespace {

using namespace boardpack::sdk;

std::vector<Area> areas() {
  std::vector<Area> result = {{"North", "policing_area", "", {}, {}}, {"South", "policing_area", "", {}, {}}};
  for (const char* district : {"Fenland", "Peterborough"}) {
    result.push_back({district, "district", "North", {}, {}});
  }
  for (const char* district : {"Cambridge", "East Cambridgeshire", "Huntingdonshire", "South Cambridgeshire"}) {
    result.push_back({district, "district", "South", {}, {}});
  }
  return result;
}

class Cambridgeshire final : public ForcePlugin {
 public:
  Force force() const override {
    return {.code = "cambridgeshire",
            .name = "Cambridgeshire Constabulary",
            .short_name = "Cambridgeshire",
            .body = "Business Coordination Board",
            .chief = "Chief Constable",
            .commissioner = "Police and Crime Commissioner",
            .plan_title = "Police and Crime Plan",
            .pillar_label = "Pillar",
            .pillar_plural = "Pillars",
            .colours = {.main = "#12436D"},
            .area_levels = {{"policing_area", "Area", "Areas"}, {"district", "District", "Districts"}},
            .areas = areas(),
            .area_note = "Cambridge is the district of Cambridge City. Huntingdonshire belongs to the South area.",
            .pillars = {{"victims", "", "Victims", {}},
                        {"offenders", "", "Offenders", {}},
                        {"communities", "", "Communities", {}},
                        {"transformation", "", "Transformation", {}}},
            .feeds = openDataFeeds("cambridgeshire"),
            .tables = {}};
  }
};

}  // namespace

BOARDPACK_FORCE_PLUGIN(Cambridgeshire);
