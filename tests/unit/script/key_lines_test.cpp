#include "script/read/key_lines.hpp"

#include <catch2/catch.hpp>

using namespace boardpack::script;

namespace {

const char* const kSource = R"lua(-- measure "robbery" { in a comment
local text = 'measure "robbery" { where = 1 }'
measure "burglary" { title = "Burglary" }; measure "robbery" {
  title = "where = 'no'",   -- where = 1
  --[[ where = 2
       by = 3 ]]
  where = [[
    category = 'Robbery'
  ]],
  derive = function(m)
    local t = { where = 1 }
    if t.where == 1 then
      return m.a, m.b
    end
    repeat local by = 1 until by == 1
    for i = 1, 2 do t[i] = i; end
    return m.a
  end,
  ratio = {
    top = { from = "crimes",
            where = "x" },
    bottom = "y",
  },
  by = {
    "category",
    "district",
  },
  better = "lower"
}
measure(name) {
  title = "Made",
}
)lua";

}  // namespace

TEST_CASE("keys are found in their declaration, and nowhere else") {
  const auto tokens = tokensOf(kSource);
  const KeyLines lines(tokens, "measure", "robbery", 3);
  CHECK(lines.of("title") == 4);
  CHECK(lines.of("where") == 7);
  CHECK(lines.ofText("where") == 8);
  CHECK(lines.of("derive") == 10);
  CHECK(lines.of("ratio") == 19);
  CHECK(lines.of("ratio.top") == 20);
  CHECK(lines.of("ratio.top.where") == 21);
  CHECK(lines.of("ratio.bottom") == 22);
  CHECK(lines.of("by[1]") == 25);
  CHECK(lines.of("by[2]") == 26);
  CHECK(lines.of("better") == 28);
}

TEST_CASE("what is not written out has the line of what is around it") {
  const auto tokens = tokensOf(kSource);
  const KeyLines lines(tokens, "measure", "robbery", 3);
  CHECK(lines.of("note") == 3);
  CHECK(lines.of("") == 3);
  CHECK(lines.of("ratio.bottom.where") == 22);
  CHECK(KeyLines(tokens, "measure", "made", 30).of("title") == 31);
  CHECK(KeyLines(tokens, "measure", "elsewhere", 2).of("title") == 2);
  CHECK(KeyLines({}, "measure", "robbery", 5).of("title") == 5);
}

TEST_CASE("two declarations on one line are told apart by name") {
  const auto tokens = tokensOf("measure \"a\" { title = 1 } measure \"b\" {\n title = 2 }");
  CHECK(KeyLines(tokens, "measure", "a", 1).of("title") == 1);
  CHECK(KeyLines(tokens, "measure", "b", 1).of("title") == 2);
}

TEST_CASE("a source that cannot be read ends the tokens") {
  CHECK(tokensOf("a = \"not closed\nb = 1").size() == 2);
  CHECK(tokensOf("a = [[ not closed").size() == 2);
  CHECK(tokensOf("--[==[ not closed").empty());
  CHECK(tokensOf("\"a\\").empty());
  CHECK(tokensOf("").empty());
}

TEST_CASE("an expression of a template ends before its braces") {
  const std::string text = "x({ a = { 1 } }, \"}}\") }} more";
  const auto tokens = tokensOf(text, true);
  REQUIRE_FALSE(tokens.empty());
  CHECK(text.substr(tokens.back().end, 4) == " }} ");
}
