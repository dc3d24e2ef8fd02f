#include "script/fit/column_sources.hpp"

#include <algorithm>

namespace boardpack::script {

namespace {

void addSources(std::vector<ColumnSource>& sources, const sdk::Force& force, const std::string& table,
                const std::string& column) {
  for (const sdk::Feed& feed : force.feeds) {
    for (const sdk::RowRoute& route : feed.routes) {
      if (route.table != table) {
        continue;
      }
      ColumnSource source{.feed = &feed, .map = nullptr};
      for (const sdk::ColumnMap& map : route.columns) {
        if (map.target == column) {
          source.map = &map;
        }
      }
      sources.push_back(source);
    }
  }
}

}  // namespace

std::vector<ColumnSource> sourcesOf(const sdk::Force& force, const sdk::Table& table, const std::string& column) {
  std::vector<ColumnSource> sources;
  const sdk::Column* known = table.find(column);
  if (known == nullptr || known->isOwn()) {
    addSources(sources, force, table.name, column);
  }
  const bool leaves_out =
      std::any_of(sources.begin(), sources.end(), [](const ColumnSource& source) { return source.map == nullptr; });
  if (known != nullptr && !known->inherited.empty() && (!known->own_first || leaves_out)) {
    addSources(sources, force, "crimes", known->inherited);
    sources.push_back({});
  }
  return sources;
}

}  // namespace boardpack::script
