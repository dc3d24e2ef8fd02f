#include "warehouse/load/reject_threshold.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace boardpack::warehouse {
namespace {

constexpr std::size_t kMostFiles = 5;
constexpr std::size_t kMostReasons = 3;

/// A reason over all files of a feed, and where it was met first.
struct Reason {
  std::string column;
  std::string words;
  std::int64_t rows = 0;
  std::string first_file;
  std::string first_place;
};

/// The rejected rows of one feed in this load.
struct FeedRejects {
  const sdk::Feed* feed = nullptr;
  std::int64_t read = 0;
  std::int64_t rejected = 0;
  std::vector<const LoadRejects*> files;  ///< with rejected rows
};

std::vector<Reason> commonestReasons(const FeedRejects& rejects) {
  std::map<std::pair<std::string, std::string>, Reason> reasons;
  for (const LoadRejects* load : rejects.files) {
    for (const base::RejectReason& found : load->report->reasons) {
      Reason& reason = reasons[{found.column, found.reason}];
      if (reason.rows == 0) {
        reason = {found.column, found.reason, 0, load->report->file, found.where()};
      }
      reason.rows += found.rows;
    }
  }
  std::vector<Reason> commonest;
  for (auto& [key, reason] : reasons) {
    commonest.push_back(std::move(reason));
  }
  std::stable_sort(commonest.begin(), commonest.end(),
                   [](const Reason& a, const Reason& b) { return a.rows > b.rows; });
  if (commonest.size() > kMostReasons) {
    commonest.resize(kMostReasons);
  }
  return commonest;
}

std::string percent(double share) { return base::formatNumber(share * 100.0, 1) + "%"; }

/// Rows that are wrong are the extract's fault; where all are, the feed and the extract do not fit each other.
std::string toDo(const FeedRejects& rejects) {
  if (commonestReasons(rejects).front().rows == rejects.read) {
    return "Every row is rejected for one reason, so either the export has changed or the feed in the force's plugin "
           "reads it in another way than it is written. Mend the one that is wrong.";
  }
  return "Mend the extracts, or ask for them again; a value that is right and that the feed does not know belongs in "
         "the feed in the force's plugin.";
}

std::string linesOf(const FeedRejects& rejects, bool lists_are_kept) {
  std::string lines = "\nThe commonest reasons:";
  for (const Reason& reason : commonestReasons(rejects)) {
    const std::string column = reason.column.empty() ? std::string() : "column '" + reason.column + "': ";
    lines += fmt::format("\n  {}{} ({}, first in {}, {})", column, reason.words,
                         base::countOf(reason.rows, "row", "rows"), reason.first_file, reason.first_place);
  }
  lines += "\nThe files:";
  for (std::size_t i = 0; i < rejects.files.size() && i < kMostFiles; ++i) {
    const LoadRejects& load = *rejects.files[i];
    lines += fmt::format("\n  {}: {} of {} rejected", load.report->file,
                         base::formatNumber(static_cast<double>(load.report->rows_rejected)),
                         base::countOf(load.report->rows_read, "row", "rows"));
    if (lists_are_kept) {
      lines += ", listed in " + load.list.string();
    }
  }
  if (rejects.files.size() > kMostFiles) {
    lines += fmt::format("\n  and {} more", rejects.files.size() - kMostFiles);
  }
  if (!lists_are_kept) {
    lines += "\nTo keep the list of rejected rows, run again with --warehouse DIR.";
  }
  return lines;
}

}  // namespace

void checkRejectThresholds(const std::vector<LoadRejects>& loads, bool lists_are_kept) {
  std::vector<FeedRejects> feeds;
  for (const LoadRejects& load : loads) {
    auto found = std::find_if(feeds.begin(), feeds.end(), [&](const FeedRejects& f) { return f.feed == load.feed; });
    if (found == feeds.end()) {
      feeds.push_back({load.feed, 0, 0, {}});
      found = feeds.end() - 1;
    }
    found->read += load.report->rows_read;
    found->rejected += load.report->rows_rejected;
    if (load.report->rows_rejected > 0) {
      found->files.push_back(&load);
    }
  }
  for (const FeedRejects& rejects : feeds) {
    const double share =
        rejects.read == 0 ? 0.0 : static_cast<double>(rejects.rejected) / static_cast<double>(rejects.read);
    if (share > rejects.feed->reject_threshold) {
      throw sdk::Error(
          sdk::ErrorKind::Data,
          fmt::format("{} of {} of the feed '{}' ({}) cannot be used: {}, where {} is the most that is allowed. {}{}",
                      base::formatNumber(static_cast<double>(rejects.rejected)),
                      base::countOf(rejects.read, "row", "rows"), rejects.feed->name, rejects.feed->title,
                      percent(share), percent(rejects.feed->reject_threshold), toDo(rejects),
                      linesOf(rejects, lists_are_kept)));
    }
  }
}

}  // namespace boardpack::warehouse
