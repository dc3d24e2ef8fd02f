#include "expression/expression.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace boardpack::expression {
namespace {

bool sameTree(const Node& a, const Node& b) {
  bool same = a.op == b.op && a.type == b.type && a.text == b.text && a.children.size() == b.children.size();
  for (std::size_t i = 0; same && i < a.children.size(); ++i) {
    same = sameTree(*a.children[i], *b.children[i]);
  }
  return same;
}

TEST_CASE("a tree prints as text that parses back into it") {
  for (const char* text : {"category = 'driver''s'",
                           "not (domestic or repeat)",
                           "not domestic or repeat",
                           "(domestic or repeat) and category is null",
                           "domestic and (repeat and category is null)",
                           "(domestic = repeat) = true",
                           "cost - (wait_seconds - 1) = 0.5",
                           "cost / (2 * wait_seconds) > -1",
                           "-(-cost) = 1",
                           "-(cost + 1) < 0",
                           "cost * -1 < 0",
                           "category not in ('A', 'B')",
                           "cost in (-1, 2.50)",
                           "cost not between 1 and 2 + 3",
                           "category like '%a_b%'",
                           "category not like 'A%'",
                           "case when domestic then 'a' when repeat then null else lower(category) end = 'x'",
                           "case when domestic then repeat end",
                           "coalesce(category, area, 'none') = 'none'",
                           "starts_with(category, 'Theft')",
                           "contains(category, 'Theft')",
                           "minutes(opened_at, attended_at) <= 15",
                           "days(recorded_on, closed_on) < 3",
                           "month(recorded_on) = 3 and weekday(opened_at) in (6, 7) or hour(opened_at) >= 22",
                           "opened_at between date '2025-01-01' and date '2025-01-31'",
                           "incident_id is not null",
                           "(cost = 1) is null"}) {
    const Tree tree = parsed(text);
    CHECK(print(*tree) == text);
    CHECK(sameTree(*tree, *parsed(print(*tree))));
  }
}

TEST_CASE("needless brackets go, and a quoted day is said to be one") {
  CHECK(print(*parsed("((category)) = ('A')")) == "category = 'A'");
  CHECK(print(*parsed("(not domestic) and (cost = (1 + 2) + 3)")) == "not domestic and cost = 1 + 2 + 3");
  CHECK(print(*parsed("recorded_on < '2025-03-01'")) == "recorded_on < date '2025-03-01'");
}

TEST_CASE("what DuckDB is asked") {
  CHECK(toDuckDb(*parsed("category = 'driver''s' and domestic")) == "((\"category\" = 'driver''s') AND \"domestic\")");
  CHECK(toDuckDb(*parsed("not (area in ('A') or area is null)")) ==
        "(NOT ((\"area\" IN ('A')) OR (\"area\" IS NULL)))");
  CHECK(toDuckDb(*parsed("opened_at >= '2025-03-01'")) == "(CAST(\"opened_at\" AS DATE) >= DATE '2025-03-01')");
  CHECK(quoteName("a\"b") == "\"a\"\"b\"");
  CHECK(quoteText("a'b") == "'a''b'");
}

}  // namespace
}  // namespace boardpack::expression
