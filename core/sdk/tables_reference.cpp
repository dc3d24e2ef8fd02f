#include "sdk/table_families.hpp"

#include <boardpack/sdk/tables.hpp>

namespace boardpack::sdk {

// What figures are set beside: other forces, the people who live there, the areas themselves.
std::vector<Table> referenceTables() {
  using enum ColumnType;
  return {
      {.name = "comparators",
       .row_singular = "comparator",
       .row_plural = "comparators",
       .default_date = "period_end",
       .area_column = "",
       .public_counts = true,
       .columns = {{"measure", Text, "the measure", true},
                   {"area_kind", Text, "the kind of area", true},
                   {"area", Text, "the area", true},
                   {"period_end", Day, "the last day of the period", true},
                   {"window", Text, "the length of the period", true},
                   {"numerator", Number, "the number that is counted"},
                   {"denominator", Number, "the number that it is taken of"},
                   {"value", Text, "the value as it is printed"},
                   {"unit", Text, "the unit"},
                   {"method", Text, "how the value is made"},
                   {"source", Text, "the source", true},
                   {"place", Text, "the place in the source"},
                   {"not_available", Text, "why there is no value"},
                   {"published_on", Day, "the day of publication"},
                   {"publishable", Boolean, "whether it may be published", true}}},
      {.name = "population",
       .row_singular = "population figure",
       .row_plural = "population figures",
       .default_date = "",
       .area_column = "area",
       .public_counts = true,
       .columns = {{"area", Text, "the area", true},
                   {"year", Number, "the year", true},
                   {"kind", Text, "people or households", true},
                   {"value", Number, "the number", true},
                   {"source", Text, "the source"},
                   {"area_kind", Text, "the kind of area"},
                   {"published_on", Day, "the day of publication"}}},
      {.name = "areas",
       .row_singular = "area",
       .row_plural = "areas",
       .default_date = "",
       .area_column = "",
       .public_counts = true,
       .columns = {{"code", Text, "the code"},
                   {"name", Text, "the name", true},
                   {"level", Text, "the level", true},
                   {"parent", Text, "the area above"},
                   {"valid_from", Day, "the first day"},
                   {"valid_to", Day, "the last day"}}},
  };
}

}  // namespace boardpack::sdk
