#include "script/column_sources.hpp"

namespace boardpack::script {

std::vector<ColumnSource> sourcesOf(const sdk::Force& force, const sdk::Table& table, const std::string& column) {
  std::vector<ColumnSource> sources;
  for (const sdk::Feed& feed : force.feeds) {
    for (const sdk::RowRoute& route : feed.routes) {
      if (route.table != table.name) {
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
  return sources;
}

}  // namespace boardpack::script
