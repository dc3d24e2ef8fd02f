#pragma once
#include "measure/definition/measure_definition.hpp"

#include <string>

namespace boardpack::measure {

/// The table of rows: `given` where it is that one, else the canonical one of the name; nullptr when there is none.
const sdk::Table* tableOfRows(const RowSet& rows, const sdk::Table* given);
/// "recorded crimes in the month (date: recorded_on, the day of recording) where category is 'Robbery'"
std::string rowsWords(const RowSet& rows, const sdk::Table* given);
std::string capitalised(std::string text);

/// First sentences of the kinds of values and keys: a median or percentile, a share of an amount, different keys, those
/// that come again.
std::string quantileWords(const MeasureDefinition& definition, const sdk::Table* table);
std::string shareOfWords(const MeasureDefinition& definition, const sdk::Table* table);
std::string distinctWords(const MeasureDefinition& definition, const sdk::Table* table);
std::string repeatsWords(const MeasureDefinition& definition, const sdk::Table* table);

}  // namespace boardpack::measure
