#include "registers/row.hpp"

#include "base/text.hpp"
#include "registers/register_problems.hpp"

namespace boardpack::registers {
namespace {

constexpr const char* kFormatText = "in a spreadsheet, give the column the format Text";

bool isDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// A double, and a spreadsheet, tell so many digits from each other.
constexpr int kMostDigits = 15;

/// Zeros before the first digit and behind the last do not count.
bool hasTooManyDigits(std::string_view number) {
  number = number.substr(0, number.find_first_of("eE"));
  const std::size_t first = number.find_first_of("123456789");
  const std::size_t last = number.find_last_of("123456789");
  return first != std::string_view::npos &&
         std::count_if(number.begin() + static_cast<std::ptrdiff_t>(first),
                       number.begin() + static_cast<std::ptrdiff_t>(last) + 1, isDigit) > kMostDigits;
}

}  // namespace

const std::string& Row::text(const std::string& column) const { return table_.cells[index_][table_.indexOf(column)]; }

std::string Row::required(const std::string& column, const std::string& what) {
  const std::string& found = text(column);
  if (found.empty()) {
    problem(column, "the cell is blank; it must say " + what + ".");
  }
  return found;
}

std::optional<sdk::Date> Row::day(const std::string& column) {
  const std::string& found = text(column);
  if (found.empty()) {
    return std::nullopt;
  }
  const std::optional<sdk::Date> day = base::parseDate(found);
  if (!day) {
    problem(column, "found '" + base::printable(found) + "', expected a day as 2019-06-14 (" +
                        (table_.is_sheet ? "or a cell with a date" : kFormatText) + ").");
  }
  return day;
}

std::optional<base::Month> Row::month(const std::string& column) {
  const std::string& found = text(column);
  if (found.empty()) {
    return std::nullopt;
  }
  if (const std::optional<base::Month> month = base::Month::parse(found)) {
    return month;
  }
  if (const std::optional<sdk::Date> day = base::parseDate(found); day && day->day == 1) {
    return base::Month::of(*day);
  }
  problem(column, "found '" + base::printable(found) + "', expected a month as 2019-06 (" +
                      (table_.is_sheet ? "or a cell with the month's first day as a date" : kFormatText) + ").");
  return std::nullopt;
}

std::optional<double> Row::number(const std::string& column) {
  const std::string& found = text(column);
  if (found.empty()) {
    return std::nullopt;
  }
  const bool is_per_cent = found.back() == '%';
  const std::string digits(base::trim(is_per_cent ? found.substr(0, found.size() - 1) : found));
  const std::optional<std::string> plain = base::withoutThousands(digits);
  const std::optional<double> number = plain ? base::parseNumber(*plain) : std::nullopt;
  if (!number) {
    problem(column, "found '" + base::printable(found) + "', expected a number as 12, 1234.5 or 90%." +
                        (plain ? "" : " A comma stands between thousands only, as in 1,234; decimals have a point."));
  } else if (hasTooManyDigits(digits)) {
    problem(column, "found a number of more than " + std::to_string(kMostDigits) +
                        " digits, which would not be kept as it was entered; round it.");
    return std::nullopt;
  } else if (is_per_cent) {
    read_.in_per_cent.insert(place());
  }
  return number;
}

std::optional<std::size_t> Row::oneOf(const std::string& column, const std::vector<std::string>& words) {
  const std::string& found = text(column);
  if (found.empty()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (base::lower(found) == base::lower(words[i])) {
      return i;
    }
  }
  problem(column, foundOneOf(found, words));
  return std::nullopt;
}

std::vector<std::string> Row::list(const std::string& column) const {
  const std::string& found = text(column);
  std::vector<std::string> texts;
  std::size_t at = 0;
  while (at <= found.size() && !found.empty()) {
    const std::size_t end = std::min(found.find(';', at), found.size());
    const std::string one(base::trim(std::string_view(found).substr(at, end - at)));
    if (!one.empty()) {
      texts.push_back(one);
    }
    at = end + 1;
  }
  return texts;
}

void Row::problem(const std::string& column, const std::string& sentence) {
  is_sound_ = false;
  read_.problems.push_back({place(), column, sentence});
}

std::string Row::place() const { return table_.file + ", row " + std::to_string(number()); }

}  // namespace boardpack::registers
