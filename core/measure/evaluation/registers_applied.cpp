#include "measure/evaluation/registers_applied.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

namespace boardpack::measure {
namespace {

[[noreturn]] void fail(const std::string& sentence) { throw sdk::Error(sdk::ErrorKind::Script, sentence); }

base::Month monthOfEvent(const series::MeasureInfo& info, const series::Registers* registers) {
  const std::vector<series::Event> none;
  const std::vector<series::Event>& events = registers == nullptr ? none : registers->events;
  std::vector<std::string> titles;
  const series::Event* found = nullptr;
  for (const series::Event& event : events) {
    titles.push_back(event.title);
    if (base::lower(event.title) != base::lower(info.since_words)) {
      continue;
    }
    if (found != nullptr && found->firstWhole() != event.firstWhole()) {
      fail("'" + info.name + "' is told since \"" + base::printable(info.since_words) +
           "\", and two events of the register have that title: " + found->place + " and " + event.place +
           ". Give them titles of their own, or write the month: since 2018-10.");
    }
    found = &event;
  }
  if (found == nullptr) {
    fail("'" + info.name + "' is told since \"" + base::printable(info.since_words) +
         "\", and the register of events has none of that title." + base::didYouMean(info.since_words, titles) +
         (titles.empty() ? " It has no events." : "") +
         " Expected a title of the register, or a month: since 2018-10.");
  }
  return found->firstWhole();
}

}  // namespace

AppliedInfo appliedInfo(const MeasureDefinition& definition, const series::Registers* registers) {
  AppliedInfo applied{.info = definition.info, .waves = {}, .compare = definition.info.compare};
  if (applied.info.has(series::Window::Since) && !applied.info.since) {
    applied.info.since = monthOfEvent(applied.info, registers);
  }
  if (registers != nullptr && !applied.info.survey.empty()) {
    for (const series::Wave& wave : registers->waves) {
      if (wave.survey == applied.info.survey) {
        applied.waves.push_back(wave);
      }
    }
    std::stable_sort(applied.waves.begin(), applied.waves.end(),
                     [](const series::Wave& a, const series::Wave& b) { return a.months.last < b.months.last; });
  }
  return applied;
}

void shareReferences(const std::vector<const MeasureDefinition*>& order, std::map<std::string, AppliedInfo>& applied) {
  for (auto definition = order.rbegin(); definition != order.rend(); ++definition) {
    const auto own = applied.find((*definition)->info.name);
    if (own == applied.end()) {
      continue;
    }
    for (const std::string& name : (*definition)->reads) {
      const auto part = applied.find(name);
      if (part == applied.end()) {
        continue;
      }
      for (const series::NamedReference& reference : own->second.compare) {
        std::vector<series::NamedReference>& known = part->second.compare;
        const bool is_known =
            std::any_of(known.begin(), known.end(), [&](const auto& other) { return other.label == reference.label; });
        if (!is_known) {
          known.push_back(reference);
        }
      }
    }
  }
}

sdk::Date asOf(const std::optional<sdk::Date>& board_date, const std::map<std::string, sdk::Date>& extracted_on,
               base::Month month) {
  if (board_date) {
    return *board_date;
  }
  std::optional<sdk::Date> latest;
  for (const auto& [table, day] : extracted_on) {
    latest = latest ? std::max(*latest, day) : day;
  }
  return latest.value_or((month + 1).lastDay());
}

void markReportingMonth(series::Series& made, ReportedMonths& reported, const Gaps& gaps, const sdk::Date& as_of) {
  reported.latest = reported.shown.last;
  if (reported.info->expected.empty()) {
    return;
  }
  base::Month month = reported.shown.last;
  while (month >= reported.shown.first && gaps[static_cast<std::size_t>(month - reported.months.first)]) {
    month = month - 1;
  }
  const bool has_any = month >= reported.shown.first;
  const bool is_last = month == reported.shown.last;
  if (has_any && (is_last || as_of <= series::dueOn(*reported.info, month + 1))) {
    made.own_month = month;
    reported.latest = month;
    return;
  }
  made.is_overdue = true;
}

void explainOverdue(series::Series& made, const sdk::Date& as_of) {
  if (!made.is_overdue || made.months.empty()) {
    return;
  }
  base::Month due = made.months.back();
  while (due > made.months.front() && as_of <= series::dueOn(made.info, due)) {
    due = due - 1;
  }
  const std::string words = "; it is overdue: figures to " + due.longName() + " were expected by " +
                            base::longDate(series::dueOn(made.info, due)) + " (" + made.info.expected +
                            " after the month's end)";
  for (series::GroupSeries& group : made.groups) {
    for (std::vector<series::Cell>& cells : group.windows) {
      if (!cells.empty() && cells.back().symbol == series::Symbol::NotAvailable) {
        cells.back().reason += words;
      }
    }
  }
}

std::vector<bool> provisionalMonths(const series::MeasureInfo& info, base::MonthRange months) {
  std::vector<bool> provisional;
  for (base::Month month = months.first; month <= months.last; month = month + 1) {
    provisional.push_back(months.last - month < info.settles_after);
  }
  return provisional;
}

}  // namespace boardpack::measure
