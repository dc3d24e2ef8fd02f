#include "national_parts.hpp"

namespace boardpack::sdk::national {
namespace {

const Pairs& marks() {
  static const Pairs list = {{"..", "not available in the source"},
                             {"[x]", "not available in the source"},
                             {"NA", "not available in the source"},
                             {"-", "the source gives no percentage of fewer than 50"},
                             {"+", "withheld by the source, since too few people live there"},
                             {":", "not applicable in the source"}};
  return list;
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
                       {"WALES", "Wales"},
                       {"London, City of", "City of London"}}}};
}

Layout areaTable(const std::string& sheet) {
  Layout layout{.sheet = sheet, .begins = "Area Code", .ends = "Source", .labels = areaLabels(), .values = {}};
  layout.rules = kindsByCode();
  layout.missing = marks();
  layout.footnotes = true;
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
                  {"method",
                   "offences per 1,000 people; people of mid-{base year}, which the source shows rounded to 100"}},
         .base = kPeople});
  }
  layout.values.push_back(
      {.headings = {"Residential burglary (households)"},
       .says =
           {{"measure", "residential burglary"},
            {"unit", "per 1,000 households"},
            {"method",
             "offences per 1,000 households; households of mid-{base year}, which the source shows rounded to 100"}},
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

// Selected offences in which a knife was used or threatened with: two headings above each other, the upper one merged.
Layout knifeTable() {
  struct Offence {
    const char* heading;
    const char* measure;
  };
  constexpr Offence kOffences[] = {{"Total of selected serious offences", "selected offences"},
                                   {"Attempted murder", "attempted murder"},
                                   {"Threats to kill", "threats to kill"},
                                   {"Assault with injury and assault with intent to cause serious harm", "assault"},
                                   {"Robbery", "robbery"},
                                   {"Rape and sexual assault*", "rape and sexual assault"},
                                   {"Homicide*", "homicide"}};
  Layout layout = areaTable("Table P4");
  layout.titles = {"year ending"};
  layout.heading_rows = 2;
  layout.missing.emplace_back(".", "not available in the source");  // a misprint of "..", September 2019
  for (const Offence& offence : kOffences) {
    const std::string above = std::string(offence.heading) + " | ";
    layout.values.push_back({.headings = {above + "Number of offences involving a knife*"},
                             .says = {{"to", "counts"},
                                      {"measure", std::string(offence.measure) + " involving a knife"},
                                      {"unit", "offences"},
                                      {"method", "offences recorded in the 12 months"}}});
    layout.values.push_back({.headings = {above + "% involving a knife"},
                             .says = {{"to", "shares"},
                                      {"measure", std::string(offence.measure) + ", share involving a knife"},
                                      {"unit", "%"},
                                      {"method", "percentage of the offences recorded in the 12 months"}}});
  }
  layout.required = false;
  return layout;
}

Layout estimatesTable(const std::string& sheet, const std::string& kind) {
  Layout layout = areaTable(sheet);
  layout.values = {{.headings = {"{year}"}, .says = {{"to", "population"}, {"kind", kind}}}};
  layout.required = false;
  return layout;
}

}  // namespace

Feed forceAreaTables() {
  return {
      .name = "ons-police-force-areas",
      .title = "Police Force Area data tables of the Office for National Statistics",
      .publisher = "Office for National Statistics",
      .file_name = "policeforcearea*tablesye*.xlsx",
      .covers = Covers::Editions,
      .header = columnsOf({"area code", "area name", "area kind", "to", "measure", "kind", "unit", "window", "method",
                           "source", "publishable"}),
      .routes = {comparatorRoute("counts", {{"numerator", "value"}}), comparatorRoute("changes", {}),
                 comparatorRoute("rates", {{"denominator", "base"}}), comparatorRoute("shares", {}), populationRoute()},
      .reject_threshold = 0.01,
      .other_file_names = {"pfatables*.xlsx"},
      .layouts = {countsTable(), changesTable(), ratesTable(), knifeTable(), incidentsTable(),
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
  layout.footnotes = true;
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
      .other_file_names = {"communitysafetypartnershiptables*." + ending},
      .layouts = {std::move(layout)}};
}

}  // namespace boardpack::sdk::national
