#pragma once
#include "base/month.hpp"
#include "expression/expression.hpp"
#include "measure/evaluation/rows_asked.hpp"

#include <boardpack/sdk/force.hpp>

#include <string>

namespace boardpack::measure {

/// Of which rows a group is asked: areas are those of their months.
struct RowsOf {
  const sdk::Force& force;
  const sdk::Table& table;
  std::string date;
  base::MonthRange months;
};

/// Holds of the rows that are counted in the group asked for; nullptr for the force.
expression::Tree rowsOfGroup(const RowsAsked& asked, const RowsOf& rows);

}  // namespace boardpack::measure
