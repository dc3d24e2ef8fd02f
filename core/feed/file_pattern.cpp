#include "feed/file_pattern.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>

namespace boardpack::feed {
namespace {

constexpr std::string_view kMonth = "{month}";
constexpr std::string_view kDate = "{date}";
constexpr std::string_view kGzip = ".gz";

/// Whether the name is the pattern, in which "*" stands for any text.
bool fits(std::string_view pattern, std::string_view name) {
  std::size_t at = 0;
  std::size_t of_name = 0;
  std::size_t star = std::string_view::npos;
  std::size_t behind = 0;  // where the text that the last star stands for ends, so far
  while (of_name < name.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      behind = of_name;
    } else if (at < pattern.size() && pattern[at] == name[of_name]) {
      ++at;
      ++of_name;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      of_name = ++behind;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') {
    ++at;
  }
  return at == pattern.size();
}

bool isOfDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789-") == std::string_view::npos;
}

void take(NameMatch& match, bool is_month, std::string_view text) {
  if (is_month) {
    match.month = base::Month::parse(text);
    match.not_a_month = match.month ? std::string() : std::string(text);
  } else {
    match.date = base::parseDate(text);
    match.not_a_date = match.date ? std::string() : std::string(text);
  }
}

/// A pattern with one or both of the places, with text between them.
NameMatch matchPlaces(std::string_view pattern, std::string_view name) {
  NameMatch match;
  while (true) {
    const std::size_t place = std::min(pattern.find(kMonth), pattern.find(kDate));
    if (place == std::string_view::npos) {
      match.matches = pattern == name;
      return match.matches ? match : NameMatch();
    }
    const bool is_month = pattern.substr(place).starts_with(kMonth);
    const std::string_view before = pattern.substr(0, place);
    pattern.remove_prefix(place + (is_month ? kMonth : kDate).size());
    const std::size_t next = std::min(pattern.find(kMonth), pattern.find(kDate));
    const std::string_view after = pattern.substr(0, next);
    if (!name.starts_with(before)) {
      return {};
    }
    name.remove_prefix(before.size());
    const bool is_last = next == std::string_view::npos;
    if (is_last && !name.ends_with(after)) {
      return {};
    }
    const std::size_t end = is_last ? name.size() - after.size() : name.find(after);
    if (end == std::string_view::npos || !isOfDigits(name.substr(0, end))) {
      return {};
    }
    take(match, is_month, name.substr(0, end));
    name.remove_prefix(end);
  }
}

}  // namespace

NameMatch matchName(const std::string& pattern, const std::string& file_name) {
  const std::string wanted = base::lower(pattern);
  const std::string lowered = base::lower(file_name);
  std::string_view name = lowered;
  if (name.ends_with(kGzip) && !std::string_view(wanted).ends_with(kGzip)) {
    name.remove_suffix(kGzip.size());
  }
  if (wanted.find(kMonth) == std::string::npos && wanted.find(kDate) == std::string::npos) {
    return {.matches = fits(wanted, name), .month = {}, .date = {}, .not_a_month = {}, .not_a_date = {}};
  }
  return matchPlaces(wanted, name);
}

}  // namespace boardpack::feed
