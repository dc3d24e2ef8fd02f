#include "sdk/table_families.hpp"

#include <boardpack/sdk/tables.hpp>

namespace boardpack::sdk {

std::vector<Table> surveyTables() {
  using enum ColumnType;
  return {
      {.name = "survey_responses",
       .row_singular = "answer",
       .row_plural = "answers",
       .default_date = "answered_on",
       .area_column = "area",
       .public_counts = false,
       .columns = {{"survey", Text, "the survey", true},
                   {"asked_of", Text, "who was asked"},
                   {"wave", Text, "the wave"},
                   {"question", Text, "the question", true},
                   {"answered_on", Day, "the day of the answer", true},
                   {"experience_on", Day, "the day of what is asked about"},
                   {"respondent_key", Key, "who answered"},
                   {"response", Text, "the answer"},
                   {"position", Number, "the place in a ranking"},
                   {"code", Text, "the theme of an open answer"},
                   {"area", Text, "the area"},
                   {"weight", Number, "the weight"}}},
  };
}

}  // namespace boardpack::sdk
