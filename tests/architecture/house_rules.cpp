#include "house_rules.hpp"

#include "include_rules.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace architecture {
namespace {

// The folder with the README of a file: the one the include table names, or the force's.
std::string home(const std::string& path) {
  const auto first = path.find('/');
  if (path.starts_with("plugins/")) {
    return path.substr(0, path.find('/', first + 1));
  }
  return path.substr(0, first + 1) + folderOf(path);
}

bool isWordPart(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool continuesName(char c) { return isWordPart(c) || c == '.' || c == '}' || c == '-'; }

// A folder of people's files with a name after it; the folder alone is what a test of other outputs looks for.
bool hasMachinePath(std::string_view line) {
  // Written in two pieces, so that this file does not find itself.
  static const std::vector<std::string> starts = {std::string("/ho") + "me/", std::string("/ro") + "ot/",
                                                  std::string("/wo") + "rk/", std::string("/Us") + "ers/"};
  // Nobody's: the home folder that tests make up to show that such a path does not get through.
  static const std::string made_up = starts.front() + "analyst/";
  for (const std::string& start : starts) {
    for (auto at = line.find(start); at != std::string_view::npos; at = line.find(start, at + 1)) {
      const bool begins = at == 0 || !continuesName(line[at - 1]);
      const bool goes_on = at + start.size() < line.size() && isWordPart(line[at + start.size()]);
      if (begins && goes_on && !line.substr(at).starts_with(made_up)) {
        return true;
      }
    }
  }
  return false;
}

template <typename Test>
std::vector<std::string> linesThat(const SourceFile& file, const Test& test, const std::string& what) {
  std::vector<std::string> faults;
  int number = 0;
  for (const std::string_view line : linesOf(file.text)) {
    ++number;
    if (test(line)) {
      faults.push_back(file.path + ":" + std::to_string(number) + " " + what);
    }
  }
  return faults;
}

}  // namespace

std::vector<std::string> readmeFaults(const std::vector<SourceFile>& files) {
  std::set<std::string> homes;
  std::set<std::string> paths;
  for (const SourceFile& file : files) {
    paths.insert(file.path);
    if (isCode(file) && !folderOf(file.path).empty()) {
      homes.insert(home(file.path));
    }
  }
  std::vector<std::string> faults;
  for (const std::string& folder : homes) {
    if (!paths.contains(folder + "/README.md")) {
      faults.push_back(folder + " has no README.md");
    }
  }
  return faults;
}

std::vector<std::string> machinePathFaults(const std::vector<SourceFile>& files) {
  std::vector<std::string> faults;
  for (const SourceFile& file : files) {
    for (std::string& fault : linesThat(file, hasMachinePath, "holds a path of somebody's machine")) {
      faults.push_back(std::move(fault));
    }
  }
  return faults;
}

std::vector<std::string> printFaults(const std::vector<SourceFile>& files) {
  // What they print besides is their own: the help, and the signs by which a line of progress changes.
  const std::set<std::string> may = {"core/base/print.cpp", "core/base/system_trial_linux.cpp",
                                     "core/app/command_line/command_line.cpp", "core/app/progress.cpp"};
  const auto prints = [](std::string_view line) {
    for (const std::string_view call : {"fputs(", "fprintf(", "std::printf(", "std::puts(", "std::cout", "std::cerr"}) {
      if (line.find(call) != std::string_view::npos) {
        return true;
      }
    }
    return false;
  };
  std::vector<std::string> faults;
  for (const SourceFile& file : files) {
    const bool is_program = file.path.starts_with("core/") || file.path.starts_with("output/");
    if (!is_program || !isCode(file) || may.contains(file.path)) {
      continue;
    }
    for (std::string& fault : linesThat(file, prints, "prints by another way than base/print.hpp")) {
      faults.push_back(std::move(fault));
    }
  }
  return faults;
}

std::vector<std::string> kindFaults(const std::vector<SourceFile>& files) {
  const auto asks = [](std::string_view line) { return line.find("MeasureKind") != std::string_view::npos; };
  std::vector<std::string> faults;
  for (const SourceFile& file : files) {
    const bool is_later = (file.path.starts_with("core/") && !file.path.starts_with("core/measure/") &&
                           !file.path.starts_with("core/script/")) ||
                          file.path.starts_with("output/");
    if (!is_later || !isCode(file)) {
      continue;
    }
    for (std::string& fault : linesThat(file, asks, "asks for the kind of a measure, not for its nature")) {
      faults.push_back(std::move(fault));
    }
  }
  return faults;
}

std::vector<std::string> localeFaults(const std::vector<SourceFile>& files) {
  const std::string call = std::string("setlo") + "cale(";
  std::vector<std::string> faults;
  for (const SourceFile& file : files) {
    if (!isCode(file)) {
      continue;
    }
    const auto test = [&](std::string_view line) { return line.find(call) != std::string_view::npos; };
    for (std::string& fault : linesThat(file, test, "changes the locale of the process")) {
      faults.push_back(std::move(fault));
    }
  }
  return faults;
}

}  // namespace architecture
