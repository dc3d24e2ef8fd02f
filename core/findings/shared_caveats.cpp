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
  std::string words;  ///< as a measure says it: a sentence, or a reason
  bool is_of_all = false;
  std::vector<std::string> titles = {};
};

class Collected {
 public:
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

std::string concerning(const Caveat& caveat, std::size_t measures) {
  if (caveat.titles.size() == measures) {
    return "";
  }
  const std::string all = std::to_string(measures);
  return caveat.titles.size() <= kMostNamed
             ? " This concerns " + base::joinWords(caveat.titles) + "."
             : " This concerns " + std::to_string(caveat.titles.size()) + " of the " + all + " measures.";
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
      collected.add(reason, title);
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
      shared.sentences.push_back(asSentence(caveat.words) + concerning(caveat, told));
      shared.said.insert(caveat.words);
    }
  }
  return shared;
}

}  // namespace boardpack::findings
