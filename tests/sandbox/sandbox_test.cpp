#include "../measures/script_case.hpp"

#include <catch2/catch.hpp>

// Each script of the folder tries what its name says, and its header says what must come of it.
TEST_CASE("a script reaches nothing but what it is offered") {
  boardpack::test::checkFolder(BOARDPACK_SOURCE_DIR "/tests/sandbox");
}
