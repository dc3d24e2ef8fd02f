#include <boardpack/sdk/tables.hpp>

#include "sdk/table_families.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace boardpack::sdk {
namespace {

constexpr std::string_view kCrimeId = "crime_id";

/// Columns of a crime, as they follow those of a row that carries its identifier.
void addCrimeColumns(Table& table, const Table& crimes) {
  if (table.name == crimes.name || table.find(kCrimeId) == nullptr) {
    return;
  }
  const std::vector<Column> own = table.columns;
  const auto isOwn = [&own](const std::string& name) {
    return std::any_of(own.begin(), own.end(), [&name](const Column& column) { return column.name == name; });
  };
  for (const Column& column : crimes.columns) {
    if (column.name == kCrimeId) {
      continue;
    }
    table.columns.push_back({.name = isOwn(column.name) ? "crime_" + column.name : column.name,
                             .type = column.type,
                             .meaning = column.meaning + " of its crime",
                             .required = false,
                             .inherited = column.name});
  }
  if (table.area_column.empty() && table.find("area") != nullptr) {
    table.area_column = "area";
  }
}

std::vector<Table> makeTables() {
  std::vector<Table> tables;
  for (const auto family : {crimeTables, demandTables, peopleTables, surveyTables, planTables, referenceTables}) {
    std::vector<Table> some = family();
    std::move(some.begin(), some.end(), std::back_inserter(tables));
  }
  const Table crimes = tables.front();
  for (Table& table : tables) {
    addCrimeColumns(table, crimes);
  }
  return tables;
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

Table withCrimeColumns(Table table) {
  addCrimeColumns(table, *findTable("crimes"));
  return table;
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
