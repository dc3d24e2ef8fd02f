#include "findings/charts/chart_kind_rules.hpp"
#include "findings/charts/chart_months.hpp"
#include "findings/charts/chart_phrases.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::findings {

namespace {

using series::Window;

constexpr std::size_t kMostBars = 14;
constexpr std::size_t kLines = 16;  ///< of text that a picture of bars has room for, heading and notes included
constexpr std::size_t kLettersOfALine = 70;

std::size_t linesOf(std::size_t letters) { return (letters + kLettersOfALine - 1) / kLettersOfALine; }

/// How many bars a picture has room for under its heading and above its notes.
std::size_t mostBars(const series::Analysed& measure, const std::vector<GroupChange>& changes, std::size_t without) {
  const std::string& unit = measure.series.info.unit;
  const std::size_t heading = linesOf(
      std::string("Change in : 12 months to Dec 2025 against 12 months to Dec 2024").size() +
      (unit == "%" ? std::string("percentage points").size() : std::max(unit.size(), std::string("number").size())));
  const bool any_from_nothing = std::any_of(changes.begin(), changes.end(), [](const GroupChange& change) {
    return change.comparison->change_percent.symbol == series::Symbol::NotApplicable;
  });
  const std::size_t notes = (without > 0 ? 40 : 0) + (any_from_nothing ? 40 : 0);
  const auto room = [&](std::size_t letters) {
    const std::size_t taken = heading + linesOf(letters);
    return taken < kLines ? std::min(kMostBars, kLines - taken) : std::size_t{1};
  };
  const std::size_t most = room(notes);
  return changes.size() > most ? room(notes + 50) : most;
}

/// The largest changes either way, from the largest rise to the largest fall.
DrawnGroups barsOf(const series::Analysed& measure, const series::ChartSpec& spec, const base::MonthRange&) {
  std::vector<GroupChange> changes = changesByGroup(measure, spec.breakdown);
  std::vector<const series::GroupSeries*> groups = measure.series.groupsOf(spec.breakdown);
  std::erase_if(groups, [&](const series::GroupSeries* group) { return !measure.series.isWorthDrawing(*group); });
  const std::size_t without = groups.size() - changes.size();
  const std::size_t most = mostBars(measure, changes, without);
  const auto size = [](const GroupChange& change) { return std::abs(*change.comparison->change.value); };
  while (changes.size() > most) {
    // Of equal ones the last in the measure's order is left out, as it stands last among equals here.
    auto least = changes.begin();
    for (auto one = changes.begin(); one != changes.end(); ++one) {
      least = size(*one) <= size(*least) ? one : least;
    }
    changes.erase(least);
  }
  DrawnGroups bars{.drawn = {}, .in_all = groups.size(), .without_change = without};
  for (const GroupChange& change : changes) {
    bars.drawn.push_back(change.group);
  }
  return bars;
}

std::string changeHindrance(const ChartSubject& subject) {
  if (!subject.measure->series.info.has(Window::Mrt)) {
    return "the measure has no 12-month figure";
  }
  return subject.groups.empty() ? "a change on the 12 months before needs 24 months of data" : "";
}

std::string changeTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const std::vector<GroupChange> changes = drawnChanges(subject);
  if (changes.empty()) {
    return byBreakdown(subject);
  }
  const auto amount = [&](const GroupChange& change) {
    series::Comparison plain = *change.comparison;
    plain.change_percent = {};
    const std::string words = changeWords(info, plain);
    return words.substr(0, words.find(" ("));
  };
  const GroupChange& top = changes.front();
  const GroupChange& bottom = changes.back();
  const bool rises = *top.comparison->change.value > 0;
  const bool falls = *bottom.comparison->change.value < 0;
  if (rises && falls) {
    return info.title + ": " + top.group + " " + amount(top) + ", " + bottom.group + " " + amount(bottom);
  }
  if (rises) {
    return info.title + ": " + top.group + " rose most, " + amount(top);
  }
  if (falls) {
    return info.title + ": " + bottom.group + " fell most, " + amount(bottom);
  }
  if (changes.size() < subject.groups_in_all) {
    return byBreakdown(subject) + ": no change in those shown";
  }
  return info.title + " did not change in any " + breakdownWords(info, subject.spec.breakdown);
}

std::string changeSubtitle(const ChartSubject& subject) {
  const series::MeasureInfo& info = subject.measure->series.info;
  const std::string period =
      periodWords(subject.measure->series, Window::Mrt, subject.month) + " against the 12 months before";
  const std::string unit = info.titleSaysUnit() ? "" : unitPhrase(info);
  return subtitleOf(subject, period,
                    unit.empty() ? "change" : "change, " + (info.unit == "%" ? "percentage points" : unit));
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
  sentences.push_back(rejectedSentence(subject.measure->series, subject.month));
  return sentences;
}

}  // namespace

ChartKindRules rulesOfChangeByGroup() {
  return {.months = monthsOfForce,
          .groups = barsOf,
          .hindrance = changeHindrance,
          .title = changeTitle,
          .subtitle = changeSubtitle,
          .sentences = changeSentences};
}

}  // namespace boardpack::findings
