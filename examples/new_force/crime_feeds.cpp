#include "feeds.hpp"

namespace durham {

using namespace boardpack::sdk;

namespace {

// The categories have the names of police.uk, as boardpack's common measures ask for them; the force's own classes are
// the subcategories. A text that is not in a list rejects its row, and the pack says so.
const Codes kCategories = {{"VIOLENCE WITH INJURY", "Violence and sexual offences"},
                           {"VIOLENCE WITHOUT INJURY", "Violence and sexual offences"},
                           {"SEXUAL OFFENCES", "Violence and sexual offences"},
                           {"ROBBERY", "Robbery"},
                           {"BURGLARY", "Burglary"},
                           {"VEHICLE OFFENCES", "Vehicle crime"},
                           {"SHOPLIFTING", "Shoplifting"},
                           {"CYCLE THEFT", "Bicycle theft"},
                           {"THEFT FROM PERSON", "Theft from the person"},
                           {"OTHER THEFT", "Other theft"},
                           {"CRIMINAL DAMAGE", "Criminal damage and arson"},
                           {"ARSON", "Criminal damage and arson"},
                           {"PUBLIC ORDER", "Public order"},
                           {"DRUGS", "Drugs"},
                           {"WEAPONS", "Possession of weapons"},
                           {"OTHER", "Other crime"}};

const Codes kClasses = {{"VIOLENCE WITH INJURY", "Violence with injury"},
                        {"VIOLENCE WITHOUT INJURY", "Violence without injury"},
                        {"SEXUAL OFFENCES", "Sexual offences"},
                        {"ROBBERY", "Robbery"},
                        {"BURGLARY", "Burglary"},
                        {"VEHICLE OFFENCES", "Vehicle offences"},
                        {"SHOPLIFTING", "Shoplifting"},
                        {"CYCLE THEFT", "Bicycle theft"},
                        {"THEFT FROM PERSON", "Theft from the person"},
                        {"OTHER THEFT", "Other theft"},
                        {"CRIMINAL DAMAGE", "Criminal damage"},
                        {"ARSON", "Arson"},
                        {"PUBLIC ORDER", "Public order"},
                        {"DRUGS", "Drugs"},
                        {"WEAPONS", "Possession of weapons"},
                        {"OTHER", "Other crime"}};

const Codes kStrands = {{"RACE", "Race"},
                        {"RELIGION", "Religion"},
                        {"DISABILITY", "Disability"},
                        {"SEXUAL ORIENTATION", "Sexual orientation"},
                        {"TRANSGENDER", "Transgender"}};

const Codes kOutcomes = {{"1", "Charged"},
                         {"2", "Caution"},
                         {"8", "Community resolution"},
                         {"14", "Victim does not support, no suspect"},
                         {"15", "Evidential difficulties"},
                         {"16", "Victim does not support, suspect known"},
                         {"18", "No suspect identified"}};

const Codes kOutcomeGroups = {{"1", "Positive"},
                              {"2", "Positive"},
                              {"8", "Positive"},
                              {"14", "Not supported"},
                              {"15", "Evidential difficulties"},
                              {"16", "Not supported"},
                              {"18", "No suspect"}};

}  // namespace

std::vector<Feed> crimeFeeds() {
  std::vector<Feed> feeds;
  feeds.push_back(monthly("crimes", "Crimes of the records system", "crimes",
                          {{"crime_id", "Crime number", Parse::Key, {}},
                           {"recorded_on", "Recorded", Parse::UkDay, {}},
                           {"occurred_on", "Occurred", Parse::UkDay, {}},
                           {"category", "Class", Parse::Code, kCategories},
                           {"subcategory", "Class", Parse::Code, kClasses},
                           district(),
                           {"domestic", "Domestic", Parse::Flag, {}},
                           {"hate_strands", "Hate strands", Parse::Codes, kStrands},
                           {"alcohol", "Alcohol", Parse::Flag, {}},
                           {"cyber", "Online", Parse::Flag, {}},
                           {"child", "Victim under 18", Parse::Flag, {}},
                           {"relationship", "Relationship", Parse::Text, {}},
                           {"owner_role", "Officer role", Parse::Text, {}},
                           {"victim_key", "Victim", Parse::Key, {}},
                           {"suspect_key", "Suspect", Parse::Key, {}}}));
  Feed outcomes = monthly("outcomes", "Outcomes of the records system", "outcomes",
                          {{"crime_id", "Crime number", Parse::Key, {}},
                           {"outcome_on", "Outcome date", Parse::UkDay, {}},
                           {"outcome_code", "Outcome type", Parse::Text, {}},
                           {"outcome", "Outcome type", Parse::Code, kOutcomes},
                           {"outcome_group", "Outcome type", Parse::Code, kOutcomeGroups},
                           {"is_current", "Current", Parse::Flag, {}}});
  // The records system gives all outcomes again each month, since any of them may have changed. Those of the last month
  // are not all in when it does: their figures are provisional.
  outcomes.file_name = "{date}-durham-outcomes.csv";
  outcomes.covers = Covers::History;
  outcomes.since = Date{2023, 1, 1};
  outcomes.months_incomplete = 1;
  feeds.push_back(std::move(outcomes));
  feeds.push_back(monthly("custody", "Custody records", "custody",
                          {{"arrived_at", "Arrived", Parse::UkLocalTime, {}},
                           {"booked_in_at", "Booked in", Parse::UkLocalTime, {}},
                           {"released_at", "Released", Parse::UkLocalTime, {}},
                           {"kind", "Kind", Parse::Code, {{"ARR", "Arrest"}, {"VA", "Voluntary attendance"}}},
                           {"disposal", "Disposal", Parse::Text, {}},
                           {"crime_id", "Crime number", Parse::Key, {}}}));
  feeds.push_back(monthly("court-cases", "Court results", "court_cases",
                          {{"finalised_on", "Finalised", Parse::Day, {}},
                           {"court", "Court", Parse::Text, {}},
                           {"convicted", "Convicted", Parse::Flag, {}},
                           {"crime_id", "Crime number", Parse::Key, {}}}));
  feeds.push_back(monthly("referrals", "Referrals to partners", "referrals",
                          {{"referred_on", "Referred", Parse::Day, {}},
                           {"kind", "Kind", Parse::Text, {}},
                           {"repeat", "Repeat", Parse::Flag, {}},
                           {"crime_id", "Crime number", Parse::Key, {}}}));
  feeds.push_back(monthly("missing", "Missing people", "missing_reports",
                          {{"reported_at", "Reported", Parse::LocalTime, {}},
                           {"found_at", "Found", Parse::LocalTime, {}},
                           {"risk", "Risk", Parse::Text, {}},
                           {"repeat", "Repeat", Parse::Flag, {}},
                           district(),
                           {"person_key", "Person", Parse::Key, {}}}));
  return feeds;
}

}  // namespace durham
