#include "feeds.hpp"

namespace durham {

using namespace boardpack::sdk;

std::vector<Feed> contactFeeds() {
  std::vector<Feed> feeds;
  feeds.push_back(monthly("calls", "Calls to the control room", "calls",
                          {{"call_id", "Call", Parse::Key, {}},
                           {"received_at", "Received", Parse::LocalTime, {}},
                           {"dialled", "Line", Parse::Code, {{"999", "999"}, {"101", "101"}, {"WEB", "webchat"}}},
                           {"queue", "Queue", Parse::Text, {}},
                           {"result", "Result", Parse::Text, {}},
                           {"wait_seconds", "Wait", Parse::Seconds, {}},
                           {"answered", "Answered", Parse::Flag, {}},
                           {"abandoned", "Abandoned", Parse::Flag, {}},
                           {"abandoned_at", "Abandoned at", Parse::Text, {}},
                           {"handle_seconds", "Handling", Parse::Seconds, {}}}));
  feeds.push_back(monthly("incidents", "Incidents of the command system", "incidents",
                          {{"incident_id", "Log number", Parse::Key, {}},
                           {"opened_at", "Opened", Parse::UkLocalTime, {}},
                           {"graded_at", "Graded", Parse::UkLocalTime, {}},
                           {"attended_at", "Attended", Parse::UkLocalTime, {}},
                           {"closed_at", "Closed", Parse::UkLocalTime, {}},
                           {"kind", "Kind", Parse::Text, {}},
                           {"grade", "Grade", Parse::Code, {{"I", "Immediate"}, {"P", "Priority"}, {"S", "Scheduled"}}},
                           district(),
                           {"deployed", "Deployed", Parse::Flag, {}},
                           {"resource_minutes", "Officer minutes", Parse::Whole, {}},
                           {"crime_id", "Crime number", Parse::Key, {}},
                           {"domestic", "Domestic", Parse::Flag, {}},
                           {"mental_health", "Mental health", Parse::Flag, {}},
                           {"victim_key", "Victim", Parse::Key, {}}}));
  feeds.push_back(monthly("survey", "Survey of victims of crime", "survey_responses",
                          {{"survey", "Survey", Parse::Text, {}},
                           {"asked_of", "Asked of", Parse::Text, {}},
                           {"wave", "Wave", Parse::Text, {}},
                           {"question", "Question", Parse::Text, {}},
                           {"answered_on", "Answered", Parse::Day, {}},
                           {"experience_on", "Crime date", Parse::Day, {}},
                           {"respondent_key", "Respondent", Parse::Key, {}},
                           {"response", "Answer", Parse::Text, {}},
                           {"position", "Rank", Parse::Whole, {}},
                           {"code", "Theme", Parse::Text, {}},
                           district(),
                           {"weight", "Weight", Parse::Number, {}}}));
  return feeds;
}

}  // namespace durham
