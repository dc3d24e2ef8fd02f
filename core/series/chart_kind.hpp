#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace boardpack::series {

/// The kinds of charts, each once. By these names each kind has its rules (findings/charts) and its drawing
/// (output/chart/kinds): the tables there are made from this list, and a kind that lacks one of them does not link.
#define BOARDPACK_CHART_KINDS(EACH) \
  EACH(Xmr)                         \
  EACH(MrtAgainstYear)              \
  EACH(ChangeByGroup)               \
  EACH(StackedColumns)              \
  EACH(SmallMultiples)              \
  EACH(Funnel)

enum class ChartKind : std::uint8_t {
#define BOARDPACK_CHART_KIND(name) name,
  BOARDPACK_CHART_KINDS(BOARDPACK_CHART_KIND)
#undef BOARDPACK_CHART_KIND
};

/// Months that a series has at the most, the pack's with them: no chart can show more.
inline constexpr int kHistoryMonths = 60;
/// Months that a chart shows at the fewest, and unless its script says otherwise.
inline constexpr int kFewestChartMonths = 6;
inline constexpr int kChartMonths = 36;

/// Whom a chart shows: `by` of a script.
enum class ChartOf : std::uint8_t {
  Force,         ///< the whole force, so it has no `by`
  Groups,        ///< the groups of the breakdown that `by` names
  ForcesOrAreas  ///< the force among its peers, or with `by` the areas of the force
};

/// What each of its figures is over.
enum class ChartPeriod : std::uint8_t {
  Month,         ///< single months, which the measure must be reported over
  TwelveMonths,  ///< 12 months, which the measure must be reported over
  Compared       ///< the period of those that are compared
};

/// What is known of a kind without a measure.
struct ChartKindRow {
  ChartKind kind;
  const char* word;   ///< in a script: kind = "xmr"
  const char* shows;  ///< for who chooses one
  ChartOf of;
  ChartPeriod period;
  int most_months = kHistoryMonths;  ///< that can be told apart
  const char* suffix = "";           ///< of the chart's name, after the measure's and the breakdown's
  const char* second_suffix = "";  ///< after that, where another chart of the measure has that name; "": it is left out
  bool is_control_chart = false;   ///< one line between limits, so the months must vary by themselves about a level
  bool stacks = false;             ///< groups stand on each other, so they must add up to the force
  std::optional<ChartKind> instead = std::nullopt;  ///< drawn where the groups do not fit
};

inline constexpr std::array kChartKinds{
    ChartKindRow{.kind = ChartKind::Xmr,
                 .word = "xmr",
                 .shows = "months with mean and limits",
                 .of = ChartOf::Force,
                 .period = ChartPeriod::Month,
                 .is_control_chart = true},
    ChartKindRow{.kind = ChartKind::MrtAgainstYear,
                 .word = "mrt",
                 .shows = "the 12-month rolling total against the year before",
                 .of = ChartOf::Force,
                 .period = ChartPeriod::TwelveMonths,
                 .most_months = 24,
                 .suffix = ".mrt"},
    ChartKindRow{.kind = ChartKind::ChangeByGroup,
                 .word = "change",
                 .shows = "ranked bars: the change of each group's 12 months",
                 .of = ChartOf::Groups,
                 .period = ChartPeriod::TwelveMonths,
                 .suffix = "-change"},
    ChartKindRow{.kind = ChartKind::StackedColumns,
                 .word = "stacked",
                 .shows = "months as columns, at most six groups that add up",
                 .of = ChartOf::Groups,
                 .period = ChartPeriod::Month,
                 .most_months = 24,
                 .stacks = true,
                 .instead = ChartKind::SmallMultiples},
    ChartKindRow{.kind = ChartKind::SmallMultiples,
                 .word = "multiples",
                 .shows = "a small line for each group",
                 .of = ChartOf::Groups,
                 .period = ChartPeriod::Month,
                 .second_suffix = "-each"},
    ChartKindRow{.kind = ChartKind::Funnel,
                 .word = "funnel",
                 .shows = "the force among all forces, or its areas, each by its size, between the limits of chance",
                 .of = ChartOf::ForcesOrAreas,
                 .period = ChartPeriod::Compared,
                 .suffix = ".funnel"},
};

constexpr const ChartKindRow& rowOf(ChartKind kind) { return kChartKinds[static_cast<std::size_t>(kind)]; }

/// Whether each name of the list has its row, in the same order.
constexpr bool hasEveryChartKind() {
  std::size_t named = 0;
#define BOARDPACK_CHART_KIND(name)                                                 \
  if (named >= kChartKinds.size() || kChartKinds[named].kind != ChartKind::name) { \
    return false;                                                                  \
  }                                                                                \
  ++named;
  BOARDPACK_CHART_KINDS(BOARDPACK_CHART_KIND)
#undef BOARDPACK_CHART_KIND
  return named == kChartKinds.size();
}
static_assert(hasEveryChartKind(), "each kind of chart has one row, in the order of the list");

}  // namespace boardpack::series
