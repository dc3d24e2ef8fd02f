#include "findings/finding.hpp"

#include "make_measure.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace boardpack;
using namespace boardpack::findings;
using series::Window;
using Verdict = series::Significance::Verdict;

namespace {

series::Analysed measureOf(const std::vector<double>& values) { return statistics::analyse(seriesOf(values), kMonth); }

series::Comparison& yearChange(series::Analysed& measure) {
  for (series::Comparison& comparison : measure.groups[0].comparisons) {
    if (comparison.window == Window::Mrt && comparison.reference == series::Reference::PreviousMrt) {
      return comparison;
    }
  }
  throw std::logic_error("no comparison of 12 months");
}

const Finding* find(const std::vector<Finding>& findings, FindingKind kind, Window window) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& each) { return each.kind == kind && each.window == window; });
  return found == findings.end() ? nullptr : &*found;
}

bool restsOn(const Finding& finding, const std::string& statistic, const std::string& reference = "") {
  return std::any_of(finding.evidence.begin(), finding.evidence.end(),
                     [&](const Evidence& each) { return each.statistic == statistic && each.reference == reference; });
}

}  // namespace

TEST_CASE("every kind of finding has a row, a key of its own and a sentence", "[finding]") {
  std::set<std::string> keys;
  bool was_verdict = true;
  for (const FindingKindRow& row : findingKinds()) {
    CHECK(keys.insert(std::string(row.key)).second);
    CHECK(row.meaning.ends_with("."));
    CHECK(rowOf(row.kind).key == row.key);
    CHECK((was_verdict || !row.is_verdict));  // verdicts stand first
    was_verdict = row.is_verdict;
  }
  for (const char* verdict : {"not_there", "not_settled", "too_few", "cannot_be_told", "turned", "changed_level",
                              "higher", "lower", "unusual_month", "as_usual"}) {
    CHECK(keys.contains(verdict));
  }
}

TEST_CASE("a change of 12 months is a finding of its verdict", "[finding]") {
  // 12 months of 100 on average before: 1,200; then 1,800.
  series::Analysed measure = measureOf(steady(105));
  series::Comparison& change = yearChange(measure);
  change.before = series::Cell::of(1200);
  change.change = series::Cell::of(600);
  change.significance.verdict = Verdict::Beyond;
  change.significance.z = 4.5;
  const std::vector<Finding> risen = findingsOf(measure, kMonth);
  const Finding* higher = find(risen, FindingKind::Higher, Window::Mrt);
  REQUIRE(higher != nullptr);
  CHECK(higher->measure == "robbery");
  CHECK(higher->direction == Direction::Up);
  CHECK(higher->size == 600.0);
  CHECK(higher->meaning == Meaning::Concern);  // lower is better
  CHECK(higher->importance == 4.5);
  CHECK(higher->period == base::MonthRange{base::Month(2025, 1), kMonth});
  CHECK(restsOn(*higher, "change", "previous_mrt"));
  CHECK(restsOn(*higher, "previous", "previous_mrt"));
  CHECK(restsOn(*higher, "significant", "previous_mrt"));

  change.change = series::Cell::of(-600);
  CHECK(find(findingsOf(measure, kMonth), FindingKind::Lower, Window::Mrt)->meaning == Meaning::Improvement);
  change.significance.verdict = Verdict::Within;
  CHECK(find(findingsOf(measure, kMonth), FindingKind::AsUsual, Window::Mrt)->meaning == Meaning::None);
  change.significance.verdict = Verdict::CannotTell;
  CHECK(find(findingsOf(measure, kMonth), FindingKind::CannotBeTold, Window::Mrt) != nullptr);
  change.significance.verdict = Verdict::NotTested;
  const std::vector<Finding> untested = findingsOf(measure, kMonth);
  REQUIRE(find(untested, FindingKind::Untested, Window::Mrt) != nullptr);
  CHECK_FALSE(restsOn(*find(untested, FindingKind::Untested, Window::Mrt), "significant", "previous_mrt"));
  change.before = series::Cell::of(49);
  CHECK(find(findingsOf(measure, kMonth), FindingKind::TooFew, Window::Mrt) != nullptr);
  change.before = series::Cell::of(50);
  CHECK(find(findingsOf(measure, kMonth), FindingKind::TooFew, Window::Mrt) == nullptr);
}

TEST_CASE("a month outside its limits is unusual, one inside as usual", "[finding]") {
  // Mean 100 of months that go 10 up and down at random: 300 is outside.
  const std::vector<Finding> unusual = findingsOf(measureOf(steady(300)), kMonth);
  const Finding* finding = find(unusual, FindingKind::UnusualMonth, Window::Month);
  REQUIRE(finding != nullptr);
  CHECK(finding->direction == Direction::Up);
  CHECK(finding->meaning == Meaning::Concern);
  CHECK(finding->importance > 3);  // standard deviations: limits lie at 3
  CHECK(restsOn(*finding, "upper_limit"));
  const std::vector<Finding> usual = findingsOf(measureOf(steady(105)), kMonth);
  CHECK(find(usual, FindingKind::UnusualMonth, Window::Month) == nullptr);
  CHECK(std::any_of(usual.begin(), usual.end(), [](const Finding& each) {
    return each.kind == FindingKind::AsUsual && restsOn(each, "special_cause");
  }));
}

TEST_CASE("what is not there, provisional, failed or beside its target is found", "[finding]") {
  series::Series gone = seriesOf(steady(105));
  gone.groups[0].in(Window::Month).back() = series::Cell::missing(series::Symbol::NotAvailable, "no extract");
  CHECK(find(findingsOf(statistics::analyse(gone, kMonth), kMonth), FindingKind::NotThere, Window::Month) != nullptr);

  series::Series growing = seriesOf(steady(105));
  growing.groups[0].in(Window::Month).back().marks.add(series::Mark::Provisional);
  CHECK(find(findingsOf(statistics::analyse(growing, kMonth), kMonth), FindingKind::NotSettled, Window::Month) !=
        nullptr);

  series::Analysed failed = measureOf(steady(105));
  failed.series.failure = "the script failed";
  const std::vector<Finding> of_failed = findingsOf(failed, kMonth);
  REQUIRE(of_failed.size() == 1);
  CHECK(of_failed[0].kind == FindingKind::NotThere);

  CHECK(meetsTarget(seriesOf({1}).info, 0.1 + 0.2, 0.3) == true);  // lower is better, and 0.1 + 0.2 is 0.3
  CHECK(meetsTarget(seriesOf({1}).info, 0.31, 0.3) == false);
  series::MeasureInfo neither;
  CHECK_FALSE(meetsTarget(neither, 1, 1).has_value());
}

TEST_CASE("of a group only what stands out is found", "[finding]") {
  series::Series series = seriesOf(steady(105));
  series.info.breakdowns = {{.id = "district", .label = "District"}};
  series.groups.push_back(groupOf("district", "Ashby", steady(300)));
  series.groups.push_back(groupOf("district", "Barton", steady(105)));
  const std::vector<Finding> findings = findingsOf(statistics::analyse(series, kMonth), kMonth);
  std::vector<std::string> groups;
  for (const Finding& each : findings) {
    if (!each.group.empty()) {
      CHECK(each.kind == FindingKind::UnusualMonth);
      groups.push_back(each.group);
    }
  }
  CHECK(groups == std::vector<std::string>{"Ashby"});
}
