#include "statistics/estimate/gapless_run.hpp"

namespace boardpack::statistics {

const char* const kTooFewOnEnd = "fewer than 36 months on end have a value";

GaplessRun latestRun(std::span<const std::optional<double>> months) {
  std::size_t end = months.size();
  while (end > 0 && !months[end - 1]) {
    --end;
  }
  std::size_t begin = end;
  while (begin > 0 && months[begin - 1]) {
    --begin;
  }
  GaplessRun run{.first = begin, .values = {}};
  for (std::size_t i = begin; i < end; ++i) {
    run.values.push_back(*months[i]);
  }
  return run;
}

}  // namespace boardpack::statistics
