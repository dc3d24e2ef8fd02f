#include <boardpack/sdk/national.hpp>
#include <boardpack/sdk/police_uk.hpp>

#include "national_parts.hpp"

#include <utility>

namespace boardpack::sdk {
namespace {

using national::columnsOf;
using national::comparatorRoute;
using national::NamedColumn;
using national::offences;
using national::Pairs;
using national::populationRoute;

// The offences of the Home Office's table by police force area, which has no groups and no totals.
Pairs rollingOffences() {
  Pairs codes = {{"Death or serious injury caused by illegal driving", "death or serious injury by unlawful driving"},
                 {"All other theft offences", "other theft offences"},
                 {"Domestic burglary", "domestic burglary"},
                 {"Non-domestic burglary", "non-domestic burglary"},
                 {"Fraud offences", "fraud offences"},
                 {"Action Fraud", "fraud recorded by Action Fraud"},
                 {"CIFAS", "fraud recorded by CIFAS"},
                 {"UK Finance", "fraud recorded by UK Finance"}};
  for (const NamedColumn& offence : offences()) {
    const std::string name = offence.headings.front();
    const bool is_leaf = name != "Total recorded crime (excluding fraud)" && name != "Violence against the person" &&
                         name != "Theft offences" && name != "Burglary" &&
                         name != "Death or serious injury - unlawful driving" && name != "Other theft offences";
    if (is_leaf) {
      codes.emplace_back(name, offence.measure);
    }
  }
  return codes;
}

Feed rollingYears() {
  Layout layout{.sheet = "",
                .begins = "12 months ending",
                .labels = {{.name = "period end", .headings = {"12 months ending"}, .as = LayoutLabel::As::MonthEnd},
                           {.name = "area name", .headings = {"PFA"}},
                           {.name = "region", .headings = {"Region"}},
                           {.name = "offence", .headings = {"Offence"}, .as = LayoutLabel::As::Text}},
                .rules = {{"area kind", "area name", "British Transport Police", "other body"},
                          {"area kind", "area name", "Action Fraud", "other body"},
                          {"area kind", "area name", "CIFAS", "other body"},
                          {"area kind", "area name", "UK Finance", "other body"},
                          {"area kind", "area name", "?", "force"}},
                .values = {{.headings = {"Rolling year total number of offences"}}}};
  layout.footnotes = true;
  layout.says = {{"to", "counts"},
                 {"publishable", "True"},
                 {"window", "12 months"},
                 {"unit", "offences"},
                 {"method", "offences recorded in the 12 months"},
                 {"source", "Home Office, Recorded crime data at police force area level"}};
  Feed feed{.name = "ho-rolling-years",
            .title = "Recorded crime at police force area level of the Home Office",
            .publisher = "Home Office",
            .file_name = "rec-crime-pfa*.csv",
            .covers = Covers::Editions,
            .header = columnsOf({"area name", "area kind", "region", "offence", "to", "unit", "window", "method",
                                 "source", "publishable"}),
            .routes = {comparatorRoute("counts", {{"numerator", "value"}})},
            .reject_threshold = 0.01,
            .layouts = {std::move(layout)}};
  feed.routes.front().columns.front() = {"measure", "offence", Parse::Code, rollingOffences()};
  return feed;
}

// Estimates of mid-year added up to forces by a researcher. Three of its columns are wrong at the source: districts
// stand in the wrong force, as Table P9 of the Office for National Statistics shows.
Feed populationByForce() {
  Layout layout{.sheet = "",
                .begins = "year",
                .labels = {{.name = "mid-year", .headings = {"year"}, .as = LayoutLabel::As::Text}},
                .values = {},
                .ignored = {"Nottinghamshire", "Thames Valley", "Metropolitan Police"}};
  for (const char* force : {"Cleveland",
                            "Durham",
                            "Northumbria",
                            "Cheshire",
                            "Cumbria",
                            "Greater Manchester",
                            "Lancashire",
                            "Merseyside",
                            "Humberside",
                            "North Yorkshire",
                            "South Yorkshire",
                            "West Yorkshire",
                            "Derbyshire",
                            "Leicestershire",
                            "Lincolnshire",
                            "Northamptonshire",
                            "Staffordshire",
                            "Warwickshire",
                            "West Mercia",
                            "West Midlands",
                            "Bedfordshire",
                            "Cambridgeshire",
                            "Essex",
                            "Hertfordshire",
                            "Norfolk",
                            "Suffolk",
                            "City of London",
                            "Hampshire",
                            "Kent",
                            "Surrey",
                            "Sussex",
                            "Avon and Somerset",
                            "Devon and Cornwall",
                            "Dorset",
                            "Gloucestershire",
                            "Wiltshire"}) {
    layout.values.push_back({.headings = {force}, .says = {{"area name", force}}});
  }
  layout.says = {{"to", "population"},
                 {"kind", "people"},
                 {"area kind", "force"},
                 {"source", "mid-year estimates of the Office for National Statistics, added up to police forces"}};
  Feed feed{.name = "population-by-force",
            .title = "Mid-year population of police forces in England",
            .publisher = "",
            .file_name = "population_policeforces*.csv",
            .covers = Covers::Editions,
            .header = columnsOf({"mid-year", "area name", "area kind", "to", "kind", "source"}),
            .routes = {populationRoute()},
            .reject_threshold = 0.0,
            .layouts = {std::move(layout)}};
  feed.routes.front().columns[2].source = "mid-year";
  return feed;
}

// What no publisher gives as a file: a neighbour's figure from its own report, the means of a closed service.
Feed keptByHand() {
  Feed feed{.name = "comparators",
            .title = "Figures of other forces, kept by hand",
            .publisher = "",
            .file_name = "comparators.csv",
            .covers = Covers::Editions,
            .header = {},
            .routes = {{"comparators", "", "", {}}},
            .reject_threshold = 0.0};
  for (const char* text : {"measure", "area_kind", "area", "window", "unit", "method", "source", "not_available"}) {
    feed.header.push_back({text, true});
    feed.routes.front().columns.push_back({text, text, Parse::Text, {}});
  }
  for (const char* day : {"period_end", "published_on"}) {
    feed.header.push_back({day, true});
    feed.routes.front().columns.push_back({day, day, Parse::Day, {}});
  }
  for (const char* number : {"numerator", "denominator"}) {
    feed.header.push_back({number, true});
    feed.routes.front().columns.push_back({number, number, Parse::SignedNumber, {}});
  }
  feed.header.push_back({"value", true});
  feed.routes.front().columns.push_back({"value", "value", Parse::Text, {}});
  feed.header.push_back({"publishable", true});
  feed.routes.front().columns.push_back({"publishable", "publishable", Parse::YesNo, {}});
  return feed;
}

}  // namespace

std::vector<Feed> nationalFeeds() {
  return {national::forceAreaTables(),
          national::partnershipTables("", "csv"),
          national::partnershipTables("Table C2", "xlsx"),
          rollingYears(),
          populationByForce(),
          keptByHand()};
}

std::vector<Feed> openDataFeeds(const std::string& slug) {
  std::vector<Feed> feeds = policeUkFeeds(slug);
  for (Feed& feed : nationalFeeds()) {
    feeds.push_back(std::move(feed));
  }
  return feeds;
}

const std::vector<ComparatorSum>& comparatorSums() {
  // Until the year ending March 2017 burglary was domestic or not; since then it is residential or not, and both pairs
  // go on side by side, each with what the other does not count.
  static const std::vector<std::string> old_burglary = {"domestic burglary", "non-domestic burglary"};
  static const std::vector<std::string> new_burglary = {"residential burglary", "non-residential burglary"};
  static const std::vector<std::string> other_thefts = {"vehicle offences", "theft from the person", "bicycle theft",
                                                        "shoplifting", "other theft offences"};
  static const auto with = [](std::vector<std::string> parts, const std::vector<std::string>& more) {
    parts.insert(parts.end(), more.begin(), more.end());
    return parts;
  };
  static const std::vector<std::string> violence = {"homicide", "death or serious injury by unlawful driving",
                                                    "violence with injury", "violence without injury",
                                                    "stalking and harassment"};
  static const std::vector<ComparatorSum> sums = {
      {"burglary", old_burglary, new_burglary},
      {"violence against the person", violence, {}},
      {"theft offences", with(old_burglary, other_thefts), new_burglary},
      {"total recorded crime",
       with(with(with(old_burglary, other_thefts), violence),
            {"sexual offences", "robbery", "criminal damage and arson", "drug offences",
             "possession of weapons offences", "public order offences", "miscellaneous crimes against society"}),
       new_burglary}};
  return sums;
}

}  // namespace boardpack::sdk
