#include "findings/chart_words.hpp"

#include "findings/chart_facts.hpp"
#include "make_measure.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::findings;
using series::ChartKind;

namespace {

series::Analysed byDistrict(double latest, std::vector<std::pair<std::string, std::vector<double>>> districts) {
  series::Series series = seriesOf(steady(latest));
  series.info.breakdowns = {{"district", "Borough", true}};
  for (const auto& [name, values] : districts) {
    series.groups.push_back(groupOf("district", name, values));
  }
  return statistics::analyse(series, kMonth);
}

ChartSubject subjectOf(const series::Analysed& measure, ChartKind kind, const std::string& breakdown = {}) {
  std::vector<std::string> groups;
  for (const series::GroupSeries* group : measure.series.groupsOf(breakdown)) {
    if (!group->isForce() && measure.series.isWorthDrawing(*group)) {
      groups.push_back(group->group);
    }
  }
  return ChartSubject{.measure = &measure,
                      .spec = {.kind = kind, .breakdown = breakdown, .months = 36},
                      .month = kMonth,
                      .shown = {base::Month(2023, 1), kMonth},
                      .place = "Cleveland Police",
                      .groups = groups,
                      .groups_in_all = groups.size()};
}

std::vector<double> level(double usual, double latest) {
  std::vector<double> values;
  for (int i = 0; i < 35; ++i) {
    values.push_back(usual + (i % 2 == 0 ? -2 : 2));
  }
  values.push_back(latest);
  return values;
}

}  // namespace

TEST_CASE("a control chart's title says what its latest month is", "[chart words]") {
  const auto titleOf = [](double latest) {
    const series::Analysed measure = statistics::analyse(seriesOf(steady(latest)), kMonth);
    return chartTitle(subjectOf(measure, ChartKind::Xmr));
  };
  CHECK(titleOf(105) == "Robbery stayed within the usual range in December 2025");
  CHECK(titleOf(190) == "Robbery stood above the upper limit in December 2025");
  CHECK(titleOf(10) == "Robbery stood below the lower limit in December 2025");
  const series::Analysed brief = statistics::analyse(seriesOf({100, 90, 80}), kMonth);
  CHECK(chartTitle(subjectOf(brief, ChartKind::Xmr)) == "Robbery stood at 80 in December 2025");
}

TEST_CASE("a rolling chart's title says the change", "[chart words]") {
  const series::Analysed measure = statistics::analyse(seriesOf(steady(190)), kMonth);
  CHECK(chartTitle(subjectOf(measure, ChartKind::MrtAgainstYear)) ==
        "Robbery rose 7.1% in the 12 months to December 2025");
  const series::Analysed small = statistics::analyse(seriesOf(std::vector<double>(36, 2)), kMonth);
  CHECK(chartTitle(subjectOf(small, ChartKind::MrtAgainstYear)) ==
        "Robbery did not change in the 12 months to December 2025");
  series::Series rising = seriesOf(std::vector<double>(36, 1));
  rising.groups[0].in(series::Window::Mrt).back() = series::Cell::of(20);
  const series::Analysed counts = statistics::analyse(rising, kMonth);
  CHECK(chartTitle(subjectOf(counts, ChartKind::MrtAgainstYear)) ==
        "Robbery rose from 12 to 20 in the 12 months to December 2025");
}

TEST_CASE("titles by group name the groups that stand out", "[chart words]") {
  const series::Analysed measure =
      byDistrict(105, {{"Hartlepool", level(30, 90)}, {"Middlesbrough", level(40, 12)}, {"Stockton", level(20, 22)}});
  CHECK(chartTitle(subjectOf(measure, ChartKind::ChangeByGroup, "district")) ==
        "Robbery: Hartlepool up 58, Middlesbrough down 30");
  CHECK(chartTitle(subjectOf(measure, ChartKind::StackedColumns, "district")) ==
        "Robbery: Hartlepool had most in December 2025, 90");
  CHECK(chartTitle(subjectOf(measure, ChartKind::SmallMultiples, "district")) ==
        "Robbery: Hartlepool and Middlesbrough stood out in December 2025");
  const series::Analysed calm = byDistrict(105, {{"Hartlepool", level(30, 32)}, {"Stockton", level(20, 22)}});
  CHECK(chartTitle(subjectOf(calm, ChartKind::SmallMultiples, "district")) ==
        "Robbery stayed within the usual range in each borough");
  CHECK(chartTitle(subjectOf(calm, ChartKind::ChangeByGroup, "district")) == "Robbery did not change in any borough");
}

TEST_CASE("a month without a value is never told as usual", "[chart words]") {
  series::Analysed measure = byDistrict(105, {{"Hartlepool", level(30, 90)}, {"Stockton", level(20, 22)}});
  series::Series series = measure.series;
  for (series::GroupSeries& group : series.groups) {
    group.in(series::Window::Month).back() =
        series::Cell::missing(series::Symbol::NotAvailable, "no extract covers December 2025");
  }
  measure = statistics::analyse(series, kMonth);
  CHECK(chartTitle(subjectOf(measure, ChartKind::SmallMultiples, "district")) == "Robbery by borough");
  CHECK(chartTitle(subjectOf(measure, ChartKind::Xmr)) == "Robbery stood at 95 in November 2025, the latest available");
  series.info.title = "Stops and searches that led to an outcome";
  measure = statistics::analyse(series, kMonth);
  CHECK(chartTitle(subjectOf(measure, ChartKind::Xmr)) ==
        "Stops and searches that led to an outcome stood at 95 in November 2025");
  CHECK(chartAlternative(subjectOf(measure, ChartKind::SmallMultiples, "district")).find("No special cause") ==
        std::string::npos);
}

TEST_CASE("a share outside the force never stands out", "[chart words]") {
  series::Series series =
      byDistrict(105, {{"Outside the force area", level(30, 99)}, {"Stockton", level(20, 22)}}).series;
  series.info.nature.adds_up = false;
  const series::Analysed measure = statistics::analyse(series, kMonth);
  CHECK(chartTitle(subjectOf(measure, ChartKind::StackedColumns, "district")) ==
        "Robbery: Stockton stood highest in December 2025, 22");
}

TEST_CASE("a title has 15 words at the most", "[chart words]") {
  series::Series series = seriesOf(steady(190));
  for (const char* title :
       {"Calls of every kind answered within ten seconds of the first ring",
        "Calls of every kind that were answered within ten seconds of the first ring by day or by night"}) {
    series.info.title = title;
    const series::Analysed measure = statistics::analyse(series, kMonth);
    for (const ChartKind kind : {ChartKind::Xmr, ChartKind::MrtAgainstYear}) {
      const std::string words = chartTitle(subjectOf(measure, kind));
      CHECK(countWords(words) <= 15);
      CHECK(words.starts_with("Calls of every kind"));
    }
  }
}

TEST_CASE("a subtitle has measure, place, period and unit", "[chart words]") {
  const series::Analysed measure = byDistrict(105, {{"Hartlepool", level(30, 90)}});
  CHECK(chartSubtitle(subjectOf(measure, ChartKind::Xmr)) ==
        "Robbery, Cleveland Police, monthly, January 2023 to December 2025, number");
  CHECK(chartSubtitle(subjectOf(measure, ChartKind::ChangeByGroup, "district")) ==
        "Robbery by borough, Cleveland Police, the 12 months to December 2025 against the 12 months before, change, "
        "number");
}

// By hand: (18 × 95 + 17 × 105 + 190) / 36 = 102.36; the ranges are 10 but for the last, which is screened.
TEST_CASE("an alternative text serves who cannot see the chart", "[chart words]") {
  const series::Analysed measure =
      byDistrict(190, {{"Hartlepool", level(30, 90)}, {"Middlesbrough", level(40, 12)}, {"Stockton", level(20, 22)}});
  CHECK(
      chartAlternative(subjectOf(measure, ChartKind::Xmr)) ==
      "Line chart of Robbery by month, Cleveland Police, January 2023 to December 2025. From 95 in January 2023 to 190 "
      "in December 2025; highest 190 in December 2025, lowest 95 in January 2023. Mean 102.4, limits 83.6 to 121.1. "
      "1 month shows a special cause, the latest December 2025: above the upper limit.");
  for (const auto& [kind, breakdown] :
       std::vector<std::pair<ChartKind, std::string>>{{ChartKind::Xmr, ""},
                                                      {ChartKind::MrtAgainstYear, ""},
                                                      {ChartKind::ChangeByGroup, "district"},
                                                      {ChartKind::StackedColumns, "district"},
                                                      {ChartKind::SmallMultiples, "district"}}) {
    const std::string text = chartAlternative(subjectOf(measure, kind, breakdown));
    INFO(text);
    CHECK(text.size() >= kFewestAlternative);
    CHECK(text.size() <= kMostAlternative);
    CHECK(text.ends_with("."));
  }
}

TEST_CASE("an alternative text of long names leaves sentences out, whole", "[chart words]") {
  series::Series series = seriesOf(steady(190));
  series.info.title = std::string(250, 'x');
  const series::Analysed measure = statistics::analyse(series, kMonth);
  const std::string text = chartAlternative(subjectOf(measure, ChartKind::Xmr));
  CHECK(text.size() <= kMostAlternative);
  CHECK(text.ends_with("."));
}

TEST_CASE("each is said only of all groups", "[chart words]") {
  // The third borough averages under 5 a month, and has no limits.
  const series::Analysed measure =
      byDistrict(105, {{"Hartlepool", level(30, 32)}, {"Stockton", level(20, 22)}, {"Redcar", level(2, 4)}});
  CHECK(chartTitle(subjectOf(measure, ChartKind::SmallMultiples, "district")) ==
        "Robbery by borough: the 2 with limits stayed within the usual range");
  CHECK(chartAlternative(subjectOf(measure, ChartKind::SmallMultiples, "district"))
            .find("No special cause in the latest month in the 2 with limits.") != std::string::npos);

  series::Series flagged = byDistrict(105, {{"Redcar and Cleveland coast", level(30, 90)},
                                            {"Stockton on Tees", level(20, 70)},
                                            {"Yarm", level(2, 4)}})
                               .series;
  flagged.info.title = "Calls of every kind answered";
  CHECK(chartTitle(subjectOf(statistics::analyse(flagged, kMonth), ChartKind::SmallMultiples, "district")) ==
        "Calls of every kind answered by borough: 2 of the 2 with limits stood out");
}

TEST_CASE("words name only the groups that are drawn", "[chart words]") {
  const series::Analysed measure =
      byDistrict(105, {{"Hartlepool", level(30, 90)}, {"Stockton", level(20, 22)}, {"Redcar", level(40, 42)}});
  ChartSubject subject = subjectOf(measure, ChartKind::SmallMultiples, "district");
  subject.groups = {"Stockton", "Redcar"};
  CHECK(chartTitle(subject) == "Robbery by borough: the 2 shown stayed within the usual range");
  CHECK(chartAlternative(subject).find("borough by borough (the 2 largest of 3)") != std::string::npos);
  CHECK(chartAlternative(subject).find("Hartlepool") == std::string::npos);
  subject.spec.kind = ChartKind::ChangeByGroup;
  CHECK(chartTitle(subject) == "Robbery by borough: no change in those shown");
  CHECK(chartAlternative(subject).find("Of the 2 largest changes of 3, 0 rose and 0 fell.") != std::string::npos);
}
