#pragma once
#include <boardpack/sdk/feed.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace boardpack::registers {

/// What the file of a table may hold.
struct Form {
  std::string name;   ///< of the file, without its ending: "events"
  std::string holds;  ///< "events": in messages and lists
  struct Column {
    std::string name;
    bool required = true;   ///< must be among the header's; cells may still be blank
    bool is_prose = false;  ///< words for people, which may say anything
  };
  std::vector<Column> columns;
  bool is_own = false;  ///< the program writes it: its texts are what the data have
};

/// The rows of a table as texts.
struct Table {
  std::string file;                             ///< "events.csv", "events.xlsx, sheet 'Sheet1'"
  bool is_sheet = false;                        ///< of a workbook, where days have a type of their own
  std::vector<std::string> columns;             ///< those of the form
  std::vector<std::size_t> numbers;             ///< [row]: as a spreadsheet counts, the header is 1
  std::vector<std::vector<std::string>> cells;  ///< [row][column], trimmed

  std::size_t indexOf(const std::string& column) const;
};

/// The readers of extracts know a file by its feed.
sdk::Feed feedOf(const Form& form);

}  // namespace boardpack::registers
