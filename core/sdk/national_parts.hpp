#pragma once
#include <boardpack/sdk/feed.hpp>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::sdk::national {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// A measure of the comparators and the headings it has had, the usual one first.
struct NamedColumn {
  const char* measure;
  std::vector<std::string> headings;
};
const std::vector<NamedColumn>& offences();

/// A header of the columns that every layout gives, and more.
std::vector<SourceColumn> columnsOf(std::initializer_list<const char*> more);

/// Records whose column "to" is `when`; `more` are numbers: target, source.
RowRoute comparatorRoute(const std::string& when, const Pairs& more);
RowRoute populationRoute();

/// Of the Office for National Statistics.
Feed forceAreaTables();
Feed partnershipTables(const std::string& sheet, const std::string& ending);

}  // namespace boardpack::sdk::national
