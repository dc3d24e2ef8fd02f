#include "findings/chart_words.hpp"

#include "base/text.hpp"
#include "findings/chart_facts.hpp"
#include "findings/charts/chart_kind_rules.hpp"
#include "findings/charts/chart_phrases.hpp"

#include <algorithm>
#include <sstream>

namespace boardpack::findings {

namespace {

std::string cutTo(const std::string& text, std::size_t most_words) {
  std::istringstream stream(text);
  std::string cut;
  std::size_t words = 0;
  for (std::string word; words < most_words && stream >> word; ++words) {
    cut += (cut.empty() ? "" : " ") + word;
  }
  return cut;
}

/// A shorter message where a long measure or group name leaves no room for the whole one.
std::string shortTitle(const ChartSubject& subject) {
  const ChartKindRules& rules = rulesOf(subject.spec.kind);
  const std::string own = rules.short_title == nullptr ? "" : rules.short_title(subject);
  if (!own.empty()) {
    return own;
  }
  return subject.spec.breakdown.empty() ? briefly(rules.title(subject), subject.month) : byBreakdown(subject);
}

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

/// Months and groups as the subject's kind has them.
void decide(ChartSubject& subject) {
  const ChartKindRules& rules = rulesOf(subject.spec.kind);
  subject.shown = rules.months(*subject.measure, subject.spec, subject.month);
  DrawnGroups groups =
      rules.groups == nullptr ? DrawnGroups{} : rules.groups(*subject.measure, subject.spec, subject.shown);
  subject.groups = std::move(groups.drawn);
  subject.groups_in_all = groups.in_all;
  subject.groups_without_change = groups.without_change;
}

}  // namespace

ChartSubject chartSubject(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month,
                          const std::string& place) {
  ChartSubject subject;
  subject.measure = &measure;
  subject.spec = spec;
  subject.month = month;
  subject.place = place;
  decide(subject);
  const auto fits = rulesOf(spec.kind).fits;
  if (fits != nullptr && !fits(subject)) {
    subject.spec.kind = series::rowOf(spec.kind).instead.value_or(spec.kind);
    decide(subject);
  }
  return subject;
}

std::string chartHindrance(const ChartSubject& subject) {
  const series::Series& series = subject.measure->series;
  if (!series.failure.empty()) {
    return "the measure failed";
  }
  const bool is_refused =
      std::any_of(series.refused.begin(), series.refused.end(),
                  [&](const series::RefusedBreakdown& refused) { return refused.breakdown == subject.spec.breakdown; });
  if (is_refused) {
    return "the breakdown has too many groups to be shown";
  }
  return rulesOf(subject.spec.kind).hindrance(subject);
}

std::string chartTitle(const ChartSubject& subject) {
  for (const std::string& title : {rulesOf(subject.spec.kind).title(subject), shortTitle(subject)}) {
    if (countWords(title) <= kMostTitleWords) {
      return title;
    }
  }
  return cutTo(subject.measure->series.info.title, kMostTitleWords);
}

std::string chartSubtitle(const ChartSubject& subject) { return rulesOf(subject.spec.kind).subtitle(subject); }

std::string chartAlternative(const ChartSubject& subject) {
  std::vector<std::string> sentences = rulesOf(subject.spec.kind).sentences(subject);
  std::erase(sentences, "");
  const std::string text = fit(sentences);
  if (characters(text) >= kFewestAlternative) {
    return text;
  }
  sentences.push_back("The workbook has these figures as a table, month by month, on the sheet of this measure.");
  return fit(sentences);
}

}  // namespace boardpack::findings
