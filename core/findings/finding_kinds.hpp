#pragma once
#include <array>
#include <span>
#include <string_view>

namespace boardpack::findings {

/// What a finding says.
enum class FindingKind {
  NotThere,
  NotSettled,
  TooFew,
  CannotBeTold,
  Turned,
  ChangedLevel,
  Higher,
  Lower,
  UnusualMonth,
  AsUsual,
  Untested,
  Record,
  Driver,
  Target,
  Peers,
  Season,
  Forecast,
  Caveat
};

struct FindingKindRow {
  FindingKind kind;
  std::string_view key;      ///< in data/findings.json
  bool is_verdict;           ///< a judgement on the measure; the others add to one
  std::string_view meaning;  ///< a sentence
};

/// Every kind once: the verdicts in the order of precedence, then what is added to a verdict.
std::span<const FindingKindRow> findingKinds();
const FindingKindRow& rowOf(FindingKind kind);

}  // namespace boardpack::findings
