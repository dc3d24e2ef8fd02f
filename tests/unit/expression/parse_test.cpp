#include "base/text.hpp"
#include "expression/expression.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace boardpack::expression {
namespace {

Problem problemOf(const std::string& text, Type wanted = Type::Boolean) {
  INFO(text);
  const ParseResult result = parse(text, sampleTable(), wanted);
  REQUIRE(result.tree == nullptr);
  CHECK(result.problem.position <= text.size());
  return result.problem;
}

TEST_CASE("precedence is that of SQL") {
  const Tree tree = parsed("not domestic or repeat and cost = 1 + 2 * 3 - 4");
  REQUIRE(tree->op == Op::Or);
  CHECK(tree->children[0]->op == Op::Not);
  REQUIRE(tree->children[1]->op == Op::And);
  const Node& sum = *tree->children[1]->children[1]->children[1];
  REQUIRE(sum.op == Op::Subtract);
  REQUIRE(sum.children[0]->op == Op::Add);
  CHECK(sum.children[0]->children[1]->op == Op::Multiply);
}

TEST_CASE("not takes in the comparison after it") {
  const Tree tree = parsed("not category = 'A' and domestic");
  REQUIRE(tree->op == Op::And);
  REQUIRE(tree->children[0]->op == Op::Not);
  CHECK(tree->children[0]->children[0]->op == Op::Equal);
}

TEST_CASE("the and of between belongs to it") {
  const Tree tree = parsed("cost between 1 and 2 and domestic");
  REQUIRE(tree->op == Op::And);
  CHECK(tree->children[0]->op == Op::Between);
}

TEST_CASE("keywords in any case, quotes doubled, numbers up to four decimals") {
  CHECK(print(*parsed("category IS Not NULL Or TRUE")) == "category is not null or true");
  CHECK(print(*parsed("cost = 0.1234")) == "cost = 0.1234");
  CHECK(problemOf("CATEGORY = 'A'").sentence.find("Did you mean 'category'?") != std::string::npos);
}

TEST_CASE("a value knows its type") {
  CHECK(parsed("cost / 2", Type::Number)->type == Type::Number);
  CHECK(parsed("case when domestic then 'a' end", Type::Text)->type == Type::Text);
  CHECK(parsed("case when domestic then null else 1 end", Type::Number)->children[1]->type == Type::Number);
  CHECK(parsed("coalesce(closed_on, recorded_on)", Type::Day)->type == Type::Day);
  CHECK(parsed("recorded_on >= '2025-03-01'")->children[1]->type == Type::Day);
  CHECK(parsed("'2025-03-01' <= opened_at")->children[0]->type == Type::Day);
  CHECK(parsed("closed_on in ('2025-03-01', DATE '2025-03-02')")->children[1]->type == Type::Day);
  CHECK(parsed("category = 'driver''s'")->children[1]->text == "driver's");
}

TEST_CASE("positions are those of the text") {
  CHECK(problemOf("domestic and categry = 'A'").position == 13);
  CHECK(problemOf("category = 5").position == 11);
  CHECK(problemOf("category = 'A' or").position == 17);
  CHECK(problemOf("(domestic").position == 9);
}

TEST_CASE("a problem says what was found and what to do") {
  const auto sentence = [](const std::string& text) { return problemOf(text).sentence; };
  CHECK(sentence("categry = 'A'") == "There is no column 'categry' in incidents. Did you mean 'category'?");
  CHECK(sentence("category = 5") == "category is text; 5 is a number. Only values of one kind can be compared.");
  CHECK(sentence("cost = '5'") == "cost is a number; '5' is text. Only values of one kind can be compared.");
  CHECK(sentence("lowr(category) = 'a'").find("Did you mean 'lower'?") != std::string::npos);
  CHECK(sentence("recorded_on = '2025-02-30'").find("is not a day of the calendar") != std::string::npos);
  CHECK(sentence("category") == "category is text; here stands a condition, such as category = 'Robbery'.");
  CHECK(sentence("category and domestic").find("'and' needs a condition") != std::string::npos);
  CHECK(sentence("category = null") == "Nothing is equal to null: ask 'is null' or 'is not null'.");
  CHECK(sentence("category in ('A', null)").find("leave it out of the list") != std::string::npos);
  CHECK(sentence("category = ''") == "A blank cell is unknown, never an empty text: ask 'category is null'.");
  CHECK(sentence("category in ('A', '')").find("category is null") != std::string::npos);
  CHECK(sentence("category != 'A'") == "'Not equal' is written <>.");
  CHECK(sentence("category == 'A'") == "'Equal' is written with one =.");
  CHECK(sentence("category = \"A\"").find("single quotes") != std::string::npos);
  CHECK(sentence("category = 'A").find("no closing quote") != std::string::npos);
  CHECK(sentence("category = 'A' 'B'").find("the text 'B'") != std::string::npos);
  CHECK(sentence("cost < 2 < 3").find("put 'and' or 'or' between them") != std::string::npos);
  CHECK(sentence("domestic < repeat").find("needs a text, number, day or time") != std::string::npos);
  CHECK(sentence("incident_id = incident_id").find("only 'is null' and 'is not null'") != std::string::npos);
  CHECK(sentence("category in (area)").find("holds values only") != std::string::npos);
  CHECK(sentence("category like area").find("a pattern in quotes") != std::string::npos);
  CHECK(sentence("cost like '5%'") == "cost is a number; 'like' needs text.");
  CHECK(sentence("recorded_on - closed_on > 5").find("days(a, b)") != std::string::npos);
  CHECK(sentence("hour(recorded_on) = 5") == "recorded_on is a day; hour(time) needs a time.");
  CHECK(sentence("minutes(opened_at) > 5").find("minutes(from, to); here it has 1 value") != std::string::npos);
  CHECK(sentence("case when domestic then 1 else 'a' end = 1").find("All values must be of one kind") !=
        std::string::npos);
  CHECK(sentence("case when domestic then null end").find("other than null") != std::string::npos);
  CHECK(sentence("1.23456 = cost").find("four after it") != std::string::npos);
  CHECK(sentence("123456789012345 = cost").find("14 digits") != std::string::npos);
  CHECK(sentence("5. = cost").find("digits after its point") != std::string::npos);
  CHECK(sentence("1e5 = cost").find("written in digits") != std::string::npos);
  CHECK(sentence("") == "The expression is empty.");
  CHECK(sentence("   ") == "The expression is empty.");
}

TEST_CASE("nothing but the language gets through") {
  for (const char* text : {"exists (select 1 from people)",
                           "(select 1) = 1",
                           "cast(category as integer) = 1",
                           "category::integer = 1",
                           "now() > opened_at",
                           "random() < 0.5",
                           "true; drop table incidents",
                           "true -- and more",
                           "true /* more */",
                           "category = $1",
                           "category = ?",
                           "a.b = 1",
                           "category ~ 'x'",
                           "category || 'x' = 'y'",
                           "cost % 2 = 0",
                           "repeat(category, 5) = 'x'",
                           "category ilike 'x'",
                           "category collate nocase = 'x'",
                           "row_number() over () = 1",
                           "*",
                           "date = '2025-01-01'",
                           "interval '1' day = 1",
                           "x'ff' = 'y'",
                           "e'\\n' = category"}) {
    problemOf(text);
  }
}

TEST_CASE("control characters and other encodings are refused") {
  CHECK(problemOf("category = 'A\nB'").sentence.find("control character") != std::string::npos);
  CHECK(problemOf(std::string("category = 'A\0B'", 16)).sentence.find("control character") != std::string::npos);
  CHECK(problemOf("category = '\xe9'").sentence.find("UTF-8") != std::string::npos);
  CHECK(problemOf("category = \xc2\xa3").sentence.find("'\xc2\xa3' has no meaning") != std::string::npos);
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

TEST_CASE("depth, length and lists are bounded") {
  CHECK(parse(repeated("(", 64) + "domestic" + repeated(")", 64), sampleTable(), Type::Boolean).tree != nullptr);
  CHECK(problemOf(repeated("(", 65) + "domestic" + repeated(")", 65)).sentence.find("64 levels") != std::string::npos);
  CHECK(problemOf(repeated("not ", 900) + "domestic").sentence.find("64 levels") != std::string::npos);
  CHECK(problemOf(repeated("-", 3000) + "1 = cost").sentence.find("64 levels") != std::string::npos);
  CHECK(problemOf(repeated("lower(", 600) + "category").sentence.find("64 levels") != std::string::npos);
  CHECK(problemOf("cost = 1" + repeated("+1", 900)).sentence.find("64 levels") != std::string::npos);
  CHECK(problemOf(repeated(" ", 4001)).sentence.find("4,000 characters") != std::string::npos);
  CHECK(parse("cost in (1" + repeated(",1", 999) + ")", sampleTable(), Type::Boolean).tree != nullptr);
  CHECK(problemOf("cost in (1" + repeated(",1", 1000) + ")").sentence.find("1,000 values") != std::string::npos);
  CHECK(parse("domestic" + repeated(" or domestic", 300), sampleTable(), Type::Boolean).tree != nullptr);
}

TEST_CASE("the columns of a tree, each once, by name") {
  CHECK(columnsOf(
            *parsed("lower(category) = 'a' and (domestic or category is null) and days(recorded_on, closed_on) < 3")) ==
        std::vector<std::string>{"category", "closed_on", "domestic", "recorded_on"});
}

}  // namespace
}  // namespace boardpack::expression
