#include "expression/atoms.hpp"
#include "expression/evaluate_expression.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::expression {
namespace {

using Truth = std::optional<bool>;
using Values = std::map<std::string, std::string, std::less<>>;  // what is not there is unknown

constexpr Truth kTrue = true;
constexpr Truth kFalse = false;
constexpr Truth kUnknown = std::nullopt;

Truth truthOf(const char* text, const Values& values) {
  return evaluate(*parsed(text), [&](std::string_view name) -> std::optional<std::string_view> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  });
}

Values pair(Truth a, Truth b) {
  Values values;
  if (a) {
    values["domestic"] = *a ? "true" : "false";
  }
  if (b) {
    values["repeat"] = *b ? "true" : "false";
  }
  return values;
}

TEST_CASE("and, or and not are three-valued") {
  struct Row {
    Truth a, b, both, either, negated;
  };
  const std::vector<Row> rows = {{kTrue, kTrue, kTrue, kTrue, kFalse},
                                 {kTrue, kFalse, kFalse, kTrue, kFalse},
                                 {kTrue, kUnknown, kUnknown, kTrue, kFalse},
                                 {kFalse, kTrue, kFalse, kTrue, kTrue},
                                 {kFalse, kFalse, kFalse, kFalse, kTrue},
                                 {kFalse, kUnknown, kFalse, kUnknown, kTrue},
                                 {kUnknown, kTrue, kUnknown, kTrue, kUnknown},
                                 {kUnknown, kFalse, kFalse, kUnknown, kUnknown},
                                 {kUnknown, kUnknown, kUnknown, kUnknown, kUnknown}};
  for (const Row& row : rows) {
    const Values values = pair(row.a, row.b);
    CHECK(truthOf("domestic and repeat", values) == row.both);
    CHECK(truthOf("domestic or repeat", values) == row.either);
    CHECK(truthOf("not domestic", values) == row.negated);
  }
}

TEST_CASE("comparisons with unknowns are unknown, lists and ranges where it matters") {
  CHECK(truthOf("category = 'A'", {}) == kUnknown);
  CHECK(truthOf("category <> 'A'", {}) == kUnknown);
  CHECK(truthOf("category is null", {}) == kTrue);
  CHECK(truthOf("category is not null", {{"category", "A"}}) == kTrue);
  CHECK(truthOf("category in ('A', 'B')", {{"category", "B"}}) == kTrue);
  CHECK(truthOf("category not in ('A', 'B')", {{"category", "C"}}) == kTrue);
  CHECK(truthOf("category not in ('A', 'B')", {}) == kUnknown);
  CHECK(truthOf("'M' between category and area", {{"category", "Z"}}) == kFalse);  // false whatever the other end is
  CHECK(truthOf("'M' between category and area", {{"category", "A"}}) == kUnknown);
  CHECK(truthOf("category between 'A' and 'C'", {{"category", "C"}}) == kTrue);
  CHECK(truthOf("coalesce(category, area) = 'X'", {{"area", "X"}}) == kTrue);
  CHECK(truthOf("case when domestic then 'a' else 'b' end = 'b'", {}) == kTrue);
  CHECK(truthOf("case when domestic then 'a' end = 'a'", {}) == kUnknown);
  CHECK(truthOf("(category = 'A') is null", {}) == kTrue);
}

TEST_CASE("text is compared by bytes, and patterns see characters") {
  CHECK(truthOf("category < 'a'", {{"category", "Z"}}) == kTrue);
  CHECK(truthOf("category > 'z'", {{"category", "\xc3\xa9"}}) == kTrue);
  CHECK(truthOf("category like '_'", {{"category", "\xc3\xa9"}}) == kTrue);
  CHECK(truthOf("category like '__'", {{"category", "\xc3\xa9"}}) == kFalse);
  CHECK(truthOf("category like '%b%c'", {{"category", "abxbc"}}) == kTrue);
  CHECK(truthOf("category like 'a%b'", {{"category", "ab"}}) == kTrue);
  CHECK(truthOf("category like ''", {{"category", "a"}}) == kFalse);
  CHECK(truthOf("category like 'THEFT'", {{"category", "Theft"}}) == kFalse);
  CHECK(truthOf("category like 'a\\%'", {{"category", "a\\b"}}) == kTrue);  // no escape: a backslash is itself
  CHECK(truthOf("lower(category) = '\xc3\x89t\xc3\xa9'", {{"category", "\xc3\x89T\xc3\xa9"}}) == kTrue);
  CHECK(truthOf("starts_with(category, 'The')", {{"category", "Theft"}}) == kTrue);
  CHECK(truthOf("contains(category, 'Race')", {{"category", "Race"}}) == kTrue);
  CHECK(truthOf("contains(category, 'Race')", {{"category", "Disability + Race"}}) == kTrue);
  CHECK(truthOf("contains(category, 'Disability')", {{"category", "Disability + Race"}}) == kTrue);
  CHECK(truthOf("contains(category, 'Race')", {{"category", "Age + Race + Religion"}}) == kTrue);
  CHECK(truthOf("contains(category, 'Race')", {{"category", "Races + Racetrack"}}) == kFalse);
  CHECK(truthOf("contains(category, 'ace')", {{"category", "Race"}}) == kFalse);
  CHECK(truthOf("contains(category, 'Race')", {}) == kUnknown);
}

TEST_CASE("a pattern of many % ends soon") {
  const std::string text(3000, 'a');
  CHECK(truthOf("category like '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%b'", {{"category", text}}) == kFalse);
}

std::vector<std::string> atomNames(const char* text) {
  std::vector<std::string> names;
  for (const Tree& atom : atomsOf(parsed(text))) {
    names.push_back(print(*atom));
  }
  return names;
}

TEST_CASE("what is not text or true/false is left to the engine") {
  using Names = std::vector<std::string>;
  CHECK(atomNames("category = 'A' and domestic").empty());
  CHECK(atomNames("category = 'A' and wait_seconds <= 10") == Names{"wait_seconds <= 10"});
  CHECK(atomNames("hour(opened_at) >= 22 or hour(opened_at) < 6") ==
        Names{"hour(opened_at) >= 22 or hour(opened_at) < 6"});
  CHECK(atomNames("incident_id is not null and domestic") == Names{"incident_id is not null"});
  CHECK(atomNames("case when cost > 5 then category else 'x' end = 'A'") == Names{"cost > 5"});
  CHECK(atomNames("case when domestic then cost else 0 end > 5") ==
        Names{"case when domestic then cost else 0 end > 5"});
  CHECK(atomNames("1 < 2 and domestic") == Names{"1 < 2"});
  CHECK(atomsOf(nullptr).empty());
  CHECK(textColumnsOf(parsed("domestic and wait_seconds <= 10 and lower(category) = 'a'")) ==
        Names{"category", "domestic"});
  CHECK(textColumnsOf(parsed("case when domestic then cost else 0 end > 5")).empty());
  CHECK(truthOf("category = 'A' and wait_seconds <= 10", {{"category", "A"}, {"wait_seconds <= 10", "true"}}) == kTrue);
  CHECK(truthOf("category = 'A' and not (wait_seconds <= 10)",
                {{"category", "A"}, {"not wait_seconds <= 10", "false"}}) == kFalse);
}

}  // namespace
}  // namespace boardpack::expression
