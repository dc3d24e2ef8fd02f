#include "paper/month_list.hpp"

#include <algorithm>
#include <array>

namespace boardpack::paper {

namespace {

constexpr std::array kNames{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

/// Takes words from a text, from the left.
class Scanner {
 public:
  Scanner(const std::string& text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  void moveTo(std::size_t at) { at_ = at; }

  bool take(const std::string& words) {
    if (text_.compare(at_, words.size(), words) != 0) {
      return false;
    }
    at_ += words.size();
    return true;
  }

  std::optional<int> takeName() {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      if (take(kNames[i])) {
        return static_cast<int>(i) + 1;
      }
    }
    return std::nullopt;
  }

  std::optional<int> takeYear() {
    if (at_ + 5 > text_.size() || text_[at_] != ' ') {
      return std::nullopt;
    }
    int year = 0;
    for (std::size_t i = at_ + 1; i < at_ + 5; ++i) {
      if (text_[i] < '0' || text_[i] > '9') {
        return std::nullopt;
      }
      year = year * 10 + (text_[i] - '0');
    }
    at_ += 5;
    return year;
  }

  /// "March 2024", "June to August 2024", "June 2023 to August 2024".
  bool takeRange(std::vector<base::Month>& months) {
    const std::size_t start = at_;
    const std::optional<int> name = takeName();
    const std::optional<int> year = name ? takeYear() : std::nullopt;
    const std::size_t after_first = at_;
    if (name && take(" to ")) {
      const std::optional<int> last_name = takeName();
      const std::optional<int> last_year = last_name ? takeYear() : std::nullopt;
      const base::Month last(last_year.value_or(0), last_name.value_or(1));
      const base::Month first(year.value_or(last.year()), *name);
      if (last_year && first <= last) {
        for (base::Month month = first; month <= last; month = month + 1) {
          months.push_back(month);
        }
        return true;
      }
    }
    at_ = name && year ? after_first : start;
    if (at_ == start) {
      return false;
    }
    months.emplace_back(*year, *name);
    return true;
  }

 private:
  const std::string& text_;
  std::size_t at_;
};

/// The first list at `from` or after it.
std::optional<MonthList> listFrom(const std::string& text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    Scanner scanner(text, at);
    MonthList list{.at = at, .length = 0, .months = {}};
    if (!scanner.takeRange(list.months)) {
      continue;
    }
    for (std::size_t end = scanner.at();; end = scanner.at()) {
      const bool goes_on = (scanner.take(", ") || scanner.take(" and ")) && scanner.takeRange(list.months);
      if (!goes_on) {
        scanner.moveTo(end);
        break;
      }
    }
    list.length = scanner.at() - at;
    return list;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MonthList> monthListIn(const std::string& text) {
  std::optional<MonthList> list = listFrom(text, 0);
  if (!list || listFrom(text, list->at + list->length)) {
    return std::nullopt;
  }
  std::sort(list->months.begin(), list->months.end());
  list->months.erase(std::unique(list->months.begin(), list->months.end()), list->months.end());
  return list;
}

std::string monthsWords(const std::vector<base::Month>& months) {
  std::vector<base::Month> sorted = months;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  if (sorted.empty()) {
    return "";
  }
  if (sorted.size() == 1) {
    return sorted.front().longName();
  }
  const std::string span = sorted.front().longName() + " to " + sorted.back().longName();
  const bool in_a_row = sorted.back() - sorted.front() + 1 == static_cast<int>(sorted.size());
  return in_a_row ? span : std::to_string(sorted.size()) + " months from " + span;
}

}  // namespace boardpack::paper
