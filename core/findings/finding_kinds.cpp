#include "findings/finding_kinds.hpp"

namespace boardpack::findings {
namespace {

using Kind = FindingKind;

constexpr std::array kRows{
    FindingKindRow{Kind::NotThere, "not_there", true, "There is no figure."},
    FindingKindRow{Kind::NotSettled, "not_settled", true,
                   "The latest figure still grows, or its data are not complete."},
    FindingKindRow{Kind::TooFew, "too_few", true,
                   "The earlier count is under 50: both counts are told, not a per cent."},
    FindingKindRow{Kind::CannotBeTold, "cannot_be_told", true,
                   "The figure cannot be compared, or there are too few earlier months to know what is usual."},
    FindingKindRow{Kind::Turned, "turned", true,
                   "The 12 months differ by more than usual, and the latest months go the other way."},
    FindingKindRow{Kind::ChangedLevel, "changed_level", true, "The level of the months changed with a month."},
    FindingKindRow{Kind::Higher, "higher", true, "Higher than the period before by more than usual."},
    FindingKindRow{Kind::Lower, "lower", true, "Lower than the period before by more than usual."},
    FindingKindRow{Kind::UnusualMonth, "unusual_month", true,
                   "The latest month is marked by a rule of its control chart."},
    FindingKindRow{Kind::AsUsual, "as_usual", true, "No more than the usual ups and downs."},
    FindingKindRow{Kind::Untested, "untested", true,
                   "Differs from the period before; nothing is tested, as of an entered figure."},
    FindingKindRow{Kind::Record, "record", false, "The highest, lowest or best of those known."},
    FindingKindRow{Kind::Driver, "driver", false, "The groups that make up a change."},
    FindingKindRow{Kind::Target, "target", false, "The figure beside its target."},
    FindingKindRow{Kind::Peers, "peers", false, "The figure beside those of other forces."},
    FindingKindRow{Kind::Season, "season", false, "The months of a year differ as a rule."},
    FindingKindRow{Kind::Forecast, "forecast", false, "What the financial year comes to, if months go on as they did."},
    FindingKindRow{Kind::Caveat, "caveat", false,
                   "What a reader must know of the figure: an event, rows left out, a break."},
};

constexpr bool isInOrder() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].kind) != i) {
      return false;
    }
  }
  return true;
}
static_assert(isInOrder(), "rowOf() finds a kind by its place");
static_assert(kRows.size() == static_cast<std::size_t>(Kind::Caveat) + 1, "a row a kind");

}  // namespace

std::span<const FindingKindRow> findingKinds() { return kRows; }

const FindingKindRow& rowOf(FindingKind kind) { return kRows[static_cast<std::size_t>(kind)]; }

}  // namespace boardpack::findings
