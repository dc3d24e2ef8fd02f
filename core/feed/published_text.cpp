#include "feed/published_text.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace boardpack::feed {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

constexpr std::size_t kLongestHeading = 300;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The end of a list of notes ("7", "7,8", "5, 6") that begins at `at`; `at` when there is none.
std::size_t endOfNotes(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (;;) {
    std::size_t digits = 0;
    while (end + digits < text.size() && isDigit(text[end + digits])) {
      ++digits;
    }
    if (digits == 0 || digits > 2) {
      return at;
    }
    end += digits;
    std::size_t next = end;
    if (next >= text.size() || text[next] != ',') {
      return end;
    }
    ++next;
    if (next < text.size() && text[next] == ' ') {
      ++next;
    }
    if (next >= text.size() || !isDigit(text[next])) {
      return end;
    }
    end = next;
  }
}

void removeBracketedNotes(std::string& text) {
  for (std::size_t at = 0; (at = text.find("[note", at)) != std::string::npos;) {
    const std::size_t close = text.find(']', at);
    if (close == std::string::npos) {
      return;
    }
    text.erase(at, close + 1 - at);
  }
}

/// A year written after its month, with footnote digits glued to it or not: four digits of this century or the last,
/// else two.
std::optional<int> yearAt(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && isDigit(text[digits])) {
    ++digits;
  }
  int year = 0;
  if (digits >= 4) {
    std::from_chars(text.data(), text.data() + 4, year);
    if (year >= 1990 && year <= 2099) {
      return year;
    }
  }
  if (digits >= 2) {
    std::from_chars(text.data(), text.data() + 2, year);
    return 2000 + year;
  }
  return std::nullopt;
}

std::optional<base::Month> monthAndYear(std::string_view text) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (text.starts_with(kMonths[i])) {
      text.remove_prefix(kMonths[i].size());
      if (!text.starts_with(' ')) {
        return std::nullopt;
      }
      const std::optional<int> year = yearAt(text.substr(1));
      return year ? std::optional(base::Month(*year, static_cast<int>(i) + 1)) : std::nullopt;
    }
  }
  return std::nullopt;
}

/// A period that a title names, and where.
struct NamedPeriod {
  base::Month month;
  std::size_t begin;  ///< of the words before the month
  std::size_t end;    ///< of them
};

std::vector<NamedPeriod> periodsIn(std::string_view text, const std::vector<std::string>& words) {
  std::vector<NamedPeriod> named;
  for (const std::string& word : words) {
    const std::string before = base::lower(word) + " ";
    for (std::size_t at = 0; (at = text.find(before, at)) != std::string::npos; at += before.size()) {
      if (const std::optional<base::Month> month = monthAndYear(text.substr(at + before.size()))) {
        named.push_back({*month, at, at + before.size()});
      }
    }
  }
  std::sort(named.begin(), named.end(), [](const NamedPeriod& a, const NamedPeriod& b) { return a.begin < b.begin; });
  return named;
}

/// What stands between two periods of a title that sets the one against the other.
constexpr std::array<std::string_view, 5> kSetAgainst{"compared with", "compared to", "and", "with", "to"};

/// The words from one place of a title to another, a blank between each; of a period that begins there its month and
/// year are none of them.
std::string wordsBetween(std::string_view text, std::size_t from, std::size_t to) {
  std::string_view between = text.substr(from, to - from);
  for (const std::string_view month : kMonths) {
    between.remove_prefix(from > 0 && between.starts_with(month) ? month.size() : 0);
  }
  std::string found;
  for (const char c : between) {
    if (isLetter(c)) {
      found += c;
    } else if (!found.empty() && found.back() != ' ') {
      found += ' ';
    }
  }
  return std::string(base::trim(found));
}

bool holdsWord(const std::string& words, const std::string& word) {
  return (" " + words + " ").find(" " + word + " ") != std::string::npos;
}

struct Placeholder {
  std::string_view text;
  std::size_t digits;
};
constexpr Placeholder kYear{"{year}", 4};
constexpr Placeholder kShortYear{"{yy}", 2};

bool allDigits(std::string_view text, std::size_t count) {
  return text.size() >= count && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), isDigit);
}

bool fitRest(std::string_view pattern, std::string_view text, PatternFit& fit) {
  if (pattern.empty()) {
    return text.empty();
  }
  if (pattern.front() == '*') {
    for (std::size_t skip = 0; skip <= text.size(); ++skip) {
      if (fitRest(pattern.substr(1), text.substr(skip), fit)) {
        return true;
      }
    }
    return false;
  }
  for (const Placeholder& place : {kYear, kShortYear}) {
    if (pattern.starts_with(place.text)) {
      if (!allDigits(text, place.digits)) {
        return false;
      }
      (place.digits == kYear.digits ? fit.year : fit.short_year) = text.substr(0, place.digits);
      return fitRest(pattern.substr(place.text.size()), text.substr(place.digits), fit);
    }
  }
  return !text.empty() && pattern.front() == text.front() && fitRest(pattern.substr(1), text.substr(1), fit);
}

}  // namespace

std::string seenAs(std::string_view cell) {
  const std::string shown = base::shownText(cell);
  const std::string_view text = shown;
  std::string seen;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_fixed_blank = text.substr(i).starts_with("\xC2\xA0");
    if (is_fixed_blank || static_cast<unsigned char>(text[i]) <= ' ') {
      i += is_fixed_blank ? 1 : 0;
      if (!seen.empty() && seen.back() != ' ') {
        seen += ' ';
      }
    } else {
      seen += text[i];
    }
  }
  if (!seen.empty() && seen.back() == ' ') {
    seen.pop_back();
  }
  return seen;
}

std::string withoutFootnotes(std::string_view seen, GluedDigits digits) {
  std::string text(seen);
  removeBracketedNotes(text);
  for (std::size_t at = 1; digits == GluedDigits::Notes && at < text.size(); ++at) {
    const bool is_glued = isDigit(text[at]) && (isLetter(text[at - 1]) || text[at - 1] == ')');
    const bool is_apart = text[at] == ' ' && at + 1 < text.size() && isDigit(text[at + 1]) &&
                          (isLetter(text[at - 1]) || text[at - 1] == ')');
    if (!is_glued && !is_apart) {
      continue;
    }
    const std::size_t begin = is_apart ? at + 1 : at;
    const std::size_t end = endOfNotes(text, begin);
    const bool at_end = end == text.size();
    if (end > begin && (at_end || (is_glued && text[end] == ')'))) {
      text.erase(at, end - at);
    }
  }
  return std::string(base::trim(text));
}

std::string headingOf(std::string_view text, GluedDigits digits) {
  return base::lower(withoutFootnotes(seenAs(text.substr(0, kLongestHeading)), digits));
}

std::optional<PatternFit> fitPattern(std::string_view pattern, std::string_view heading) {
  PatternFit fit;
  return fitRest(base::lower(pattern), heading, fit) ? std::optional(fit) : std::nullopt;
}

TitlePeriod periodOfTitle(std::string_view title, const std::vector<std::string>& words) {
  const std::string text = base::lower(seenAs(title));
  const std::vector<NamedPeriod> named = periodsIn(text, words);
  TitlePeriod found;
  std::size_t from = 0;
  for (const NamedPeriod& period : named) {
    const std::string before = wordsBetween(text, from, period.begin);
    from = period.end;
    if (holdsWord(before, "next")) {
      continue;
    }
    const bool is_set_against = std::find(kSetAgainst.begin(), kSetAgainst.end(), before) != kSetAgainst.end();
    if (!found.month || *found.month == period.month) {
      found.month = period.month;
    } else if (is_set_against) {
      found.month = std::max(*found.month, period.month);
    } else {
      found.other = period.month;
    }
  }
  return found;
}

std::optional<std::string> numberOf(std::string_view text) {
  const std::optional<std::string> plain = base::withoutThousands(text);
  if (!plain) {
    return std::nullopt;
  }
  const std::string_view digits = std::string_view(*plain).substr(plain->starts_with('-') ? 1 : 0);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const auto allDigitsIn = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), isDigit);
  };
  const bool is_number =
      allDigitsIn(digits.substr(0, point)) && (point == digits.size() || allDigitsIn(digits.substr(point + 1)));
  return is_number ? plain : std::nullopt;
}

std::optional<std::string> monthEndOf(std::string_view text) {
  const std::string_view day_text = text.substr(0, 10);
  std::string iso(day_text);
  if (day_text.size() == 10 && (day_text[2] == '-' || day_text[2] == '/') && day_text[5] == day_text[2]) {
    iso = std::string(day_text.substr(6, 4)) + "-" + std::string(day_text.substr(3, 2)) + "-" +
          std::string(day_text.substr(0, 2));
  }
  const std::optional<sdk::Date> day = base::parseDate(iso);
  if (!day || (text.size() > 10 && text[10] != 'T')) {
    return std::nullopt;
  }
  return base::isoDate(base::Month::of(*day).lastDay());
}

}  // namespace boardpack::feed
