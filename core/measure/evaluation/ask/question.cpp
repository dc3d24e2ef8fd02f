#include "measure/evaluation/ask/question.hpp"

#include "base/text.hpp"
#include "expression/atoms.hpp"

#include <boardpack/sdk/error.hpp>

#include <set>

namespace boardpack::measure {
namespace {

[[noreturn]] void fail(const std::string& sentence) { throw sdk::Error(sdk::ErrorKind::Script, sentence); }

Question sumOrCount(const RowSet& rows) {
  return {.adds = rows.amount == nullptr ? Question::Adds::Rows : Question::Adds::Amount,
          .rows = rows,
          .met = nullptr,
          .of = nullptr,
          .unknown_counts_as_no = false};
}

using expression::Op;
using expression::Tree;
using expression::Type;

Tree numberOf(Op op, std::vector<Tree> children) {
  return std::make_shared<const expression::Node>(expression::Node{op, Type::Number, "", std::move(children), 0});
}

/// Of answers that count by a weight: a share of the weights, or a mean of weight × amount.
void weigh(Question& question, const Tree& weight) {
  if (question.adds == Question::Adds::Share) {
    question.adds = Question::Adds::ShareOfAmount;
    question.rows.amount = weight;
    question.squares = numberOf(Op::Multiply, {weight, weight});
    return;
  }
  const Tree is_known = std::make_shared<const expression::Node>(
      expression::Node{Op::IsNotNull, Type::Boolean, "", {question.rows.amount}, 0});
  question.adds = Question::Adds::WeightedMean;
  question.base = numberOf(Op::Case, {is_known, weight});
  question.squares = numberOf(Op::Case, {is_known, numberOf(Op::Multiply, {weight, weight})});
  question.rows.amount = numberOf(Op::Multiply, {weight, question.rows.amount});
}

Question keysOf(const MeasureDefinition& definition) {
  Question question = sumOrCount(definition.rows);
  question.adds = Question::Adds::Keys;
  question.key = definition.repeats ? definition.repeats->who : definition.key;
  if (definition.repeats) {
    const int within = definition.repeats->within;
    question.look_back = within == MeasureDefinition::Repeats::kEver ? Question::kEver : within;
    question.look_backs = definition.repeats->lookBacks();
  }
  if (question.key.empty()) {
    fail("'" + definition.info.name + "' names no key.");
  }
  return question;
}

Question partOf(const MeasureDefinition& ratio, const MeasureDefinition::Part& part, const MeasureSet& measures) {
  if (part.rows) {
    return sumOrCount(*part.rows);
  }
  const MeasureDefinition* named = measures.find(part.measure);
  if (named == nullptr) {
    std::vector<std::string> names;
    for (const MeasureDefinition& measure : measures.measures) {
      names.push_back(measure.info.name);
    }
    fail("'" + ratio.info.name + "' is a ratio of '" + part.measure + "', and there is no measure of that name." +
         base::didYouMean(part.measure, names));
  }
  if (!named->info.nature.is_sum_of_rows) {
    fail(
        "'" + ratio.info.name + "' is a ratio of '" + part.measure +
        "', which is neither a count nor a sum: the ratio of a window is one of sums, so its parts must add up. Name a "
        "count or a sum, or write its rows in place.");
  }
  return sumOrCount(named->rows);
}

}  // namespace

std::vector<expression::Tree> Question::conditions() const {
  std::vector<expression::Tree> found;
  for (const expression::Tree& tree : {rows.where, met, of}) {
    if (tree != nullptr) {
      found.push_back(tree);
    }
  }
  return found;
}

std::vector<expression::Tree> Question::amounts() const {
  std::vector<expression::Tree> found;
  for (const expression::Tree& tree : {rows.amount, base, squares}) {
    if (tree != nullptr && adds != Adds::Rows) {
      found.push_back(tree);
    }
  }
  return found;
}

std::vector<std::string> Question::columnsRead() const {
  std::set<std::string> names = {rows.date};
  if (!key.empty()) {
    names.insert(key);
  }
  std::vector<expression::Tree> trees = conditions();
  for (expression::Tree& amount : amounts()) {
    trees.push_back(std::move(amount));
  }
  for (const expression::Tree& tree : trees) {
    for (std::string& column : expression::columnsOf(*tree)) {
      names.insert(std::move(column));
    }
  }
  return {names.begin(), names.end()};
}

std::map<std::string, expression::Tree> Question::atoms() const {
  std::map<std::string, expression::Tree> found;
  for (const expression::Tree& condition : conditions()) {
    for (const expression::Tree& atom : expression::atomsOf(condition)) {
      found.emplace(expression::print(*atom), atom);
    }
  }
  return found;
}

Question::Keys Question::keys() const {
  Keys keys;
  for (const expression::Tree& condition : conditions()) {
    for (std::string& column : expression::textColumnsOf(condition)) {
      keys.insert(std::move(column));
    }
  }
  for (const auto& [print, atom] : atoms()) {
    keys.insert(print);
  }
  return keys;
}

std::vector<Question> questionsOf(const MeasureDefinition& definition, const MeasureSet& measures) {
  Question own = sumOrCount(definition.rows);
  switch (definition.kind) {
    case MeasureKind::Count:
    case MeasureKind::Rate:
      own.adds = Question::Adds::Rows;
      return {own};
    case MeasureKind::Sum:
      own.adds = Question::Adds::Amount;
      break;
    case MeasureKind::Mean:
      own.adds = Question::Adds::AmountAndKnown;
      break;
    case MeasureKind::Share:
    case MeasureKind::ShareOf:
      own.adds = definition.kind == MeasureKind::Share ? Question::Adds::Share : Question::Adds::ShareOfAmount;
      own.met = definition.met;
      own.of = definition.of;
      own.unknown_counts_as_no = definition.unknown_counts_as_no;
      if (own.met == nullptr) {
        fail("'" + definition.info.name + "' is a share without a condition.");
      }
      if (definition.kind == MeasureKind::Share) {
        if (definition.weight != nullptr) {
          weigh(own, definition.weight);
        }
        return {own};
      }
      break;
    case MeasureKind::Ratio:
      return {partOf(definition, definition.top, measures), partOf(definition, definition.bottom, measures)};
    case MeasureKind::Percentile:
      own.adds = Question::Adds::Values;
      break;
    case MeasureKind::Distinct:
    case MeasureKind::Repeats:
      return {keysOf(definition)};
    case MeasureKind::Snapshot:
      return {own};
    case MeasureKind::Derive:
    case MeasureKind::State:
    case MeasureKind::Figure:
      return {};
  }
  if (own.rows.amount == nullptr) {
    fail("'" + definition.info.name + "' adds up an amount and names none.");
  }
  if (own.adds == Question::Adds::AmountAndKnown && definition.weight != nullptr) {
    weigh(own, definition.weight);
  }
  return {own};
}

const sdk::Table& tableOf(const std::string& name, const sdk::Force& force) {
  if (const sdk::Table* table = sdk::findTable(name)) {
    return *table;
  }
  std::vector<std::string> names;
  for (const sdk::Table& table : sdk::canonicalTables()) {
    names.push_back(table.name);
  }
  for (const sdk::Table& table : force.tables) {
    if (table.name == name) {
      return table;
    }
    names.push_back(table.name);
  }
  fail("There is no table '" + name + "'." + base::didYouMean(name, names));
}

}  // namespace boardpack::measure
