#include "feed/file_pattern.hpp"

#include "base/text.hpp"

#include <string_view>

namespace boardpack::feed {
namespace {

constexpr std::string_view kMonth = "{month}";
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

}  // namespace

NameMatch matchName(const std::string& pattern, const std::string& file_name) {
  const std::string wanted = base::lower(pattern);
  const std::string lowered = base::lower(file_name);
  std::string_view name = lowered;
  if (name.ends_with(kGzip) && !std::string_view(wanted).ends_with(kGzip)) {
    name.remove_suffix(kGzip.size());
  }
  const std::size_t place = wanted.find(kMonth);
  if (place == std::string::npos) {
    return {.matches = fits(wanted, name), .month = {}, .not_a_month = {}};
  }
  const std::string_view before = std::string_view(wanted).substr(0, place);
  const std::string_view after = std::string_view(wanted).substr(place + kMonth.size());
  if (name.size() <= before.size() + after.size() || !name.starts_with(before) || !name.ends_with(after)) {
    return {};
  }
  const std::string_view month = name.substr(before.size(), name.size() - before.size() - after.size());
  if (month.find_first_not_of("0123456789-") != std::string_view::npos) {
    return {};
  }
  const auto parsed = base::Month::parse(month);
  return {.matches = true, .month = parsed, .not_a_month = parsed ? std::string() : std::string(month)};
}

}  // namespace boardpack::feed
