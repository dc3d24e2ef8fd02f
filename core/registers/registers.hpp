#pragma once
#include "series/measure_info.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

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

/// Reads and checks every table of the folder in one go. A folder that is not there holds nothing. A problem never
/// throws; throws sdk::Error(Outside) only when a file cannot be opened.
Read readRegisters(const std::filesystem::path& folder, const sdk::Force& force);

/// What is wrong with names of measures, with targets and with entered figures, now that the measures are known.
std::vector<Problem> checkMeasures(const Read& read, const std::vector<const series::MeasureInfo*>& measures);

/// The names of all tables, as files have them without their ending: "events", …
const std::vector<std::string>& tableNames();

/// The file that a workspace keeps snapshots in, below the workspace. It is the program's: people leave it alone.
inline constexpr const char* kKeptFile = "kept/snapshots.csv";

/// What was kept; nothing when there is no file. Throws sdk::Error(Data) when it is not as the program wrote it.
std::vector<series::KeptValue> readKept(const std::filesystem::path& file);

/// What is to be kept after a run: `known` with `made` added. Of a measure and month what is known stands, unless it is
/// of the same or an earlier day, or of another definition: then `made` takes its place.
std::vector<series::KeptValue> withMade(std::vector<series::KeptValue> known,
                                        const std::vector<series::KeptValue>& made);

/// The file's text: a header line, then the values in a fixed order.
std::string keptText(std::vector<series::KeptValue> values);

/// The references that plan items and updates may name besides the items: the force's pillars by id and number, their
/// outcomes as "4.1" and "safer.1".
std::vector<std::string> planReferences(const sdk::Force& force);

}  // namespace boardpack::registers
