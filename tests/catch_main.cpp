#define CATCH_CONFIG_RUNNER
#include "skipped.hpp"

#include <catch2/catch.hpp>

#include <iostream>

namespace {

bool something_was_skipped = false;

}  // namespace

namespace boardpack::tests {

void skip(const std::string& why) {
  something_was_skipped = true;
  std::cout << "skipped: " << why << "\n";
}

}  // namespace boardpack::tests

int main(int count, char** words) {
  const int failed = Catch::Session().run(count, words);
  return failed == 0 && something_was_skipped ? boardpack::tests::kSkipped : failed;
}
