// A force in one file: who it is, how its area and its plan are divided, and which extracts it has.
#include <boardpack/sdk/plugin.hpp>
#include <boardpack/sdk/police_uk.hpp>

namespace {

using namespace boardpack::sdk;

// A table of the force's own. The incident log must not fill `incidents`: the police.uk files do that already, and two
// feeds that fill one table for the same month would be counted twice.
Table controlRoomLog() {
  return {.name = "control_room_log",
          .row_singular = "logged incident",
          .row_plural = "logged incidents",
          .default_date = "opened_on",
          .area_column = "area",
          .public_counts = false,
          .columns = {{"log_number", ColumnType::Key, "the log number", false},
                      {"opened_on", ColumnType::Day, "the day of opening", true},
                      {"kind", ColumnType::Text, "the kind of incident", true},
                      {"area", ColumnType::Text, "the area", true}}};
}

// An extract of the force's own, as data: which files it is, which headers they have, and which of their columns goes
// where. A cell of District that is not in the list rejects its row, and the pack says so.
Feed incidentLog() {
  Feed feed;
  feed.name = "incident-log";
  feed.title = "Incidents of the control room";
  feed.publisher = "Durham Constabulary";
  feed.file_name = "{month}-durham-incident-log.csv";
  feed.header = {{"Log number", true}, {"Opened on", true}, {"Kind", true}, {"District", true}};
  feed.routes = {
      {"control_room_log",
       "",
       "",
       {{"log_number", "Log number", Parse::Key, {}},
        {"opened_on", "Opened on", Parse::Day, {}},
        {"kind", "Kind", Parse::Text, {}},
        {"area",
         "District",
         Parse::Code,
         {{"DURHAM", "County Durham"}, {"DARLINGTON", "Darlington"}, {"OTHER", "Outside the force area"}}}}}};
  return feed;
}

class Durham final : public ForcePlugin {
 public:
  Force force() const override {
    Force force;
    force.code = "durham";
    force.name = "Durham Constabulary";
    force.short_name = "Durham";
    force.body = "Police and Crime Panel";
    force.chief = "Chief Constable";
    force.commissioner = "Police and Crime Commissioner";
    force.plan_title = "Police and Crime Plan";
    force.pillar_label = "Priority";
    force.pillar_plural = "Priorities";
    force.colours.main = "#3B2A6E";
    force.area_levels = {{"district", "District", "Districts"}};
    force.areas = {{"County Durham", "district", "", {}, {}}, {"Darlington", "district", "", {}, {}}};
    force.pillars = {{"victims", "1", "Victims come first", {"Victims are satisfied with the service they get"}},
                     {"neighbourhoods", "2", "Safer neighbourhoods", {}}};
    force.feeds = policeUkFeeds("durham");
    force.feeds.push_back(incidentLog());
    force.tables = {controlRoomLog()};
    return force;
  }
};

}  // namespace

BOARDPACK_FORCE_PLUGIN(Durham);
