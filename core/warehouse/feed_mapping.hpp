#pragma once
#include <boardpack/sdk/force.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace boardpack::warehouse {

/// A text that a list of codes or the list of areas can give, and its place among those of its column (see
/// FilledTable::listed).
struct ListedText {
  std::string_view text;
  std::int64_t place = 0;
};

/// How one canonical column of a route is filled from a cell.
struct CellRule {
  std::size_t target = 0;  ///< index in the table's columns
  std::size_t source = 0;  ///< index in FeedMapping::sources; of no meaning for Parse::ExtractedOn
  sdk::Parse parse = sdk::Parse::Text;
  sdk::ColumnType type = sdk::ColumnType::Text;
  bool required = false;
  bool is_person = false;  ///< a `…_key`: digested with the secret, whatever it looks like
  bool is_date = false;    ///< the table's default date: its month must be one that the file covers
  bool is_area = false;    ///< where the row lies
  sdk::Unlisted unlisted = sdk::Unlisted::Reject;
  /// Of Code and Codes; of LsoaArea, the force's districts and successors of districts; of an area's Text, its areas.
  std::unordered_map<std::string_view, ListedText> codes;
  /// Of an area: those of `codes` by their names as base::foldedName has them, where it has one of them alone.
  std::unordered_map<std::string, std::string_view> areas;
  /// Of an area: those that are not areas on every day.
  std::unordered_map<std::string_view, const sdk::Area*> dated;
  ListedText outside;    ///< of LsoaArea
  ListedText not_known;  ///< of LsoaArea
};

struct RouteRule {
  std::size_t table = 0;                   ///< index in FeedMapping::tables
  std::optional<std::size_t> when_source;  ///< index in FeedMapping::sources; without it, every row is taken
  std::string_view when_equals;
  std::vector<CellRule> cells;
};

/// A canonical table that a feed fills, and which of its columns.
struct FilledTable {
  const sdk::Table* table = nullptr;
  std::vector<bool> filled;  ///< [column]
  /// [column] All texts that the column can hold, where only lists fill it: the engine then keeps a place in the list
  /// instead of a text a row. Empty for other columns.
  std::vector<std::vector<std::string_view>> listed;
};

/// A column that says whose rows these are.
struct OwnRule {
  std::size_t source = 0;       ///< index in FeedMapping::sources
  std::set<std::string> names;  ///< of this force, as base::foldedName has them
};

/// A feed made ready for reading. It refers to the feed and the force, which must outlive it.
struct FeedMapping {
  std::vector<std::string> sources;  ///< header names to be read
  std::vector<FilledTable> tables;
  std::vector<RouteRule> routes;
  std::vector<OwnRule> own_rows;
  std::optional<std::size_t> extracted_on;  ///< of the column that says when the file was made, index in `sources`
};

/// Throws sdk::Error(Script) when the feed names a table or column that is not there, a way of reading that does not
/// fit the column, or leaves a required column empty: a fault of the plugin, found before any row is read.
FeedMapping mapFeed(const sdk::Feed& feed, const sdk::Force& force);

/// The digest of all that decides what a cell becomes: mapping, tables, the force's code and areas. A file that was
/// loaded by another mapping is loaded again; so is one with identifiers that were digested with another secret.
std::string mappingDigest(const sdk::Feed& feed, const sdk::Force& force, std::string_view secret = {});

/// A canonical table, or one of the force's own; nullptr when there is none of that name.
const sdk::Table* findTable(const sdk::Force& force, std::string_view name);

}  // namespace boardpack::warehouse
