#pragma once
#include "measure/evaluation/evaluate.hpp"

#include <string>
#include <vector>

namespace boardpack::measure {

/// A force of two regions, North (Ashby, Barton) and South (Corby), and a table of calls of its own.
const sdk::Force& sampleForce();

/// A tree over a table of the sample; fails the test when it does not parse.
expression::Tree where(const std::string& table, const std::string& text);
expression::Tree amount(const std::string& table, const std::string& text);

/// A count of every row, to be changed by the test. All windows; the table's default date.
MeasureDefinition countOf(const std::string& name, const std::string& table);
void by(MeasureDefinition& definition, const std::string& id, bool is_area = false);

/// Groups of several columns, or the levels of a tree; with `top`, the largest alone.
void bySeveral(MeasureDefinition& definition, const std::vector<std::string>& columns, bool is_tree,
               std::size_t top = 0);

/// As the scripts' reader does: each measure's nature from its own definition, and of a derive from those it reads.
void setNatures(MeasureSet& set);

/// The series of all the definitions, in their order.
std::vector<series::Series> seriesOf(const std::vector<MeasureDefinition>& definitions, const std::string& month,
                                     warehouse::Warehouse& warehouse, int history_months = 60,
                                     const series::Registers* registers = nullptr);

/// "12", "[x] reason", "[z] reason": of a group in the month and window.
std::string shown(const series::Series& series, const std::string& month, series::Window window = series::Window::Month,
                  const std::string& breakdown = "", const std::string& group = "");
const series::Cell& cellOf(const series::Series& series, const std::string& month,
                           series::Window window = series::Window::Month, const std::string& breakdown = "",
                           const std::string& group = "");
std::vector<std::string> groupsOf(const series::Series& series, const std::string& breakdown);

}  // namespace boardpack::measure
