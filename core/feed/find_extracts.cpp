#include "base/system.hpp"
#include "base/text.hpp"
#include "feed/csv_reader.hpp"
#include "feed/extract_months.hpp"
#include "feed/extracts.hpp"
#include "feed/file_pattern.hpp"
#include "feed/folder_files.hpp"
#include "feed/layout_reader.hpp"
#include "feed/near_name.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace boardpack::feed {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIgnoredShown = 3;
constexpr std::size_t kLongestName = 200;

void requireFolder(const fs::path& folder) {
  std::error_code fault;
  if (!fs::exists(folder, fault)) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     "The data folder " + folder.generic_string() + " is not there. Check the path given with --data.");
  }
  if (!fs::is_directory(folder, fault)) {
    throw sdk::Error(sdk::ErrorKind::Data, folder.generic_string() +
                                               " is not a folder. Give the folder that the extracts lie in with "
                                               "--data.");
  }
}

std::vector<std::string> exampleNames(const sdk::Force& force) {
  std::vector<std::string> names;
  for (const sdk::Feed& feed : force.feeds) {
    if (feed.covers == sdk::Covers::Everything || feed.covers == sdk::Covers::Editions) {
      continue;
    }
    std::string name = feed.file_name;
    for (const auto& [place, example] :
         {std::pair<std::string, std::string>{"{month}", "2025-01"}, {"{date}", "2025-02-03"}}) {
      if (const std::size_t at = name.find(place); at != std::string::npos) {
        name.replace(at, place.size(), example);
      }
    }
    names.push_back(name);
  }
  return names;
}

sdk::Error nothingFound(const fs::path& folder, const sdk::Force& force, const std::vector<NearExtract>& near,
                        const std::vector<std::string>& others) {
  std::string sentence = "The data folder " + folder.generic_string() + " has no extract of " + force.name + ". ";
  const std::size_t near_shown = std::min(near.size(), kIgnoredShown);
  for (std::size_t i = 0; i < near_shown; ++i) {
    sentence += nearSentence(near[i]) + " ";
  }
  if (near.size() > near_shown) {
    sentence += "So it is with " +
                base::countOf(static_cast<std::int64_t>(near.size() - near_shown), "more file", "more files") + ". ";
  }
  if (near.empty() && others.empty()) {
    sentence += "It is empty. ";
  } else if (!others.empty()) {
    const std::size_t shown = std::min(others.size(), kIgnoredShown);
    const std::vector<std::string> first(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(shown));
    sentence += "It has " + base::countOf(static_cast<std::int64_t>(others.size()), "other file", "other files") +
                " (" + base::join(first, ", ") + (others.size() > shown ? ", …" : "") + "). ";
  }
  sentence += "Extracts are named like " + base::joinWords(exampleNames(force)) + ", each also with .gz.";
  return {sdk::ErrorKind::Data, std::move(sentence)};
}

bool hasEnding(const std::string& name, std::initializer_list<const char*> endings) {
  const std::string lowered = base::lower(name);
  return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return lowered.ends_with(ending); });
}

NameMatch matchAnyName(const sdk::Feed& feed, const std::string& file_name) {
  NameMatch match = matchName(feed.file_name, file_name);
  for (const std::string& other : feed.other_file_names) {
    if (!match.matches) {
      match = matchName(other, file_name);
    }
  }
  return match;
}

class Finder {
 public:
  explicit Finder(const sdk::Force& force) : force_(force) {}

  void search(const DataFolder& folder) {
    requireFolder(folder.path);
    const std::size_t before = found_.extracts.size() + misfits_.size();
    const std::size_t seen_before = seen_again_;
    std::vector<NearExtract> near;
    std::vector<std::string> others;
    for (const FolderFile& file : filesBelow(folder.path)) {
      if (take(folder, file, file.inside) || file.is_folder || file.inside == kSourceFile) {
        continue;
      }
      if (const std::optional<NearExtract> looks_like = nearExtract(file)) {
        near.push_back(*looks_like);
      } else {
        others.push_back(file.inside);
      }
    }
    if (found_.extracts.size() + misfits_.size() == before && seen_again_ == seen_before) {
      throw nothingFound(folder.path, force_, near, others);
    }
    found_.near.insert(found_.near.end(), near.begin(), near.end());
    found_.ignored.insert(found_.ignored.end(), others.begin(), others.end());
  }

  Found finish() {
    if (misfits_.size() == 1) {
      throw sdk::Error(sdk::ErrorKind::Data, misfits_.front());
    }
    if (!misfits_.empty()) {
      throw sdk::Error(sdk::ErrorKind::Data,
                       base::countOf(static_cast<std::int64_t>(misfits_.size()), "extract", "extracts") +
                           " cannot be read:\n  " + base::join(misfits_, "\n  "));
    }
    return std::move(found_);
  }

 private:
  std::optional<NearExtract> nearExtract(const FolderFile& file) const {
    const std::string name = file.path.filename().string();
    for (const sdk::Feed& feed : force_.feeds) {
      const std::optional<std::string> right = nearName(feed, name);
      if (!right) {
        continue;
      }
      std::error_code fault;
      const fs::path beside = file.path.parent_path() / *right;
      return NearExtract{
          .file = file.inside,
          .feed = &feed,
          .right_name = *right,
          .is_packed = hasEnding(name, {".zip", ".7z"}),
          .is_workbook = right->ends_with(".csv") && hasEnding(name, {".xlsx", ".xls", ".ods"}),
          .right_name_is_there = fs::exists(beside, fault) || fs::exists(beside.string() + ".gz", fault)};
    }
    return std::nullopt;
  }

  /// False when no feed knows the file.
  bool take(const DataFolder& folder, const FolderFile& file, const std::string& shown_as) {
    for (const sdk::Feed& feed : force_.feeds) {
      const NameMatch match = matchAnyName(feed, file.path.filename().string());
      if (!match.matches) {
        continue;
      }
      if (!match.not_a_month.empty() || !match.not_a_date.empty()) {
        Extract named{.path = file.path, .shown_as = shown_as, .feed = &feed, .months = {}, .extracted_on = {}};
        misfits_.push_back(settleMonths(named, match));
      } else if (const std::optional<std::string> why = base::notAFile(file.path)) {
        misfits_.push_back(file.path.generic_string() + " is named like an extract but " + *why +
                           ". Put the file in its place, or give it another name.");
      } else if (!isSecondSight(folder, file) && headerFits(file.path, feed)) {
        Extract extract{
            .path = file.path,
            .shown_as = shown_as,
            .feed = &feed,
            .months = {},
            .covers_everything = feed.covers == sdk::Covers::Everything || feed.covers == sdk::Covers::Editions,
            .extracted_on = folder.extracted_on,
            .folder = folder.path};
        if (const std::string fault = settleMonths(extract, match); !fault.empty()) {
          misfits_.push_back(fault);
        }
        found_.extracts.push_back(std::move(extract));
      }
      return true;
    }
    return false;
  }

  /// True of a file that a folder given earlier held already: to read it twice would count its rows twice.
  bool isSecondSight(const DataFolder& folder, const FolderFile& file) {
    std::error_code fault;
    const fs::path real = fs::canonical(file.path, fault);
    const auto [first, is_new] = seen_.try_emplace(fault ? file.path : real, &folder);
    if (is_new) {
      return false;
    }
    if (first->second->extracted_on != folder.extracted_on) {
      throw sdk::Error(sdk::ErrorKind::Command, file.path.generic_string() + " lies in two data folders, " +
                                                    first->second->path.generic_string() + " and " +
                                                    folder.path.generic_string() +
                                                    ", with two dates of extraction. Give one folder for it.");
    }
    ++seen_again_;
    return true;
  }

  bool headerFits(const fs::path& path, const sdk::Feed& feed) {
    try {
      if (feed.layouts.empty()) {
        checkHeader(path, feed);
      } else {
        checkLayouts(path, feed);
      }
      return true;
    } catch (const sdk::Error& error) {
      if (error.kind() != sdk::ErrorKind::Data) {
        throw;
      }
      misfits_.push_back(error.sentence());
      return false;
    }
  }

  const sdk::Force& force_;
  Found found_;
  std::vector<std::string> misfits_;
  std::map<fs::path, const DataFolder*> seen_;
  std::size_t seen_again_ = 0;
};

}  // namespace

std::string nearSentence(const NearExtract& file) {
  std::string sentence = base::printable(file.file, kLongestName) +
                         " is left alone. It looks like an extract of the feed '" + file.feed->name +
                         "', which would be named " + file.right_name + ": ";
  if (file.right_name_is_there) {
    return sentence + "that name is there too, so keep the right one of the two under it and take the other away.";
  }
  return sentence + (file.is_packed     ? "unpack it, and name what is in it so."
                     : file.is_workbook ? "save it as CSV under that name."
                                        : "if it is one, rename it.");
}

Found findExtracts(const std::vector<DataFolder>& folders, const sdk::Force& force) {
  Finder finder(force);
  for (const DataFolder& folder : folders) {
    finder.search(folder);
  }
  return finder.finish();
}

}  // namespace boardpack::feed
