#include "warehouse/cell_reader.hpp"

#include "warehouse/cell_values.hpp"

namespace boardpack::warehouse {
namespace {

constexpr std::int64_t kSecondsADay = 86400;
constexpr std::int64_t kMicroseconds = 1000000;

constexpr const char* kBlank = "a required cell is blank";
constexpr const char* kNotMonth = "not a month (YYYY-MM)";
constexpr const char* kNotDay = "not a day (YYYY-MM-DD)";
constexpr const char* kNotTime = "not a time with its offset from UTC (YYYY-MM-DDThh:mm:ss+00:00)";
constexpr const char* kNotYesNo = "neither True nor False";
constexpr const char* kNotNumber = "not a number (digits, a point and up to four decimals)";
constexpr const char* kNotSignedNumber = "not a number (digits, a point and up to four decimals, \"-\" below zero)";
constexpr const char* kNotListed = "not in the list of known values";
constexpr const char* kNotLsoa = "not an LSOA name (a district, a space, three digits and a letter)";
constexpr const char* kOtherMonth = "belongs to another month than the file's name says";

CellValue problem(const char* words) {
  CellValue value;
  value.problem = words;
  return value;
}

CellValue known(std::int64_t number) {
  CellValue value;
  value.is_known = true;
  value.number = number;
  return value;
}

CellValue known(std::string_view text, std::int64_t place) {
  CellValue value;
  value.is_known = true;
  value.text = text;
  value.number = place;
  return value;
}

CellValue known(const ListedText& listed) { return known(listed.text, listed.place); }

std::int64_t daysOf(const sdk::Date& day) { return base::daysSinceEpoch(day); }

std::int64_t floorDays(std::int64_t seconds) {
  return seconds >= 0 ? seconds / kSecondsADay : -((-seconds + kSecondsADay - 1) / kSecondsADay);
}

}  // namespace

CellReader::CellReader(const CellRule& rule, const base::MonthRange& months)
    : rule_(&rule),
      first_day_(rule.is_date ? daysOf(months.first.firstDay()) : 0),
      last_day_(rule.is_date ? daysOf(months.last.lastDay()) : 0) {}

CellValue CellReader::read(std::string_view cell) {
  if (cell.empty()) {
    if (rule_->parse == sdk::Parse::LsoaArea) {
      return known(rule_->not_known);
    }
    return rule_->required || rule_->is_date ? problem(kBlank) : CellValue{};
  }
  // Identifiers differ row by row, and free text is taken as it stands: nothing to remember.
  if (rule_->parse == sdk::Parse::Key) {
    CellValue value;
    value.is_known = true;
    value.key = base::keyOf(cell);
    return value;
  }
  if (rule_->parse == sdk::Parse::Text) {
    return known(cell, 0);
  }
  if (!last_text_ || *last_text_ != cell) {
    last_value_ = readKnown(cell);
    last_text_ = cell;
  }
  return last_value_;
}

CellValue CellReader::readKnown(std::string_view cell) {
  switch (rule_->parse) {
    case sdk::Parse::Code:
      return readCode(cell);
    case sdk::Parse::LsoaArea:
      return readArea(cell);
    case sdk::Parse::YesNo: {
      const std::optional<bool> yes = yesNoCell(cell);
      return yes ? known(std::int64_t{*yes ? 1 : 0}) : problem(kNotYesNo);
    }
    case sdk::Parse::Number: {
      const std::optional<std::int64_t> number = numberCell(cell);
      return number ? known(*number) : problem(kNotNumber);
    }
    case sdk::Parse::SignedNumber: {
      const bool negative = cell.front() == '-';
      const std::optional<std::int64_t> number = numberCell(negative ? cell.substr(1) : cell);
      return number ? known(negative ? -*number : *number) : problem(kNotSignedNumber);
    }
    default:
      return readDate(cell);
  }
}

CellValue CellReader::readDate(std::string_view cell) const {
  std::int64_t day = 0;
  std::int64_t seconds = 0;
  if (rule_->parse == sdk::Parse::UtcTime) {
    const std::optional<std::int64_t> local = utcTimeCell(cell);
    if (!local) {
      return problem(kNotTime);
    }
    seconds = *local;
    day = floorDays(seconds);
  } else {
    const bool is_month = rule_->parse == sdk::Parse::Month;
    const std::optional<std::int64_t> days = is_month ? monthCell(cell) : dayCell(cell);
    if (!days) {
      return problem(is_month ? kNotMonth : kNotDay);
    }
    day = *days;
    seconds = day * kSecondsADay;
  }
  if (rule_->is_date && (day < first_day_ || day > last_day_)) {
    return problem(kOtherMonth);
  }
  return known(rule_->type == sdk::ColumnType::Day ? day : seconds * kMicroseconds);
}

CellValue CellReader::readCode(std::string_view cell) const {
  const auto found = rule_->codes.find(cell);
  if (found == rule_->codes.end()) {
    return problem(kNotListed);
  }
  // A list may say that a text means "not known".
  if (found->second.text.empty()) {
    return rule_->required ? problem(kBlank) : CellValue{};
  }
  return known(found->second);
}

CellValue CellReader::readArea(std::string_view cell) const {
  const std::optional<std::string_view> district = lsoaDistrictCell(cell);
  if (!district) {
    return problem(kNotLsoa);
  }
  const auto found = rule_->codes.find(*district);
  return known(found != rule_->codes.end() ? found->second : rule_->outside);
}

}  // namespace boardpack::warehouse
