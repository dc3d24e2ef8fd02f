#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;

namespace {

const measure::MeasureDefinition measureOf(const std::string& fields) {
  const Loaded loaded({{"a.lua", "measure \"m\" { title = \"M\", from = \"crimes\", " + fields + " }"}});
  INFO(fields);
  REQUIRE(loaded.problems().empty());
  return loaded.measure("m");
}

std::string problemOf(const std::string& fields) {
  const Loaded loaded({{"a.lua", "measure \"m\" { title = \"M\", from = \"crimes\", " + fields + " }"}});
  INFO(fields);
  REQUIRE(loaded.problems().size() == 1);
  return loaded.problems().front().sentence;
}

constexpr const char* kRows = "recorded crimes in the month (date: recorded_on, the day of recording)";

}  // namespace

TEST_CASE("a median and a percentile are read and say what they are") {
  const auto median = measureOf("median = 'month(recorded_on)'");
  CHECK(median.kind == measure::MeasureKind::Percentile);
  CHECK_FALSE(median.quantile);
  CHECK_FALSE(median.info.nature.adds_up);
  CHECK(median.info.sentence.starts_with("The median of "));
  CHECK(median.info.sentence.ends_with(std::string(" of ") + kRows +
                                       ", over those where it is known; over a longer period that of all its rows."));
  const auto percentile = measureOf("percentile = { 'month(recorded_on)', 0.9 }");
  CHECK(percentile.quantile == 0.9);
  CHECK(percentile.info.sentence.starts_with("The 90th percentile of "));
  CHECK(percentile.canonicalText().find("quantile = 0.9") != std::string::npos);
  CHECK(problemOf("percentile = { 'month(recorded_on)', 90 }").find("0.9 for the 90th percentile") !=
        std::string::npos);
  CHECK(
      problemOf("percentile = 'month(recorded_on)'").find("found a text, expected a number of each row and a share") !=
      std::string::npos);
  CHECK(problemOf("percentile = { 'month(recorded_on)' }").find("expected a number of each row and a share") !=
        std::string::npos);
  CHECK(problemOf("median = 'month(recorded_on)', unknown = 'no'")
            .find("this belongs to 'share' and 'share_of'; 'median' has no use") != std::string::npos);
}

TEST_CASE("different keys are read and say that they do not add up") {
  const auto distinct = measureOf("distinct = 'crime_id'");
  CHECK(distinct.key == "crime_id");
  CHECK(distinct.info.decimals == 0);
  CHECK(distinct.info.sentence.find("each counted once a period") != std::string::npos);
  CHECK(distinct.info.sentence.find("these do not add up") != std::string::npos);
  CHECK(problemOf("distinct = 'crime_idd'").find("Did you mean 'crime_id'?") != std::string::npos);
  CHECK(problemOf("distinct = 'recorded_on'").find("is neither a key nor a text, so it tells nobody apart") !=
        std::string::npos);
}

TEST_CASE("repeats are read, and what is counted must be said") {
  const auto victims = measureOf("repeats = { who = 'crime_id', count = 'who', as = 'share' }, target = 0.4");
  REQUIRE(victims.repeats);
  CHECK(victims.repeats->within == 12);
  CHECK(victims.repeats->min == 2);
  CHECK(victims.repeats->as_share);
  CHECK(victims.info.unit == "%");
  CHECK(victims.info.targetAt(base::Month(2025, 1)) == 40.0);
  CHECK(victims.info.nature.is_proportion);
  CHECK(
      victims.info.sentence.find("the share with a repeat. A repeat is at least the 2nd row of its crime_id in the 12 "
                                 "months that end with its day") != std::string::npos);
  const auto twice =
      measureOf("repeats = { who = 'crime_id', count = 'who', exactly = 2, within = 'ever', as = 'share of repeats' }");
  CHECK(twice.repeats->of_repeats);
  CHECK(twice.repeats->within == measure::MeasureDefinition::Repeats::kEver);
  CHECK(twice.info.sentence.find("in all the data up to its day") != std::string::npos);
  CHECK(twice.canonicalText() != victims.canonicalText());

  CHECK(problemOf("repeats = { who = 'crime_id' }").find("'count' is missing") != std::string::npos);
  CHECK(problemOf("repeats = { who = 'crime_id', count = 'people' }").find("expected one of \"who\", \"events\"") !=
        std::string::npos);
  CHECK(problemOf("repeats = { count = 'who' }").find("'who' is missing") != std::string::npos);
  CHECK(problemOf("repeats = { who = 'crime_id', count = 'who', min = 1 }").find("from 2 to 100") != std::string::npos);
  CHECK(problemOf("repeats = { who = 'crime_id', count = 'who', exactly = 2, first_time = true }")
            .find("use one of them") != std::string::npos);
  CHECK(
      problemOf("repeats = { who = 'crime_id', count = 'who', as = 'share of repeats' }").find("every repeat is one") !=
      std::string::npos);
  CHECK(problemOf("repeats = 'crime_id'").find("found a text, expected a table such as { who = ") != std::string::npos);
}

TEST_CASE("a share of an amount names the amount and the condition; answers may have a weight") {
  const auto share = measureOf("share_of = { 'month(recorded_on)', where = \"category = 'Robbery'\" }");
  CHECK(share.info.unit == "%");
  CHECK_FALSE(share.info.nature.is_proportion);
  CHECK(share.rows.amount != nullptr);
  CHECK(share.met != nullptr);
  CHECK(share.rows.where == nullptr);
  CHECK(share.info.sentence.find(", the share where category is 'Robbery'; rows where that or the amount is not known "
                                 "are left out.") != std::string::npos);
  CHECK(problemOf("share_of = 'month(recorded_on)'").find("expected an amount and a condition") != std::string::npos);
  CHECK(problemOf("share_of = { 'month(recorded_on)' }").find("expected an amount and a condition") !=
        std::string::npos);

  const auto weighted = measureOf("share = \"category = 'Robbery'\", weight = 'month(recorded_on)'");
  CHECK(weighted.weight != nullptr);
  CHECK(weighted.info.sentence.find("each row counted by its weight") != std::string::npos);
  CHECK(problemOf("count = true, weight = 'month(recorded_on)'").find("this belongs to 'mean' and 'share'") !=
        std::string::npos);
}

TEST_CASE("weights that are kept by hand for the groups of a column") {
  series::Registers registers;
  registers.weights = {{"harm", "Robbery", 3, "weights.csv, row 2"},
                       {"harm", "Shoplifting", 0.5, "weights.csv, row 3"},
                       {"typo", "Robery", 1, "weights.csv, row 4"}};
  const auto loaded = [&](const std::string& fields, const series::Registers& kept) {
    return Loaded({{"a.lua", "measure \"m\" { title = \"M\", from = \"crimes\", " + fields + " }"}},
                  script::Origin::Workspace, exampleForce(), kept);
  };
  const auto measure = [&](const std::string& fields) {
    const Loaded made = loaded(fields, registers);
    INFO(fields);
    REQUIRE(made.problems().empty());
    return made.measure("m");
  };
  const auto problem = [&](const std::string& fields, const series::Registers& kept) {
    const Loaded made = loaded(fields, kept);
    INFO(fields);
    REQUIRE(made.problems().size() == 1);
    return made.problems().front().sentence;
  };
  const auto share = measure("share = \"status = 'Under investigation'\", weight = { set = 'harm', by = 'category' }");
  REQUIRE(share.weight != nullptr);
  CHECK(expression::print(*share.weight) ==
        "case when category = 'Robbery' then 3 when category = 'Shoplifting' then 0.5 end");
  CHECK(share.info.sentence.find("each row counted by the weight that the set 'harm' gives each category") !=
        std::string::npos);
  const auto sum = measure("sum = { set = 'harm', by = 'category' }");
  CHECK(sum.info.sentence.starts_with("The sum of the weights that the set 'harm' gives each category, of recorded"));
  registers.weights[0].value = 4;
  CHECK(measure("sum = { set = 'harm', by = 'category' }").canonicalText() != sum.canonicalText());

  CHECK(problem("sum = { set = 'harms', by = 'category' }", registers)
            .find("there is no set of weights 'harms' in the small table 'weights'. It has: harm, typo. Did you mean "
                  "'harm'?") != std::string::npos);
  CHECK(problem("sum = { set = 'harm', by = 'category' }", {}).find("the workspace keeps no weights") !=
        std::string::npos);
  CHECK(problem("sum = { set = 'harm', by = 'recorded_on' }", registers)
            .find("there is no column of texts 'recorded_on' in crimes") != std::string::npos);
  CHECK(problem("sum = { set = 'harm' }", registers).find("'by' is missing") != std::string::npos);
  CHECK(problem("sum = { set = 'typo', by = 'category' }", registers).find("Did you mean 'Robbery'?") !=
        std::string::npos);
}
