#include "warehouse/counted_table.hpp"

#include "base/text.hpp"
#include "expression/expression.hpp"
#include "warehouse/staging_table.hpp"

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

}  // namespace

void CountedTable::add(const CountedFile& file) {
  files_.push_back(file);
  if (file.covers_everything) {
    filled_always_.insert(file.filled.begin(), file.filled.end());
    return;
  }
  for (const base::Month month : file.months) {
    filled_[month].insert(file.filled.begin(), file.filled.end());
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

std::string CountedTable::viewStatement() const {
  // Files of which the same months count are read together: the engine reads a list of files in parallel.
  std::map<std::string, std::vector<const CountedFile*>> by_filter;
  for (const CountedFile& file : files_) {
    std::vector<std::string> days;
    for (const base::Month month : file.months) {
      days.push_back("DATE '" + base::isoDate(month.firstDay()) + "'");
    }
    const std::string filter = file.is_whole ? std::string()
                                             : "date_trunc('month', " + quoteName(table_->default_date) + ") IN (" +
                                                   base::join(days, ", ") + ")";
    by_filter[filter].push_back(&file);
  }
  std::vector<std::string> selections;
  for (const auto& [filter, files] : by_filter) {
    selections.push_back(selection(filter, files));
  }
  std::string view = "CREATE OR REPLACE VIEW " + quoteName(table_->name) + " AS ";
  if (!selections.empty()) {
    return view + base::join(selections, " UNION ALL ");
  }
  view += "SELECT NULL::VARCHAR AS source_file, NULL::BIGINT AS source_row";
  for (const sdk::Column& column : table_->columns) {
    view += ", NULL::" + sqlType(column.type) + " AS " + quoteName(column.name);
  }
  return view + " WHERE false";
}

std::string CountedTable::selection(const std::string& month_filter,
                                    const std::vector<const CountedFile*>& files) const {
  std::vector<std::string> names;
  for (const CountedFile* file : files) {
    names.push_back(quoteText(file->shown_as));
  }
  // The name is the extract's of today, not the one it had when it was loaded first.
  std::string statement = "SELECT (" + listOf(names) + ")[CAST(file_index AS BIGINT) + 1] AS source_file, source_row";
  for (const sdk::Column& column : table_->columns) {
    statement += ", " + quoteName(column.name);
  }
  statement += " FROM read_parquet(" + pathsOf(files) + ", hive_partitioning = false)";
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

}  // namespace boardpack::warehouse
