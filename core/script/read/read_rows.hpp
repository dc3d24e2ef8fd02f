#pragma once
#include "measure/definition/measure_definition.hpp"
#include "script/read/table_reader.hpp"

#include <boardpack/sdk/force.hpp>

#include <optional>
#include <string>

namespace boardpack::script {

/// The table that `from` names, or nullptr after telling what is wrong.
const sdk::Table* readFrom(TableReader& reader, const sdk::Force& force);

/// `date`, or the table's own; nothing after telling what is wrong.
std::optional<std::string> readDate(TableReader& reader, const sdk::Table& table);

/// The expression of a field, checked against the table and what the force's feeds fill it with; nullptr when it is not
/// there, or after telling all that is wrong.
expression::Tree readExpression(TableReader& reader, const Declaration& declaration, const std::string& key,
                                const sdk::Table& table, const sdk::Force& force, expression::Type wanted);

}  // namespace boardpack::script
