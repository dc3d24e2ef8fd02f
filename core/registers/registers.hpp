#pragma once
#include "registers/tables_read.hpp"
#include "series/measure_info.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::registers {

/// Reads and checks every table of the folder in one go. A folder that is not there holds nothing. A problem never
/// throws; throws sdk::Error(Outside) only when a file cannot be opened.
Read readRegisters(const std::filesystem::path& folder, const sdk::Force& force);

/// What is wrong with names of measures, with targets and with entered figures, now that the measures are known.
std::vector<Problem> checkMeasures(const Read& read, const std::vector<const series::MeasureInfo*>& measures);

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
