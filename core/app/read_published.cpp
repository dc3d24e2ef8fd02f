#include "app/read_published.hpp"

#include "app/pack_folder/pack_contents.hpp"
#include "base/characters.hpp"
#include "base/digest.hpp"
#include "base/month.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

namespace boardpack::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeader = "force,measure,breakdown,group,period,window,statistic,reference,value,symbol";
constexpr std::size_t kColumns = 10;

constexpr const char* kFiguresInPack = "data/figures.csv";
constexpr const char* kTakeAgain = "Take the file as the pack has it.";

/// The records of a CSV text, each with the number of its first line.
class Records {
 public:
  Records(const std::string& csv, const std::string& shown_as) : csv_(csv), shown_as_(shown_as) {}

  bool hasMore() const { return at_ < csv_.size(); }
  int line() const { return first_line_; }

  std::vector<std::string> next() {
    first_line_ = line_;
    std::vector<std::string> cells(1);
    bool is_quoted = false;
    for (; at_ < csv_.size(); ++at_) {
      const char c = csv_[at_];
      line_ += c == '\n' ? 1 : 0;
      if (c == '"' && is_quoted && at_ + 1 < csv_.size() && csv_[at_ + 1] == '"') {
        cells.back() += c;
        ++at_;
      } else if (c == '"') {
        is_quoted = !is_quoted;
      } else if (c == ',' && !is_quoted) {
        cells.emplace_back();
      } else if (c == '\n' && !is_quoted) {
        ++at_;
        return cells;
      } else if (c != '\r' || is_quoted) {
        cells.back() += c;
      }
    }
    if (is_quoted) {
      refuse("a quote is never closed");
    }
    return cells;
  }

  [[noreturn]] void refuse(const std::string& found) const {
    throw sdk::Error(sdk::ErrorKind::Data,
                     fmt::format("{}, line {}: {}. {}", shown_as_, first_line_, found, kTakeAgain));
  }

 private:
  const std::string& csv_;
  const std::string& shown_as_;
  std::size_t at_ = 0;
  int line_ = 1;
  int first_line_ = 1;
};

/// More bytes than the figures of a thousand measures.
constexpr std::uint64_t kMostBytes = std::uint64_t{512} << 20;

/// Something that is no folder: whether it can be read as a file is found out, and said, when it is opened.
bool isFile(const fs::path& path) { return fs::exists(path) && !fs::is_directory(path); }

/// The figures of a pack as the program wrote them: it wrote them beside a file that a person had changed, and figures
/// that were changed since are not what was published.
fs::path asWritten(const fs::path& pack) {
  const fs::path plain = pack / kFiguresInPack;
  if (!fs::is_regular_file(pack / kManifest)) {
    return plain;
  }
  const std::optional<data::EarlierManifest> manifest = data::readManifest(base::readFile(pack / kManifest));
  const data::ManifestFacts::File* listed = nullptr;
  if (manifest) {
    for (const data::EarlierManifest::Listed& each : manifest->files) {
      if (each.file.name == kFiguresInPack || each.file.instead_of == kFiguresInPack) {
        listed = &each.file;
      }
    }
  }
  if (listed == nullptr) {
    return plain;
  }
  const fs::path file = pack / listed->name;
  if (!fs::is_regular_file(file) || base::digestOfFile(file.string()) != listed->digest) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     fmt::format("{} is not as the program wrote it, by the pack's manifest. Take the pack as it was "
                                 "published, or name the file itself if it is to be taken as it is.",
                                 file.string()));
  }
  return file;
}

/// The file of figures that a pack's folder or a path names; "" when there is none.
fs::path figuresFile(const fs::path& path) {
  if (isFile(path)) {
    return path;
  }
  for (const fs::path& pack : {path, path / "restricted"}) {
    if (isFile(pack / kFiguresInPack)) {
      return asWritten(pack);
    }
  }
  return isFile(path / "figures.csv") ? path / "figures.csv" : fs::path();
}

std::string latestPeriod(const std::vector<series::Figure>& figures) {
  std::string latest;
  for (const series::Figure& figure : figures) {
    latest = figure.statistic == "value" ? std::max(latest, figure.period) : latest;
  }
  return latest;
}

Published publishedIn(const fs::path& file, const std::string& name, const std::string& shown_as,
                      const std::string& force) {
  const std::string text = base::readFile(file, kMostBytes);
  return {name, base::digestOf(text), figuresOfCsv(text, shown_as, force)};
}

std::optional<Published> newestOf(const fs::path& folder, const std::string& month, const std::string& force) {
  std::vector<fs::path> entries;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    entries.push_back(entry.path());
  }
  std::sort(entries.begin(), entries.end());
  std::optional<Published> newest;
  std::string newest_period;
  for (const fs::path& entry : entries) {
    const fs::path file = figuresFile(entry);
    if (file.empty() || file.extension() != ".csv") {
      continue;
    }
    const std::string name = "published/" + entry.filename().string();
    Published found = publishedIn(file, name, name, force);
    const std::string period = latestPeriod(found.figures);
    if (period <= month && period >= newest_period) {
      newest_period = period;
      newest = std::move(found);
    }
  }
  return newest;
}

series::Figure figureOf(std::vector<std::string> cells, const std::string& force, const Records& records) {
  if (cells.size() != kColumns) {
    records.refuse(fmt::format("expected {} columns, found {}", kColumns, cells.size()));
  }
  const std::optional<double> value = cells[8].empty() ? std::nullopt : base::parseNumber(cells[8]);
  if (!cells[8].empty() && !value) {
    records.refuse(
        fmt::format("expected a number or nothing in the column value, found '{}'", base::printable(cells[8])));
  }
  if (cells[0] != force) {
    records.refuse(fmt::format("expected figures of '{}', found one of '{}'", force, base::printable(cells[0])));
  }
  if (!base::Month::parse(cells[4])) {
    records.refuse(
        fmt::format("expected a month as 2025-11 in the column period, found '{}'", base::printable(cells[4])));
  }
  return {.force = std::move(cells[0]),
          .measure = std::move(cells[1]),
          .breakdown = std::move(cells[2]),
          .group = std::string(base::withoutTextMark(cells[3])),
          .period = std::move(cells[4]),
          .window = std::move(cells[5]),
          .statistic = std::move(cells[6]),
          .reference = std::move(cells[7]),
          .value = value,
          .symbol = std::move(cells[9])};
}

auto keyOf(const series::Figure& figure) {
  return std::tuple(figure.measure, figure.breakdown, figure.group, figure.period, figure.window, figure.statistic,
                    figure.reference);
}

}  // namespace

std::vector<series::Figure> figuresOfCsv(const std::string& csv, const std::string& shown_as,
                                         const std::string& force) {
  Records records(csv, shown_as);
  const std::vector<std::string> header = records.next();
  if (base::join(header, ",") != kHeader) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     fmt::format("{} is no figures.csv of a pack: its first line is not \"{}\". Name the pack's folder "
                                 "or its data/figures.csv.",
                                 shown_as, kHeader));
  }
  std::vector<series::Figure> figures;
  std::map<decltype(keyOf(series::Figure())), int> lines;
  while (records.hasMore()) {
    figures.push_back(figureOf(records.next(), force, records));
    const auto [known, is_new] = lines.emplace(keyOf(figures.back()), records.line());
    if (!is_new) {
      records.refuse(fmt::format(
          "the same figure stands in line {} already, and which of the two counts cannot be known", known->second));
    }
  }
  return figures;
}

std::optional<Published> readPublished(const Options& options, const std::string& force) {
  if (!options.published.empty()) {
    const fs::path file = figuresFile(options.published);
    if (file.empty()) {
      throw sdk::Error(sdk::ErrorKind::Command,
                       fmt::format("--published takes the folder of a pack or its figures.csv; {} is neither.",
                                   options.published.string()));
    }
    Published found = publishedIn(file, file.filename().string(), file.string(), force);
    const std::string latest = latestPeriod(found.figures);
    if (options.month && latest > options.month->iso()) {
      throw sdk::Error(sdk::ErrorKind::Command,
                       fmt::format("--published {} has figures of {}, after the pack's month of {}: they cannot have "
                                   "been published before it. Name the pack last published before.",
                                   options.published.string(), latest, options.month->iso()));
    }
    return found;
  }
  const fs::path folder = options.workspace / "published";
  const bool has_folder = !options.workspace.empty() && options.month && fs::is_directory(folder);
  return has_folder ? newestOf(folder, options.month->iso(), force) : std::nullopt;
}

}  // namespace boardpack::app
