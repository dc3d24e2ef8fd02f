#include "script_case.hpp"

#include <catch2/catch.hpp>

// Each script of the folder is wrong in the way of its name, and its header says what must be told of it.
TEST_CASE("a wrong script is told with its line and what to do") {
  boardpack::test::checkFolder(BOARDPACK_SOURCE_DIR "/tests/measures");
}
