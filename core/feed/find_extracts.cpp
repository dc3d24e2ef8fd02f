#include "base/digest.hpp"
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
#include <tuple>
#include <utility>

namespace boardpack::feed {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIgnoredShown = 3;
constexpr std::size_t kLongestName = 200;

void requireFolder(const fs::path& folder) {
  std::error_code fault;
  if (!fs::exists(folder, fault)) {
    throw sdk::Error(sdk::ErrorKind::Command,
                     "The data folder " + folder.generic_string() + " is not there. Check the path given with --data.");
  }
  if (!fs::is_directory(folder, fault)) {
    throw sdk::Error(sdk::ErrorKind::Command, folder.generic_string() +
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
  if (names.empty()) {
    for (const sdk::Feed& feed : force.feeds) {
      names.push_back(feed.file_name);
    }
  }
  return names;
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
    sentence += "It has no file. ";
  } else if (!others.empty()) {
    const std::size_t shown = std::min(others.size(), kIgnoredShown);
    const std::vector<std::string> first(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(shown));
    sentence += "It has " + base::countOf(static_cast<std::int64_t>(others.size()), "other file", "other files") +
                " (" + base::join(first, ", ") + (others.size() > shown ? ", …" : "") + "). ";
  }
  sentence += "Extracts are named like " + base::joinWords(exampleNames(force)) +
              ", each also with .gz. An extract of another kind needs a feed in the force's plugin.";
  return {sdk::ErrorKind::Data, std::move(sentence)};
}

bool hasEnding(const std::string& name, std::initializer_list<const char*> endings) {
  const std::string lowered = base::lower(name);
  return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return lowered.ends_with(ending); });
}

/// A file that a feed knows by its name.
struct Candidate {
  const DataFolder* folder;
  FolderFile file;
  const sdk::Feed* feed;
  NameMatch match;
};

/// Files of one name and day of two folders: what tells them apart, wherever the folders lie, is what is in them.
void orderByContent(std::vector<Extract>& extracts) {
  const auto key = [](const Extract& extract) { return std::tie(extract.shown_as, extract.extracted_on); };
  std::stable_sort(extracts.begin(), extracts.end(),
                   [&](const Extract& a, const Extract& b) { return key(a) < key(b); });
  for (auto first = extracts.begin(); first != extracts.end();) {
    const auto last =
        std::find_if(first, extracts.end(), [&](const Extract& each) { return key(each) != key(*first); });
    if (last - first > 1) {
      std::map<fs::path, std::string> digests;
      std::for_each(first, last,
                    [&](const Extract& each) { digests.emplace(each.path, base::digestOfFile(each.path.string())); });
      std::stable_sort(first, last,
                       [&](const Extract& a, const Extract& b) { return digests[a.path] < digests[b.path]; });
    }
    first = last;
  }
}

class Finder {
 public:
  explicit Finder(const sdk::Force& force) : force_(force) {}

  void search(const DataFolder& folder) {
    requireFolder(folder.path);
    std::vector<NearExtract> near;
    std::vector<std::string> others;
    bool has_extract = false;
    for (const FolderFile& file : filesBelow(folder.path)) {
      if (take(folder, file)) {
        has_extract = true;
      } else if (file.is_folder || file.inside == kSourceFile) {
        continue;
      } else if (const std::optional<NearExtract> looks_like = nearExtract(file)) {
        near.push_back(*looks_like);
      } else {
        others.push_back(file.inside);
      }
    }
    if (!has_extract && !folder.may_be_empty) {
      throw nothingFound(folder.path, force_, near, others);
    }
    found_.near.insert(found_.near.end(), near.begin(), near.end());
    found_.ignored.insert(found_.ignored.end(), others.begin(), others.end());
  }

  Found finish() {
    std::for_each(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) { judge(candidate); });
    if (misfits_.size() == 1) {
      throw sdk::Error(sdk::ErrorKind::Data, misfits_.front());
    }
    if (!misfits_.empty()) {
      throw sdk::Error(sdk::ErrorKind::Data,
                       base::countOf(static_cast<std::int64_t>(misfits_.size()), "extract", "extracts") +
                           " cannot be read:\n  " + base::join(misfits_, "\n  "));
    }
    orderByContent(found_.extracts);
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
  bool take(const DataFolder& folder, const FolderFile& file) {
    for (const sdk::Feed& feed : force_.feeds) {
      const NameMatch match = matchAnyName(feed, file.path.filename().string());
      if (match.matches) {
        add({&folder, file, &feed, match});
        return true;
      }
    }
    return false;
  }

  /// To read a file twice would count its rows twice.
  void add(Candidate candidate) {
    std::error_code fault;
    const fs::path real = fs::canonical(candidate.file.path, fault);
    const auto [known, is_new] = seen_.try_emplace(fault ? candidate.file.path : real, candidates_.size());
    if (is_new) {
      candidates_.push_back(std::move(candidate));
      return;
    }
    Candidate& first = candidates_[known->second];
    const std::optional<sdk::Date>& one = first.folder->extracted_on;
    const std::optional<sdk::Date>& other = candidate.folder->extracted_on;
    if (one && other && one != other) {
      throw sdk::Error(sdk::ErrorKind::Command, candidate.file.path.generic_string() + " lies in two data folders, " +
                                                    first.folder->path.generic_string() + " and " +
                                                    candidate.folder->path.generic_string() +
                                                    ", with two dates of extraction. Give one folder for it.");
    }
    const auto rank = [](const Candidate& each) {
      return std::tuple(!each.folder->extracted_on, each.file.inside.size(), each.file.inside);
    };
    if (rank(candidate) < rank(first)) {
      first = std::move(candidate);
    }
  }

  void judge(const Candidate& candidate) {
    const fs::path& path = candidate.file.path;
    const sdk::Feed& feed = *candidate.feed;
    if (!candidate.match.not_a_month.empty() || !candidate.match.not_a_date.empty()) {
      Extract named{.path = path, .shown_as = candidate.file.inside, .feed = &feed, .months = {}, .extracted_on = {}};
      misfits_.push_back(settleMonths(named, candidate.match));
    } else if (const std::optional<std::string> why = base::notAFile(path)) {
      misfits_.push_back(path.generic_string() + " is named like an extract but " + *why +
                         ". Put the file in its place, or give it another name.");
    } else if (headerFits(path, feed)) {
      Extract extract{
          .path = path,
          .shown_as = candidate.file.inside,
          .feed = &feed,
          .months = {},
          .covers_everything = feed.covers == sdk::Covers::Everything || feed.covers == sdk::Covers::Editions,
          .extracted_on = candidate.folder->extracted_on,
          .folder = candidate.folder->path};
      if (const std::string fault = settleMonths(extract, candidate.match); !fault.empty()) {
        misfits_.push_back(fault);
      }
      found_.extracts.push_back(std::move(extract));
    }
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
  std::vector<Candidate> candidates_;
  std::map<fs::path, std::size_t> seen_;  ///< by the file itself, where among the candidates it is
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
