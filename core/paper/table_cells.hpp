#pragma once
#include "paper/table.hpp"
#include "series/measure_info.hpp"

#include <string>

namespace boardpack::paper {

/// Cells and names as all tables of a pack write them.
TableCell textCell(std::string text);
TableCell valueCell(series::Cell value, int decimals);
/// A state and a figure with a bound stand in words: as a number they would say something else.
TableCell valueCell(const series::MeasureInfo& info, series::Cell value);
TableCell signedCell(series::Cell value, int decimals);
/// The measure's title with its unit, linked to its sheet.
TableCell measureCell(const series::MeasureInfo& info);
/// Letters, digits and underscores, as a table's name must be: "months_robbery".
std::string tableId(const std::string& stem, const std::string& name);
/// The unit in round brackets, unless the measure's title, which stands in every table, says it already.
std::string withUnit(const std::string& words, const series::MeasureInfo& info);
/// The label of a breakdown: "Borough".
std::string labelOf(const series::MeasureInfo& info, const std::string& breakdown);

/// A last column of the marks of each row's values, where any has one: "[p]" of all of them, else with the headings it
/// stands for. A number shares its cell with nothing, so that it can be counted with.
void addMarks(Table& table);

}  // namespace boardpack::paper
