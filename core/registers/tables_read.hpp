#pragma once
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace boardpack::registers {

/// What is wrong in a small table, in the words of a person who keeps it.
struct Problem {
  std::string place;   ///< "events.csv, row 3"; the file alone when it is the whole of it
  std::string column;  ///< "" for the whole row
  std::string sentence;
};
/// "events.csv, row 3, kind: found 'recording', expected one of …"
std::string problemWords(const Problem& problem);

/// A table that was there.
struct File {
  std::filesystem::path path;
  std::string name;         ///< "events.csv"; of one workbook for all tables, the same for each
  std::string place;        ///< "events.csv", "registers.xlsx, sheet 'Events'"
  std::string holds;        ///< "events"
  std::size_t entries = 0;  ///< rows that were taken
};

/// All tables of a workspace's folder, as far as they can be judged without the measures.
struct Read {
  series::Registers registers;
  std::vector<sdk::Area> areas;  ///< the force's, with those added or dated
  std::vector<File> files;       ///< in a fixed order; a table that is not there means that nothing is kept
  std::vector<Problem> problems;
  std::set<std::string> in_per_cent;  ///< places whose value is written as "90%"
};

}  // namespace boardpack::registers
