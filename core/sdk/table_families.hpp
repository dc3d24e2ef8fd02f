#pragma once
#include <vector>

namespace boardpack::sdk {

struct Table;

/// The canonical tables, by what they are of. In each, a row of Columns is name, type, meaning, required.
std::vector<Table> crimeTables();
std::vector<Table> demandTables();
std::vector<Table> peopleTables();
std::vector<Table> surveyTables();
std::vector<Table> planTables();
std::vector<Table> referenceTables();

}  // namespace boardpack::sdk
