#pragma once
#include "findings/chart_subject.hpp"

#include <string>
#include <vector>

namespace boardpack::findings {

/// What a kind of chart decides and says: one value a kind, made in a file of its own. What is nullptr does not apply.
struct ChartKindRules {
  using Measure = series::Analysed;

  /// Months of the axis.
  base::MonthRange (*months)(const Measure& measure, const series::ChartSpec& spec, base::Month month) = nullptr;
  /// Groups that are drawn; nullptr for a kind that draws none of a breakdown.
  DrawnGroups (*groups)(const Measure& measure, const series::ChartSpec& spec, const base::MonthRange& shown) = nullptr;
  /// Whether these groups can be drawn so; where not, the kind that its row names `instead` is drawn.
  bool (*fits)(const ChartSubject& subject) = nullptr;
  /// Why the chart cannot be drawn, a clause; "" when it can.
  std::string (*hindrance)(const ChartSubject& subject) = nullptr;

  /// The main message.
  std::string (*title)(const ChartSubject& subject) = nullptr;
  /// The same where the main message is too long; nullptr and "" for the message without its month, or the breakdown.
  std::string (*short_title)(const ChartSubject& subject) = nullptr;
  std::string (*subtitle)(const ChartSubject& subject) = nullptr;
  /// Sentences of the alternative text, the most telling first: those that find no room are left out.
  std::vector<std::string> (*sentences)(const ChartSubject& subject) = nullptr;
};

const ChartKindRules& rulesOf(series::ChartKind kind);

/// The maker of each kind, rulesOfXmr() and so on, each in `charts/`.
#define BOARDPACK_CHART_KIND(name) ChartKindRules rulesOf##name();
BOARDPACK_CHART_KINDS(BOARDPACK_CHART_KIND)
#undef BOARDPACK_CHART_KIND

}  // namespace boardpack::findings
