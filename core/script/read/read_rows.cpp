#include "script/read/read_rows.hpp"

#include "base/text.hpp"
#include "script/fit/date_checks.hpp"
#include "script/fit/value_checks.hpp"

#include <algorithm>
#include <iterator>

namespace boardpack::script {
namespace {

std::vector<const sdk::Table*> tablesOf(const sdk::Force& force) {
  std::vector<const sdk::Table*> tables;
  for (const sdk::Table& table : sdk::canonicalTables()) {
    tables.push_back(&table);
  }
  for (const sdk::Table& table : force.tables) {
    tables.push_back(&table);
  }
  return tables;
}

using Tell = void (Declaration::*)(const std::string& path, int lines_down, const std::string& sentence) const;

// A problem of the expression `text`, at its own line of a text of several.
void tell(const Declaration& declaration, Tell how, const std::string& path, const std::string& text,
          const expression::Problem& problem) {
  const std::size_t position = std::min(problem.position, text.size());
  const std::size_t line_begin = position == 0 ? 0 : text.rfind('\n', position - 1) + 1;  // npos + 1 is 0
  const std::size_t line_end = std::min(text.find('\n', position), text.size());
  const auto lines_down =
      static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(line_begin), '\n'));
  const std::string line = text.substr(line_begin, line_end - line_begin);
  (declaration.*how)(path, lines_down,
                     problem.sentence + " (At character " + std::to_string(position - line_begin + 1) + " of \"" +
                         base::printable(line, 100) + "\".)");
}

}  // namespace

const sdk::Table* readFrom(TableReader& reader, const sdk::Force& force) {
  const std::optional<std::string> name = reader.requiredText("from");
  if (!name) {
    return nullptr;
  }
  std::vector<std::string> names;
  for (const sdk::Table* table : tablesOf(force)) {
    if (table->name == *name) {
      return table;
    }
    names.push_back(table->name);
  }
  const std::string near = base::didYouMean(*name, names);
  reader.problem("from", "there is no table '" + base::printable(*name) + "'." +
                             (near.empty() ? " The tables are: " + base::join(names, ", ") + "." : near));
  return nullptr;
}

std::optional<std::string> readDate(TableReader& reader, const sdk::Table& table) {
  std::vector<std::string> dates;
  for (const sdk::Column& column : table.columns) {
    if (column.type == sdk::ColumnType::Day || column.type == sdk::ColumnType::Time) {
      dates.push_back(column.name);
    }
  }
  if (!reader.has("date")) {
    if (table.default_date.empty()) {
      reader.problem("from", dates.empty() ? "the rows of " + table.name + " have no date, so they fall into no month."
                                           : "the rows of " + table.name +
                                                 " have no date of their own: say which column with 'date' (" +
                                                 base::join(dates, ", ") + ").");
      return std::nullopt;
    }
    return table.default_date;
  }
  const std::optional<std::string> name = reader.text("date");
  if (!name) {
    return std::nullopt;
  }
  if (std::find(dates.begin(), dates.end(), *name) != dates.end()) {
    return name;
  }
  const std::string shown = "'" + base::printable(*name) + "'";
  reader.problem("date", (table.find(*name) != nullptr ? shown + " of " + table.name + " is not a date."
                                                       : "there is no column " + shown + " in " + table.name + "." +
                                                             base::didYouMean(*name, dates)) +
                             " Its dates are: " + base::join(dates, ", ") + ".");
  return std::nullopt;
}

expression::Tree readExpression(TableReader& reader, const Declaration& declaration, const std::string& key,
                                const sdk::Table& table, const sdk::Force& force, expression::Type wanted) {
  const std::optional<std::string> text = reader.text(key);
  if (!text) {
    return nullptr;
  }
  const expression::ParseResult result = expression::parse(*text, table, wanted);
  if (!result.tree) {
    tell(declaration, &Declaration::problemInText, reader.pathOf(key), *text, result.problem);
    return nullptr;
  }
  std::vector<expression::Problem> problems = valueProblems(*result.tree, table, force);
  std::ranges::move(dateProblems(*result.tree, table, force), std::back_inserter(problems));
  for (const expression::Problem& problem : problems) {
    tell(declaration, &Declaration::unfitInText, reader.pathOf(key), *text, problem);
  }
  return problems.empty() ? result.tree : nullptr;
}

}  // namespace boardpack::script
