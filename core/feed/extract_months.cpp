#include "feed/extract_months.hpp"

#include <algorithm>

namespace boardpack::feed {
namespace {

constexpr const char* kAsAt = "as_at";

/// The last month that was over on a day; a day that is a month's last ends it.
base::Month lastWhole(const sdk::Date& day) {
  const base::Month month = base::Month::of(day);
  return day == month.lastDay() ? month : month - 1;
}

/// Rows that stand at a day of their own are whole in the middle of a month too.
bool standsAtDays(const sdk::Feed& feed) {
  return std::all_of(feed.routes.begin(), feed.routes.end(), [](const sdk::RowRoute& route) {
    return std::any_of(route.columns.begin(), route.columns.end(),
                       [](const sdk::ColumnMap& map) { return map.target == kAsAt; });
  });
}

std::optional<sdk::Date> dayOf(std::string_view text) {
  if (const std::optional<sdk::Date> day = base::parseDate(text.substr(0, 10))) {
    return day;
  }
  // DD/MM/YYYY
  if (text.size() >= 10 && text[2] == '/' && text[5] == '/') {
    return base::parseDate(std::string(text.substr(6, 4)) + "-" + std::string(text.substr(3, 2)) + "-" +
                           std::string(text.substr(0, 2)));
  }
  return std::nullopt;
}

/// What the first row says; nothing of a file without rows.
std::optional<std::string> firstCell(const Extract& extract, const std::string& column) {
  const std::unique_ptr<base::RecordSource> source = openCsv(extract.path, *extract.feed, {column});
  base::RecordBatch batch;
  while (source->next(batch)) {
    for (std::size_t i = 0; i < batch.size; ++i) {
      if (batch.fault[i] == base::RecordFault::None) {
        return std::string(batch.cells[0][i]);
      }
    }
  }
  return std::nullopt;
}

/// Sets the day of extraction; a sentence when the file's own column has none.
std::string settleDay(Extract& extract, const NameMatch& match) {
  const sdk::Feed& feed = *extract.feed;
  if (match.date) {
    extract.extracted_on = match.date;
    return {};
  }
  if (!feed.extracted_on_column.empty()) {
    if (const std::optional<std::string> cell = firstCell(extract, feed.extracted_on_column)) {
      extract.extracted_on = dayOf(*cell);
      return extract.extracted_on
                 ? std::string()
                 : extract.path.generic_string() + " does not say in the column '" + feed.extracted_on_column +
                       "' of its first row on which day it was extracted (YYYY-MM-DD or DD/MM/YYYY).";
    }
  }
  if (feed.extracted_on) {
    extract.extracted_on = feed.extracted_on;
  }
  return {};
}

std::string needsDay(const Extract& extract) {
  return extract.path.generic_string() +
         " covers the months up to the day it was extracted, and that day is not known. " + "Give it with --data " +
         extract.folder.generic_string() + "@YYYY-MM-DD.";
}

/// A month is whole only when it is over: an extract made before its last day is misdated or not whole.
std::string beforeItsEnd(const Extract& extract) {
  return extract.path.generic_string() + " covers " + extract.months.last.longName() + " but is dated " +
         base::longDate(*extract.extracted_on) +
         ", before the month was over. Correct the date after @ in --data, or take the file out.";
}

std::string settleFileMonth(Extract& extract, const NameMatch& match, bool stands_at_days) {
  if (!match.month && !extract.extracted_on) {
    return needsDay(extract);
  }
  const base::Month of_day = match.month      ? *match.month
                             : stands_at_days ? base::Month::of(*extract.extracted_on)
                                              : lastWhole(*extract.extracted_on);
  extract.months = {of_day, of_day};
  const bool is_early = extract.extracted_on && lastWhole(*extract.extracted_on) < of_day;
  const bool is_before = extract.extracted_on && base::Month::of(*extract.extracted_on) < of_day;
  return is_before || (is_early && !stands_at_days) ? beforeItsEnd(extract) : std::string();
}

std::string settleWindow(Extract& extract, const NameMatch& match, bool stands_at_days) {
  const sdk::Feed& feed = *extract.feed;
  if (!extract.extracted_on && (!match.month || feed.covers == sdk::Covers::History)) {
    return needsDay(extract);
  }
  if (match.month) {
    extract.months.last = *match.month;
    if (extract.extracted_on && lastWhole(*extract.extracted_on) < extract.months.last && !stands_at_days) {
      return beforeItsEnd(extract);
    }
  } else {
    extract.months.last = stands_at_days ? base::Month::of(*extract.extracted_on) : lastWhole(*extract.extracted_on);
  }
  extract.months.first =
      feed.covers == sdk::Covers::Rolling ? extract.months.last - (feed.months - 1) : base::Month::of(*feed.since);
  if (extract.months.last < extract.months.first) {
    return extract.path.generic_string() + " tells of " + extract.months.first.longName() +
           " and later, but is dated " + base::longDate(*extract.extracted_on) + ", when no such month was over.";
  }
  return {};
}

/// Rows that stand at a day of their own are all there on it; others may come later.
void settleCompleteness(Extract& extract, bool stands_at_days) {
  const int incomplete = extract.feed->months_incomplete;
  if (incomplete == 0 || stands_at_days) {
    return;
  }
  const base::Month known = extract.extracted_on ? lastWhole(*extract.extracted_on) : extract.months.last;
  const base::Month complete = known - incomplete;
  if (complete < extract.months.last) {
    extract.complete_to = complete;
  }
}

}  // namespace

std::string settleMonths(Extract& extract, const NameMatch& match) {
  if (!match.not_a_month.empty()) {
    return extract.path.generic_string() + " is named for the month '" + match.not_a_month +
           "', which does not exist. Name it for its month as YYYY-MM.";
  }
  if (!match.not_a_date.empty()) {
    return extract.path.generic_string() + " is named for the day '" + match.not_a_date +
           "', which does not exist. Name it for the day it was extracted as YYYY-MM-DD.";
  }
  std::string fault = settleDay(extract, match);
  if (!fault.empty() || extract.covers_everything) {
    return fault;
  }
  const bool stands_at_days = standsAtDays(*extract.feed);
  fault = extract.feed->covers == sdk::Covers::FileMonth ? settleFileMonth(extract, match, stands_at_days)
                                                         : settleWindow(extract, match, stands_at_days);
  if (fault.empty()) {
    settleCompleteness(extract, stands_at_days);
  }
  return fault;
}

}  // namespace boardpack::feed
