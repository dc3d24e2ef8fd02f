#include "script/read/read_windows.hpp"

#include "base/text.hpp"
#include "script/read/read_periods.hpp"
#include "series/window_names.hpp"

#include <algorithm>

namespace boardpack::script {
namespace {

using series::NamedReference;
using series::Window;

constexpr const char* kSince = "since ";
constexpr const char* kMean = " mean";
constexpr int kLongestMean = 120;

void add(series::MeasureInfo& info, Window window) {
  if (!info.has(window)) {
    info.windows.push_back(window);
  }
}

bool looksLikeAMonth(const std::string& text) { return text.find_first_not_of("0123456789-/.") == std::string::npos; }

// A month, or the title of an event, which is looked up when the measure is worked out.
void readSinceWhat(const MeasureDraft& draft, const std::string& path, const std::string& text,
                   series::MeasureInfo& info) {
  const std::string what(base::trim(text));
  if (info.since || !info.since_words.empty()) {
    draft.declaration.problem(path, "a measure is told since one month or event, and another is named already.");
    return;
  }
  const std::optional<base::Month> month = base::Month::parse(what);
  if (!month && looksLikeAMonth(what)) {
    draft.declaration.problem(path, "found \"" + base::printable(what) +
                                        "\", expected a month such as \"2018-10\", or the title of an event.");
    return;
  }
  info.since = month;
  info.since_words = month ? "" : what;
  add(info, Window::Since);
}

void readBetween(const MeasureDraft& draft, const Entry& entry, base::MonthRange months, series::MeasureInfo& info) {
  if (info.between) {
    draft.declaration.problem(entry.path,
                              "a measure has one period between two months, and another is named already. "
                              "What figures are compared with stands in 'compare'.");
    return;
  }
  info.between = months;
  add(info, Window::Between);
}

void readWindow(const MeasureDraft& draft, const Entry& entry, series::MeasureInfo& info) {
  const std::string word(base::trim(entry.text));
  const std::optional<Window> window = series::windowCalled(word);
  if (window == Window::Between || (window == Window::Since && !info.has(Window::Since))) {
    draft.declaration.problem(entry.path, window == Window::Since
                                              ? "since when? Write \"since 2018-10\", or say it with 'since'."
                                              : "between which months? Write them: \"2018-01 to 2018-06\".");
  } else if (window) {
    add(info, *window);
  } else if (word.starts_with(kSince)) {
    readSinceWhat(draft, entry.path, word.substr(std::string(kSince).size()), info);
  } else if (const auto months = periodNamed(word)) {
    readBetween(draft, entry, *months, info);
  } else {
    draft.declaration.problem(
        entry.path, "found \"" + base::printable(entry.text) + "\", expected one of " + series::windowWords() + ".");
  }
}

void inOrder(std::vector<Window>& windows) { std::sort(windows.begin(), windows.end()); }

void readSurvey(TableReader& reader, const MeasureDraft& draft, series::MeasureInfo& info) {
  info.survey = std::string(base::trim(reader.text("survey").value_or("")));
  const bool has_wave = info.has(Window::Wave);
  if (has_wave && !reader.has("survey")) {
    reader.problem("windows", "whose waves? Name the survey, as the register of waves does: survey = \"public\".");
  } else if (!info.survey.empty() && !has_wave) {
    if (draft.has_windows) {
      reader.problem("survey", "the survey names the waves of the window \"wave\", and 'windows' has none.");
    } else {
      info.windows = {Window::Wave};
    }
  }
}

// "3-year mean", "18-month mean": so many months.
std::optional<int> meanNamed(const std::string& text) {
  if (!text.ends_with(kMean)) {
    return std::nullopt;
  }
  const std::string stretch = text.substr(0, text.size() - std::string(kMean).size());
  const std::size_t dash = stretch.find('-');
  const std::string number = stretch.substr(0, dash);
  const bool is_number =
      !number.empty() && number.size() <= 3 && number.find_first_not_of("0123456789") == std::string::npos;
  if (dash == std::string::npos || !is_number) {
    return std::nullopt;
  }
  const std::string unit = stretch.substr(dash + 1);
  const int months = unit == "year" ? 12 * std::stoi(number) : (unit == "month" ? std::stoi(number) : 0);
  return months >= 1 && months <= kLongestMean ? std::optional(months) : std::nullopt;
}

std::optional<NamedReference> referenceNamed(const std::string& text) {
  if (text == "last published") {
    return NamedReference{
        .kind = NamedReference::Kind::LastPublished, .label = "last published", .period = {}, .months = 0};
  }
  if (const auto months = meanNamed(text)) {
    return NamedReference{.kind = NamedReference::Kind::MeanOfMonths, .label = text, .period = {}, .months = *months};
  }
  if (const auto period = periodNamed(text)) {
    return NamedReference{
        .kind = NamedReference::Kind::Period, .label = periodLabel(text, *period), .period = *period, .months = 0};
  }
  return std::nullopt;
}

void readCompare(TableReader& reader, const MeasureDraft& draft, series::MeasureInfo& info) {
  for (const Entry& entry : reader.texts("compare")) {
    const std::optional<NamedReference> reference = referenceNamed(std::string(base::trim(entry.text)));
    if (!reference) {
      draft.declaration.problem(entry.path,
                                "found \"" + base::printable(entry.text) + "\", expected " + periodExamples() +
                                    ", a mean such as \"1-year mean\" or \"3-year mean\", or \"last published\".");
      continue;
    }
    const bool is_double = std::any_of(info.compare.begin(), info.compare.end(),
                                       [&](const NamedReference& known) { return known.label == reference->label; });
    if (is_double) {
      draft.declaration.problem(entry.path, "'" + base::printable(entry.text) + "' is named twice.");
    } else {
      info.compare.push_back(*reference);
    }
  }
}

}  // namespace

void readWindows(TableReader& reader, MeasureDraft& draft) {
  series::MeasureInfo& info = draft.definition.info;
  draft.has_windows = reader.has("windows");
  if (!draft.has_windows) {
    info.windows.assign(series::kUsualWindows.begin(), series::kUsualWindows.end());
  }
  if (const auto since = reader.text("since")) {
    readSinceWhat(draft, reader.pathOf("since"), *since, info);
  }
  for (const Entry& entry : reader.texts("windows")) {
    readWindow(draft, entry, info);
  }
  inOrder(info.windows);
  readSurvey(reader, draft, info);
  readCompare(reader, draft, info);
}

}  // namespace boardpack::script
