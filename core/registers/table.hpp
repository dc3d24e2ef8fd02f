#pragma once
#include "registers/registers.hpp"

#include <string>
#include <vector>

namespace boardpack::registers {

/// What the file of a table may hold.
struct Form {
  std::string name;   ///< of the file, without its ending: "events"
  std::string holds;  ///< "events": in messages and lists
  struct Column {
    std::string name;
    bool required = true;  ///< must be among the header's; cells may still be blank
  };
  std::vector<Column> columns;
};

/// The rows of a file as texts.
struct Table {
  std::string file;                             ///< "events.csv"
  std::vector<std::string> columns;             ///< those of the form
  std::vector<std::size_t> numbers;             ///< [row]: as a spreadsheet counts, the header is 1
  std::vector<std::vector<std::string>> cells;  ///< [row][column], trimmed

  std::size_t indexOf(const std::string& column) const;
};

/// The table of the form in the folder, with the file added to `read.files`; without rows when there is no file, or
/// after telling what is wrong with it as a whole. Rows of too few or too many cells are told and left out.
Table readTable(const std::filesystem::path& folder, const Form& form, Read& read);

}  // namespace boardpack::registers
