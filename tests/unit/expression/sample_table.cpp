#include "sample_table.hpp"

#include <catch2/catch.hpp>

namespace boardpack::expression {

const sdk::Table& sampleTable() {
  using enum sdk::ColumnType;
  static const sdk::Table table = {.name = "incidents",
                                   .row_singular = "incident",
                                   .row_plural = "incidents",
                                   .default_date = "opened_at",
                                   .area_column = "area",
                                   .public_counts = true,
                                   .columns = {{"incident_id", Key, "the identifier"},
                                               {"opened_at", Time, "the time of opening"},
                                               {"attended_at", Time, "the time of attendance"},
                                               {"recorded_on", Day, "the day of recording"},
                                               {"closed_on", Day, "the day of closing"},
                                               {"category", Text, "the category"},
                                               {"area", Text, "the area"},
                                               {"domestic", Boolean, "whether it is domestic"},
                                               {"repeat", Boolean, "whether it is a repeat"},
                                               {"wait_seconds", Number, "the wait"},
                                               {"cost", Number, "the cost"}}};
  return table;
}

Tree parsed(std::string_view text, Type wanted) {
  INFO(text);
  ParseResult result = parse(text, sampleTable(), wanted);
  INFO(result.problem.sentence);
  REQUIRE(result.tree != nullptr);
  return result.tree;
}

}  // namespace boardpack::expression
