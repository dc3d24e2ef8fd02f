#include "random_expressions.hpp"

namespace boardpack::expression {
namespace {

const std::vector<std::string> kMembers = {"'A'", "'a'", "'Theft'", "'theft of'", "'driver''s'"};
const std::vector<std::string> kTexts = {"'A'",         "'A + Theft'",         "'a'", "'Theft'", "'theft of'",
                                         "'driver''s'", "'\xc3\xa9t\xc3\xa9'", "'Z'"};
const std::vector<std::string> kPatterns = {"'A%'",    "'%e%'", "'_'",     "'%t'",   "'%'",
                                            "'T_e%t'", "'__'",  "'%e%t%'", "'Theft'"};
const std::vector<std::string> kSigns = {"=", "<>", "<", "<=", ">", ">="};
const std::vector<std::string> kNumbers = {"0", "1", "2.5", "-3", "0.0001", "100", "7"};
const std::vector<std::string> kTextColumns = {"category", "area"};
const std::vector<std::string> kTimes = {"opened_at", "attended_at"};
const std::vector<std::string> kMoments = {"opened_at", "attended_at", "recorded_on", "closed_on"};
const std::vector<std::string> kDays = {"'2025-06-15'", "'2024-12-31'", "'2025-06-16'", "'2025-01-01'"};
const std::vector<std::string> kBooleans = {"domestic", "repeat", "true", "false"};

}  // namespace

std::size_t RandomExpressions::below(std::size_t bound) {
  state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;  // Knuth's MMIX
  return static_cast<std::size_t>((state_ >> 33) % bound);
}

const std::string& RandomExpressions::oneOf(const std::vector<std::string>& choices) {
  return choices[below(choices.size())];
}

std::string RandomExpressions::text(int depth) {
  switch (depth <= 0 ? below(3) : below(7)) {
    case 0:
    case 1:
      return oneOf(kTextColumns);
    case 2:
      return oneOf(kTexts);
    case 3:
      return "lower(" + text(depth - 1) + ")";
    case 4:
      return "coalesce(" + text(depth - 1) + ", " + text(depth - 1) + ")";
    case 5:
      return "case when " + condition(depth - 1) + " then " + oneOf(kTextColumns) + " when " + condition(depth - 1) +
             " then null else " + text(depth - 1) + " end";
    default:
      return "case when " + condition(depth - 1) + " then " + oneOf(kTexts) + " end";
  }
}

std::string RandomExpressions::number(int depth) {
  switch (depth <= 0 ? below(3) : below(16)) {
    case 0:
      return "cost";
    case 1:
      return "wait_seconds";
    case 2:
      return oneOf(kNumbers);
    case 3:
      return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
    case 4:
      return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
    case 5:
      return "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
    case 6:
      return "(" + number(depth - 1) + " / " + number(depth - 1) + ")";
    case 7:
      return "minutes(" + oneOf(kTimes) + ", " + oneOf(kTimes) + ")";
    case 8:
      return "days(" + moment() + ", " + oneOf(kMoments) + ")";
    case 9:
      return "month(" + oneOf(kMoments) + ")";
    case 10:
      return "weekday(" + oneOf(kMoments) + ")";
    case 11:
      return "hour(" + oneOf(kTimes) + ")";
    case 12:
      return "-(" + number(depth - 1) + ")";
    case 13:
      return "case when " + condition(depth - 1) + " then " + number(depth - 1) + " when " + condition(depth - 1) +
             " then null else " + number(depth - 1) + " end";
    case 14:
      return "case when " + condition(depth - 1) + " then " + number(depth - 1) + " end";
    default:
      return "coalesce(" + number(depth - 1) + ", " + number(depth - 1) + ", hour(opened_at))";
  }
}

std::string RandomExpressions::moment() {
  switch (below(4)) {
    case 0:
      return "date " + oneOf(kDays);
    case 1:
      return "coalesce(recorded_on, closed_on)";
    case 2:
      return "case when domestic then opened_at else attended_at end";
    default:
      return oneOf(kMoments);
  }
}

std::string RandomExpressions::comparison(int depth) {
  const std::string negation = below(2) == 0 ? " not" : "";
  switch (below(21)) {
    case 0:
    case 1:
    case 2:
      return text(depth) + " " + oneOf(kSigns) + " coalesce(" + text(depth) + ", " + oneOf(kTextColumns) + ")";
    case 3:
      return "lower(" + text(depth) + ")" + negation + " in (" + oneOf(kTexts) + ", " + oneOf(kTexts) + ")";
    case 4:
      return text(depth) + negation + " like " + oneOf(kPatterns);
    case 5:
      return text(depth) + negation + " between " + text(depth) + " and " + text(depth);
    case 6:
      return "starts_with(" + text(depth) + ", " + text(depth) + ")";
    case 7:
      return text(depth) + (negation.empty() ? " is null" : " is not null");
    case 8:
      return "(" + condition(depth - 1) + ") " + (below(2) == 0 ? "=" : "<>") + " (" + condition(depth - 1) + ")";
    case 9:
      return "(" + condition(depth - 1) + ")" + (negation.empty() ? " is null" : " is not null");
    case 10:
      return number(depth) + " " + oneOf(kSigns) + " " + number(depth);
    case 11:
      return "recorded_on" + negation + " between closed_on and '2025-06-15'";
    case 19:
      return "contains(" + text(depth) + ", " + oneOf(kMembers) + ")";
    case 12:
      return "opened_at " + oneOf(kSigns) + " recorded_on";
    case 13:
      return number(depth) + negation + " in (" + oneOf(kNumbers) + ", " + oneOf(kNumbers) + ", " + oneOf(kNumbers) +
             ")";
    case 14:
      return number(depth) + negation + " between " + number(depth) + " and " + number(depth);
    case 15:
      return number(depth) + " is" + negation + " null";
    case 16:
      return moment() + " " + oneOf(kSigns) + " " + moment();
    case 17:
      return oneOf(kMoments) + negation + " in (" + oneOf(kDays) + ", " + oneOf(kDays) + ")";
    case 18:
      return oneOf(kMoments) + negation + " between " + oneOf(kDays) + " and " + oneOf(kMoments);
    default:
      return "incident_id is" + negation + " null";
  }
}

std::string RandomExpressions::condition(int depth) {
  if (depth <= 0) {
    return oneOf(kBooleans);
  }
  switch (below(9)) {
    case 0:
      return "(" + condition(depth - 1) + " and " + condition(depth - 1) + " and " + condition(depth - 1) + ")";
    case 1:
      return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
    case 2:
      return "not (" + condition(depth - 1) + ")";
    case 3:
      return "coalesce(" + condition(depth - 1) + ", " + condition(depth - 1) + ")";
    case 4:
      return "case when " + condition(depth - 1) + " then " + condition(depth - 1) + " else " + condition(depth - 1) +
             " end";
    default:
      return "(" + comparison(depth - 1) + ")";
  }
}

}  // namespace boardpack::expression
