#include "feeds.hpp"

namespace durham {

using namespace boardpack::sdk;

std::vector<Feed> staffFeeds() {
  std::vector<Feed> feeds;
  feeds.push_back(monthly("people", "Staff of the month's last day", "people",
                          {{"as_at", "As at", Parse::Day, {}},
                           {"role", "Role", Parse::Text, {}},
                           {"rank", "Rank", Parse::Text, {}},
                           {"employment", "Employment", Parse::Text, {}},
                           {"team", "Team", Parse::Text, {}},
                           {"deployability", "Deployability", Parse::Text, {}},
                           {"fte", "FTE", Parse::Number, {}},
                           {"in_probation", "Probation", Parse::Flag, {}},
                           {"service_months", "Months of service", Parse::Whole, {}}}));
  feeds.push_back(monthly("posts", "Posts of the establishment", "posts",
                          {{"as_at", "As at", Parse::Day, {}},
                           {"role", "Role", Parse::Text, {}},
                           {"team", "Team", Parse::Text, {}},
                           {"establishment", "Establishment", Parse::Number, {}}}));
  feeds.push_back(monthly("absences", "Days lost to sickness", "absences",
                          {{"as_at", "Month", Parse::Month, {}},
                           {"role", "Role", Parse::Text, {}},
                           {"team", "Team", Parse::Text, {}},
                           {"days", "Days", Parse::Number, {}},
                           {"cost", "Cost", Parse::Amount, {}}}));
  feeds.push_back(monthly("workload", "Cases open, by role", "workload",
                          {{"as_at", "As at", Parse::Day, {}},
                           {"role", "Role", Parse::Text, {}},
                           {"team", "Team", Parse::Text, {}},
                           {"category", "Category", Parse::Text, {}},
                           {"open", "Open", Parse::Whole, {}},
                           {"staff", "Staff", Parse::Number, {}}}));
  feeds.push_back(monthly("queues", "Queues of the crime management unit", "queues",
                          {{"as_at", "As at", Parse::Day, {}},
                           {"queue", "Queue", Parse::Text, {}},
                           {"count", "Waiting", Parse::Whole, {}},
                           {"oldest_days", "Oldest days", Parse::Whole, {}}}));
  feeds.push_back(monthly("finance", "Budget monitoring", "finance",
                          {{"as_at", "As at", Parse::Day, {}},
                           {"body", "Body", Parse::Text, {}},
                           {"line", "Line", Parse::Text, {}},
                           {"original_budget", "Original budget", Parse::Amount, {}},
                           {"revised_budget", "Revised budget", Parse::Amount, {}},
                           {"actual", "Actual", Parse::Amount, {}},
                           {"forecast", "Forecast", Parse::Amount, {}},
                           {"slippage", "Slippage", Parse::Amount, {}}}));
  return feeds;
}

Table collisions() {
  return {.name = "collisions",
          .row_singular = "road collision",
          .row_plural = "road collisions",
          .default_date = "happened_on",
          .area_column = "area",
          .public_counts = true,
          .columns = {{"happened_on", ColumnType::Day, "the day", true},
                      {"severity", ColumnType::Text, "the severity", true},
                      {"casualties", ColumnType::Number, "the number of casualties"},
                      {"area", ColumnType::Text, "the area", true}}};
}

Feed collisionFeed() {
  return monthly("collisions", "Road collisions", "collisions",
                 {{"happened_on", "Day", Parse::UkDay, {}},
                  {"severity", "Severity", Parse::Text, {}},
                  {"casualties", "Casualties", Parse::Whole, {}},
                  district()});
}

}  // namespace durham
