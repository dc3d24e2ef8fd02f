// Limits, rules, icons and assurance as NHSRplotthedots' own functions give them:
// tests/reference/xmr_nhsrplotthedots.R.
#include "reference_lines.hpp"
#include "skipped.hpp"
#include "statistics/limits/individuals.hpp"
#include "statistics/limits/steps.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace boardpack;

namespace {

constexpr double kAgreement = 1e-9;

bool agree(double ours, double theirs) {
  return std::abs(ours - theirs) <= kAgreement * std::max(1.0, std::abs(theirs));
}

char meaningOf(series::Variation variation) {
  switch (variation) {
    case series::Variation::Unknown:
      return '?';
    case series::Variation::CommonCause:
      return 'C';
    case series::Variation::Improvement:
      return 'I';
    case series::Variation::Concern:
      return 'W';
    case series::Variation::NeutralHigh:
      return 'H';
    case series::Variation::NeutralLow:
      return 'L';
  }
  return '?';
}

std::string nameOf(series::Assurance assurance) {
  switch (assurance) {
    case series::Assurance::None:
      return "none";
    case series::Assurance::ConsistentlyPassing:
      return "consistent_pass";
    case series::Assurance::ConsistentlyFailing:
      return "consistent_fail";
    case series::Assurance::HitAndMiss:
      return "inconsistent";
  }
  return "";
}

series::Better betterOf(int direction) {
  if (direction == 0) {
    return series::Better::Neither;
  }
  return direction > 0 ? series::Better::Higher : series::Better::Lower;
}

/// What differs, in words; "" when nothing does.
std::string difference(const ReferenceLine& line, const Values& values) {
  statistics::StepPlan plan{
      .stretches = stretchesFrom(line.starts, values.size()), .first = 0, .baseline = std::nullopt};
  if (line.fixed_after > 0) {
    plan.baseline = statistics::IndexRange{0, line.fixed_after - 1};
  }
  const series::Better better = betterOf(line.direction);
  const series::Limits limits =
      statistics::limitsBySteps(values, plan, statistics::xmrMethod(values, line.screened), better);
  if (!limits.available || limits.steps.size() != line.steps.size()) {
    return "steps";
  }
  for (std::size_t i = 0; i < line.steps.size(); ++i) {
    const series::LimitsStep& step = limits.steps[i];
    if (!agree(step.mean, line.steps[i].mean) || !agree(step.lower, line.steps[i].lower) ||
        !agree(step.upper, line.steps[i].upper)) {
      return "limits of step " + std::to_string(i);
    }
  }
  for (std::size_t i = 0; i < line.causes.size(); ++i) {
    if (series::specialCauseCode(limits.classes[i]) != line.causes[i] ||
        meaningOf(limits.classes[i].variation) != line.meanings[i]) {
      return "point " + std::to_string(i);
    }
  }
  return nameOf(statistics::assurance(limits, line.target, better)) == line.assurance ? "" : "assurance";
}

/// Whether in one of its stretches most months are equal to the month before: such have limits by the package, and none
/// here (core/statistics/README.md, "Departures and decisions").
bool hasLevelStretch(const ReferenceLine& line, const Values& values) {
  const auto stretches = stretchesFrom(line.starts, values.size());
  return std::any_of(stretches.begin(), stretches.end(), [&](const statistics::Stretch& stretch) {
    const std::size_t end = line.fixed_after > 0 ? std::min(line.fixed_after, stretch.last + 1) : stretch.last + 1;
    std::size_t pairs = 0;
    std::size_t equal = 0;
    for (std::size_t i = stretch.first + 1; i < end; ++i) {
      if (values[i] && values[i - 1]) {
        ++pairs;
        equal += *values[i] == *values[i - 1] ? 1 : 0;
      }
    }
    return 2 * equal > pairs;
  });
}

/// Breaches of the four-hour target in departments of type 1, by organisation and month.
std::map<std::string, Values> breaches(std::istream& in) {
  std::map<std::string, std::map<std::string, double>> months;
  std::string row;
  std::getline(in, row);
  while (std::getline(in, row)) {
    const std::vector<std::string> cells = splitAt(row, ',');
    if (cells.at(2) == "1") {
      months[cells.at(1)][cells.at(0)] = std::stod(cells.at(4));
    }
  }
  std::map<std::string, Values> found;
  for (const auto& [organisation, values] : months) {
    for (const auto& [month, value] : values) {
      found[organisation].emplace_back(value);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("200 random series, screened and not, with steps and with a baseline", "[xmr][reference]") {
  const std::vector<ReferenceLine> lines = readReference("xmr_nhsrplotthedots.csv");
  REQUIRE(lines.size() == 400);
  std::size_t level = 0;
  for (const ReferenceLine& line : lines) {
    INFO("series " << line.name << (line.screened ? " screened" : ""));
    const bool is_level = hasLevelStretch(line, line.values);
    level += is_level ? 1 : 0;
    CHECK(difference(line, line.values) == (is_level ? "steps" : ""));
  }
  CHECK(level == 14);  // counted apart from the file
}

TEST_CASE("100 random series with gaps, in exact fractions", "[xmr][reference]") {
  const std::vector<ReferenceLine> lines = readReference("xmr_gaps.csv");
  REQUIRE(lines.size() == 200);
  for (const ReferenceLine& line : lines) {
    INFO("series " << line.name << (line.screened ? " screened" : ""));
    CHECK(difference(line, line.values) == "");
  }
}

TEST_CASE("breaches in 30 A&E departments, whole, rebased each year, and fixed by the first",
          "[xmr][reference][real-data]") {
  std::ifstream in(std::filesystem::path(BOARDPACK_SOURCE_DIR) /
                   "../shared/data/spc-nhs-ae-attendances/ae_attendances.csv");
  if (!in) {
    return boardpack::tests::skip("../shared is not there");
  }
  const std::map<std::string, Values> values = breaches(in);
  const std::vector<ReferenceLine> lines = readReference("xmr_ae_attendances.csv");
  REQUIRE(lines.size() == 180);
  for (const ReferenceLine& line : lines) {
    INFO(line.name << " from " << line.starts.size() << (line.screened ? " screened" : ""));
    CHECK(difference(line, values.at(line.name)) == "");
  }
}
