#pragma once
#include "measure/evaluation/values/entry_values.hpp"
#include "measure/evaluation/values/entry_view.hpp"

#include <memory>

namespace boardpack::measure {

/// What a repeat looks back to, and what is not covered of it.
struct LookBack {
  base::Month first;  ///< of `gaps`
  Gaps gaps;          ///< to the last month asked for
  int months = 0;     ///< before a window that must be covered; Question::kEver: all from `first`
};

/// Different keys of each group.
std::shared_ptr<const EntryValues> distinctValues(const EntryView& view);
/// Keys, or their rows, that come again.
std::shared_ptr<const EntryValues> repeatValues(const EntryView& view, const MeasureDefinition::Repeats& repeats,
                                                LookBack back);

/// The place of each entry with a key among the events of its key that lie in the `within` months which end with its
/// own day: 1 for the first. 0 for an entry that does not count.
std::vector<std::uint32_t> placesOfEvents(const EntryView& view, int within);

}  // namespace boardpack::measure
