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

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether a cell reads as the name of a column: it is short, begins with a letter and has no number of three digits.
bool readsAsName(const std::string& cell) {
  constexpr std::size_t kLongestName = 60;
  constexpr int kMostDigits = 2;
  int digits = 0;
  for (const char c : cell) {
    digits = isDigit(c) ? digits + 1 : 0;
    if (digits > kMostDigits || c == '@') {
      return false;
    }
  }
  const auto first = static_cast<unsigned char>(base::lower(cell).front());
  return cell.size() <= kLongestName && ((first >= 'a' && first <= 'z') || first >= 0x80);
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

std::vector<std::string> namesOnly(std::vector<std::string> cells) {
  std::erase_if(cells, [](const std::string& cell) { return !readsAsName(cell); });
  return cells;
}

}  // namespace

std::optional<std::string> headerMisfit(const std::vector<std::string>& names, const sdk::Feed& feed) {
  std::vector<std::string> unknown;
  std::vector<std::string> unknown_at;
  std::vector<std::string> nameless;
  std::size_t known = 0;
  std::set<std::string> seen;
  std::set<std::string> doubled;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) {
      nameless.push_back(std::to_string(i + 1));
    } else if (!seen.insert(names[i]).second) {
      doubled.insert(names[i]);
    } else if (isOf(feed, names[i])) {
      ++known;
    } else {
      unknown.push_back(names[i]);
      unknown_at.push_back(std::to_string(i + 1));
    }
  }
  if (std::none_of(names.begin(), names.end(), [&](const std::string& name) { return isOf(feed, name); })) {
    return noHeader(names, feed);
  }
  std::vector<std::string> faults;
  for (const sdk::SourceColumn& column : feed.header) {
    if (column.required && !seen.contains(column.name)) {
      const auto near = base::nearest(column.name, namesOnly(unknown));
      faults.push_back("lacks " + quoted(column.name) + (near ? " (is " + quoted(*near) + " meant?)" : ""));
    }
  }
  for (const std::string& name : doubled) {
    faults.push_back("has " + quoted(name) + " more than once");
  }
  // Where few of the cells are known names, the record may be one of data that happens to hold a word of the header.
  const bool is_header = known >= unknown.size();
  std::vector<std::string> unnamed_at;
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (is_header && readsAsName(unknown[i])) {
      faults.push_back("has " + quoted(unknown[i]) + ", which is not known");
    } else {
      unnamed_at.push_back(unknown_at[i]);
    }
  }
  if (!unnamed_at.empty()) {
    faults.push_back("has what is no known name in column " + base::joinWords(unnamed_at) +
                     " (not shown here, since it may be data)");
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
