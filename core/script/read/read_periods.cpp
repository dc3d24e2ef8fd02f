#include "script/read/read_periods.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cctype>

namespace boardpack::script {
namespace {

std::optional<int> digits(const std::string& text, std::size_t count) {
  const bool are_digits = text.size() == count &&
                          std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  return are_digits ? std::optional(std::stoi(text)) : std::nullopt;
}

std::optional<base::MonthRange> yearNamed(const std::string& text) {
  const std::size_t slash = text.find('/');
  const std::optional<int> year = digits(text.substr(0, slash), 4);
  if (!year || !base::Month::parse(text.substr(0, slash) + "-01")) {
    return std::nullopt;
  }
  if (slash == std::string::npos) {
    return base::MonthRange{base::Month(*year, 1), base::Month(*year, 12)};
  }
  const std::optional<int> next = digits(text.substr(slash + 1), 2);
  return next == (*year + 1) % 100 ? std::optional(base::MonthRange{base::Month(*year, 4), base::Month(*year + 1, 3)})
                                   : std::nullopt;
}

}  // namespace

std::optional<base::MonthRange> periodNamed(const std::string& text) {
  const std::string trimmed(base::trim(text));
  if (const auto year = yearNamed(trimmed)) {
    return year;
  }
  const std::size_t to = trimmed.find(" to ");
  const auto first = base::Month::parse(base::trim(trimmed.substr(0, to)));
  const auto last =
      to == std::string::npos ? first : base::Month::parse(base::trim(trimmed.substr(to + std::string(" to ").size())));
  return first && last && *first <= *last ? std::optional(base::MonthRange{*first, *last}) : std::nullopt;
}

std::string periodExamples() {
  return "a year such as \"2016\" or \"2014/15\", a month such as \"2018-06\", or \"2018-01 to 2018-06\"";
}

std::string periodLabel(const std::string& text, const base::MonthRange& months) {
  const std::string trimmed(base::trim(text));
  return yearNamed(trimmed) ? trimmed : base::rangeInWords(months);
}

}  // namespace boardpack::script
