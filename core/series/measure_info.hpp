#pragma once
#include "base/month.hpp"
#include "series/chart_kind.hpp"
#include "series/nature.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::series {

enum class Better { Neither, Lower, Higher };

/// What a value is over, for the month that it ends in or stands at.
///   Month, Mrt, Ytd                         that month, the 12 months to it, April to it
///   Quarter, FinancialYear, CalendarYear    the latest whole one that ended by that month; quarters are of the
///                                           financial year
///   Since                                   from MeasureInfo::since to that month
///   Between                                 MeasureInfo::between, once it has ended
///   Wave                                    the survey's latest wave that ended by that month
enum class Window { Month, Mrt, Ytd, Quarter, FinancialYear, CalendarYear, Since, Between, Wave };
inline constexpr std::array kAllWindows{Window::Month,   Window::Mrt,           Window::Ytd,
                                        Window::Quarter, Window::FinancialYear, Window::CalendarYear,
                                        Window::Since,   Window::Between,       Window::Wave};

/// The name in files and on the command line: "month", "mrt", "ytd", "quarter", "financial_year", "calendar_year",
/// "since", "between", "wave".
const char* windowName(Window window);

enum class Format {
  Plain,
  Duration  ///< a value in seconds or minutes (the unit says which) in words: "8 minutes 56 seconds"
};

/// A target that holds from a month on, until the next one; a value of nothing ends it.
struct TargetStep {
  std::optional<base::Month> from;  ///< nothing: from the first month on
  std::optional<double> value;      ///< in the unit of the values (a share of 0.9 is 90)
};

/// What a value is compared with besides what every window is compared with: `compare` of a script.
struct NamedReference {
  enum class Kind {
    Period,        ///< the same measure over `period`, as "2016" or "2014/15"
    MeanOfMonths,  ///< mean of the `months` monthly values before the month
    LastPublished  ///< the figure last published for the board
  };
  Kind kind = Kind::Period;
  std::string label;  ///< as tables print it: "2016", "1-year mean", "the figure last published"
  base::MonthRange period{};
  int months = 0;
};

/// How limits are computed: REFERENCE 3.1.
struct LimitsSpec {
  std::optional<base::MonthRange> baseline;  ///< mean and limits come from these months alone
  std::vector<base::Month> steps;            ///< limits begin anew with these months, as an event does
  bool screen_moving_ranges = true;
  bool laney = false;  ///< of a share of large n: Laney p'
};

/// How the measure stands beside other forces.
inline constexpr int kOldestPeers = 24;  ///< unless a measure says otherwise

struct PeerSpec {
  std::string measure;    ///< of the comparators
  std::string group;      ///< of the peer groups: "MSG"
  bool weighted = false;  ///< mean of the members' rates, or their sums divided
  bool includes_own = true;
  std::vector<std::string> left_out;  ///< forces that no rank counts: "City of London"
  int oldest = kOldestPeers;          ///< months that the comparators' period may end before the pack's month
};

/// How exactly a hand-entered figure is known.
enum class Bound : std::uint8_t { Exact, Over, Under, JustUnder, AtLeast, AtMost, About, Estimated };
/// "over", "just under", "about" … as words before a number; "" for Exact.
const char* boundWords(Bound bound);

struct ChartSpec {
  ChartKind kind = ChartKind::Xmr;
  std::string breakdown;      ///< "" of the whole force, and of a funnel of forces
  int months = kChartMonths;  ///< shown, at the most
};

struct BreakdownInfo {
  std::string id;  ///< column or area level: "category", "district"; of several columns joined: "category_x_district"
  std::string label;  ///< heading: "Category", "Borough", "Category and borough"
  bool is_area = false;
  std::vector<std::string> columns = {};  ///< more than one: groups of several dimensions, or the levels of a tree
  bool is_tree = false;                   ///< `columns` from the root down; GroupSeries::parent is the group above
  std::size_t top = 0;                    ///< so many largest groups, the rest as "Other"; 0: all
};

/// What writers and statistics need to know of a measure: a value, made once from its definition.
struct MeasureInfo {
  std::string name;      ///< "recorded_crime"
  std::string title;     ///< "Recorded crime"
  std::string sentence;  ///< the definition in English
  Nature nature = {};
  std::string unit;  ///< "", "%", "minutes", "£", "per 1,000 people"
  int decimals = 0;  ///< of a shown value
  Better better = Better::Neither;
  std::vector<std::string> pillars;  ///< ids, in the order of the plan
  std::vector<std::string> serves;   ///< as written in the script
  std::vector<Window> windows;
  std::vector<BreakdownInfo> breakdowns;
  std::vector<ChartSpec> charts;
  std::string note;
  std::string owner;
  std::string script;  ///< file and line of its declaration, relative to the scripts folder

  Format format = Format::Plain;
  std::string wanted;                       ///< "more reporting": a rise of what is reported is hoped for; else ""
  std::vector<TargetStep> targets;          ///< by month, the earliest first
  std::optional<base::Month> since;         ///< of Window::Since
  std::string since_words;                  ///< "the new control room system"; "" when a month was written
  std::optional<base::MonthRange> between;  ///< of Window::Between
  std::string survey;                       ///< of Window::Wave
  std::vector<NamedReference> compare;
  LimitsSpec limits;
  std::optional<PeerSpec> peers;
  bool per_day = false;             ///< the rules of control charts look at the mean of a day of each month
  int expected_days = 0;            ///< after a month's end by which its data have come, or
  int expected_months = 0;          ///< so many whole months after it
  std::string expected;             ///< as written: "day 35"
  int settles_after = 0;            ///< months until a month's figure no longer grows: those nearer are provisional
  std::vector<std::string> states;  ///< of a State, the worst first
  std::string source;               ///< as written
  std::string target_set_by;
  std::string last_reviewed;  ///< a day, as written: "2025-04-01"

  bool has(Window window) const;
  /// The target that holds in a month.
  std::optional<double> targetAt(base::Month month) const;
  /// The shortest window it is reported over: tables and figures.csv give every month of every group over it.
  Window shortest() const;
  /// Whether the title says the unit ("Recorded crime per 1,000 people"), so that no words beside it say it again.
  bool titleSaysUnit() const;
};

/// The day by which the data of a month have come, of a measure that says so.
sdk::Date dueOn(const MeasureInfo& info, base::Month month);

}  // namespace boardpack::series
