#include "measure/evaluation/question.hpp"

#include "base/text.hpp"

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
  const bool adds_up = named->info.kind == series::MeasureKind::Count || named->info.kind == series::MeasureKind::Sum;
  if (!adds_up) {
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

std::vector<std::string> Question::columnsRead() const {
  std::set<std::string> names = {rows.date};
  std::vector<expression::Tree> trees = conditions();
  if (rows.amount != nullptr) {
    trees.push_back(rows.amount);
  }
  for (const expression::Tree& tree : trees) {
    for (std::string& column : expression::columnsOf(*tree)) {
      names.insert(std::move(column));
    }
  }
  return {names.begin(), names.end()};
}

std::vector<Question> questionsOf(const MeasureDefinition& definition, const MeasureSet& measures) {
  Question own = sumOrCount(definition.rows);
  switch (definition.info.kind) {
    case series::MeasureKind::Count:
    case series::MeasureKind::Rate:
      own.adds = Question::Adds::Rows;
      return {own};
    case series::MeasureKind::Sum:
      own.adds = Question::Adds::Amount;
      break;
    case series::MeasureKind::Mean:
      own.adds = Question::Adds::AmountAndKnown;
      break;
    case series::MeasureKind::Share:
      own.adds = Question::Adds::Share;
      own.met = definition.met;
      own.of = definition.of;
      own.unknown_counts_as_no = definition.unknown_counts_as_no;
      if (own.met == nullptr) {
        fail("'" + definition.info.name + "' is a share without a condition.");
      }
      return {own};
    case series::MeasureKind::Ratio:
      return {partOf(definition, definition.top, measures), partOf(definition, definition.bottom, measures)};
    case series::MeasureKind::Snapshot:
      return {own};
    case series::MeasureKind::Derive:
    case series::MeasureKind::State:
    case series::MeasureKind::Figure:
      return {};
  }
  if (own.rows.amount == nullptr) {
    fail("'" + definition.info.name + "' adds up an amount and names none.");
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
