#include "warehouse/load/cell_reader.hpp"

#include "base/folded_name.hpp"
#include "base/text.hpp"
#include "warehouse/load/canonical_cells.hpp"

#include <algorithm>
#include <set>

namespace boardpack::warehouse {
namespace {

constexpr std::int64_t kSecondsADay = 86400;
constexpr std::int64_t kMicroseconds = 1000000;

constexpr std::size_t kLongestCell = 4000;  // bytes: what conditions look through row by row

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
constexpr const char* kOutsideMonths = "lies outside the months that the file covers";
constexpr const char* kAfterExtraction = "is later than the day the file was extracted";
constexpr const char* kNotUkDay = "not a day (DD/MM/YYYY)";
constexpr const char* kNotLocalTime = "not a time (YYYY-MM-DD hh:mm)";
constexpr const char* kNotUkLocalTime = "not a time (DD/MM/YYYY hh:mm)";
constexpr const char* kNotFlag = "neither yes nor no (Y, N, Yes, No, True, False, 1, 0)";
constexpr const char* kNotWhole = "not a whole number (digits alone)";
constexpr const char* kNotAmount = "not an amount (digits, with a sign, a pound sign, commas and a point if need be)";
constexpr const char* kNotSeconds = "not a duration (seconds, m:ss or h:mm:ss)";
constexpr const char* kTooLong = "longer than 4,000 bytes";
constexpr const char* kNoExtraction = "the day the file was extracted is not known";

// What may stand between the codes of one cell.
constexpr std::string_view kBetweenCodes = ";,|";

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

CellValue yesOrNo(std::optional<bool> yes, const char* else_problem) {
  return yes ? known(std::int64_t{*yes ? 1 : 0}) : problem(else_problem);
}

CellValue numberOr(std::optional<std::int64_t> number, const char* else_problem) {
  return number ? known(*number) : problem(else_problem);
}

/// Seconds on the clock of the UK, or why there are none.
struct Moment {
  std::int64_t seconds = 0;
  const char* problem = nullptr;
};

Moment ofSeconds(std::optional<std::int64_t> seconds, const char* else_problem) {
  return seconds ? Moment{*seconds, nullptr} : Moment{0, else_problem};
}

Moment ofDays(std::optional<std::int64_t> days, const char* else_problem) {
  return days ? Moment{*days * kSecondsADay, nullptr} : Moment{0, else_problem};
}

CellValue unknownText() {
  CellValue value;
  value.told = CellValue::Told::UnknownText;
  return value;
}

Moment momentOf(sdk::Parse parse, std::string_view cell, const std::optional<sdk::Date>& extracted_on) {
  switch (parse) {
    case sdk::Parse::UtcTime:
    case sdk::Parse::UtcDay:
      return ofSeconds(utcTimeCell(cell), kNotTime);
    case sdk::Parse::LocalTime:
      return ofSeconds(localTimeCell(cell), kNotLocalTime);
    case sdk::Parse::UkLocalTime:
      return ofSeconds(ukLocalTimeCell(cell), kNotUkLocalTime);
    case sdk::Parse::Month:
      return ofDays(monthCell(cell), kNotMonth);
    case sdk::Parse::UkDay:
      return ofDays(ukDayCell(cell), kNotUkDay);
    case sdk::Parse::ExtractedOn:
      return ofDays(extracted_on ? std::optional<std::int64_t>(daysOf(*extracted_on)) : std::nullopt, kNoExtraction);
    default:
      return ofDays(dayCell(cell), kNotDay);
  }
}

}  // namespace

CellReader::CellReader(const CellRule& rule, const FileDates& dates, base::KeyDigest& keys)
    : rule_(&rule), keys_(&keys), dates_(dates), first_day_(daysOf(dates.first)), last_day_(daysOf(dates.last)) {}

CellValue CellReader::read(std::string_view cell) {
  if (rule_->parse == sdk::Parse::ExtractedOn) {
    return readDate(cell);
  }
  if (cell.empty()) {
    if (rule_->parse == sdk::Parse::LsoaArea) {
      return placed(cell, known(rule_->not_known));
    }
    return rule_->required || rule_->is_date ? problem(kBlank) : placed(cell, {});
  }
  if (cell.size() > kLongestCell) {
    return problem(kTooLong);
  }
  // Identifiers differ row by row, and free text is taken as it stands: nothing to remember.
  if (rule_->parse == sdk::Parse::Key) {
    return readKey(cell);
  }
  if (rule_->parse == sdk::Parse::Text && !rule_->is_area) {
    return known(cell, 0);
  }
  if (!last_text_ || *last_text_ != cell) {
    last_text_ = cell;
    last_value_ = placed(*last_text_, readKnown(*last_text_));
  }
  return last_value_;
}

CellValue CellReader::readKey(std::string_view cell) {
  CellValue value;
  value.is_known = true;
  value.key = !rule_->is_person && base::isPublishedDigest(cell) ? base::keyOf(cell) : keys_->of(cell);
  return value;
}

CellValue CellReader::readKnown(std::string_view cell) {
  switch (rule_->parse) {
    case sdk::Parse::Code:
      return readCode(cell);
    case sdk::Parse::LsoaArea:
      return readLsoa(cell);
    case sdk::Parse::Text:
      return readAreaText(cell);
    case sdk::Parse::Codes:
      return readCodes(cell);
    case sdk::Parse::YesNo:
      return yesOrNo(yesNoCell(cell), kNotYesNo);
    case sdk::Parse::Flag:
      return yesOrNo(flagCell(cell), kNotFlag);
    case sdk::Parse::Number:
      return numberOr(numberCell(cell), kNotNumber);
    case sdk::Parse::SignedNumber: {
      const bool negative = cell.front() == '-';
      const std::optional<std::int64_t> number = numberCell(negative ? cell.substr(1) : cell);
      return numberOr(number && negative ? std::optional<std::int64_t>(-*number) : number, kNotSignedNumber);
    }
    case sdk::Parse::Whole:
      return numberOr(wholeCell(cell), kNotWhole);
    case sdk::Parse::Amount:
      return numberOr(amountCell(cell), kNotAmount);
    case sdk::Parse::Seconds:
      return numberOr(secondsCell(cell), kNotSeconds);
    default:
      return readDate(cell);
  }
}

std::optional<std::int64_t> CellReader::dayIn(std::string_view cell) const {
  const Moment moment = momentOf(rule_->parse, cell, dates_.extracted_on);
  return moment.problem == nullptr ? std::optional(floorDays(moment.seconds)) : std::nullopt;
}

CellValue CellReader::readDate(std::string_view cell) const {
  const Moment moment = momentOf(rule_->parse, cell, dates_.extracted_on);
  if (moment.problem != nullptr) {
    return problem(moment.problem);
  }
  const std::int64_t day = floorDays(moment.seconds);
  if (rule_->is_date && (day < first_day_ || day > last_day_)) {
    if (dates_.is_named_month) {
      return problem(kOtherMonth);
    }
    return problem(dates_.extracted_on && day > daysOf(*dates_.extracted_on) ? kAfterExtraction : kOutsideMonths);
  }
  if (rule_->type == sdk::ColumnType::Day) {
    return known(day);
  }
  return known((rule_->parse == sdk::Parse::UtcDay ? day * kSecondsADay : moment.seconds) * kMicroseconds);
}

CellValue CellReader::readCode(std::string_view cell) const {
  const auto found = rule_->codes.find(cell);
  if (found == rule_->codes.end()) {
    return rule_->unlisted == sdk::Unlisted::NotKnown ? unknownText() : problem(kNotListed);
  }
  // A list may say that a text means "not known".
  if (found->second.text.empty()) {
    return rule_->required ? problem(kBlank) : CellValue{};
  }
  return known(found->second);
}

CellValue CellReader::readCodes(std::string_view cell) {
  std::set<std::string_view> texts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of(kBetweenCodes), cell.size());
    const std::string_view one = base::trim(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (one.empty()) {
      continue;
    }
    const auto found = rule_->codes.find(one);
    if (found == rule_->codes.end()) {
      return rule_->unlisted == sdk::Unlisted::NotKnown ? unknownText() : problem(kNotListed);
    }
    if (!found->second.text.empty()) {
      texts.insert(found->second.text);
    }
  }
  if (texts.empty()) {
    return rule_->required ? problem(kBlank) : CellValue{};
  }
  several_.clear();
  for (const std::string_view text : texts) {
    several_ += several_.empty() ? "" : sdk::kSeveral;
    several_ += text;
  }
  return known(several_, 0);
}

CellValue CellReader::readLsoa(std::string_view cell) const {
  const std::optional<std::string_view> district = lsoaDistrictCell(cell);
  if (!district) {
    return problem(kNotLsoa);
  }
  auto found = rule_->codes.find(*district);
  if (found == rule_->codes.end()) {
    const auto folded = rule_->areas.find(base::foldedName(*district));
    found = folded == rule_->areas.end() ? found : rule_->codes.find(folded->second);
  }
  return known(found != rule_->codes.end() ? found->second : rule_->outside);
}

/// A name that is written as no area is stands as it is: the row lies in an area that is not known.
CellValue CellReader::readAreaText(std::string_view cell) const {
  if (rule_->codes.contains(cell)) {
    return known(cell, 0);
  }
  const auto folded = rule_->areas.find(base::foldedName(cell));
  return known(folded == rule_->areas.end() ? cell : folded->second, 0);
}

/// False of an area that is none on any day that the file covers.
bool CellReader::isAreaInFile(std::string_view name) const {
  const auto found = rule_->dated.find(name);
  if (found == rule_->dated.end()) {
    return true;
  }
  const sdk::Area& area = *found->second;
  return !(area.valid_from && dates_.last < *area.valid_from) && !(area.valid_to && *area.valid_to < dates_.first);
}

/// The value of an area's cell with what is to be told of it.
CellValue CellReader::placed(std::string_view cell, CellValue value) const {
  if (!rule_->is_area || value.problem != nullptr) {
    return value;
  }
  if (value.told == CellValue::Told::UnknownText) {
    value.told = CellValue::Told::Unplaced;
  } else if (!value.is_known || value.text == sdk::kAreaNotKnown) {
    const bool names_one = rule_->parse == sdk::Parse::LsoaArea && !cell.empty();
    value.told = names_one ? CellValue::Told::Unplaced : CellValue::Told::NoArea;
  } else {
    const bool is_area = value.text != sdk::kOutsideForce && isAreaInFile(value.text) &&
                         (rule_->parse != sdk::Parse::Text || rule_->codes.contains(value.text));
    value.told = is_area ? CellValue::Told::Placed : CellValue::Told::Unplaced;
  }
  if (value.told == CellValue::Told::Unplaced) {
    value.name = rule_->parse == sdk::Parse::LsoaArea ? base::trim(lsoaDistrictCell(cell).value_or(cell)) : cell;
  }
  return value;
}

}  // namespace boardpack::warehouse
