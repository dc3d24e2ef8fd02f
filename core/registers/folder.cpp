#include "registers/folder.hpp"

#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <array>

namespace boardpack::registers {
namespace {

namespace fs = std::filesystem;

/// A workbook of this name has a sheet for each table.
constexpr const char* kAllTables = "registers";
constexpr std::array kWorkbookEndings = {".xlsx", ".ods"};

bool isWorkbook(const std::string& ending) {
  return std::find(kWorkbookEndings.begin(), kWorkbookEndings.end(), ending) != kWorkbookEndings.end();
}

/// Files and sheets that say something to people only.
bool isForPeople(const std::string& file) {
  return file.starts_with(".") || file.starts_with("~") || base::lower(file).ends_with(".md") ||
         base::lower(file).ends_with(".txt");
}
bool isSheetForPeople(const std::string& sheet) {
  const std::string name = base::slug(sheet);
  return name == "notes" || name == "readme" || name == "read-me";
}

bool isBlank(const ooxml::SheetCells& cells) { return cells.rows() == 0; }

std::vector<fs::path> filesOf(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::shared_ptr<const ooxml::WorkbookCells> opened(const fs::path& path) {
  const std::string file = path.filename().string();
  ooxml::SheetLimits limits;
  limits.archive.bytes = kMostBytes;
  return std::make_shared<const ooxml::WorkbookCells>(base::readFile(path, kMostBytes), file, limits);
}

}  // namespace

std::string Source::words() const {
  return workbook ? file + ", sheet '" + base::printable(workbook->names()[sheet]) + "'" : file;
}

Folder::Folder(const fs::path& path, std::vector<std::string> tables, Read& read) : tables_(std::move(tables)) {
  if (fs::is_directory(path)) {
    for (const fs::path& file : filesOf(path)) {
      takeFile(file, read);
    }
  }
}

std::vector<Source> Folder::sourcesOf(const std::string& table) const {
  std::vector<Source> found;
  for (const Held& one : held_) {
    if (one.table == table) {
      found.push_back(one.source);
    }
  }
  return found;
}

bool Folder::isTable(const std::string& name) const {
  return std::find(tables_.begin(), tables_.end(), name) != tables_.end();
}

void Folder::reportUnknownFile(const std::string& name, Read& read) const {
  std::vector<std::string> known;
  for (const std::string& table : tables_) {
    known.push_back(table + ".csv");
    for (const char* ending : kWorkbookEndings) {
      known.push_back(table + ending);
    }
  }
  const std::string near = base::didYouMean(name, known);
  read.problems.push_back({base::printable(name), "",
                           "no table has this name, so nothing of it is read." +
                               (near.empty() ? " The tables are: " + base::join(tables_, ", ") +
                                                   "; each is a file of that name with .csv, .xlsx or .ods, or a sheet "
                                                   "of registers.xlsx."
                                             : near)});
}

void Folder::takeFile(const fs::path& path, Read& read) {
  const std::string file = path.filename().string();
  const std::string name = path.stem().string();
  const std::string ending = path.extension().string();
  if (isForPeople(file)) {
    return;
  }
  if (isTable(name) && ending == ".csv") {
    held_.push_back({name, {path, file}});
  } else if ((isTable(name) || name == kAllTables) && isWorkbook(ending)) {
    takeWorkbook(path, name == kAllTables ? "" : name, read);
  } else {
    reportUnknownFile(file, read);
  }
}

/// `table` is the one that the file is named for; "" where each sheet is named for one.
void Folder::takeWorkbook(const fs::path& path, const std::string& table, Read& read) {
  const std::string file = path.filename().string();
  try {
    const std::shared_ptr<const ooxml::WorkbookCells> workbook = opened(path);
    for (std::size_t i = 0; i < workbook->names().size(); ++i) {
      Source source{path, file, workbook, i};
      const std::string name = table.empty() ? base::slug(workbook->names()[i]) : i == 0 ? table : "";
      if (isTable(name) && workbook->isHidden(i)) {
        read.problems.push_back(
            {source.words(), "", "the sheet is hidden, so nobody sees what it says. Show it, or delete it."});
      } else if (isTable(name)) {
        held_.push_back({name, std::move(source)});
      } else if (!isSheetForPeople(workbook->names()[i]) && !isBlank(workbook->read(i))) {
        read.problems.push_back(
            {source.words(), "",
             table.empty() ? "no table has this name, so nothing of it is read." +
                                 base::didYouMean(base::slug(workbook->names()[i]), tables_) +
                                 " A sheet that is for people only is named Notes."
                           : "only the first sheet of " + file +
                                 " is read, and this one holds something. Put its rows into the first, or name it "
                                 "Notes if it is for people only."});
      }
    }
  } catch (const sdk::Error& error) {
    if (error.kind() == sdk::ErrorKind::Outside) {
      throw;
    }
    read.problems.push_back({file, "", error.sentence()});
  }
}

}  // namespace boardpack::registers
