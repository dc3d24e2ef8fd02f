#include "script/read/read_weight_keys.hpp"

#include "base/text.hpp"
#include "script/fit/value_checks.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_rows.hpp"

#include <lua.hpp>

#include <algorithm>
#include <utility>

namespace boardpack::script {
namespace {

using expression::Op;
using expression::Tree;
using expression::Type;

Tree node(Op op, Type type, std::string text, std::vector<Tree> children = {}) {
  return std::make_shared<const expression::Node>(expression::Node{op, type, std::move(text), std::move(children), 0});
}

/// The weight of a row by the text of a column.
Tree caseOf(const std::string& column, const std::string& set, const std::vector<series::Weight>& weights) {
  std::vector<Tree> cases;
  for (const series::Weight& weight : weights) {
    if (weight.name == set) {
      cases.push_back(node(Op::Equal, Type::Boolean, "",
                           {node(Op::Column, Type::Text, column), node(Op::Literal, Type::Text, weight.group)}));
      cases.push_back(node(Op::Literal, Type::Number, base::exactNumber(weight.value)));
    }
  }
  return node(Op::Case, Type::Number, "", std::move(cases));
}

bool isSet(TableReader& weights, const std::string& set, const series::Registers& registers) {
  std::vector<std::string> names;
  for (const series::Weight& weight : registers.weights) {
    if (std::find(names.begin(), names.end(), weight.name) == names.end()) {
      names.push_back(weight.name);
    }
  }
  if (std::find(names.begin(), names.end(), set) != names.end()) {
    return true;
  }
  weights.problem("set", names.empty() ? "the workspace keeps no weights: its small table 'weights' has a row for each "
                                         "group, with the name of the set, the group and its value."
                                       : "there is no set of weights '" + base::printable(set) +
                                             "' in the small table 'weights'. It has: " + base::join(names, ", ") +
                                             "." + base::didYouMean(set, names));
  return false;
}

bool isText(TableReader& weights, const std::string& by, const sdk::Table& table) {
  std::vector<std::string> texts;
  for (const sdk::Column& column : table.columns) {
    if (column.type == sdk::ColumnType::Text) {
      texts.push_back(column.name);
    }
  }
  if (std::find(texts.begin(), texts.end(), by) != texts.end()) {
    return true;
  }
  weights.problem("by", "there is no column of texts '" + base::printable(by) + "' in " + table.name +
                            ". There are: " + base::join(texts, ", ") + "." + base::didYouMean(by, texts));
  return false;
}

Tree readSet(KindReading& reading, const std::string& key, const sdk::Table& table) {
  const Declaration& declaration = reading.draft.declaration;
  TableReader weights(reading.state, lua_gettop(reading.state), declaration, reading.reader.pathOf(key), "weights");
  weights.onlyKnown();
  const std::optional<std::string> set = weights.requiredText("set");
  const std::optional<std::string> by = weights.requiredText("by");
  if (!set || !by || !isSet(weights, *set, reading.registers) || !isText(weights, *by, table)) {
    return nullptr;
  }
  const Tree tree = caseOf(*by, *set, reading.registers.weights);
  const std::vector<expression::Problem> problems = valueProblems(*tree, table, reading.force);
  for (const expression::Problem& problem : problems) {
    weights.problem("set", "the set '" + *set + "' of the small table 'weights': " + problem.sentence);
  }
  reading.draft.definition.weight_set = {*set, *by};
  return problems.empty() ? tree : nullptr;
}

}  // namespace

Tree readNumberOrWeights(KindReading& reading, const std::string& key, const sdk::Table& table) {
  {
    const StackGuard guard(reading.state);
    if (reading.reader.push(key) == LUA_TTABLE) {
      return readSet(reading, key, table);
    }
  }
  return readExpression(reading.reader, reading.draft.declaration, key, table, reading.force, Type::Number);
}

}  // namespace boardpack::script
