#include <boardpack/sdk/police_uk.hpp>

namespace boardpack::sdk {
namespace {

std::vector<SourceColumn> headers(std::initializer_list<const char*> names) {
  std::vector<SourceColumn> result;
  for (const char* name : names) {
    result.push_back({name, true});
  }
  return result;
}

using Codes = std::vector<std::pair<std::string, std::string>>;

Codes sameText(std::initializer_list<const char*> texts) {
  Codes codes;
  for (const char* text : texts) {
    codes.emplace_back(text, text);
  }
  return codes;
}

// The list of the Crime type column. "Violent crime" and "Public disorder and weapons" stand in files of before May
// 2013 only; they are not what later types count, so they keep their names. A type that is not in the list rejects its
// row rather than being counted in a category nobody knows.
const Codes& crimeTypes() {
  static const Codes codes =
      sameText({"Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime", "Other theft",
                "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person",
                "Vehicle crime", "Violence and sexual offences", "Violent crime", "Public disorder and weapons"});
  return codes;
}

// Outcome texts of the street and outcomes files (the whole list of police.uk), and the group each belongs to; a crime
// with another text is counted, and its outcome is not known;
// police.uk publishes no group of its own. "Positive" is what the police call a positive outcome: a charge or summons,
// caution, penalty, warning or local resolution. A charge stays one whatever came of it in court, as in the Home
// Office's counting; so every text of the courts is in that group, "Court result unavailable" included: it is given to
// crimes with a charge only.
const Codes& outcomeGroups() {
  static const Codes codes = {
      {"Suspect charged", "Positive"},
      {"Suspect charged as part of another case", "Positive"},
      {"Awaiting court outcome", "Positive"},
      {"Local resolution", "Positive"},
      {"Offender given a caution", "Positive"},
      {"Offender given a drugs possession warning", "Positive"},
      {"Offender given penalty notice", "Positive"},
      {"Offender fined", "Positive"},
      {"Offender sent to prison", "Positive"},
      {"Offender given community sentence", "Positive"},
      {"Offender given suspended prison sentence", "Positive"},
      {"Offender given conditional discharge", "Positive"},
      {"Offender given absolute discharge", "Positive"},
      {"Offender ordered to pay compensation", "Positive"},
      {"Offender deprived of property", "Positive"},
      {"Offender otherwise dealt with", "Positive"},
      {"Defendant found not guilty", "Positive"},
      {"Defendant sent to Crown Court", "Positive"},
      {"Court case unable to proceed", "Positive"},
      {"Court result unavailable", "Positive"},
      {"Status update unavailable", "Not known"},
      {"Under investigation", "Under investigation"},
      {"Investigation complete; no suspect identified", "No further action"},
      {"Unable to prosecute suspect", "No further action"},
      {"Formal action is not in the public interest", "No further action"},
      {"Further action is not in the public interest", "No further action"},
      {"Further investigation is not in the public interest", "No further action"},
      {"Action to be taken by another organisation", "Other body"},
  };
  return codes;
}

Codes outcomeTexts() {
  Codes codes;
  for (const auto& [text, group] : outcomeGroups()) {
    codes.emplace_back(text, text);
  }
  return codes;
}

// What came of a search. Until about 2018 police.uk worded the outcomes otherwise; they are the same ones, and so have
// the words of today. An article that was found says nothing of what came of it.
Codes searchOutcomes() {
  Codes codes =
      sameText({"A no further action disposal", "Arrest", "Caution (simple or conditional)", "Community resolution",
                "Khat or Cannabis warning", "Penalty Notice for Disorder", "Summons / charged by post"});
  const Codes earlier = {
      {"Nothing found - no further action", "A no further action disposal"},
      {"Suspected psychoactive substances seized - No further action", "A no further action disposal"},
      {"Suspect arrested", "Arrest"},
      {"Offender cautioned", "Caution (simple or conditional)"},
      {"Local resolution", "Community resolution"},
      {"Offender given drugs possession warning", "Khat or Cannabis warning"},
      {"Offender given penalty notice", "Penalty Notice for Disorder"},
      {"Suspect summonsed to court", "Summons / charged by post"},
      {"Article found - Detailed outcome unavailable", ""},
  };
  codes.insert(codes.end(), earlier.begin(), earlier.end());
  return codes;
}

// Who reported and in whose area: in the files of a force, the force in both.
std::vector<OwnRows> ownRows() { return {{.source = "Reported by"}, {.source = "Falls within"}}; }

Feed street(const std::string& slug) {
  Feed feed{.name = "street",
            .title = "police.uk street-level crime and anti-social behaviour",
            .publisher = "police.uk",
            .file_name = "{month}-" + slug + "-street.csv",
            .covers = Covers::FileMonth,
            .header = headers({"Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location",
                               "LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context"}),
            .routes = {},
            .reject_threshold = 0.01};
  feed.routes.push_back({"incidents",
                         "Crime type",
                         "Anti-social behaviour",
                         {{"opened_at", "Month", Parse::Month, {}},
                          {"kind", "Crime type", Parse::Code, sameText({"Anti-social behaviour"})},
                          {"area", "LSOA name", Parse::LsoaArea, {}}}});
  feed.routes.push_back(
      {"crimes",
       "",
       "",
       {{"crime_id", "Crime ID", Parse::Key, {}},
        {"recorded_on", "Month", Parse::Month, {}},
        {"category", "Crime type", Parse::Code, crimeTypes()},
        {"area", "LSOA name", Parse::LsoaArea, {}},
        {"recorded_by", "Reported by", Parse::Text, {}},
        {"status", "Last outcome category", Parse::Code, outcomeTexts(), Unlisted::NotKnown},
        {"outcome_group", "Last outcome category", Parse::Code, outcomeGroups(), Unlisted::NotKnown}}});
  feed.own_rows = ownRows();
  return feed;
}

Feed outcomes(const std::string& slug) {
  Feed feed{.name = "outcomes",
            .title = "police.uk outcomes",
            .publisher = "police.uk",
            .file_name = "{month}-" + slug + "-outcomes.csv",
            .covers = Covers::FileMonth,
            .header = headers({"Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location",
                               "LSOA code", "LSOA name", "Outcome type"}),
            .routes = {},
            .reject_threshold = 0.01};
  feed.routes.push_back({"outcomes",
                         "",
                         "",
                         {{"crime_id", "Crime ID", Parse::Key, {}},
                          {"outcome_on", "Month", Parse::Month, {}},
                          {"outcome", "Outcome type", Parse::Code, outcomeTexts()},
                          {"outcome_group", "Outcome type", Parse::Code, outcomeGroups(), Unlisted::NotKnown},
                          {"area", "LSOA name", Parse::LsoaArea, {}}}});
  feed.own_rows = ownRows();
  return feed;
}

Feed stopAndSearch(const std::string& slug) {
  Feed feed{.name = "stop-and-search",
            .title = "police.uk stop and search",
            .publisher = "police.uk",
            .file_name = "{month}-" + slug + "-stop-and-search.csv",
            .covers = Covers::FileMonth,
            .header = headers({"Type", "Date", "Part of a policing operation", "Policing operation", "Latitude",
                               "Longitude", "Gender", "Age range", "Self-defined ethnicity",
                               "Officer-defined ethnicity", "Legislation", "Object of search", "Outcome",
                               "Outcome linked to object of search", "Removal of more than just outer clothing"}),
            .routes = {},
            .reject_threshold = 0.01};
  feed.routes.push_back(
      {"stop_searches",
       "",
       "",
       {{"searched_at", "Date", Parse::UtcTime, {}},
        {"kind", "Type", Parse::Code, sameText({"Person search", "Person and Vehicle search", "Vehicle search"})},
        {"operation", "Part of a policing operation", Parse::YesNo, {}},
        {"gender", "Gender", Parse::Code, sameText({"Female", "Male", "Other"}), Unlisted::NotKnown},
        {"age_range", "Age range", Parse::Code, sameText({"under 10", "10-17", "18-24", "25-34", "over 34"}),
         Unlisted::NotKnown},
        {"self_defined_ethnicity", "Self-defined ethnicity", Parse::Text, {}},
        {"officer_defined_ethnicity", "Officer-defined ethnicity", Parse::Code,
         sameText({"Asian", "Black", "Mixed", "Other", "White"}), Unlisted::NotKnown},
        {"legislation", "Legislation", Parse::Text, {}},
        {"object", "Object of search", Parse::Text, {}},
        {"outcome", "Outcome", Parse::Code, searchOutcomes(), Unlisted::NotKnown},
        {"outcome_linked", "Outcome linked to object of search", Parse::YesNo, {}},
        {"more_than_outer_clothing", "Removal of more than just outer clothing", Parse::YesNo, {}}}});
  return feed;
}

Feed population() {
  Feed feed{.name = "population",
            .title = "Population of the force and its districts, kept by hand",
            .publisher = "",
            .file_name = "population.csv",
            .covers = Covers::Everything,
            .header = headers({"area", "year", "kind", "value", "source"}),
            .routes = {},
            .reject_threshold = 0.0};
  feed.routes.push_back({"population",
                         "",
                         "",
                         {{"area", "area", Parse::Text, {}},
                          {"year", "year", Parse::Number, {}},
                          {"kind", "kind", Parse::Code, sameText({"people", "households"})},
                          {"value", "value", Parse::Number, {}},
                          {"source", "source", Parse::Text, {}}}});
  return feed;
}

}  // namespace

std::vector<Feed> policeUkFeeds(const std::string& slug) {
  return {street(slug), outcomes(slug), stopAndSearch(slug), population()};
}

}  // namespace boardpack::sdk
