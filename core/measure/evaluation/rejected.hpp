#pragma once
#include "measure/evaluation/kinds/prepared.hpp"
#include "series/series.hpp"
#include "warehouse/warehouse.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// A table that a measure is made from, and by which dates.
struct TableRead {
  bool by_default_date = true;  ///< else the months of its rejected rows are not those that it is counted in
  bool is_of_crimes = false;    ///< read for columns of each row's crime alone
};
/// By name.
using TablesRead = std::map<std::string, TableRead>;

/// Adds what a measure made from rows reads. The people of a rate are none of it: a population without a row that was
/// rejected is not known, so there is no figure.
void addTablesRead(const Prepared& prepared, const sdk::Force& force, TablesRead& tables);

/// How many rows of a table were rejected, asked of the warehouse once a table.
class RejectedLedger {
 public:
  /// `months`: all that figures are made of.
  RejectedLedger(warehouse::Warehouse& warehouse, const sdk::Force& force, base::MonthRange months)
      : warehouse_(warehouse), force_(force), months_(months) {}

  series::RejectedRows over(const TablesRead& tables, base::MonthRange months);

 private:
  struct Table {
    std::vector<warehouse::Rejected> rejected;
    std::optional<std::map<base::Month, std::int64_t>> rows;  ///< that count; asked for where some are missing
  };
  Table& table(const std::string& name);
  const std::map<base::Month, std::int64_t>& rowsOf(const std::string& name);

  warehouse::Warehouse& warehouse_;
  const sdk::Force& force_;
  base::MonthRange months_;
  std::map<std::string, Table> tables_;
};

/// Gives a finished series the rejected rows of each period that it tells of. Nothing where no table is read.
void addRejectedRows(series::Series& made, const TablesRead& tables, bool is_kept, RejectedLedger& ledger);

}  // namespace boardpack::measure
