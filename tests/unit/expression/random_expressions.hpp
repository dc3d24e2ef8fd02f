#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace boardpack::expression {

/// Texts of conditions and numbers over the sample table, the same for the same seed on every machine.
class RandomExpressions {
 public:
  explicit RandomExpressions(std::uint64_t seed) : state_(seed) {}

  std::string condition(int depth);
  std::string number(int depth);
  std::size_t below(std::size_t bound);

 private:
  const std::string& oneOf(const std::vector<std::string>& choices);
  std::string text(int depth);
  std::string moment();
  std::string comparison(int depth);

  std::uint64_t state_;
};

}  // namespace boardpack::expression
