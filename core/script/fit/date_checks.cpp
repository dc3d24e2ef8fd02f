#include "script/fit/date_checks.hpp"

#include "script/fit/column_sources.hpp"

#include <algorithm>
#include <string>

namespace boardpack::script {
namespace {

using expression::Node;
using expression::Op;
using expression::Type;

enum class Known { ToTheMonth, ToTheDay, Fully };

struct Precision {
  Known known = Known::Fully;
  std::string publisher;  // who leaves out the rest
};

/// Whether a cell that is read so has a time of day.
bool givesTime(sdk::Parse parse) {
  switch (parse) {
    case sdk::Parse::UtcTime:
    case sdk::Parse::LocalTime:
    case sdk::Parse::UkLocalTime:
      return true;
    default:
      return false;
  }
}

Precision precisionOf(const Node& column, const sdk::Table& table, const sdk::Force& force) {
  if (column.type != Type::Day && column.type != Type::Time) {
    return {};
  }
  bool are_all_months = true;
  const sdk::Feed* coarse = nullptr;
  for (const ColumnSource& source : sourcesOf(force, table, column.text)) {
    if (source.map == nullptr) {
      continue;
    }
    const bool is_month = source.map->parse == sdk::Parse::Month;
    are_all_months = are_all_months && is_month;
    if (!givesTime(source.map->parse) && coarse == nullptr) {
      coarse = source.feed;
    }
  }
  if (coarse == nullptr) {
    return {};
  }
  return {.known = are_all_months ? Known::ToTheMonth : Known::ToTheDay,
          .publisher = coarse->publisher.empty() ? "the extract" : coarse->publisher};
}

Op mirrored(Op op) {
  switch (op) {
    case Op::Less:
      return Op::Greater;
    case Op::LessEqual:
      return Op::GreaterEqual;
    case Op::Greater:
      return Op::Less;
    case Op::GreaterEqual:
      return Op::LessEqual;
    default:
      return op;
  }
}

bool isComparison(Op op) { return op >= Op::Equal && op <= Op::GreaterEqual; }

bool isDay(const Node& node) { return node.op == Op::Literal && node.type == Type::Day; }

class Checks {
 public:
  Checks(const sdk::Table& table, const sdk::Force& force) : table_(table), force_(force) {}

  void visit(const Node& node) {
    if (node.op == Op::Weekday || node.op == Op::Days) {
      calculate(node, Known::ToTheMonth);
    } else if (node.op == Op::Hour || node.op == Op::Minutes) {
      calculate(node, Known::ToTheDay);
    } else if (isComparison(node.op)) {
      compare(node);
    } else if (node.op == Op::Between || node.op == Op::NotBetween || node.op == Op::In || node.op == Op::NotIn) {
      list(node);
    }
    for (const expression::Tree& child : node.children) {
      visit(*child);
    }
  }

  std::vector<expression::Problem> problems;

 private:
  // The first column whose dates the value may be and that is known no better than `worst`.
  const Node* coarseColumn(const Node& node, Known worst) const {
    if (node.op == Op::Column) {
      return precisionOf(node, table_, force_).known <= worst ? &node : nullptr;
    }
    if (node.op != Op::Coalesce && node.op != Op::Case) {
      return nullptr;
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const bool is_result = node.op == Op::Coalesce || i % 2 == 1 || i + 1 == node.children.size();
      const Node* found = is_result ? coarseColumn(*node.children[i], worst) : nullptr;
      if (found != nullptr) {
        return found;
      }
    }
    return nullptr;
  }

  std::string knowledgeOf(const Node& column) const {
    const Precision precision = precisionOf(column, table_, force_);
    return column.text + (precision.known == Known::ToTheMonth
                              ? " is known to the month only: " + precision.publisher + " gives no day"
                              : " is known to the day only: " + precision.publisher + " gives no time of day");
  }

  void calculate(const Node& function, Known worst) {
    const std::string name = print(function);
    for (const expression::Tree& argument : function.children) {
      if (const Node* column = coarseColumn(*argument, worst)) {
        problems.push_back({knowledgeOf(*column) + ", so " + name.substr(0, name.find('(')) + "() of it says nothing.",
                            function.position});
        return;
      }
    }
  }

  void compare(const Node& node) {
    const bool is_turned = isDay(*node.children[0]);
    const Node& asked = *node.children[is_turned ? 1 : 0];
    const Node& day = *node.children[is_turned ? 0 : 1];
    const Node* column = coarseColumn(asked, Known::ToTheMonth);
    if (column == nullptr || !isDay(day)) {
      return;
    }
    const Op op = is_turned ? mirrored(node.op) : node.op;
    if ((op != Op::Less && op != Op::GreaterEqual) || !day.text.ends_with("-01")) {
      tellMonths(*column, day);
    }
  }

  void list(const Node& node) {
    const auto day = std::find_if(node.children.begin(), node.children.end(),
                                  [](const expression::Tree& child) { return isDay(*child); });
    if (day == node.children.end()) {
      return;
    }
    for (const expression::Tree& child : node.children) {
      if (const Node* column = coarseColumn(*child, Known::ToTheMonth)) {
        tellMonths(*column, **day);
        return;
      }
    }
  }

  void tellMonths(const Node& column, const Node& day) {
    problems.push_back({knowledgeOf(column) + ". Ask for whole months: " + column.text + " >= 'YYYY-MM-01' and " +
                            column.text + " < 'YYYY-MM-01'.",
                        day.position});
  }

  const sdk::Table& table_;
  const sdk::Force& force_;
};

}  // namespace

std::vector<expression::Problem> dateProblems(const expression::Node& tree, const sdk::Table& table,
                                              const sdk::Force& force) {
  Checks checks(table, force);
  checks.visit(tree);
  return std::move(checks.problems);
}

}  // namespace boardpack::script
