#include "warehouse/query/crime_link.hpp"

#include "base/text.hpp"
#include "expression/expression.hpp"
#include "warehouse/engine/result_reader.hpp"
#include "warehouse/load/staging_table.hpp"

#include <algorithm>

namespace boardpack::warehouse {
namespace {

using expression::quoteName;

constexpr const char* kCrimes = "crimes";
constexpr const char* kCrimeId = "crime_id";
constexpr const char* kCrimesOnce = "temp.\"crimes by identifier\"";
// Columns of the joined table besides those of people: no table has a column with a space in its name.
constexpr const char* kFound = "\"crime is found\"";
constexpr const char* kContradicts = "\"crime contradicts itself\"";

std::string joinedName(const std::string& table) { return quoteName(table + " with crimes"); }
std::string keptName(const std::string& table) { return "temp." + quoteName(table + " and crimes"); }

/// Of rows that share an identifier: the value that all agree on.
std::string agreed(const std::string& column) {
  const std::string name = quoteName(column);
  return "CASE WHEN min(" + name + ") = max(" + name + ") THEN min(" + name + ") END AS " + name;
}

}  // namespace

CrimeLink::CrimeLink(Connection& connection, const std::map<std::string, CountedTable>& tables)
    : connection_(connection), tables_(tables) {}

bool CrimeLink::fills(const sdk::Table& table, const std::string& column, base::Month month) const {
  const CountedTable& counted = tables_.at(table.name);
  if (counted.fills(column, month)) {
    return true;
  }
  const sdk::Column* known = table.find(column);
  const bool has_crime = known != nullptr && !known->inherited.empty() && counted.fills(kCrimeId, month);
  if (!has_crime) {
    return false;
  }
  const CountedTable& crimes = tables_.at(kCrimes);
  for (int back = 0; back <= kCrimeMonthsBefore; ++back) {
    if (!crimes.fills(known->inherited, month - back)) {
      return false;
    }
  }
  return true;
}

bool CrimeLink::fillsEver(const sdk::Table& table, const std::string& column) const {
  const CountedTable& counted = tables_.at(table.name);
  const sdk::Column* known = table.find(column);
  const bool is_inherited = known != nullptr && !known->inherited.empty() && counted.fillsEver(kCrimeId) &&
                            tables_.at(kCrimes).fillsEver(known->inherited);
  return is_inherited || counted.fillsEver(column);
}

bool CrimeLink::needsCrimes(const CountedTable& table, const std::vector<std::string>& columns) const {
  return std::any_of(columns.begin(), columns.end(), [&table](const std::string& name) {
    const sdk::Column* column = table.table().find(name);
    return column != nullptr && !column->inherited.empty() && (!column->own_first || !table.fillsAlways(name));
  });
}

std::string CrimeLink::sourceOf(const std::string& table, const std::vector<std::string>& columns) {
  const auto found = tables_.find(table);
  if (found == tables_.end() || !needsCrimes(found->second, columns)) {
    return quoteName(table);
  }
  if (joined_.count(table) == 0) {
    join(found->second);
    joined_.insert(table);
  }
  return joinedName(table);
}

void CrimeLink::gatherCrimes() {
  if (is_gathered_) {
    return;
  }
  const CountedTable& crimes = tables_.at(kCrimes);
  std::vector<std::string> plain = {kCrimeId};
  std::vector<std::string> once = {kCrimeId};
  std::vector<std::string> contradictions = {"false"};
  for (const sdk::Column& column : crimes.table().columns) {
    if (column.name != kCrimeId && crimes.fillsEver(column.name)) {
      const std::string name = quoteName(column.name);
      plain.push_back(name);
      once.push_back(agreed(column.name));
      contradictions.push_back("min(" + name + ") <> max(" + name + ")");
    }
  }
  // Nearly every identifier stands on one row; only the others need to be compared.
  const std::string again =
      "(SELECT crime_id FROM crimes WHERE crime_id IS NOT NULL GROUP BY crime_id HAVING count(*) > 1)";
  connection_.run(std::string("CREATE OR REPLACE TEMP TABLE ") + kCrimesOnce + " AS SELECT " + base::join(plain, ", ") +
                      ", false AS " + kContradicts + " FROM crimes ANTI JOIN " + again +
                      " AS again USING (crime_id) WHERE crime_id IS NOT NULL UNION ALL SELECT " +
                      base::join(once, ", ") + ", coalesce(" + base::join(contradictions, " OR ") + ", false) AS " +
                      kContradicts + " FROM crimes SEMI JOIN " + again + " AS again USING (crime_id) GROUP BY crime_id",
                  "gathering the crimes by their identifiers");
  is_gathered_ = true;
}

void CrimeLink::join(const CountedTable& table) {
  gatherCrimes();
  const CountedTable& crimes = tables_.at(kCrimes);
  std::vector<std::string> kept = {"own.source_file", "own.source_row",
                                   std::string("crime.crime_id IS NOT NULL AS ") + kFound,
                                   std::string("coalesce(crime.") + kContradicts + ", false) AS " + kContradicts};
  std::vector<std::string> shown = {"*"};
  for (const sdk::Column& column : table.table().columns) {
    const std::string name = quoteName(column.name);
    const bool is_given = crimes.fillsEver(column.inherited);
    const std::string of_crime = "crime." + quoteName(column.inherited);
    if (column.inherited.empty() || (column.own_first && !is_given)) {
      kept.push_back("own." + name);
    } else if (column.own_first) {
      kept.push_back("CASE WHEN own." + quoteName(givenColumn(column.name)) + " THEN own." + name + " ELSE " +
                     of_crime + " END AS " + name);
    } else if (is_given) {
      kept.push_back(of_crime + " AS " + name);
    } else {
      shown.push_back("NULL::" + sqlType(column.type) + " AS " + name);
    }
  }
  const std::string name = table.table().name;
  const std::string doing = "joining the table " + name + " with its crimes";
  connection_.run("CREATE OR REPLACE TEMP TABLE " + keptName(name) + " AS SELECT " + base::join(kept, ", ") + " FROM " +
                      quoteName(name) + " AS own LEFT JOIN " + kCrimesOnce +
                      " AS crime ON own.crime_id = crime.crime_id",
                  doing);
  connection_.run("CREATE OR REPLACE TEMP VIEW " + joinedName(name) + " AS SELECT " + base::join(shown, ", ") +
                      " FROM " + keptName(name),
                  doing);
}

std::vector<Inherited> CrimeLink::inherited() {
  std::vector<Inherited> found;
  for (const std::string& table : joined_) {
    QueryResult result = connection_.query(
        std::string("SELECT count(*), count(crime_id), count(*) FILTER (WHERE crime_id IS NOT NULL AND NOT ") + kFound +
            "), count(*) FILTER (WHERE " + kContradicts + ") FROM " + joinedName(table),
        "counting the rows of the table " + table + " whose crime is known");
    const OwnedChunk chunk = result.next();
    const ChunkReader row(chunk.get());
    found.push_back({.table = table,
                     .rows = row.whole(0, 0),
                     .without_identifier = row.whole(0, 0) - row.whole(1, 0),
                     .crime_not_there = row.whole(2, 0),
                     .crime_contradictory = row.whole(3, 0)});
  }
  return found;
}

}  // namespace boardpack::warehouse
