#include "feed/near_name.hpp"

#include "base/month.hpp"
#include "base/text.hpp"
#include "feed/file_pattern.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace boardpack::feed {
namespace {

constexpr std::string_view kMonth = "{month}";
constexpr std::string_view kDate = "{date}";

/// Endings of files, and what browsers and people put into a name when they copy a file.
constexpr std::array kNoise = {"csv", "gz",  "zip",  "txt",  "tsv",  "xlsx",       "xls",      "ods",
                               "dat", "tmp", "part", "copy", "of",   "crdownload", "download", "final",
                               "new", "the", "v",    "7z",   "gzip", "partial",    "edited",   "extract"};
constexpr std::array kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                "july",    "august",   "september", "october", "november", "december"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Letters and digits of a text stand for words; what is between them does not matter.
bool isOfWord(char c) { return isDigit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool isNumber(const std::string& word) { return isDigit(word.front()); }

/// The words and the numbers of a name in lower case.
std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!isOfWord(name[i])) {
      continue;
    }
    const bool goes_on = i > 0 && isOfWord(name[i - 1]) && isDigit(name[i - 1]) == isDigit(name[i]);
    if (goes_on) {
      words.back() += name[i];
    } else {
      words.emplace_back(1, name[i]);
    }
  }
  return words;
}

int numberOf(const std::string& word) { return word.size() > 8 || !isNumber(word) ? -1 : std::stoi(word); }

bool isYear(const std::string& word) { return word.size() == 4 && numberOf(word) >= 1900 && numberOf(word) < 2200; }

/// 1 to 12 of "3", "03", "mar" or "march"; else 0.
int monthNumber(const std::string& word) {
  if (isNumber(word)) {
    return word.size() <= 2 && numberOf(word) <= 12 ? std::max(0, numberOf(word)) : 0;
  }
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view name = kMonths[i];
    if (word == name || word == name.substr(0, 3)) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

bool isDayNumber(const std::string& word) {
  return isNumber(word) && word.size() <= 2 && numberOf(word) >= 1 && numberOf(word) <= 31;
}

/// A month or a day that stands in a name in any form, taken out of its words. "" where there is none.
std::string takeMonth(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (isNumber(words[i]) && (words[i].size() == 6 || words[i].size() == 8)) {  // 202511, 20251130
      const auto month = base::Month::parse(words[i].substr(0, 4) + "-" + words[i].substr(4, 2));
      if (month) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        return month->iso();
      }
    }
    if (i + 1 == words.size()) {
      break;
    }
    const bool year_first = isYear(words[i]);
    const std::string& year = words[year_first ? i : i + 1];
    const int month = monthNumber(words[year_first ? i + 1 : i]);
    if (isYear(year) && month > 0) {
      const std::string iso = base::Month(numberOf(year), month).iso();
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(i) + 2);
      return iso;
    }
  }
  return {};
}

std::string isoDay(int year, int month, int day) {
  const std::string iso = base::Month(year, month).iso() + (day < 10 ? "-0" : "-") + std::to_string(day);
  return base::parseDate(iso) ? iso : std::string();
}

std::string takeDay(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (isNumber(words[i]) && words[i].size() == 8) {  // 20251130
      const std::string iso = words[i].substr(0, 4) + "-" + words[i].substr(4, 2) + "-" + words[i].substr(6);
      if (base::parseDate(iso)) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        return iso;
      }
    }
    if (i + 2 >= words.size()) {
      continue;
    }
    const bool year_first = isYear(words[i]);
    const std::string& year = words[year_first ? i : i + 2];
    const std::string& day = words[year_first ? i + 2 : i];
    const int month = monthNumber(words[i + 1]);
    if (isYear(year) && month > 0 && isDayNumber(day)) {
      const std::string iso = isoDay(numberOf(year), month, numberOf(day));
      if (!iso.empty()) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(i) + 3);
        return iso;
      }
    }
  }
  return {};
}

/// Takes out endings, what copies are called, and numbers that are no part of the pattern.
std::vector<std::string> withoutNoise(std::vector<std::string> words) {
  constexpr std::size_t kLongestCounter = 4;
  std::erase_if(words, [](const std::string& word) {
    return std::find(kNoise.begin(), kNoise.end(), word) != kNoise.end() ||
           (isNumber(word) && word.size() <= kLongestCounter);
  });
  return words;
}

/// Whether one letter more, less, other or changed with its neighbour makes one word the other. Short words differ by a
/// letter and mean different things.
bool isNear(const std::string& one, const std::string& other) {
  constexpr std::size_t kShortest = 5;
  if (one == other) {
    return true;
  }
  const std::string& longer = one.size() >= other.size() ? one : other;
  const std::string& shorter = one.size() >= other.size() ? other : one;
  if (shorter.size() < kShortest || longer.size() - shorter.size() > 1) {
    return false;
  }
  const auto at =
      static_cast<std::size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
  if (longer.size() > shorter.size()) {
    return shorter.substr(at) == longer.substr(at + 1);
  }
  const bool is_swapped = at + 1 < longer.size() && shorter[at] == longer[at + 1] && shorter[at + 1] == longer[at] &&
                          shorter.substr(at + 2) == longer.substr(at + 2);
  return is_swapped || shorter.substr(at + 1) == longer.substr(at + 1);
}

bool sameWords(std::vector<std::string> wanted, std::vector<std::string> found) {
  if (base::join(wanted, "") == base::join(found, "")) {
    return !wanted.empty();
  }
  std::erase(wanted, "and");
  std::erase(found, "and");
  if (wanted.size() != found.size()) {
    return false;
  }
  for (const std::string& word : found) {
    auto same = std::find(wanted.begin(), wanted.end(), word);
    if (same == wanted.end()) {
      same = std::find_if(wanted.begin(), wanted.end(), [&](const std::string& other) { return isNear(word, other); });
    }
    if (same == wanted.end()) {
      return false;
    }
    wanted.erase(same);
  }
  return true;
}

std::string replaced(std::string text, std::string_view place, const std::string& by) {
  const std::size_t at = text.find(place);
  return at == std::string::npos ? text : text.replace(at, place.size(), by);
}

/// A name of which a part is free: near is one with another ending, or with signs between its words.
std::optional<std::string> nearStars(const std::string& pattern, const std::string& name) {
  const std::size_t point = pattern.rfind('.');
  const std::string stem = pattern.substr(0, point);
  std::string bare;
  for (const char c : name.substr(0, name.find('.'))) {
    bare += isOfWord(c) ? std::string(1, c) : std::string();
  }
  const bool fits = matchName(stem, bare).matches && point != std::string::npos;
  return fits ? std::optional(bare + pattern.substr(point)) : std::nullopt;
}

std::optional<std::string> nearPattern(const std::string& pattern, const std::string& file_name) {
  if (matchName(pattern, file_name).matches) {
    return std::nullopt;
  }
  const std::string name = base::lower(file_name);
  if (pattern.find('*') != std::string::npos) {
    return nearStars(base::lower(pattern), name);
  }
  std::vector<std::string> found = wordsOf(name);
  std::string right = pattern;
  if (pattern.find(kDate) != std::string::npos) {
    const std::string day = takeDay(found);
    if (day.empty()) {
      return std::nullopt;
    }
    right = replaced(right, kDate, day);
  }
  if (pattern.find(kMonth) != std::string::npos) {
    const std::string month = takeMonth(found);
    if (month.empty()) {
      return std::nullopt;
    }
    right = replaced(right, kMonth, month);
  }
  const std::string bare = replaced(replaced(base::lower(pattern), kMonth, ""), kDate, "");
  const bool same = sameWords(withoutNoise(wordsOf(bare)), withoutNoise(found));
  return same ? std::optional(right) : std::nullopt;
}

}  // namespace

std::optional<std::string> nearName(const sdk::Feed& feed, const std::string& file_name) {
  std::optional<std::string> near = nearPattern(feed.file_name, file_name);
  for (const std::string& other : feed.other_file_names) {
    near = near ? near : nearPattern(other, file_name);
  }
  return near;
}

}  // namespace boardpack::feed
