#pragma once
#include "registers/tables_read.hpp"

#include <string>
#include <vector>

namespace boardpack::registers {

/// "found 'recording', expected one of a, b and c." with the near name where there is one.
std::string foundOneOf(const std::string& found, const std::vector<std::string>& known);

/// "the cell holds '#N/A', a mistake of the spreadsheet. …"
std::string sheetErrorWords(const std::string& error);

/// "there is no measure 'robery'." with the near name.
std::string unknownName(const std::string& what, const std::string& name, const std::vector<std::string>& known);

}  // namespace boardpack::registers
