#pragma once
#include "series/series.hpp"

#include <string>
#include <vector>

namespace boardpack::series {

/// What the statistics say of a series: values only. statistics/ makes them; writers read them.

/// "previous_month", "same_month_last_year", "previous_mrt", "previous_ytd", "previous_window",
/// "same_window_last_year", "named".
const char* referenceName(Reference reference);

/// Whether a change is more than chance gives, with the spread that the months themselves show.
struct Significance {
  enum class Verdict {
    NotTested,   ///< not a thing to test (an entered figure, a state)
    CannotTell,  ///< too little history, or something else `reason` names
    Within,      ///< no significant change
    Beyond       ///< significant
  };
  Verdict verdict = Verdict::NotTested;
  std::optional<double> z;           ///< positive is a rise
  std::optional<double> p;           ///< two-sided
  std::optional<double> dispersion;  ///< variance of the months over Poisson or binomial, never below 1
  std::string method;                ///< named in notes
  std::string reason;                ///< of CannotTell, a clause
};

/// The latest value of a window against an earlier one. The change of a share is in its own unit (percentage
/// points) and its per cent is [z].
struct Comparison {
  Window window = Window::Month;
  Reference reference = Reference::PreviousMonth;
  base::Month reference_period;  ///< the month that the earlier window ends in
  Cell before;
  Cell change;
  Cell change_percent;               ///< in per cent: -2.4
  base::MonthRange months{};         ///< of the latest value
  base::MonthRange before_months{};  ///< of the earlier one
  std::string label;                 ///< of Named: "2016"; else ""
  Significance significance = {};
};

/// A 95% interval of a value, in its unit.
struct Interval {
  double lower = 0, upper = 0;
  std::string method;  ///< "Wilson", "Byar"
};

/// The rule of a control chart that a point meets; REFERENCE 3.1 names them A to D. By precedence, A first.
enum class SpecialCause { None, Outside, Trend, TwoInThree, Shift };
enum class Side { None, High, Low };
/// What a special cause means: follows from its side and from which way is better.
enum class Variation { Unknown, CommonCause, Improvement, Concern, NeutralHigh, NeutralLow };

struct PointClass {
  bool outside = false, trend = false, two_in_three = false, shift = false;  ///< every rule it meets
  SpecialCause cause = SpecialCause::None;                                   ///< the first by precedence
  Side side = Side::None;                                                    ///< of a trend: its direction
  Variation variation = Variation::CommonCause;
};

/// A stretch of months with limits of its own.
struct LimitsStep {
  std::size_t first = 0;   ///< index in Series::months
  std::size_t last = 0;    ///< the last month of it
  std::size_t points = 0;  ///< months with a value that mean and limits come from
  bool trial = false;      ///< of fewer than 12 months, after a step
  double mean = 0, moving_range = 0, lower = 0, upper = 0, near_lower = 0, near_upper = 0;
  std::string because;  ///< what begins it: the event's title; "" for the first
  /// Of Laney p': the limits of each month from `first`, which differ with its n; else empty.
  std::vector<double> lower_by_month = {}, upper_by_month = {};
};

/// Limits of an XmR chart over monthly values, or the reason there are none. Numbers are those of the latest step.
struct Limits {
  bool available = false;
  std::string reason;            ///< when there are none: "fewer than 12 months"
  Symbol symbol = Symbol::None;  ///< when there are none: what stands for them in figures.csv
  std::string rule_set;          ///< named in every output
  std::size_t first = 0;         ///< index in Series::months of the first point used
  std::size_t points = 0;        ///< months with a value; the span, gaps included, is classes.size()
  bool no_variation = false;     ///< all values equal: limits are the centre, and no signals
  double mean = 0, moving_range = 0, lower = 0, upper = 0, near_lower = 0, near_upper = 0;
  std::vector<PointClass> classes;                ///< of each month from `first`; months without a value have none
  std::vector<LimitsStep> steps = {};             ///< one, or one for each break; the earliest first
  std::optional<base::MonthRange> baseline = {};  ///< the months that mean and limits are fixed by
  /// What the rules looked at where it is not the monthly value itself: "the difference from the same month a year
  /// before", "the mean of a day in each month"; "" else. Limits and mean are of that.
  std::string looked_at = {};

  /// The class of a month by its index in Series::months; nullptr outside the limits' span.
  const PointClass* classAt(std::size_t month_index) const;
  /// The step that a month lies in; nullptr outside the limits' span.
  const LimitsStep* stepAt(std::size_t month_index) const;
};

/// Whether the months of a year differ as a rule.
struct Season {
  bool tested = false;
  bool strong = false;  ///< the rules of control charts look at differences from a year before
  std::optional<double> p;
  std::optional<double> strength;  ///< 0 to 1, as Wang, Smith and Hyndman 2006
  std::string method;
  std::string reason;  ///< why it was not tested
};

/// A month with which the level of a series changed.
struct ChangePoint {
  base::Month starts;
  base::MonthRange between;      ///< the 95% interval of `starts`
  double before = 0, after = 0;  ///< mean level of the stretches on both sides
  enum class Order { NoEvent, BeforeEvent, AfterEvent, CannotTell };
  Order order = Order::NoEvent;  ///< whether the change starts before the nearest event, as far as can be told
  std::string event;             ///< its title
  std::optional<sdk::Date> event_day;
};
struct ChangePoints {
  bool tested = false;
  std::vector<ChangePoint> points;
  std::string method;
  std::string reason;  ///< why it was not tested
};

/// The financial year to its end in March, if months go on as they did.
struct Forecast {
  bool available = false;
  base::MonthRange year{};
  double value = 0, lower = 0, upper = 0;  ///< of the whole year, with its 95% interval
  double so_far = 0;
  int months_left = 0;
  std::string method;
  std::string reason;  ///< why there is none
};

/// Groups that words on a contribution name, the largest; the others are told together.
inline constexpr std::size_t kContributionsNamed = 3;

/// What a group adds to the change of the force's 12 months (or the longest window the measure has).
struct ContributionPart {
  std::string group;
  double change = 0;  ///< of a count or sum: the parts add up to the whole exactly
  double mix = 0;     ///< of a rate: what its share of the base adds
  double rate = 0;    ///< of a rate: what its own rate adds; change = mix + rate
};
struct Contribution {
  std::string breakdown;
  Window window = Window::Mrt;
  base::MonthRange months{}, before_months{};
  double change = 0;  ///< of the whole
  bool is_rate = false;
  std::vector<ContributionPart> parts;  ///< largest absolute change first
  double mix = 0, rate = 0;             ///< of a rate: sums over the parts
  double rest = 0;                      ///< sum of the changes beyond the kContributionsNamed largest
  std::string reason;                   ///< why there is none: parts are empty then
};

/// Limits that a force's place among others of unequal size is judged by.
struct FunnelPoint {
  std::string name;
  double base = 0, value = 0;
  double lower_95 = 0, upper_95 = 0, lower_998 = 0, upper_998 = 0;
};
struct Funnel {
  double centre = 0;
  std::vector<FunnelPoint> points;
  std::string method;
  std::string reason;  ///< why there is none
};

/// Where the force stands among its peers, for the comparator's own period.
struct PeerStanding {
  bool available = false;
  std::string reason;                     ///< why there is none
  base::MonthRange period{};              ///< of the comparator
  std::string force = {};                 ///< as the comparators name it
  std::string group;                      ///< "MSG", "England and Wales"
  std::vector<std::string> members;       ///< as compared, the force with them where it counts
  std::string averaging;                  ///< "unweighted mean of the forces' rates, the force itself included"
  Cell own;                               ///< the force's own figure of that same period
  Cell mean;                              ///< of the group
  Cell national;                          ///< of the country, where the comparator has it
  std::optional<int> rank;                ///< 1 is the lowest
  int ties = 0;                           ///< other forces at the same value
  int ranked = 0;                         ///< how many were
  std::optional<double> lowest, highest;  ///< of those ranked
  std::vector<std::string> left_out;      ///< with the reason: "City of London"
  std::optional<int> increases;           ///< forces whose figure rose on the year before
  int compared = 0;                       ///< of how many
  int lag_months = 0;                     ///< the period ends so long before the pack's month
  std::string unit, source;
  std::optional<sdk::Date> published_on;
  bool publishable = true;          ///< false: words only outside the force
  std::string own_from = {};        ///< "the force's own data" or "the comparator's own figure for the force"
  std::string increases_from = {};  ///< "the published changes" or "the counts of two periods"
  std::string population = {};      ///< of rates: "people of mid-2018, rounded to 100"
  Funnel funnel = {};               ///< of the forces ranked, each with its count and people
};

/// The rule and side of a point as figures.csv has it: 0 none, 1 outside, 2 trend, 3 two in three, 4 shift; negative on
/// the low side (of a trend: falling).
int specialCauseCode(const PointClass& point);

enum class Assurance { None, ConsistentlyPassing, ConsistentlyFailing, HitAndMiss };

struct GroupAnalysis {
  std::vector<Comparison> comparisons;  ///< of the pack's month
  Limits limits;
  Variation variation = Variation::Unknown;  ///< of the latest month
  Assurance assurance = Assurance::None;
  std::array<std::optional<Interval>, kAllWindows.size()> intervals = {};  ///< [Window], of the latest value
  Season season = {};
  ChangePoints change_points = {};
  Forecast forecast = {};

  const Comparison* find(Window window, Reference reference) const;
  /// The named comparison of a window by its label; nullptr when there is none.
  const Comparison* findNamed(Window window, const std::string& label) const;
};

/// A series and what is said of each of its groups, in the same order.
struct Analysed {
  Series series;
  std::vector<GroupAnalysis> groups;
  std::vector<Contribution> contributions = {};
  std::optional<PeerStanding> peers = {};
  std::optional<Funnel> funnel = {};

  const GroupAnalysis& force() const { return groups.front(); }
};

}  // namespace boardpack::series
