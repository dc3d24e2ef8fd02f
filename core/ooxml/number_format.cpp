#include "ooxml/number_format.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace boardpack::ooxml {
namespace {

constexpr std::size_t kMostSections = 4;
constexpr std::size_t kTextSection = 3;

/// Ends of sections are semicolons outside quotes, brackets and escapes.
std::vector<std::string_view> split(std::string_view code) {
  std::vector<std::string_view> sections;
  std::size_t begin = 0;
  char closing = 0;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (closing != 0) {
      closing = c == closing ? '\0' : closing;
    } else if (c == '"') {
      closing = '"';
    } else if (c == '[') {
      closing = ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == ';') {
      sections.push_back(code.substr(begin, at - begin));
      begin = at + 1;
    }
  }
  sections.push_back(code.substr(begin));
  return sections;
}

bool isOneOf(char c, std::string_view letters) { return letters.find(c) != std::string_view::npos; }

}  // namespace

bool isScaleWord(std::string words) {
  for (const char* sign : {"£", "$", "€", "-", "(", ")", " "}) {
    for (std::size_t at = 0; (at = words.find(sign)) != std::string::npos;) {
      words.erase(at, std::string_view(sign).size());
    }
  }
  constexpr std::array kWords = {"k",       "m",        "mn",      "bn",       "b", "thousand", "thousands",
                                 "million", "millions", "billion", "billions", "‰", "permille", "perthousand"};
  return std::any_of(kWords.begin(), kWords.end(), [&](const char* known) { return words == known; });
}

bool NumberFormat::Section::holds(double value) const {
  return comparison == ">"    ? value > bound
         : comparison == ">=" ? value >= bound
         : comparison == "<"  ? value < bound
         : comparison == "<=" ? value <= bound
         : comparison == "<>" ? value != bound
                              : value == bound;
}

NumberFormat::Section NumberFormat::sectionOf(std::string_view code) {
  Section section;
  bool after_hours = false;       // the last part of a date was hours, so that "m" is minutes
  bool months_undecided = false;  // an "m" or "mm", which is minutes if seconds follow
  bool after_digit = false;
  const auto decideMonths = [&](bool are_minutes) {
    if (months_undecided) {
      (are_minutes ? section.has_minutes : section.has_day) = true;
      months_undecided = false;
    }
  };
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    const char small = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (c == '"') {
      const std::size_t end = std::min(code.find('"', at + 1), code.size());
      section.literals += code.substr(at + 1, end - at - 1);
      at = end;
    } else if (c == '\\') {
      section.literals += code.substr(at + 1, 1);
      ++at;
    } else if (c == '_' || c == '*') {
      ++at;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      const std::string inside = base::lower(code.substr(at + 1, end - at - 1));
      if (!inside.empty() && isOneOf(inside[0], "<>=")) {
        const std::size_t digits = inside.find_first_not_of("<>=");
        section.has_condition = true;
        section.comparison = inside.substr(0, digits);
        const std::string bound = digits == std::string::npos ? "" : inside.substr(digits);
        std::from_chars(bound.data(), bound.data() + bound.size(), section.bound);
      } else if (!inside.empty() && inside.find_first_not_of(inside[0]) == std::string::npos &&
                 isOneOf(inside[0], "hms")) {
        section.is_elapsed = true;
        (inside[0] == 'h' ? section.has_hours : inside[0] == 'm' ? section.has_minutes : section.has_seconds) = true;
        after_hours = inside[0] == 'h';
      } else if (inside.starts_with("$")) {
        section.literals += inside.substr(1, inside.find('-') - 1);
      }
      at = end;
    } else if (base::lower(code.substr(at, 7)) == "general") {
      section.has_digits = section.has_nought = true;
      at += 6;
    } else if (base::lower(code.substr(at, 5)) == "am/pm") {
      section.has_hours = true;
      at += 4;
    } else if (base::lower(code.substr(at, 3)) == "a/p") {
      section.has_hours = true;
      at += 2;
    } else if (isOneOf(small, "0#?")) {
      // After seconds they are parts of a second.
      section.has_digits = true;
      section.has_nought = section.has_nought || c == '0';
      after_digit = true;
      continue;
    } else if (c == ',' && after_digit) {
      const std::size_t next = std::min(code.find_first_not_of(',', at), code.size());
      section.is_scaled = section.is_scaled || next == code.size() || !isOneOf(code[next], "0#?");
      at = next - 1;
      continue;
    } else if (c == '%') {
      ++section.per_cents;
    } else if (c == '@') {
      section.has_text = true;
    } else if (small == 'e' && at + 1 < code.size() && isOneOf(code[at + 1], "+-")) {
      ++at;
    } else if (c == '/' && after_digit) {
      section.has_fraction = true;
    } else if (isOneOf(small, "dyegb")) {
      decideMonths(false);
      section.has_day = true;
      after_hours = false;
    } else if (small == 'h') {
      decideMonths(false);
      section.has_hours = after_hours = true;
    } else if (small == 's') {
      decideMonths(true);
      section.has_seconds = true;
      after_hours = false;
    } else if (small == 'm') {
      decideMonths(false);
      std::size_t end = at;
      while (end < code.size() && isOneOf(code[end], "mM")) {
        ++end;
      }
      if (end - at > 2) {
        section.has_day = true;
      } else if (after_hours) {
        section.has_minutes = true;
      } else {
        months_undecided = true;
      }
      after_hours = false;
      at = end - 1;
    } else if (c != '.' && c != ',') {
      section.literals += c;
    }
    after_digit = after_digit && (c == '.' || c == '/');
  }
  decideMonths(false);
  return section;
}

NumberFormat::NumberFormat(std::string_view code) {
  const std::vector<std::string_view> codes = split(code);
  for (std::size_t i = 0; i < std::min(codes.size(), kMostSections); ++i) {
    sections_.push_back(sectionOf(codes[i]));
  }
  const Section* texts = sections_.size() > kTextSection ? &sections_[kTextSection] : nullptr;
  if (sections_.size() == 1 && sections_[0].has_text && !sections_[0].has_digits) {
    texts = &sections_[0];
  }
  const auto says = [](const Section& section) { return !base::trim(section.literals).empty(); };
  changes_texts_ = texts != nullptr && (!texts->has_text || says(*texts));
  if (sections_.size() > kTextSection) {
    sections_.pop_back();
  }
}

NumberFormat NumberFormat::builtIn(int id) {
  constexpr std::array kFirst = {"General",
                                 "0",
                                 "0.00",
                                 "#,##0",
                                 "#,##0.00",
                                 "$#,##0;-$#,##0",
                                 "$#,##0;-$#,##0",
                                 "$#,##0.00;-$#,##0.00",
                                 "$#,##0.00;-$#,##0.00",
                                 "0%",
                                 "0.00%",
                                 "0.00E+00",
                                 "# ?/?",
                                 "# ?\?/?\?",
                                 "dd/mm/yyyy",
                                 "d-mmm-yy",
                                 "d-mmm",
                                 "mmm-yy",
                                 "h:mm AM/PM",
                                 "h:mm:ss AM/PM",
                                 "h:mm",
                                 "h:mm:ss",
                                 "dd/mm/yyyy h:mm"};
  if (id >= 0 && id < static_cast<int>(kFirst.size())) {
    return NumberFormat(kFirst[static_cast<std::size_t>(id)]);
  }
  switch (id) {
    case 45:
      return NumberFormat("mm:ss");
    case 46:
      return NumberFormat("[h]:mm:ss");
    case 47:
      return NumberFormat("mm:ss.0");
    case 67:
      return NumberFormat("0%");
    case 68:
      return NumberFormat("0.00%");
    default:
      break;
  }
  const bool is_day = (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 77);
  return NumberFormat(is_day ? "dd/mm/yyyy" : id >= 78 && id <= 81 ? "h:mm" : "General");
}

const NumberFormat::Section* NumberFormat::sectionFor(double value) const {
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const Section& section = sections_[i];
    const bool is_last = i + 1 == sections_.size();
    if (section.has_condition ? section.holds(value)
        : is_last             ? true
        : i == 0              ? value > 0 || (value == 0 && sections_.size() == 2)
                              : value < 0) {
      return &section;
    }
  }
  return nullptr;
}

ShownNumber NumberFormat::numberBy(const Section& section, double value) {
  using As = ShownNumber::As;
  std::string words = base::lower(base::trim(section.literals));
  const bool is_written_per_cent = words == "%";
  if (section.is_scaled) {
    return {As::Unlike, "its format shows it in thousands or more"};
  }
  if (section.per_cents > 1) {
    return {As::Unlike, "its format has more than one '%'"};
  }
  if (isScaleWord(words) || words.find_first_of("0123456789") != std::string::npos ||
      (words.find('%') != std::string::npos && !is_written_per_cent)) {
    return {As::Unlike, "its format shows it with '" + base::printable(words) + "'"};
  }
  if (value == 0 && !section.has_nought && !section.has_fraction && words.empty()) {
    return {As::Unlike, "its format shows nothing of a nought"};
  }
  return {section.per_cents == 1 ? As::PerCent : is_written_per_cent ? As::WrittenPerCent : As::Number};
}

ShownNumber NumberFormat::shown(double value) const {
  using As = ShownNumber::As;
  const Section* const section = sectionFor(value);
  if (section == nullptr) {
    return {As::Unlike, "its format shows nothing of it"};
  }
  if (section->has_day) {
    return {As::Date};
  }
  if (section->isTime()) {
    return {As::Time, "", section->has_seconds,
            section->is_elapsed || (section->has_hours && value < 1) || value * 24 < 1};
  }
  const std::string words(base::trim(section->literals));
  if (!section->has_digits && !section->has_text) {
    const bool is_dash = words == "-" || words == "–" || words == "—";
    if (value == 0 && (is_dash || base::lower(words) == "nil" || base::lower(words) == "zero")) {
      return {};
    }
    return {As::Unlike, words.empty() ? "its format shows nothing of it"
                                      : "its format shows '" + base::printable(words) + "' in its place"};
  }
  const bool is_by_sign = section != &sections_.front() && !section->has_condition && !sections_.front().has_condition;
  if (value < 0 && is_by_sign && words.find('-') == std::string::npos && words.find('(') == std::string::npos &&
      words.find("−") == std::string::npos && words.find("–") == std::string::npos) {
    return {As::Unlike, "its format shows it without its minus sign"};
  }
  return numberBy(*section, value);
}

}  // namespace boardpack::ooxml
