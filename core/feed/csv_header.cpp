#include "feed/csv_header.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace boardpack::feed {
namespace {

std::string quoted(const std::string& name) { return "'" + base::printable(name) + "'"; }

bool isOf(const sdk::Feed& feed, const std::string& name) {
  return std::any_of(feed.header.begin(), feed.header.end(),
                     [&](const sdk::SourceColumn& column) { return column.name == name; });
}

/// Of a record that names no column of the feed: what it holds may be data, so none of it is shown.
std::string noHeader(const std::vector<std::string>& names, const sdk::Feed& feed) {
  std::string sentence = "has none of the column names of " + feed.title + " in its first record";
  for (const char separator : {';', '\t', '|'}) {
    if (names.size() == 1 && names.front().find(separator) != std::string::npos) {
      return sentence + "; its columns seem to be separated by " +
             (separator == ';'   ? "semicolons"
              : separator == '|' ? "bars"
                                 : "tabs") +
             ", not by commas";
    }
  }
  return sentence + "; its header line is missing, or it is another kind of file";
}

}  // namespace

std::optional<std::string> headerMisfit(const std::vector<std::string>& names, const sdk::Feed& feed) {
  std::vector<std::string> unknown;
  std::vector<std::string> nameless;
  std::set<std::string> seen;
  std::set<std::string> doubled;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) {
      nameless.push_back(std::to_string(i + 1));
    } else if (!seen.insert(names[i]).second) {
      doubled.insert(names[i]);
    } else if (!isOf(feed, names[i])) {
      unknown.push_back(names[i]);
    }
  }
  if (std::none_of(names.begin(), names.end(), [&](const std::string& name) { return isOf(feed, name); })) {
    return noHeader(names, feed);
  }
  std::vector<std::string> faults;
  for (const sdk::SourceColumn& column : feed.header) {
    if (column.required && !seen.contains(column.name)) {
      const auto near = base::nearest(column.name, unknown);
      faults.push_back("lacks " + quoted(column.name) + (near ? " (is " + quoted(*near) + " meant?)" : ""));
    }
  }
  for (const std::string& name : doubled) {
    faults.push_back("has " + quoted(name) + " more than once");
  }
  for (const std::string& name : unknown) {
    faults.push_back("has " + quoted(name) + ", which is not known");
  }
  if (!nameless.empty()) {
    faults.push_back("has no name over column " + base::joinWords(nameless));
  }
  if (faults.empty()) {
    return std::nullopt;
  }
  return "has a header that does not fit " + feed.title + ": it " + base::joinWords(faults);
}

}  // namespace boardpack::feed
