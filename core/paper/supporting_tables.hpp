#pragma once
#include "paper/pack.hpp"

#include <string>
#include <vector>

namespace boardpack::paper {

/// A table that stands behind the scorecard and the months of the measures, of the whole pack.
struct SupportingTable {
  std::string name;            ///< of its sheet or page, at most 31 characters: "Control limits"
  Table (*make)(const Pack&);  ///< a table without rows has nothing to say, and is left out
};
/// In the order in which a reader needs them: every writer takes them from here.
const std::vector<SupportingTable>& supportingTables();

/// Extract files: rows read, loaded and rejected, what superseded them.
Table filesTable(const Pack& pack);

/// What the pack is, for its first page: a sentence each, the title first.
std::vector<std::string> coverLines(const Pack& pack);

}  // namespace boardpack::paper
