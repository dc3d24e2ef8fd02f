#include "script/read/read_about.hpp"

#include "base/text.hpp"
#include "script/read/read_fields.hpp"
#include "script/read/read_periods.hpp"

namespace boardpack::script {
namespace {

constexpr int kLongestWait = 400;  // days

std::optional<int> numberOf(std::string_view text) {
  const bool is_number =
      !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? std::optional(std::stoi(std::string(text))) : std::nullopt;
}

// "day 35" and "35 days" after the month's end; nothing else.
std::optional<int> daysNamed(const std::string& text) {
  if (text.starts_with("day ")) {
    return numberOf(text.substr(std::string("day ").size()));
  }
  for (const std::string ending : {" days", " day"}) {
    if (text.ends_with(ending)) {
      return numberOf(text.substr(0, text.size() - ending.size()));
    }
  }
  return std::nullopt;
}

std::optional<int> monthsNamed(const std::string& text) {
  for (const std::string ending : {" months", " month"}) {
    if (text.ends_with(ending)) {
      return numberOf(text.substr(0, text.size() - ending.size()));
    }
  }
  return std::nullopt;
}

void readExpected(TableReader& reader, series::MeasureInfo& info) {
  const std::optional<std::string> text = reader.text("expected");
  if (!text) {
    return;
  }
  const std::string words(base::trim(*text));
  const std::optional<int> days = daysNamed(words);
  const std::optional<int> months = monthsNamed(words);
  const bool is_sound = (days && *days >= 1 && *days <= kLongestWait) || (months && *months >= 1 && *months <= 12);
  if (!is_sound) {
    reader.problem("expected", "found \"" + base::printable(*text) +
                                   "\", expected the days or months after a month's end by which its data have come: "
                                   "\"day 35\" or \"2 months\".");
    return;
  }
  info.expected = words;
  info.expected_days = days.value_or(0);
  info.expected_months = months.value_or(0);
}

void readFormat(TableReader& reader, series::MeasureInfo& info) {
  const std::optional<std::size_t> format = reader.oneOf("format");
  if (format != 1U) {
    return;
  }
  if (info.unit != "seconds" && info.unit != "minutes") {
    reader.problem("format", "a duration is in seconds or minutes: add unit = \"seconds\" or unit = \"minutes\".");
    return;
  }
  info.format = series::Format::Duration;
}

void readReviewed(TableReader& reader, series::MeasureInfo& info) {
  const std::optional<std::string> text = reader.text("last_reviewed");
  if (text && !base::parseDate(base::trim(*text))) {
    reader.problem("last_reviewed", "found \"" + base::printable(*text) + "\", expected a day such as \"2025-04-01\".");
  } else if (text) {
    info.last_reviewed = std::string(base::trim(*text));
  }
}

void readSteps(TableReader& limits, const MeasureDraft& draft, series::LimitsSpec& spec) {
  for (const Entry& entry : limits.texts("steps")) {
    const std::optional<base::Month> month = base::Month::parse(base::trim(entry.text));
    if (!month) {
      draft.declaration.problem(entry.path, "found \"" + base::printable(entry.text) +
                                                "\", expected the month that limits begin anew with, as in "
                                                "steps = { \"2019-06\" }.");
    } else if (!spec.steps.empty() && *month <= spec.steps.back()) {
      draft.declaration.problem(entry.path, "the months of 'steps' stand in their order, each once.");
    } else {
      spec.steps.push_back(*month);
    }
  }
}

void readLimits(TableReader& reader, MeasureDraft& draft) {
  reader.table("limits", [&](TableReader& limits) {
    series::LimitsSpec& spec = draft.definition.info.limits;
    if (const auto text = limits.text("baseline")) {
      spec.baseline = periodNamed(*text);
      if (!spec.baseline) {
        limits.problem("baseline", "found \"" + base::printable(*text) + "\", expected " + periodExamples() + ".");
      }
    }
    readSteps(limits, draft, spec);
    readFields(limits, spec,
               {{"screen", &series::LimitsSpec::screen_moving_ranges}, {"laney", &series::LimitsSpec::laney}});
    if (spec.laney && !draft.definition.info.nature.is_proportion) {
      limits.problem("laney", "Laney's p' is for shares of many rows, and this measure is no share.");
    }
  });
}

}  // namespace

void readAbout(TableReader& reader, MeasureDraft& draft) {
  using series::MeasureInfo;
  MeasureInfo& info = draft.definition.info;
  readFields(reader, info,
             {{"note", &MeasureInfo::note},
              {"owner", &MeasureInfo::owner},
              {"source", &MeasureInfo::source},
              {"target_set_by", &MeasureInfo::target_set_by},
              {"wanted", &MeasureInfo::wanted},
              {"settles_after", &MeasureInfo::settles_after},
              {"per_day", &MeasureInfo::per_day}});
  if (!info.target_set_by.empty() && info.targets.empty() && !reader.has("target") && !reader.has("targets")) {
    reader.problem("target_set_by", "the measure has no 'target' and no 'targets' that anyone could have set.");
  }
  readReviewed(reader, info);
  readFormat(reader, info);
  readExpected(reader, info);
  readLimits(reader, draft);
}

}  // namespace boardpack::script
