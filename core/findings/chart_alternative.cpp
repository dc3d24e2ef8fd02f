#include "findings/chart_facts.hpp"
#include "findings/measure_words.hpp"

#include "base/text.hpp"
#include "findings/event_words.hpp"
#include "findings/rejected_words.hpp"

#include <algorithm>

namespace boardpack::findings {

namespace {

using series::Window;

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The sentences in order as long as they fit; the first always stands, cut at a character when it must be.
std::string fit(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) {
    const std::string longer = text.empty() ? sentence : text + " " + sentence;
    if (!sentence.empty() && characters(longer) <= kMostAlternative) {
      text = longer;
    }
  }
  return text.empty() && !sentences.empty() ? base::printable(sentences.front(), kMostAlternative) : text;
}

std::string at(const series::MeasureInfo& info, const Point& point) {
  return numberWords(info, point.value) + " in " + point.month.longName();
}

std::string span(const ChartSubject& subject) {
  return subject.shown.first.longName() + " to " + subject.shown.last.longName();
}

std::string courseWords(const series::MeasureInfo& info, const Extremes& extremes) {
  return "From " + at(info, extremes.first) + " to " + at(info, extremes.latest) + "; highest " +
         at(info, extremes.highest) + ", lowest " + at(info, extremes.lowest) + ".";
}

std::string limitsWords(const series::MeasureInfo& info, const series::Limits& limits) {
  if (!limits.available) {
    return "No control limits: " + limits.reason + ".";
  }
  if (limits.no_variation) {
    return "Every month has the same value.";
  }
  const int decimals = std::max(info.decimals, 1);
  const std::string mean = limits.looked_at.empty() ? "Mean " : "Of " + limits.looked_at + ": mean ";
  return mean + base::formatNumber(limits.mean, decimals) + ", limits " + base::formatNumber(limits.lower, decimals) +
         " to " + base::formatNumber(limits.upper, decimals) + ".";
}

std::string specialCausesWords(const ChartSubject& subject) {
  const series::Limits& limits = subject.measure->force().limits;
  if (!limits.available || limits.no_variation) {
    return "";
  }
  std::int64_t marked = 0;
  const series::PointClass* latest = nullptr;
  base::Month latest_month;
  for (std::size_t i = 0; i < limits.classes.size(); ++i) {
    const base::Month month = subject.measure->series.months[limits.first + i];
    if (limits.classes[i].cause == series::SpecialCause::None || !subject.shown.contains(month)) {
      continue;
    }
    ++marked;
    latest = &limits.classes[i];
    latest_month = month;
  }
  if (latest == nullptr) {
    return "No month shows a special cause.";
  }
  return base::countOf(marked, "month shows a special cause", "months show special causes") + ", the latest " +
         latest_month.longName() + ": " + specialCauseWords(limits, *latest) + ".";
}

std::vector<std::string> xmrSentences(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  std::vector<std::string> sentences{"Line chart of " + info.title + " by month, " + subject.place + ", " +
                                     span(subject) + "."};
  const auto extremes =
      extremesOf(subject.measure->series, subject.measure->series.force(), Window::Month, subject.shown);
  if (extremes) {
    sentences.push_back(courseWords(info, *extremes));
  }
  sentences.push_back(limitsWords(info, subject.measure->force().limits));
  sentences.push_back(specialCausesWords(subject));
  return sentences;
}

std::vector<std::string> rollingSentences(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  std::vector<std::string> sentences{"Line chart of " + info.title + ", 12 months to each month from " + span(subject) +
                                     ", against the year before, " + subject.place + "."};
  const auto extremes =
      extremesOf(subject.measure->series, subject.measure->series.force(), Window::Mrt, subject.shown);
  if (extremes) {
    sentences.push_back(courseWords(info, *extremes));
  }
  const series::Comparison* comparison = subject.measure->force().find(Window::Mrt, series::Reference::PreviousMrt);
  if (comparison != nullptr && comparison->change.has()) {
    const std::string words = changeWords(info, *comparison);
    sentences.push_back("The latest is " + words + " on the 12 months before.");
  }
  return sentences;
}

std::vector<std::string> changeSentences(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const std::vector<GroupChange> changes = drawnChanges(subject);
  std::vector<std::string> sentences{"Ranked bar chart of the change in " + info.title + " by " +
                                     breakdownWords(info, subject.spec.breakdown) + ", " +
                                     periodWords(subject.measure->series, Window::Mrt, subject.month) +
                                     " against the 12 months before, " + subject.place + "."};
  const auto rises = std::count_if(changes.begin(), changes.end(),
                                   [](const GroupChange& change) { return *change.comparison->change.value > 0; });
  const auto falls = std::count_if(changes.begin(), changes.end(),
                                   [](const GroupChange& change) { return *change.comparison->change.value < 0; });
  const std::size_t compared = changesByGroup(*subject.measure, subject.spec.breakdown).size();
  const std::string of = changes.size() < compared ? "Of the " + std::to_string(changes.size()) +
                                                         " largest changes of " + std::to_string(compared)
                                                   : "Of " + std::to_string(compared);
  sentences.push_back(of + ", " + std::to_string(rises) + " rose and " + std::to_string(falls) + " fell.");
  if (rises > 0) {
    sentences.push_back("Largest rise: " + changes.front().group + ", " +
                        changeWords(info, *changes.front().comparison) + ".");
  }
  if (falls > 0) {
    sentences.push_back("Largest fall: " + changes.back().group + ", " + changeWords(info, *changes.back().comparison) +
                        ".");
  }
  return sentences;
}

std::string monthByGroup(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const std::vector<GroupValue> values = drawnValues(subject);
  if (values.empty()) {
    return "No value for " + subject.month.longName() + ".";
  }
  std::vector<std::string> parts;
  if (values.size() <= 6) {
    for (const GroupValue& value : values) {
      parts.push_back(value.group + " " + numberWords(info, value.value));
    }
  } else {
    parts = {"highest " + values.front().group + " " + numberWords(info, values.front().value),
             "lowest " + values.back().group + " " + numberWords(info, values.back().value)};
  }
  return "In " + subject.month.longName() + ": " + base::joinWords(parts) + ".";
}

std::string totalWords(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const auto extremes =
      extremesOf(subject.measure->series, subject.measure->series.force(), Window::Month, subject.shown);
  if (!extremes) {
    return "";
  }
  return "Whole force: from " + at(info, extremes->first) + " to " + at(info, extremes->latest) + ", highest " +
         at(info, extremes->highest) + ", lowest " + at(info, extremes->lowest) + ".";
}

/// " (the 12 largest of 30)"
std::string shownOfAll(const ChartSubject& subject) {
  return subject.drawsAll() ? ""
                            : " (the " + std::to_string(subject.groups.size()) + " largest of " +
                                  std::to_string(subject.groups_in_all) + ")";
}

std::vector<std::string> groupSentences(const ChartSubject& subject, const std::string& kind) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  std::vector<std::string> sentences{kind + " of " + info.title + " by month, " +
                                     breakdownWords(info, subject.spec.breakdown) + " by " +
                                     breakdownWords(info, subject.spec.breakdown) + shownOfAll(subject) + ", " +
                                     subject.place + ", " + span(subject) + "."};
  sentences.push_back(monthByGroup(subject));
  if (subject.spec.kind == series::ChartKind::SmallMultiples) {
    const Flagged flagged = flaggedOf(subject);
    if (flagged.with_limits > 0) {
      const std::string among =
          flagged.with_limits == subject.groups.size() ? "" : " in " + withLimits(subject, flagged);
      sentences.push_back(flagged.groups.empty()
                              ? "No special cause in the latest month" + among + "."
                              : "Special cause in the latest month: " + base::joinWords(flagged.groups) + ".");
    }
  }
  sentences.push_back(totalWords(subject));
  return sentences;
}

std::vector<std::string> sentencesOf(const ChartSubject& subject) {
  switch (subject.spec.kind) {
    case series::ChartKind::Xmr:
      return xmrSentences(subject);
    case series::ChartKind::MrtAgainstYear:
      return rollingSentences(subject);
    case series::ChartKind::ChangeByGroup:
      return changeSentences(subject);
    case series::ChartKind::StackedColumns:
      return groupSentences(subject, "Stacked columns");
    case series::ChartKind::SmallMultiples:
      return groupSentences(subject, "Small line charts");
    case series::ChartKind::Funnel:
      return funnelSentences(subject);
  }
  return {};
}

}  // namespace

std::string chartAlternative(const ChartSubject& subject) {
  std::vector<std::string> sentences = sentencesOf(subject);
  if (subject.spec.kind == series::ChartKind::Xmr || subject.spec.kind == series::ChartKind::MrtAgainstYear) {
    sentences.push_back(eventsDrawnWords(subject.measure->series, subject.shown));
  }
  if (subject.spec.kind != series::ChartKind::Funnel) {
    sentences.push_back(rejectedSentence(subject.measure->series, subject.month));
  }
  std::erase(sentences, "");
  const std::string text = fit(sentences);
  if (characters(text) >= kFewestAlternative) {
    return text;
  }
  sentences.push_back("The workbook has these figures as a table, month by month, on the sheet of this measure.");
  return fit(sentences);
}

}  // namespace boardpack::findings
