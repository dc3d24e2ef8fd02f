#pragma once
#include "ooxml/workbook_cells.hpp"
#include "registers/register_form.hpp"
#include "registers/tables_read.hpp"

namespace boardpack::registers {

/// Takes the rows of a sheet as the texts that a CSV file would have: its first row that holds something is the header,
/// days are 2019-06-14, numbers have the digits that a spreadsheet shows, and 0.9 shown as a percentage is 90%. Rows
/// with a cell that cannot be taken are told and left out. Throws sdk::Error(Data) when the header does not fit.
void takeSheet(const ooxml::SheetCells& cells, const Form& form, Table& table, Read& read);

}  // namespace boardpack::registers
