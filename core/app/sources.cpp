#include "app/sources.hpp"

#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestSource = 300;
constexpr std::size_t kDigestDigits = 64;
constexpr std::uint64_t kMostSourceBytes = std::uint64_t{1} << 20;

/// What must be said of a publisher's data. police.uk replaces a force's own identifier of a crime by a digest; a
/// force's own system has no reason to. Files of stop and search have no identifier.
struct Credit {
  std::string sentence;
  std::string identifier;  ///< header name; "" where no column shows it
  std::string otherwise;   ///< said of files that do not show it
};

Credit creditOf(const sdk::Feed& feed) {
  if (feed.publisher != "police.uk") {
    return {};
  }
  const bool has_identifier = std::any_of(feed.header.begin(), feed.header.end(),
                                          [](const sdk::SourceColumn& column) { return column.name == "Crime ID"; });
  return {"police.uk open data. Contains public sector information licensed under the Open Government Licence v3.0.",
          has_identifier ? "Crime ID" : "",
          "Files in the form of police.uk's open data; where they come from is not stated."};
}

enum class Shown { Yes, No, Nothing };

bool isDigest(std::string_view cell) {
  return cell.size() == kDigestDigits && std::all_of(cell.begin(), cell.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

/// What the first records of a file show of being its publisher's. A damaged file is refused where it is loaded.
Shown shownBy(const feed::Extract& extract) {
  const std::string identifier = creditOf(*extract.feed).identifier;
  if (identifier.empty()) {
    return Shown::Nothing;
  }
  base::RecordBatch batch;
  try {
    const std::unique_ptr<base::RecordSource> source = feed::openExtract(extract.path, *extract.feed, {identifier});
    if (!source->next(batch)) {
      return Shown::Nothing;
    }
    Shown shown = Shown::Nothing;
    for (const std::string_view cell : batch.cells.front()) {
      if (!cell.empty() && !isDigest(cell)) {
        return Shown::No;
      }
      shown = cell.empty() ? shown : Shown::Yes;
    }
    return shown;
  } catch (const sdk::Error&) {
    return Shown::Nothing;
  }
}

/// A folder's own words; "" when it has none.
std::string wordsOf(const fs::path& folder) {
  if (!fs::exists(folder / feed::kSourceFile)) {
    return "";
  }
  const std::string text = base::readFile(folder / feed::kSourceFile, kMostSourceBytes);
  return base::printable(base::trim(text.substr(0, text.find('\n'))), kLongestSource);
}

/// The extracts of one folder and one publisher that says nothing of itself.
struct Group {
  std::vector<Shown> shown;
  bool isCredited(Shown own) const {
    const bool any = std::find(shown.begin(), shown.end(), Shown::Yes) != shown.end();
    const bool none_against = std::find(shown.begin(), shown.end(), Shown::No) == shown.end();
    return own == Shown::Yes || (own == Shown::Nothing && any && none_against);
  }
};

class Finding {
 public:
  explicit Finding(const std::vector<feed::Extract>& extracts) : extracts_(extracts) {
    for (const feed::Extract& extract : extracts) {
      const auto [words, is_new] = words_.try_emplace(extract.folder);
      if (is_new) {
        words->second = wordsOf(extract.folder);
      }
      shown_.push_back(isToBeShown(extract) ? shownBy(extract) : Shown::Nothing);
      if (isToBeShown(extract)) {
        groups_[{extract.folder, creditOf(*extract.feed).sentence}].shown.push_back(shown_.back());
      }
    }
  }

  Sources find() {
    for (std::size_t i = 0; i < extracts_.size(); ++i) {
      const feed::Extract& extract = extracts_[i];
      if (!isToBeShown(extract)) {
        take(words_[extract.folder]);
        continue;
      }
      const Credit credit = creditOf(*extract.feed);
      const bool is_credited = groups_[{extract.folder, credit.sentence}].isCredited(shown_[i]);
      take(is_credited ? credit.sentence : credit.otherwise);
      if (!is_credited) {
        warn(extract);
      }
    }
    return std::move(sources_);
  }

 private:
  bool isToBeShown(const feed::Extract& extract) const {
    return !creditOf(*extract.feed).sentence.empty() && words_.at(extract.folder).empty();
  }

  void take(const std::string& source) {
    std::vector<std::string>& credits = sources_.credits;
    if (!source.empty() && std::find(credits.begin(), credits.end(), source) == credits.end()) {
      credits.push_back(source);
    }
  }

  void warn(const feed::Extract& extract) {
    if (warned_.insert(extract.folder).second) {
      sources_.warnings.push_back(fmt::format(
          "Nothing in {} shows that it is {}'s, though it has that form. Say where the extracts come from in "
          "the first line of a file {} in {}; the pack says that it is not stated.",
          base::printable(extract.shown_as, kLongestSource), extract.feed->publisher, feed::kSourceFile,
          base::printable(extract.folder.string(), kLongestSource)));
    }
  }

  const std::vector<feed::Extract>& extracts_;
  std::vector<Shown> shown_;
  std::map<fs::path, std::string> words_;
  std::map<std::pair<fs::path, std::string>, Group> groups_;
  std::set<fs::path> warned_;
  Sources sources_;
};

}  // namespace

Sources sourcesOf(const std::vector<feed::Extract>& extracts) { return Finding(extracts).find(); }

}  // namespace boardpack::app
