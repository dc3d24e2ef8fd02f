#include "base/in_order.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

using boardpack::base::inOrder;

TEST_CASE("work is reported in order on any number of threads") {
  for (const std::size_t workers : {1U, 2U, 8U}) {
    std::vector<std::size_t> done;
    std::atomic<int> worked = 0;
    inOrder(
        20, workers, [&](std::size_t, std::size_t) { ++worked; }, [&](std::size_t index) { done.push_back(index); });
    std::vector<std::size_t> expected(20);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    CHECK(done == expected);
    CHECK(worked == 20);
  }
  inOrder(
      0, 2, [](std::size_t, std::size_t) { FAIL(); }, [](std::size_t) { FAIL(); });
}

TEST_CASE("the error of the first that fails is the one that is thrown") {
  for (const std::size_t workers : {1U, 2U, 8U}) {
    std::vector<std::size_t> done;
    CHECK_THROWS_WITH(inOrder(
                          20, workers,
                          [](std::size_t index, std::size_t) {
                            if (index >= 5) {
                              throw std::runtime_error(std::to_string(index));
                            }
                          },
                          [&](std::size_t index) { done.push_back(index); }),
                      "5");
    CHECK(done == std::vector<std::size_t>{0, 1, 2, 3, 4});
  }
}

TEST_CASE("an error of the caller ends the threads") {
  CHECK_THROWS_WITH(
      inOrder(
          20, 2, [](std::size_t, std::size_t) {}, [](std::size_t) { throw std::runtime_error("enough"); }),
      "enough");
}
