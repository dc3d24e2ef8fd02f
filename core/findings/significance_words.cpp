#include "findings/significance_words.hpp"

namespace boardpack::findings {

using series::Significance;

std::string significanceWords(const series::Comparison& comparison) {
  if (!comparison.change.has()) {
    return "not compared";
  }
  switch (comparison.significance.verdict) {
    case Significance::Verdict::NotTested:
      return "not tested";
    case Significance::Verdict::CannotTell:
      return "cannot be told" + (comparison.significance.reason.empty() ? "" : ": " + comparison.significance.reason);
    case Significance::Verdict::Within:
      return "no significant change";
    case Significance::Verdict::Beyond:
      return *comparison.change.value > 0 ? "significantly higher" : "significantly lower";
  }
  return "";
}

std::string significanceClause(const series::Comparison& comparison) {
  if (!comparison.change.has() || *comparison.change.value == 0) {
    return "";
  }
  switch (comparison.significance.verdict) {
    case Significance::Verdict::Within:
      return ", not a significant change";
    case Significance::Verdict::Beyond:
      return ", " + significanceWords(comparison);
    case Significance::Verdict::NotTested:
    case Significance::Verdict::CannotTell:
      break;
  }
  return "";
}

}  // namespace boardpack::findings
