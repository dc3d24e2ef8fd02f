#include "script/lua/lua_messages.hpp"

#include <catch2/catch.hpp>

using boardpack::script::plainWords;
using boardpack::script::withoutPosition;

TEST_CASE("what Lua says is put into plain words") {
  CHECK(plainWords("'}' expected (to close '{' at line 3) near 'title'") ==
        "'}' is expected before 'title': it closes the '{' of line 3. Is it missing, or a comma before it?");
  CHECK(plainWords("unexpected symbol near <eof>") == "the end of the file was not expected here.");
  CHECK(plainWords("attempt to call a nil value (global 'x')") ==
        "'x' is called like a function, but there is no function of that name.");
  CHECK(plainWords("attempt to compare number with nil") == "These cannot be compared: number with nil.");
  CHECK(plainWords("bad argument #1 to 'floor' (number expected, got string)") ==
        "'floor': found a text as argument 1, expected a number.");
  CHECK(plainWords("bad argument #1 to 'math.floor' (number expected, got string)") ==
        "'floor': found a text as argument 1, expected a number.");
}

TEST_CASE("what nobody foresaw is not shown as ours") {
  CHECK(plainWords("something new") == "Lua cannot go on here: something new.");
  CHECK(plainWords("") == "Lua cannot go on here: .");
}

TEST_CASE("the position in front is taken off, and nothing else") {
  CHECK(withoutPosition(":12: bad") == "bad");
  CHECK(withoutPosition(":x: bad") == ":x: bad");
  CHECK(withoutPosition("bad") == "bad");
  CHECK(withoutPosition("").empty());
}
