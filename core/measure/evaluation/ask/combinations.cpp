#include "measure/evaluation/ask/combinations.hpp"

#include "expression/atoms.hpp"
#include "expression/evaluate_expression.hpp"

#include <boardpack/sdk/error.hpp>

#include <optional>
#include <unordered_map>

namespace boardpack::measure {
namespace {

/// Numbers the distinct values of `ids` and `keys` taken together, in order of first occurrence.
void refine(std::vector<std::uint32_t>& ids, const std::vector<int>& keys) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::uint64_t pair = (static_cast<std::uint64_t>(ids[i]) << 32) | static_cast<std::uint32_t>(keys[i]);
    ids[i] = seen.emplace(pair, static_cast<std::uint32_t>(seen.size())).first->second;
  }
}

/// The first place of each number.
std::vector<std::uint32_t> firstOf(const std::vector<std::uint32_t>& ids) {
  std::vector<std::uint32_t> first;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] == first.size()) {
      first.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return first;
}

[[noreturn]] void wrongAnswer(const std::string& table) {
  throw sdk::Error(sdk::ErrorKind::Outside,
                   "The engine's answer for table " + table +
                       " does not have the columns that were asked for. This is a fault of the "
                       "program: please report it.");
}

}  // namespace

Combinations::Combinations(const warehouse::GroupQuery& query, warehouse::GroupTable table) : table_(std::move(table)) {
  for (const std::string& column : query.columns) {
    key_index_.emplace(column, key_index_.size());
  }
  for (const expression::Tree& atom : query.atoms) {
    key_index_.emplace(expression::print(*atom), key_index_.size());
  }
  for (const expression::Tree& amount : query.amounts) {
    amount_index_.emplace(expression::print(*amount), amount_index_.size());
  }
  bool is_whole = table_.keys.size() == key_index_.size() && table_.month.size() == table_.size &&
                  table_.rows.size() == table_.size && table_.sums.size() == amount_index_.size() &&
                  table_.known.size() == amount_index_.size();
  for (const std::vector<int>& keys : table_.keys) {
    is_whole = is_whole && keys.size() == table_.size;
  }
  if (!is_whole) {
    wrongAnswer(query.table);
  }
  of_row_.assign(table_.size, 0);
  for (const std::vector<int>& keys : table_.keys) {
    refine(of_row_, keys);
  }
  first_row_ = firstOf(of_row_);
}

const std::vector<Truth>& Combinations::truthOf(const expression::Tree& condition) {
  const std::string name = condition == nullptr ? std::string() : expression::print(*condition);
  {
    const std::lock_guard lock(truths_mutex_);
    const auto known = truths_.find(name);
    if (known != truths_.end()) {
      return known->second;
    }
  }
  std::vector<Truth> found = condition == nullptr ? std::vector<Truth>(size(), Truth::True) : evaluated(condition);
  const std::lock_guard lock(truths_mutex_);
  return truths_.emplace(name, std::move(found)).first->second;
}

std::vector<Truth> Combinations::evaluated(const expression::Tree& condition) const {
  std::vector<std::string> names = expression::textColumnsOf(condition);
  for (const expression::Tree& atom : expression::atomsOf(condition)) {
    names.push_back(expression::print(*atom));
  }
  std::vector<std::uint32_t> ids(size(), 0);
  for (const std::string& name : names) {
    refine(ids, textsOf(name));
  }
  std::vector<Truth> answers;
  for (const std::uint32_t combination : firstOf(ids)) {
    const std::uint32_t row = first_row_[combination];
    const expression::ColumnValue value = [&](std::string_view name) -> std::optional<std::string_view> {
      const int key = table_.keys[key_index_.find(name)->second][row];
      return key < 0 ? std::nullopt : std::optional<std::string_view>(table_.texts[static_cast<std::size_t>(key)]);
    };
    const std::optional<bool> answer = expression::evaluate(*condition, value);
    answers.push_back(!answer ? Truth::Unknown : *answer ? Truth::True : Truth::False);
  }
  std::vector<Truth> truths;
  truths.reserve(ids.size());
  for (const std::uint32_t id : ids) {
    truths.push_back(answers[id]);
  }
  return truths;
}

std::vector<int> Combinations::textsOf(const std::string& column) const {
  const std::vector<int>& keys = table_.keys[key_index_.at(column)];
  std::vector<int> texts;
  texts.reserve(first_row_.size());
  for (const std::uint32_t row : first_row_) {
    texts.push_back(keys[row]);
  }
  return texts;
}

std::size_t Combinations::amountIndex(const expression::Tree& amount) const {
  return amount_index_.at(expression::print(*amount));
}

}  // namespace boardpack::measure
