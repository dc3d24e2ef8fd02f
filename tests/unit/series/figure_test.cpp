#include "measure/definition/kinds.hpp"
#include "series/figures.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace boardpack;
using series::Cell;
using series::Figure;
using series::Symbol;
using series::Window;

namespace {

/// Two months of a share, its force and one district, with one comparison and limits.
series::Analysed share() {
  series::Analysed measure;
  series::Series& series = measure.series;
  series.info.name = "positive_outcomes";
  series.info.nature = measure::kindOf("share").nature;
  series.info.windows = {Window::Month, Window::Mrt};
  series.months = {base::Month(2025, 11), base::Month(2025, 12)};
  series::GroupSeries force;
  Cell latest = Cell::of(28);
  latest.numerator = 7;
  latest.denominator = 25;
  latest.unknown = 3;
  force.in(Window::Month) = {Cell::of(20), latest};
  force.in(Window::Mrt) = {Cell::missing(Symbol::NotAvailable, "no"), Cell::of(30)};
  series::GroupSeries district = force;
  district.breakdown = "district";
  district.group = "Hartlepool";
  series.groups = {force, district};

  series::GroupAnalysis analysis;
  series::Comparison comparison;
  comparison.window = Window::Month;
  comparison.reference = series::Reference::PreviousMonth;
  comparison.before = Cell::of(20);
  comparison.change = Cell::of(8);
  comparison.change_percent = Cell::missing(Symbol::NotApplicable, "points");
  analysis.comparisons = {comparison};
  analysis.limits.available = true;
  analysis.limits.mean = 24;
  analysis.limits.lower = 10;
  analysis.limits.upper = 27;
  analysis.limits.classes.resize(2);
  analysis.limits.classes[0].cause = series::SpecialCause::Shift;
  analysis.limits.classes[0].side = series::Side::Low;
  analysis.limits.classes[1].cause = series::SpecialCause::Outside;
  analysis.limits.classes[1].side = series::Side::High;
  analysis.limits.classes[1].variation = series::Variation::Improvement;
  measure.groups = {analysis, series::GroupAnalysis{}};
  return measure;
}

std::string line(const Figure& figure) {
  return figure.group + "|" + figure.period + "|" + figure.window + "|" + figure.statistic + "|" + figure.reference +
         "|" + (figure.value ? std::to_string(static_cast<int>(*figure.value)) : "") + "|" + figure.symbol;
}

}  // namespace

TEST_CASE("every figure in its fixed order", "[figures]") {
  const std::vector<Figure> figures = series::figuresOf("cleveland", {share()});
  std::vector<std::string> lines;
  for (const Figure& figure : figures) {
    CHECK(figure.force == "cleveland");
    CHECK(figure.measure == "positive_outcomes");
    lines.push_back(line(figure));
  }
  const std::vector<std::string> expected{"|2025-11|month|value||20|",
                                          "|2025-11|month|special_cause||-4|",
                                          "|2025-11|mrt|value|||[x]",
                                          "|2025-12|month|value||28|",
                                          "|2025-12|month|numerator||7|",
                                          "|2025-12|month|denominator||25|",
                                          "|2025-12|month|unknown||3|",
                                          "|2025-12|month|previous|previous_month|20|",
                                          "|2025-12|month|change|previous_month|8|",
                                          "|2025-12|month|change_pct|previous_month||[z]",
                                          "|2025-12|month|mean||24|",
                                          "|2025-12|month|lower_limit||10|",
                                          "|2025-12|month|upper_limit||27|",
                                          "|2025-12|month|special_cause||1|",
                                          "|2025-12|mrt|value||30|",
                                          "|2025-12|mrt|unknown||0|",
                                          "Hartlepool|2025-11|month|value||20|",
                                          "Hartlepool|2025-12|month|value||28|",
                                          "Hartlepool|2025-12|month|numerator||7|",
                                          "Hartlepool|2025-12|month|denominator||25|",
                                          "Hartlepool|2025-12|month|unknown||3|",
                                          "Hartlepool|2025-12|month|mean|||[x]",
                                          "Hartlepool|2025-12|month|lower_limit|||[x]",
                                          "Hartlepool|2025-12|month|upper_limit|||[x]",
                                          "Hartlepool|2025-12|month|special_cause|||[x]",
                                          "Hartlepool|2025-12|mrt|value||30|",
                                          "Hartlepool|2025-12|mrt|unknown||0|"};
  CHECK(lines == expected);
}

TEST_CASE("each figure made from rows says how many rows it is missing", "[figures]") {
  series::Analysed measure = share();
  auto& rejected = measure.series.rejected;
  rejected[static_cast<std::size_t>(Window::Month)] = {{.rows = 4, .of = 90}, {.rows = 2, .of = 27}};
  rejected[static_cast<std::size_t>(Window::Mrt)] = {{.rows = 1, .of = 9}, {.rows = 6, .of = 300, .is_at_most = true}};
  const auto lines = [&] {
    std::vector<std::string> found;
    for (const Figure& figure : series::figuresOf("cleveland", {measure})) {
      if (figure.statistic == "rejected") {
        found.push_back(line(figure));
      }
    }
    return found;
  };
  // Of a group it is not known; November's 12 months have no figure that could miss any.
  CHECK(lines() == std::vector<std::string>{"|2025-11|month|rejected||4|", "|2025-12|month|rejected||2|",
                                            "|2025-12|mrt|rejected||6|[at most]",
                                            "Hartlepool|2025-12|month|rejected||2|[at most]",
                                            "Hartlepool|2025-12|mrt|rejected||6|[at most]"});
  rejected[static_cast<std::size_t>(Window::Month)] = {{}, {}};
  rejected[static_cast<std::size_t>(Window::Mrt)] = {{}, {}};
  CHECK(lines() == std::vector<std::string>{"|2025-12|month|rejected||0|", "|2025-12|mrt|rejected||0|"});
}

TEST_CASE("a figure has a value or a symbol in its place", "[figures]") {
  series::Analysed failed = share();
  failed.series.failure = "the script raised an error";
  for (const auto& measure : {share(), failed}) {
    for (const Figure& figure : series::figuresOf("cleveland", {measure})) {
      CHECK(figure.value.has_value() == figure.symbol.empty());
    }
  }
}

TEST_CASE("a count is its own numerator, and has unknowns only where there are some", "[figures]") {
  series::Analysed count = share();
  count.series.info.nature = {};
  count.series.groups[0].in(Window::Month)[1].denominator = {};
  for (const Figure& figure : series::figuresOf("cleveland", {count})) {
    CHECK(figure.statistic != "numerator");
    if (figure.statistic == "unknown") {
      CHECK(*figure.value == 3);
    }
  }
}

TEST_CASE("a measure without months has every earlier value of its shortest window", "[figures]") {
  series::Analysed measure = share();
  const auto earlier = [&] {
    std::vector<std::string> lines;
    for (const Figure& figure : series::figuresOf("cleveland", {measure})) {
      if (figure.period == "2025-11") {
        lines.push_back(line(figure));
      }
    }
    return lines;
  };
  measure.series.info.windows = {Window::Mrt};
  CHECK(earlier() == std::vector<std::string>{"|2025-11|mrt|value|||[x]", "Hartlepool|2025-11|mrt|value|||[x]"});
  measure.series.info.windows = {Window::Ytd};
  for (series::GroupSeries& group : measure.series.groups) {
    group.in(Window::Ytd) = {Cell::of(7), Cell::of(9)};
  }
  CHECK(earlier() == std::vector<std::string>{"|2025-11|ytd|value||7|", "Hartlepool|2025-11|ytd|value||7|"});
}

TEST_CASE("marks and bounds stand beside a value", "[figures]") {
  series::Analysed measure = share();
  Cell& latest = measure.series.groups[0].in(Window::Month).back();
  latest.marks.add(series::Mark::Provisional);
  latest.marks.add(series::Mark::Break);
  latest.bound = series::Bound::Over;
  const std::vector<Figure> figures = series::figuresOf("cleveland", {measure});
  const auto found = std::find_if(figures.begin(), figures.end(), [](const Figure& figure) {
    return figure.period == "2025-12" && figure.statistic == "value";
  });
  REQUIRE(found != figures.end());
  CHECK(*found->value == 28);
  CHECK(found->symbol == "[b] [p] [over]");
}

TEST_CASE("what the statistics say has its figures", "[figures]") {
  series::Analysed measure = share();
  series::GroupAnalysis& force = measure.groups[0];
  force.intervals[static_cast<std::size_t>(Window::Month)] = series::Interval{14, 48, "Wilson"};
  force.comparisons[0].significance = {.verdict = series::Significance::Verdict::Beyond, .z = 3, .p = 0.25};
  force.season = {.tested = true, .strong = true, .p = 0.0, .strength = 1.0};
  force.change_points.points = {{.starts = base::Month(2024, 6),
                                 .between = {base::Month(2024, 5), base::Month(2024, 8)},
                                 .before = 20,
                                 .after = 30,
                                 .order = series::ChangePoint::Order::BeforeEvent}};
  force.forecast = {.available = true,
                    .year = {base::Month(2025, 4), base::Month(2026, 3)},
                    .value = 100,
                    .lower = 90,
                    .upper = 110,
                    .so_far = 70};
  measure.series.info.targets = {{{}, 90}};
  measure.contributions = {{.breakdown = "district", .is_rate = true, .parts = {{"Hartlepool", 3, 1, 2}}}};
  series::PeerStanding peers;
  peers.available = true;
  peers.period = {base::Month(2024, 10), base::Month(2025, 9)};
  peers.group = "MSG";
  peers.own = Cell::of(5);
  peers.mean = Cell::of(6);
  peers.national = Cell::missing(Symbol::NotAvailable, "none");
  peers.rank = 2;
  peers.ranked = 8;
  measure.peers = peers;
  std::vector<std::string> lines;
  for (const Figure& figure : series::figuresOf("cleveland", {measure})) {
    lines.push_back(line(figure));
  }
  for (const char* expected : {"|2025-12|month|lower_95||14|",
                               "|2025-12|month|upper_95||48|",
                               "|2025-12|month|significant|previous_month|1|",
                               "|2025-12|month|change_z|previous_month|3|",
                               "|2025-12|month|change_p|previous_month|0|",
                               "|2025-12|month|season||1|",
                               "|2024-06|month|change_point||1|",
                               "|2024-06|month|change_point_first||202405|",
                               "|2024-06|month|change_point_last||202408|",
                               "|2024-06|month|level_before||20|",
                               "|2024-06|month|level_after||30|",
                               "|2026-03|financial_year|forecast||100|",
                               "|2026-03|financial_year|forecast_lower_95||90|",
                               "|2026-03|financial_year|forecast_so_far||70|",
                               "|2025-12|month|target||90|",
                               "Hartlepool|2025-12|mrt|contribution_mix||1|",
                               "Hartlepool|2025-12|mrt|contribution_rate||2|",
                               "|2025-09|mrt|peer_own|MSG|5|",
                               "|2025-09|mrt|peer_mean|MSG|6|",
                               "|2025-09|mrt|national|||[x]",
                               "|2025-09|mrt|rank|MSG|2|",
                               "|2025-09|mrt|ranked|MSG|8|"}) {
    INFO(expected);
    CHECK(std::count(lines.begin(), lines.end(), std::string(expected)) == 1);
  }
}
