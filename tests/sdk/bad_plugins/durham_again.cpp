// A sound force with the code of examples/new_force.
#include "mark.hpp"

#include <boardpack/sdk/plugin.hpp>

static const bool kMarked = leaveMark(std::to_string(__cplusplus));

class DurhamAgain final : public boardpack::sdk::ForcePlugin {
 public:
  boardpack::sdk::Force force() const override {
    using namespace boardpack::sdk;
    Feed feed;
    feed.name = "incidents";
    feed.title = "Incidents";
    feed.file_name = "{month}-incidents.csv";
    feed.header = {{"Day", true}, {"Kind", true}, {"LSOA name", true}};
    feed.routes = {{"incidents",
                    "",
                    "",
                    {{"opened_at", "Day", Parse::Day, {}},
                     {"kind", "Kind", Parse::Text, {}},
                     {"area", "LSOA name", Parse::LsoaArea, {}}}}};
    Force force;
    force.code = kMarked ? "durham" : "";
    force.name = "Durham, another time";
    force.short_name = "Durham";
    force.body = "Board";
    force.chief = "Chief Constable";
    force.commissioner = "Police and Crime Commissioner";
    force.plan_title = "Police and Crime Plan";
    force.pillar_label = "Priority";
    force.pillar_plural = "Priorities";
    force.area_levels = {{"district", "District", "Districts"}};
    force.areas = {{"County Durham", "district", "", {}, {}}};
    force.pillars = {{"first", "1", "First", {}}};
    force.feeds = {feed};
    return force;
  }
};

BOARDPACK_FORCE_PLUGIN(DurhamAgain);
