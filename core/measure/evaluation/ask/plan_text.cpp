#include "measure/evaluation/ask/plan_text.hpp"

#include "base/text.hpp"

namespace boardpack::measure {
namespace {

std::string sizeWords(std::size_t bytes) {
  constexpr double kKilo = 1000;
  constexpr double kMega = 1000 * kKilo;
  const auto size = static_cast<double>(bytes);
  return size < kMega ? base::formatNumber(size / kKilo, size < 10 * kKilo ? 1 : 0) + " kB"
                      : base::formatNumber(size / kMega, 1) + " MB";
}

std::string listed(const std::vector<std::string>& parts, const char* none) {
  return parts.empty() ? none : base::join(parts, ", ");
}

std::string countOf(std::size_t count, const char* singular, const char* plural) {
  return base::countOf(static_cast<std::int64_t>(count), singular, plural);
}

std::string tableText(const Plan::Made& made, const std::vector<std::string>& measures) {
  const bool is_of_entries = !made.of.empty();
  std::string text = is_of_entries ? "Each " + made.of + " of " + made.table : "Counts of " + made.table;
  text += " by " + made.date + ", " + base::rangeInWords(made.months) + "\n";
  text += "  told apart by: " + listed(made.columns, "nothing") + "\n";
  if (!made.conditions.empty()) {
    text += "  conditions that the engine answers: " + base::join(made.conditions, "; ") + "\n";
  }
  if (!made.adds.empty()) {
    text += "  added up beside the rows: " + base::join(made.adds, "; ") + "\n";
  }
  text += "  size: " + countOf(made.combinations, "combination", "combinations") + ", " +
          countOf(made.rows, is_of_entries ? "entry" : "row", is_of_entries ? "entries" : "rows") + ", about " +
          sizeWords(made.bytes) + "\n";
  text += "  shared by " + countOf(measures.size(), "measure", "measures") + ": " + base::join(measures, ", ") + "\n";
  for (const std::string& statement : made.statements) {
    text += "  asked as: " + statement + "\n";
  }
  return text;
}

}  // namespace

std::string planText(const std::set<const Combinations*>& wanted, const std::vector<Plan::Made>& all,
                     const std::map<std::string, std::set<const Combinations*>>& answers_of) {
  std::string text = "Worked out from " + std::to_string(wanted.size()) + " of the " +
                     countOf(all.size(), "table", "tables") + " that the engine makes for " +
                     countOf(answers_of.size(), "measure", "measures") + " of rows:\n";
  for (const Plan::Made& made : all) {
    if (!wanted.contains(made.answer)) {
      continue;
    }
    std::vector<std::string> measures;
    for (const auto& [name, answers] : answers_of) {
      if (answers.contains(made.answer)) {
        measures.push_back(name);
      }
    }
    text += "\n" + tableText(made, measures);
  }
  return text;
}

}  // namespace boardpack::measure
