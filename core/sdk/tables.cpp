#include <boardpack/sdk/tables.hpp>

namespace boardpack::sdk {
namespace {

std::vector<Table> makeTables() {
  using enum ColumnType;
  return {
      {.name = "crimes",
       .row_singular = "recorded crime",
       .row_plural = "recorded crimes",
       .default_date = "recorded_on",
       .area_column = "area",
       .public_counts = true,
       .columns = {{"crime_id", Key, "the crime's identifier"},
                   {"recorded_on", Day, "the day of recording", true},
                   {"category", Text, "the category of crime", true},
                   {"area", Text, "the area", true},
                   {"recorded_by", Text, "the force that recorded it"},
                   {"status", Text, "the latest outcome, as the source words it"},
                   {"outcome_group", Text, "the group of the latest outcome"}}},
      {.name = "incidents",
       .row_singular = "incident",
       .row_plural = "incidents",
       .default_date = "opened_at",
       .area_column = "area",
       .public_counts = true,
       .columns = {{"incident_id", Key, "the incident's identifier"},
                   {"opened_at", Time, "the time of opening", true},
                   {"kind", Text, "the kind of incident", true},
                   {"area", Text, "the area", true}}},
      {.name = "outcomes",
       .row_singular = "outcome",
       .row_plural = "outcomes",
       .default_date = "outcome_on",
       .area_column = "area",
       .public_counts = true,
       .columns = {{"crime_id", Key, "the crime's identifier"},
                   {"outcome_on", Day, "the day of the outcome", true},
                   {"outcome", Text, "the outcome, as the source words it", true},
                   {"outcome_group", Text, "the group of the outcome"},
                   {"area", Text, "the area", true}}},
      {.name = "stop_searches",
       .row_singular = "stop and search",
       .row_plural = "stops and searches",
       .default_date = "searched_at",
       .area_column = "",
       .public_counts = true,
       .columns = {{"searched_at", Time, "the time of the search", true},
                   {"kind", Text, "the kind of search", true},
                   {"operation", Boolean, "whether it was part of an operation"},
                   {"gender", Text, "the gender"},
                   {"age_range", Text, "the age range"},
                   {"self_defined_ethnicity", Text, "the ethnicity the person gave"},
                   {"officer_defined_ethnicity", Text, "the ethnicity the officer saw"},
                   {"legislation", Text, "the legislation"},
                   {"object", Text, "the object of the search"},
                   {"outcome", Text, "the outcome"},
                   {"outcome_linked", Boolean, "whether the outcome is linked to the object"},
                   {"more_than_outer_clothing", Boolean, "whether more than outer clothing was removed"}}},
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
                   {"value", Number, "the value"},
                   {"unit", Text, "the unit"},
                   {"method", Text, "how the value is made"},
                   {"source", Text, "the source", true},
                   {"place", Text, "the place in the source"},
                   {"not_available", Text, "why there is no value"},
                   {"published_on", Day, "the day of publication"},
                   {"publishable", Boolean, "whether it may be published", true}}},
  };
}

}  // namespace

const Column* Table::find(std::string_view column) const {
  for (const Column& c : columns) {
    if (c.name == column) {
      return &c;
    }
  }
  return nullptr;
}

const std::vector<Table>& canonicalTables() {
  static const std::vector<Table> tables = makeTables();
  return tables;
}

const Table* findTable(std::string_view name) {
  for (const Table& t : canonicalTables()) {
    if (t.name == name) {
      return &t;
    }
  }
  return nullptr;
}

}  // namespace boardpack::sdk
