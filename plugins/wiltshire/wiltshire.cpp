#include <boardpack/sdk/national.hpp>
#include <boardpack/sdk/plugin.hpp>

namespace {

using namespace boardpack::sdk;

class Wiltshire final : public ForcePlugin {
 public:
  Force force() const override {
    return {
        .code = "wiltshire",
        .name = "Wiltshire Police",
        .short_name = "Wiltshire",
        .body = "Police and Crime Panel",
        .chief = "Chief Constable",
        .commissioner = "Police & Crime Commissioner",
        .plan_title = "Police and Crime Plan",
        .pillar_label = "Priority",
        .pillar_plural = "Priorities",
        .colours = {.main = "#4A2A6B"},
        .area_levels = {{"district", "Council area", "Council areas"}},
        .areas = {{"Swindon", "district", "", {}, {}}, {"Wiltshire", "district", "", {}, {}}},
        .area_note = "Wiltshire and Swindon are the areas of the two councils, not of the community policing teams.",
        .pillars = {{"prevent", "1", "Prevent crime and keep people safe", {}},
                    {"vulnerable", "2", "Protect the most vulnerable people in society", {}},
                    {"victims", "3", "Put victims, witnesses and communities at the heart of everything we do", {}},
                    {"quality", "4", "Secure a quality service that is trusted and efficient", {}}},
        .feeds = openDataFeeds("wiltshire"),
        .tables = {}};
  }
};

}  // namespace

BOARDPACK_FORCE_PLUGIN(Wiltshire);
