#include <boardpack/sdk/national.hpp>
#include <boardpack/sdk/police_uk.hpp>

#include <utility>

namespace boardpack::sdk {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// A measure of the comparators and the headings it has had, the usual one first.
struct NamedColumn {
  const char* measure;
  std::vector<std::string> headings;
};

// Headings of Tables P1, P2 and P3 from the year ending March 2018 to that ending December 2019, a misprint of the
// publisher's with them, and of Table C2 of the year ending June 2025.
const std::vector<NamedColumn>& offences() {
  static const std::vector<NamedColumn> columns = {
      {"total recorded crime", {"Total recorded crime (excluding fraud)"}},
      {"violence against the person", {"Violence against the person"}},
      {"homicide", {"Homicide"}},
      {"violence with injury", {"Violence with injury"}},
      {"violence without injury", {"Violence without injury"}},
      {"stalking and harassment", {"Stalking and harassment"}},
      {"death or serious injury by unlawful driving",
       {"Death or serious injury - unlawful driving", "Death or serious injury caused by illegal driving"}},
      {"sexual offences", {"Sexual offences"}},
      {"robbery", {"Robbery"}},
      {"theft offences", {"Theft offences"}},
      {"burglary", {"Burglary"}},
      {"residential burglary", {"Residential burglary", "Residental burglary"}},
      {"non-residential burglary", {"Non-residential burglary"}},
      {"vehicle offences", {"Vehicle offences"}},
      {"theft from the person", {"Theft from the person"}},
      {"bicycle theft", {"Bicycle theft"}},
      {"shoplifting", {"Shoplifting"}},
      {"other theft offences", {"Other theft offences", "All other theft offences"}},
      {"criminal damage and arson", {"Criminal damage and arson"}},
      {"drug offences", {"Drug offences"}},
      {"possession of weapons offences", {"Possession of weapons offences"}},
      {"public order offences", {"Public order offences"}},
      {"miscellaneous crimes against society", {"Miscellaneous crimes against society", "Miscellaneous crimes"}}};
  return columns;
}

const Pairs& marks() {
  static const Pairs list = {{"..", "not available in the source"},
                             {"[x]", "not available in the source"},
                             {"NA", "not available in the source"},
                             {"-", "the source gives no percentage of fewer than 50"},
                             {"+", "withheld by the source, since too few people live there"},
                             {":", "not applicable in the source"}};
  return list;
}

std::vector<SourceColumn> columnsOf(std::initializer_list<const char*> more) {
  std::vector<SourceColumn> header;
  for (const char* name : {"value", "not available", "base", "period end", "published on", "year", "place"}) {
    header.push_back({name, true});
  }
  for (const char* name : more) {
    header.push_back({name, true});
  }
  return header;
}

// Regions bear the names of forces (West Midlands), so the codes of the areas tell what they are. British Transport
// Police has no code: it is no force of an area.
std::vector<LayoutRule> kindsByCode() {
  return {{"area kind", "area code", "K", "country"},
          {"area kind", "area code", "E92", "country"},
          {"area kind", "area code", "W92", "country"},
          {"area kind", "area code", "E12", "region"},
          {"area kind", "area code", "E23", "force"},
          {"area kind", "area code", "W15", "force"},
          {"area kind", "area name", "British Transport Police", "other body"}};
}

std::vector<LayoutLabel> areaLabels() {
  return {{.name = "area code", .headings = {"Area Code"}},
          {.name = "area name",
           .headings = {"Area Name"},
           .renames = {{"ENGLAND AND WALES", "England and Wales"},
                       {"ENGLAND AND WALES (inc. BTP)", "England and Wales"},
                       {"ENGLAND AND WALES (exc. BTP)", "England and Wales excluding British Transport Police"},
                       {"ENGLAND", "England"},
                       {"WALES", "Wales"}}}};
}

Layout areaTable(const std::string& sheet) {
  Layout layout{.sheet = sheet, .begins = "Area Code", .ends = "Source", .labels = areaLabels(), .values = {}};
  layout.rules = kindsByCode();
  layout.missing = marks();
  layout.says = {
      {"publishable", "True"},
      {"window", "12 months"},
      {"source", "Office for National Statistics, Crime in England and Wales: Police Force Area data tables"}};
  return layout;
}

Layout countsTable() {
  Layout layout = areaTable("Table P1");
  layout.titles = {"year ending"};
  for (const NamedColumn& offence : offences()) {
    layout.values.push_back({.headings = offence.headings, .says = {{"measure", offence.measure}}});
  }
  layout.says.insert(layout.says.end(),
                     {{"to", "counts"}, {"unit", "offences"}, {"method", "offences recorded in the 12 months"}});
  return layout;
}

Layout changesTable() {
  Layout layout = areaTable("Table P2");
  layout.titles = {"year ending"};
  for (const NamedColumn& offence : offences()) {
    layout.values.push_back({.headings = offence.headings, .says = {{"measure", offence.measure}}});
  }
  layout.says.insert(layout.says.end(), {{"to", "changes"},
                                         {"unit", "% change on the year before"},
                                         {"method", "percentage change on the 12 months before, as published"}});
  return layout;
}

Layout ratesTable() {
  constexpr const char* kPeople = "Population figures (mid-{year})*";
  constexpr const char* kHouseholds = "Household figures (mid-{year})*";
  Layout layout = areaTable("Table P3");
  layout.titles = {"year ending"};
  layout.values.push_back({.headings = {kPeople}, .says = {{"to", "population"}, {"kind", "people"}}});
  layout.values.push_back({.headings = {kHouseholds}, .says = {{"to", "population"}, {"kind", "households"}}});
  for (const NamedColumn& offence : offences()) {
    layout.values.push_back(
        {.headings = offence.headings,
         .says = {{"measure", offence.measure},
                  {"unit", "per 1,000 people"},
                  {"method", "offences per 1,000 people; people of mid-{base year}, rounded to 100"}},
         .base = kPeople});
  }
  layout.values.push_back(
      {.headings = {"Residential burglary (households)"},
       .says = {{"measure", "residential burglary"},
                {"unit", "per 1,000 households"},
                {"method", "offences per 1,000 households; households of mid-{base year}, rounded to 100"}},
       .base = kHouseholds});
  layout.says.insert(layout.says.end(), {{"to", "rates"}});
  return layout;
}

// Figures of financial years since 2007/08, side by side.
Layout incidentsTable() {
  Layout layout = areaTable("Table P7");
  layout.heading_rows = 2;
  layout.values = {{.headings = {"Apr '* to Mar '{yy}* | Number of Incidents"},
                    .says = {{"to", "counts"},
                             {"period end", "20{yy}-03-31"},
                             {"unit", "incidents"},
                             {"method", "incidents recorded in the 12 months"}}},
                   {.headings = {"Apr '* to Mar '{yy}* | Rate per 1,000 population"},
                    .says = {{"to", "rates"},
                             {"period end", "20{yy}-03-31"},
                             {"unit", "per 1,000 people"},
                             {"method", "incidents per 1,000 people"}}}};
  layout.says.push_back({"measure", "anti-social behaviour incidents"});
  layout.required = false;
  return layout;
}

Layout estimatesTable(const std::string& sheet, const std::string& kind) {
  Layout layout = areaTable(sheet);
  layout.values = {{.headings = {"{year}"}, .says = {{"to", "population"}, {"kind", kind}}}};
  layout.required = false;
  return layout;
}

RowRoute comparatorRoute(const std::string& when, const std::vector<std::pair<std::string, std::string>>& more) {
  RowRoute route{"comparators",
                 "to",
                 when,
                 {{"measure", "measure", Parse::Text, {}},
                  {"area_kind", "area kind", Parse::Text, {}},
                  {"area", "area name", Parse::Text, {}},
                  {"period_end", "period end", Parse::Day, {}},
                  {"window", "window", Parse::Text, {}},
                  {"value", "value", Parse::SignedNumber, {}},
                  {"unit", "unit", Parse::Text, {}},
                  {"method", "method", Parse::Text, {}},
                  {"source", "source", Parse::Text, {}},
                  {"place", "place", Parse::Text, {}},
                  {"not_available", "not available", Parse::Text, {}},
                  {"published_on", "published on", Parse::Day, {}},
                  {"publishable", "publishable", Parse::YesNo, {}}}};
  for (const auto& [target, source] : more) {
    route.columns.push_back({target, source, Parse::SignedNumber, {}});
  }
  return route;
}

RowRoute populationRoute() {
  return {"population",
          "to",
          "population",
          {{"area", "area name", Parse::Text, {}},
           {"area_kind", "area kind", Parse::Text, {}},
           {"year", "year", Parse::Number, {}},
           {"kind", "kind", Parse::Text, {}},
           {"value", "value", Parse::Number, {}},
           {"source", "source", Parse::Text, {}},
           {"published_on", "published on", Parse::Day, {}}}};
}

Feed forceAreaTables() {
  return {.name = "ons-police-force-areas",
          .title = "Police Force Area data tables of the Office for National Statistics",
          .publisher = "Office for National Statistics",
          .file_name = "policeforcearea*tablesye*.xlsx",
          .covers = Covers::Editions,
          .header = columnsOf({"area code", "area name", "area kind", "to", "measure", "kind", "unit", "window",
                               "method", "source", "publishable"}),
          .routes = {comparatorRoute("counts", {{"numerator", "value"}}), comparatorRoute("changes", {}),
                     comparatorRoute("rates", {{"denominator", "base"}}), populationRoute()},
          .reject_threshold = 0.01,
          .precision = "month",
          .other_file_names = {"pfatables*.xlsx"},
          .layouts = {countsTable(), changesTable(), ratesTable(), incidentsTable(),
                      estimatesTable("Table P9", "people"), estimatesTable("Table P10", "households")}};
}

Feed partnershipTables(const std::string& sheet, const std::string& ending) {
  Layout layout{
      .sheet = sheet,
      .begins = "Police Force Area code",
      .titles = {"year ending"},
      .labels = {{.name = "area code", .headings = {"Police Force Area code"}},
                 {.name = "area name", .headings = {"Community Safety Partnership name", "Police Force Area name"}},
                 {.name = "partnership code", .headings = {"Community Safety Partnership code"}},
                 {.name = "partnership", .headings = {"Community Safety Partnership name"}},
                 {.name = "authority code", .headings = {"Local Authority code"}},
                 {.name = "authority", .headings = {"Local Authority name"}}},
      .values = {}};
  layout.rules = {{"area kind", "partnership", "?", "community safety partnership"}};
  for (const LayoutRule& rule : kindsByCode()) {
    layout.rules.push_back(rule);
  }
  for (const NamedColumn& offence : offences()) {
    layout.values.push_back({.headings = offence.headings, .says = {{"measure", offence.measure}}});
  }
  layout.missing = marks();
  layout.says = {{"to", "counts"},
                 {"publishable", "True"},
                 {"window", "12 months"},
                 {"unit", "offences"},
                 {"method", "offences recorded in the 12 months"},
                 {"source", "Office for National Statistics, Crime in England and Wales: Table C2"}};
  return {
      .name = "ons-partnerships-" + ending,
      .title = "Offences by Community Safety Partnership, Table C2 of the Office for National Statistics",
      .publisher = "Office for National Statistics",
      .file_name = sheet.empty() ? "policeforceareatables*.csv" : "csptables*.xlsx",
      .covers = Covers::Editions,
      .header = columnsOf({"area code", "area name", "area kind", "partnership code", "partnership", "authority code",
                           "authority", "to", "measure", "unit", "window", "method", "source", "publishable"}),
      .routes = {comparatorRoute("counts", {{"numerator", "value"}})},
      .reject_threshold = 0.01,
      .precision = "month",
      .other_file_names = {"communitysafetypartnershiptables*." + ending},
      .layouts = {std::move(layout)}};
}

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
            .precision = "month",
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
            .precision = "",
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
            .reject_threshold = 0.0,
            .precision = ""};
  for (const char* text : {"measure", "area_kind", "area", "window", "unit", "method", "source", "not_available"}) {
    feed.header.push_back({text, true});
    feed.routes.front().columns.push_back({text, text, Parse::Text, {}});
  }
  for (const char* day : {"period_end", "published_on"}) {
    feed.header.push_back({day, true});
    feed.routes.front().columns.push_back({day, day, Parse::Day, {}});
  }
  for (const char* number : {"numerator", "denominator", "value"}) {
    feed.header.push_back({number, true});
    feed.routes.front().columns.push_back({number, number, Parse::SignedNumber, {}});
  }
  feed.header.push_back({"publishable", true});
  feed.routes.front().columns.push_back({"publishable", "publishable", Parse::YesNo, {}});
  return feed;
}

}  // namespace

std::vector<Feed> nationalFeeds() {
  return {forceAreaTables(), partnershipTables("", "csv"), partnershipTables("Table C2", "xlsx"),
          rollingYears(),    populationByForce(),          keptByHand()};
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
