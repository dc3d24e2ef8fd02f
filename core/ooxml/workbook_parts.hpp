#pragma once
#include "ooxml/archive.hpp"

#include <map>
#include <string>

namespace boardpack::ooxml {

/// Gives tables of an xlsx file their alternative text, which Excel keeps in an extension of the table's part: by the
/// table's name, a title and a description. Throws sdk::Error(Data) that names a table the workbook does not have.
struct TableAlternative {
  std::string title;
  std::string description;
};
void setTableAlternatives(Parts& parts, const std::map<std::string, TableAlternative>& by_table_name);

}  // namespace boardpack::ooxml
