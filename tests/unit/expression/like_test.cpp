#include "engine.hpp"
#include "expression/expression.hpp"
#include "expression/like_pattern.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <ctime>
#include <random>
#include <string>
#include <vector>

namespace boardpack::expression {
namespace {

bool isLike(std::string_view text, std::string_view pattern) { return LikePattern(pattern).matches(text); }

// Signs of one, two and three bytes.
std::string randomText(std::mt19937& random, const std::vector<std::string>& signs, std::size_t most) {
  std::string text;
  for (std::size_t length = random() % (most + 1); length > 0; --length) {
    text += signs[random() % signs.size()];
  }
  return text;
}

TEST_CASE("a pattern is matched as its signs say") {
  CHECK(isLike("", ""));
  CHECK(isLike("", "%"));
  CHECK(isLike("", "%%"));
  CHECK_FALSE(isLike("", "_"));
  CHECK_FALSE(isLike("a", ""));
  CHECK(isLike("Vehicle crime", "Veh%_%crime"));
  CHECK(isLike("abc", "%_b%"));
  CHECK_FALSE(isLike("bc", "%_b%"));
  CHECK(isLike("aab", "%a_"));
  CHECK_FALSE(isLike("aab", "%a_b_"));
  CHECK(isLike("\xe2\x82\xac\xc3\xa9x", "%_x"));
  CHECK(isLike("\xe2\x82\xac\xc3\xa9", "__"));
  CHECK_FALSE(isLike("\xe2\x82\xac\xc3\xa9", "___"));
  CHECK_FALSE(isLike("A", "a%"));
  CHECK(isLike(std::string(200, 'a'), std::string(200, '_')));
  CHECK_FALSE(isLike(std::string(201, 'a'), std::string(200, '_')));
}

TEST_CASE("our matcher gives what DuckDB's like gives, on random patterns that it can take") {
  Engine engine;
  std::mt19937 random(20261130);
  const std::vector<std::string> letters = {"a", "b", "\xc3\xa9", "\xe2\x82\xac", " "};
  std::vector<std::string> signs = letters;
  signs.insert(signs.end(), {"%", "_", "%", "_"});
  int matched = 0;
  for (int round = 0; round < 200; ++round) {
    std::string values;
    std::vector<std::pair<std::string, std::string>> pairs;
    for (int i = 0; i < 50; ++i) {
      pairs.emplace_back(randomText(random, letters, 8), randomText(random, signs, 6));
      values += (i == 0 ? "(" : ", (") + std::to_string(i) + ", " + quoteText(pairs.back().first) + ", " +
                quoteText(pairs.back().second) + ")";
    }
    const auto rows = engine.query("SELECT t LIKE p, " + std::string(kOwnLike) + "(t, p) FROM (VALUES " + values +
                                   ") AS v(i, t, p) ORDER BY i");
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      INFO("'" << pairs[i].first << "' like '" << pairs[i].second << "'");
      const bool is_like = isLike(pairs[i].first, pairs[i].second);
      CHECK(rows[i][0] == (is_like ? "true" : "false"));
      CHECK(rows[i][1] == rows[i][0]);
      matched += is_like ? 1 : 0;
    }
  }
  CHECK(matched > 500);
  CHECK(matched < 9500);
}

TEST_CASE("our matcher knows nothing of what is not known") {
  Engine engine;
  const auto rows = engine.query("SELECT " + std::string(kOwnLike) +
                                 "(t, '%a_%') FROM (VALUES (1, 'xab'), (2, NULL), (3, 'x')) AS v(i, t) ORDER BY i");
  CHECK(rows[0][0] == "true");
  CHECK_FALSE(rows[1][0]);
  CHECK(rows[2][0] == "false");
}

TEST_CASE("the engine is asked for its own like only where that takes one walk through the text") {
  const auto sql = [](const std::string& pattern) {
    const ParseResult made = parse("category like '" + pattern + "'", sampleTable(), Type::Boolean);
    REQUIRE(made.tree);
    return toDuckDb(*made.tree);
  };
  CHECK(sql("Theft%") == R"(("category" LIKE 'Theft%'))");
  CHECK(sql("%a%b%c") == R"(("category" LIKE '%a%b%c'))");
  CHECK(sql("a__b") == R"(("category" LIKE 'a__b'))");
  CHECK(sql("%a_b") == R"(boardpack_like("category", '%a_b'))");
  CHECK(toDuckDb(*parse("category not like '_%'", sampleTable(), Type::Boolean).tree) ==
        R"((NOT boardpack_like("category", '_%')))");
}

TEST_CASE("patterns that go back again and again end soon, with us and in the engine") {
  const std::clock_t begun = std::clock();
  Engine engine;
  engine.query("CREATE TABLE t AS SELECT repeat('a', 4000 + CAST(range % 90 AS INTEGER)) AS category FROM range(100)");
  for (const std::string& pattern : {"%a_%a_%a_%a_%a_%a_%a_%a_b", "%a_%a_%a_%a_%a_%a_%a_%a_%b%_", "%_%_%_%_%_%_%_%_%b",
                                     "%a%a%a%a%a%a%a%a%a%a%b", "_%a%_a%_a%_a%_a%_a%c"}) {
    INFO(pattern);
    CHECK_FALSE(isLike(std::string(4000, 'a'), pattern));
    const ParseResult made = parse("category like '" + pattern + "'", sampleTable(), Type::Boolean);
    REQUIRE(made.tree);
    const auto rows = engine.query("SELECT count(*) FROM t WHERE " + toDuckDb(*made.tree));
    CHECK(rows[0][0] == "0");
  }
  // Without the walk the first pattern alone takes hours.
  CHECK(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC < 60);
}

TEST_CASE("a pattern that is too long is refused where it stands") {
  const auto problem = [](const std::string& pattern) {
    return parse("category like '" + pattern + "'", sampleTable(), Type::Boolean).problem;
  };
  CHECK(problem(std::string(200, '%')).sentence.empty());
  CHECK(problem(std::string(201, '_')).sentence == "The pattern of 'like' has more than 200 characters.");
  CHECK(problem(std::string(201, '_')).position == 14);
}

}  // namespace
}  // namespace boardpack::expression
