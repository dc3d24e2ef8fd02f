#include <boardpack/sdk/national.hpp>
#include <boardpack/sdk/plugin.hpp>

namespace {

using namespace boardpack::sdk;

std::vector<Pillar> objectives() {
  return {{"police",
           "1",
           "Investing in our Police",
           {"Organisational efficiency and effectiveness", "Improve victim satisfaction",
            "Enhance public confidence in the Force across all communities we serve"}},
          {"victims",
           "2",
           "A better deal for victims",
           {"Improved victim satisfaction", "Victims of crime are able to cope and recover",
            "Reductions in repeat victims as a result of effective problem solving and prevention activity"}},
          {"reoffending",
           "3",
           "Tackling re-offending",
           {"Fewer people reoffending",
            "More offenders are engaging with services and demonstrating positive steps in reducing their offending "
            "behaviour"}},
          {"safer",
           "4",
           "Working together to make Cleveland safer",
           {"Those who live, work or visit the area are safe and feel safe",
            "Efficient and effective public sector services with the capability and capacity to meet demand"}},
          {"communities",
           "5",
           "Securing the future of our communities",
           {"Improved dialogue and understanding of the community", "Successfully commissioned community services",
            "Increased strength and resilience across our communities"}}};
}

// Every search of Cleveland's extracts stands at midnight.
std::vector<Feed> feeds() {
  std::vector<Feed> result = openDataFeeds("cleveland");
  for (Feed& feed : result) {
    for (RowRoute& route : feed.routes) {
      for (ColumnMap& column : route.columns) {
        column.parse = column.target == "searched_at" ? Parse::UtcDay : column.parse;
      }
    }
  }
  return result;
}

class Cleveland final : public ForcePlugin {
 public:
  Force force() const override {
    return {.code = "cleveland",
            .name = "Cleveland Police",
            .short_name = "Cleveland",
            .body = "Police & Crime Panel",
            .chief = "Chief Constable",
            .commissioner = "Police and Crime Commissioner for Cleveland",
            .plan_title = "2016 – 2020 Police and Crime Plan",
            .pillar_label = "Objective",
            .pillar_plural = "Objectives",
            .colours = {.main = "#801650"},
            .area_levels = {{"district", "Borough", "Boroughs"}},
            .areas = {{"Hartlepool", "district", "", {}, {}},
                      {"Middlesbrough", "district", "", {}, {}},
                      {"Redcar and Cleveland", "district", "", {}, {}},
                      {"Stockton-on-Tees", "district", "", {}, {}}},
            .area_note = "",
            .pillars = objectives(),
            .feeds = feeds(),
            .tables = {}};
  }
};

}  // namespace

BOARDPACK_FORCE_PLUGIN(Cleveland);
