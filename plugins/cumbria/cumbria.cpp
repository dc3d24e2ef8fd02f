#include <boardpack/sdk/national.hpp>
#include <boardpack/sdk/plugin.hpp>

namespace {

using namespace boardpack::sdk;

std::vector<Area> areas() {
  std::vector<Area> result;
  for (const char* territorial : {"North", "South", "West"}) {
    result.push_back({territorial, "policing_area", "", {}, {}});
  }
  const std::vector<std::pair<const char*, const char*>> districts = {
      {"Allerdale", "West"}, {"Barrow-in-Furness", "South"}, {"Carlisle", "North"}, {"Copeland", "West"},
      {"Eden", "North"},     {"South Lakeland", "South"}};
  for (const auto& [district, territorial] : districts) {
    // Without an end: they are no districts any more, and police.uk still places crimes by them.
    result.push_back({district, "district", territorial, {}, {}});
  }
  return result;
}

class Cumbria final : public ForcePlugin {
 public:
  Force force() const override {
    return {.code = "cumbria",
            .name = "Cumbria Constabulary",
            .short_name = "Cumbria",
            .body = "Public Accountability Conference",
            .chief = "Chief Constable",
            .commissioner = "Cumbria Police & Crime Commissioner",
            .plan_title = "Police and Crime Plan",
            .pillar_label = "Objective",
            .pillar_plural = "Objectives",
            .colours = {.main = "#1F5E56"},
            .area_levels = {{"policing_area", "Territorial Policing Area", "Territorial Policing Areas"},
                            {"district", "District", "Districts"}},
            .areas = areas(),
            .area_note =
                "The six districts ended on 31 March 2023. Crimes of later months are still placed by them, as "
                "the national crime map does.",
            .pillars = {{"presence", "", "A Visible & Effective Police Presence", {}},
                        {"asb", "", "Antisocial Behaviour", {}},
                        {"victims", "", "Always Put Victims First", {}},
                        {"sexual-offences", "", "Sexual Offences", {}},
                        {"offending", "", "Offending & Serious Crime", {}}},
            .feeds = openDataFeeds("cumbria"),
            .tables = {},
            .successors = {{"Cumberland", {"Allerdale", "Carlisle", "Copeland"}, {2023, 4, 1}},
                           {"Westmorland and Furness", {"Barrow-in-Furness", "Eden", "South Lakeland"}, {2023, 4, 1}}}};
  }
};

}  // namespace

BOARDPACK_FORCE_PLUGIN(Cumbria);
