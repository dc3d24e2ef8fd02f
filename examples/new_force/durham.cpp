// A force: who it is, how its area and its plan are divided, and which extracts it has.
#include "feeds.hpp"

#include <boardpack/sdk/national.hpp>
#include <boardpack/sdk/plugin.hpp>

#include <algorithm>

namespace durham {

using namespace boardpack::sdk;

// A cell of District that is not in the list rejects its row.
ColumnMap district(const std::string& target) {
  return {target,
          "District",
          Parse::Code,
          {{"DURHAM", "County Durham"}, {"DARLINGTON", "Darlington"}, {"OTHER", "Outside the force area"}}};
}

// An extract as data: which files it is, which headers they have, and which of their columns goes where. One source
// column may fill several columns; the header names it once.
Feed monthly(const std::string& name, const std::string& title, const std::string& table,
             std::vector<ColumnMap> columns) {
  Feed feed;
  feed.name = name;
  feed.title = title;
  feed.publisher = "Durham Constabulary";
  feed.file_name = "{month}-durham-" + name + ".csv";
  for (const ColumnMap& column : columns) {
    const bool is_there = std::any_of(feed.header.begin(), feed.header.end(),
                                      [&column](const SourceColumn& known) { return known.name == column.source; });
    if (!is_there) {
      feed.header.push_back({column.source, true});
    }
  }
  feed.routes = {{table, "", "", std::move(columns)}};
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
    // A table is filled by one feed a month: of the open data only what the force's own systems do not give.
    for (Feed& feed : openDataFeeds("durham")) {
      if (feed.name == "stop-and-search" || feed.name == "population" || feed.name == "comparators") {
        force.feeds.push_back(std::move(feed));
      }
    }
    for (const std::vector<Feed>& feeds : {crimeFeeds(), contactFeeds(), staffFeeds()}) {
      force.feeds.insert(force.feeds.end(), feeds.begin(), feeds.end());
    }
    force.feeds.push_back(collisionFeed());
    force.tables = {collisions()};
    return force;
  }
};

}  // namespace durham

BOARDPACK_FORCE_PLUGIN(durham::Durham);
