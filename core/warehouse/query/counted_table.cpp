#include "warehouse/query/counted_table.hpp"

#include "base/text.hpp"
#include "expression/expression.hpp"
#include "warehouse/load/staging_table.hpp"

#include <algorithm>
#include <utility>

namespace boardpack::warehouse {
namespace {

using expression::quoteName;
using expression::quoteText;

std::string listOf(const std::vector<std::string>& texts) { return "[" + base::join(texts, ", ") + "]"; }

std::string pathsOf(const std::vector<const CountedFile*>& files) {
  std::vector<std::string> paths;
  for (const CountedFile* file : files) {
    paths.push_back(quoteText(file->path.string()));
  }
  return listOf(paths);
}

/// Holds of the days of some months, which are in order; neighbours are asked for together.
std::string monthsFilter(const std::string& date, const std::vector<base::Month>& months) {
  std::vector<std::string> runs;
  for (std::size_t first = 0; first < months.size();) {
    std::size_t last = first;
    while (last + 1 < months.size() && months[last + 1] - months[last] == 1) {
      ++last;
    }
    runs.push_back("(" + date + " >= DATE '" + base::isoDate(months[first].firstDay()) + "' AND " + date + " < DATE '" +
                   base::isoDate((months[last] + 1).firstDay()) + "')");
    first = last + 1;
  }
  return base::join(runs, " OR ");
}

}  // namespace

void CountedTable::add(const CountedFile& file) {
  files_.push_back(file);
  if (file.covers_everything) {
    filled_always_.insert(file.filled.begin(), file.filled.end());
    return;
  }
  for (const base::Month month : file.months) {
    filled_[month].insert(file.filled.begin(), file.filled.end());
    if (file.complete_to && *file.complete_to < month) {
      incomplete_.insert(month);
    }
  }
}

std::vector<base::Month> CountedTable::coveredMonths() const {
  std::vector<base::Month> months;
  for (const auto& [month, columns] : filled_) {
    months.push_back(month);
  }
  return months;
}

bool CountedTable::fills(const std::string& column, base::Month month) const {
  if (filled_always_.count(column) > 0) {
    return true;
  }
  const auto found = filled_.find(month);
  return found != filled_.end() && found->second.count(column) > 0;
}

bool CountedTable::isComplete(base::Month month) const { return incomplete_.count(month) == 0; }

bool CountedTable::fillsEver(const std::string& column) const {
  return std::any_of(files_.begin(), files_.end(), [&column](const CountedFile& file) {
    return std::find(file.filled.begin(), file.filled.end(), column) != file.filled.end();
  });
}

bool CountedTable::fillsAlways(const std::string& column) const {
  return std::all_of(files_.begin(), files_.end(), [&column](const CountedFile& file) {
    return std::find(file.filled.begin(), file.filled.end(), column) != file.filled.end();
  });
}

std::string CountedTable::viewStatement() const {
  // Files of which the same months count and that have the same columns are read together: the engine reads a list of
  // files in parallel.
  std::map<std::pair<std::string, std::vector<std::string>>, std::vector<const CountedFile*>> by_form;
  for (const CountedFile& file : files_) {
    const std::string filter =
        file.is_whole ? std::string() : monthsFilter(quoteName(table_->default_date), file.months);
    by_form[{filter, file.filled}].push_back(&file);
  }
  std::vector<std::string> selections;
  for (const auto& [form, files] : by_form) {
    selections.push_back(selection(form.first, files));
  }
  const std::string view = "CREATE OR REPLACE VIEW " + quoteName(table_->name) + " AS ";
  if (!selections.empty()) {
    return view + base::join(selections, " UNION ALL ");
  }
  return view + "SELECT NULL::VARCHAR AS source_file, " + columnsOf({}, "NULL::BIGINT AS source_row") + " WHERE false";
}

std::string CountedTable::columnsOf(const std::vector<std::string>& filled, const std::string& row) const {
  std::string columns = row;
  for (const sdk::Column& column : table_->columns) {
    if (!column.isOwn()) {
      continue;
    }
    const bool is_filled = std::find(filled.begin(), filled.end(), column.name) != filled.end();
    columns += ", ";
    columns += is_filled ? quoteName(column.name) : "NULL::" + sqlType(column.type) + " AS " + quoteName(column.name);
    if (column.own_first) {
      columns += std::string(is_filled ? ", true AS " : ", false AS ") + quoteName(givenColumn(column.name));
    }
  }
  return columns;
}

std::string CountedTable::selection(const std::string& month_filter,
                                    const std::vector<const CountedFile*>& files) const {
  std::vector<std::string> names;
  for (const CountedFile* file : files) {
    names.push_back(quoteText(file->shown_as));
  }
  // The name is the extract's of today, not the one it had when it was loaded first.
  const std::string statement = "SELECT (" + listOf(names) + ")[CAST(file_index AS BIGINT) + 1] AS source_file, " +
                                columnsOf(files.front()->filled, "source_row") + " FROM read_parquet(" +
                                pathsOf(files) + ", hive_partitioning = false)";
  return month_filter.empty() ? statement : statement + " WHERE " + month_filter;
}

std::string CountedTable::countStatement() const {
  if (files_.empty()) {
    return {};
  }
  std::vector<const CountedFile*> files;
  for (const CountedFile& file : files_) {
    files.push_back(&file);
  }
  return "SELECT count(*) FROM read_parquet(" + pathsOf(files) + ", hive_partitioning = false)";
}

std::int64_t CountedTable::rowsOfFiles() const {
  std::int64_t rows = 0;
  for (const CountedFile& file : files_) {
    rows += file.rows;
  }
  return rows;
}

std::string givenColumn(const std::string& column) { return column + " is given"; }

}  // namespace boardpack::warehouse
