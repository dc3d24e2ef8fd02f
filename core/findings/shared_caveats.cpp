#include "findings/shared_caveats.hpp"

#include "base/text.hpp"
#include "findings/event_words.hpp"
#include "findings/rejected_words.hpp"

#include <algorithm>
#include <map>

namespace boardpack::findings {
namespace {

using series::Reference;
using series::Window;

constexpr std::size_t kMostNamed = 6;

/// What some measures would each say of themselves.
struct Caveat {
  std::string words;       ///< as a measure says it: a sentence, or a reason
  bool is_reason = false;  ///< a clause that says why a figure is not there
  bool is_of_all = false;
  std::vector<std::string> titles = {};
};

class Collected {
 public:
  void addReason(const std::string& words, const std::string& title) {
    add(words, title);
    if (!words.empty()) {
      caveats_[places_.at(words)].is_reason = true;
    }
  }
  void add(const std::string& words, const std::string& title, bool is_of_all = false) {
    if (words.empty()) {
      return;
    }
    const auto [place, is_new] = places_.try_emplace(words, caveats_.size());
    if (is_new) {
      caveats_.push_back({.words = words, .is_of_all = is_of_all});
    }
    std::vector<std::string>& titles = caveats_[place->second].titles;
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) {
      titles.push_back(title);
    }
  }
  const std::vector<Caveat>& all() const { return caveats_; }

 private:
  std::vector<Caveat> caveats_;  ///< in the order of the measures
  std::map<std::string, std::size_t> places_;
};

/// The reasons that a measure's sentence gives.
std::vector<std::string> reasonsOf(const series::Analysed& measure, base::Month month) {
  const series::Series& series = measure.series;
  std::vector<std::string> reasons;
  for (const Window window : {series.info.shortest(), Window::Month, Window::Mrt}) {
    if (series.info.has(window)) {
      const series::Cell cell = series.at(series.force(), window, month);
      reasons.push_back(cell.has() ? "" : cell.reason);
    }
  }
  for (const auto& [window, reference] :
       {std::pair{Window::Month, Reference::SameMonthLastYear}, std::pair{Window::Mrt, Reference::PreviousMrt}}) {
    if (const series::Comparison* comparison = measure.force().find(window, reference)) {
      reasons.push_back(comparison->change.has() ? "" : comparison->change.reason);
    }
  }
  return reasons;
}

std::string asSentence(std::string words) {
  if (words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words.ends_with(".") ? words : words + ".";
}

/// What is missing for some measures is there for others, so a reason never stands without whose it is.
std::string sentenceOf(const Caveat& caveat, std::size_t measures) {
  if (caveat.titles.size() == measures) {
    return asSentence(caveat.words);
  }
  const std::string whose = caveat.titles.size() <= kMostNamed ? base::joinWords(caveat.titles)
                                                               : std::to_string(caveat.titles.size()) + " of the " +
                                                                     std::to_string(measures) + " measures";
  return caveat.is_reason ? "For " + whose + ", " + caveat.words + "."
                          : asSentence(caveat.words) + " This concerns " + whose + ".";
}

/// Whether the reason only adds to another one, of the same measures: "a 12-month figure needs all 12 months; no
/// extract covers December 2025" beside "no extract covers December 2025".
bool repeatsAnother(const Caveat& caveat, const std::vector<Caveat>& all) {
  return caveat.is_reason && std::any_of(all.begin(), all.end(), [&](const Caveat& other) {
           return other.is_reason && other.titles == caveat.titles && caveat.words.ends_with("; " + other.words);
         });
}

}  // namespace

SharedCaveats sharedCaveats(const std::vector<series::Analysed>& measures, base::Month pack_month) {
  Collected collected;
  std::size_t told = 0;
  for (const series::Analysed& measure : measures) {
    const series::Series& series = measure.series;
    if (!series.failure.empty() || series.groups.empty() || measure.groups.empty()) {
      continue;
    }
    ++told;
    const std::string& title = series.info.title;
    const base::Month month = series.toldFor(pack_month);
    for (const std::string& reason : reasonsOf(measure, month)) {
      collected.addReason(reason, title);
    }
    collected.add(rejectedSentence(series, month), title);
    for (const series::Event& event : series.events) {
      if (isOfTwoYears(event, month)) {
        collected.add(eventSentence(event), title, event.measures.empty());
      }
    }
  }
  SharedCaveats shared;
  for (const Caveat& caveat : collected.all()) {
    const bool is_shared = caveat.titles.size() >= kSeveral || (caveat.is_of_all && caveat.titles.size() > 1);
    if (is_shared) {
      if (!repeatsAnother(caveat, collected.all())) {
        shared.sentences.push_back(sentenceOf(caveat, told));
      }
      shared.said.insert(caveat.words);
    }
  }
  return shared;
}

}  // namespace boardpack::findings
