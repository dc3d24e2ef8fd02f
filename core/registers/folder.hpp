#pragma once
#include "ooxml/workbook_cells.hpp"
#include "registers/tables_read.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::registers {

/// Of a file that people keep by hand, unpacked too: one of more bytes is another kind of file.
inline constexpr std::uint64_t kMostBytes = std::uint64_t{32} << 20;

/// A place where a table stands: a CSV file, or a sheet of a workbook.
struct Source {
  std::filesystem::path path;
  std::string file;                                           ///< "events.csv"
  std::shared_ptr<const ooxml::WorkbookCells> workbook = {};  ///< null for a CSV file
  std::size_t sheet = 0;

  /// "events.csv", "events.xlsx, sheet 'Sheet1'".
  std::string words() const;
};

/// The files of the folder `registers/`: a file a table, or sheets of one workbook.
class Folder {
 public:
  /// Opens what workbooks there are and tells of those that cannot be read, and of files and sheets of other names:
  /// most likely they are misspelt, and what they say would silently not count.
  /// `tables` are the names of all tables, as files have them without their ending.
  Folder(const std::filesystem::path& path, std::vector<std::string> tables, Read& read);

  /// Every place where the table stands; more than one is for the caller to refuse.
  std::vector<Source> sourcesOf(const std::string& table) const;

 private:
  bool isTable(const std::string& name) const;
  void reportUnknownFile(const std::string& name, Read& read) const;
  void takeFile(const std::filesystem::path& path, Read& read);
  void takeWorkbook(const std::filesystem::path& path, const std::string& table, Read& read);

  struct Held {
    std::string table;
    Source source;
  };
  std::vector<std::string> tables_;
  std::vector<Held> held_;  ///< by name of file
};

}  // namespace boardpack::registers
