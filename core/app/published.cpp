#include "app/published.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace boardpack::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeader = "force,measure,breakdown,group,period,window,statistic,reference,value,symbol";
constexpr std::size_t kColumns = 10;

/// The cells of one record, from `at` on, which is then behind its line end.
std::vector<std::string> recordAt(const std::string& csv, std::size_t& at) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (; at < csv.size(); ++at) {
    const char c = csv[at];
    if (c == '"' && is_quoted && at + 1 < csv.size() && csv[at + 1] == '"') {
      cells.back() += c;
      ++at;
    } else if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      cells.emplace_back();
    } else if (c == '\n' && !is_quoted) {
      ++at;
      return cells;
    } else if (c != '\r' || is_quoted) {
      cells.back() += c;
    }
  }
  return cells;
}

/// The file of figures that a pack's folder or a path names; "" when there is none.
fs::path figuresFile(const fs::path& path) {
  if (fs::is_regular_file(path)) {
    return path;
  }
  for (const char* inside : {"data/figures.csv", "restricted/data/figures.csv", "figures.csv"}) {
    if (fs::is_regular_file(path / inside)) {
      return path / inside;
    }
  }
  return {};
}

std::string textOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) {
    throw sdk::Error(sdk::ErrorKind::Data, fmt::format("The figures in {} cannot be read.", file.string()));
  }
  return text.str();
}

std::string latestPeriod(const std::vector<series::Figure>& figures) {
  std::string latest;
  for (const series::Figure& figure : figures) {
    latest = std::max(latest, figure.period);
  }
  return latest;
}

std::optional<std::vector<series::Figure>> newestOf(const fs::path& folder, const std::string& month) {
  std::vector<fs::path> entries;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    entries.push_back(entry.path());
  }
  std::sort(entries.begin(), entries.end());
  std::optional<std::vector<series::Figure>> newest;
  std::string newest_period;
  for (const fs::path& entry : entries) {
    const fs::path file = figuresFile(entry);
    if (file.empty() || file.extension() != ".csv") {
      continue;
    }
    std::vector<series::Figure> figures = figuresOfCsv(textOf(file), entry.filename().string());
    const std::string period = latestPeriod(figures);
    if (period <= month && period >= newest_period) {
      newest_period = period;
      newest = std::move(figures);
    }
  }
  return newest;
}

}  // namespace

std::vector<series::Figure> figuresOfCsv(const std::string& csv, const std::string& shown_as) {
  std::size_t at = 0;
  if (base::join(recordAt(csv, at), ",") != kHeader) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     fmt::format("{} is no figures.csv of a pack: its first line is not \"{}\". Name the pack's folder "
                                 "or its data/figures.csv.",
                                 shown_as, kHeader));
  }
  std::vector<series::Figure> figures;
  for (int line = 2; at < csv.size(); ++line) {
    std::vector<std::string> cells = recordAt(csv, at);
    const bool has_number = cells.size() == kColumns && !cells[8].empty();
    const std::optional<double> value = has_number ? base::parseNumber(cells[8]) : std::nullopt;
    if (cells.size() != kColumns || has_number != value.has_value()) {
      throw sdk::Error(sdk::ErrorKind::Data,
                       fmt::format("{}, line {}: expected ten columns with a number or nothing in the ninth. Take the "
                                   "file as the pack has it.",
                                   shown_as, line));
    }
    figures.push_back({.force = cells[0],
                       .measure = cells[1],
                       .breakdown = cells[2],
                       .group = cells[3],
                       .period = cells[4],
                       .window = cells[5],
                       .statistic = cells[6],
                       .reference = cells[7],
                       .value = value,
                       .symbol = cells[9]});
  }
  return figures;
}

std::optional<std::vector<series::Figure>> readPublished(const Options& options) {
  if (!options.published.empty()) {
    const fs::path file = figuresFile(options.published);
    if (file.empty()) {
      throw sdk::Error(sdk::ErrorKind::Command,
                       fmt::format("--published takes the folder of a pack or its figures.csv; {} is neither.",
                                   options.published.string()));
    }
    return figuresOfCsv(textOf(file), file.string());
  }
  const fs::path folder = options.workspace / "published";
  const bool has_folder = !options.workspace.empty() && options.month && fs::is_directory(folder);
  return has_folder ? newestOf(folder, options.month->iso()) : std::nullopt;
}

}  // namespace boardpack::app
