#include "national_parts.hpp"

namespace boardpack::sdk::national {

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
std::vector<SourceColumn> columnsOf(std::initializer_list<const char*> more) {
  std::vector<SourceColumn> header;
  for (const char* name :
       {"value", "printed", "not available", "base", "period end", "published on", "year", "place"}) {
    header.push_back({name, true});
  }
  for (const char* name : more) {
    header.push_back({name, true});
  }
  return header;
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
                  {"value", "printed", Parse::Text, {}},
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

}  // namespace boardpack::sdk::national
