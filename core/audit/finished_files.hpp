#pragma once
#include "ooxml/sheet_record.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace boardpack::audit {

/// What the writers say they wrote; names are relative to the pack.
struct Written {
  std::map<std::string, std::vector<ooxml::SheetRecord>> workbooks;
  std::map<std::string, std::size_t> lines;    ///< of each csv file, the header's among them
  std::map<std::string, std::string> digests;  ///< of files whose digest their writer knows
  std::size_t picture_width = 0;               ///< of every png
  std::size_t picture_height = 0;
};

/// Opens each file below `pack` again, with so many threads. Throws sdk::Error(Outside) for the first, in order of
/// name, that is not whole.
void checkFinished(const std::filesystem::path& pack, const Written& written, std::size_t threads);

/// The same of one file: what is wrong with it, in words that follow its name; empty when it is whole. `name` is
/// relative to the pack.
std::string faultOf(const std::string& name, const std::string& bytes, const Written& written);

}  // namespace boardpack::audit
