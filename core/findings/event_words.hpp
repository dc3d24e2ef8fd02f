#pragma once
#include "series/series.hpp"

#include <string>
#include <vector>

namespace boardpack::findings {

/// "From 14 June 2019 in Ashby (SAAB replaced): crimes were counted anew." An operation is told as "On 14 June 2019".
std::string eventSentence(const series::Event& event);

/// Whether a sentence on a measure at a month tells of the event: the two years that its figures are of.
bool isOfTwoYears(const series::Event& event, base::Month month);

/// The caveats of a series: a sentence for each event, the earliest first. `from`: events before that month are left
/// out.
std::vector<std::string> eventNotes(const series::Series& series, base::Month from);

/// The events that a chart of the whole force over these months marks with a line, the earliest first.
std::vector<const series::Event*> eventsDrawn(const series::Series& series, const base::MonthRange& shown);
/// "Marked: SAAB replaced on 14 June 2019." for captions and alternative texts; "" when there are none.
std::string eventsDrawnWords(const series::Series& series, const base::MonthRange& shown);

}  // namespace boardpack::findings
