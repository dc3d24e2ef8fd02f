#pragma once
#include "base/records.hpp"

#include <boardpack/sdk/feed.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::feed {

/// Names of the columns that every layout gives; boardpack/sdk/layout.hpp says what they hold.
inline constexpr const char* kValueColumn = "value";
/// The same with all the decimals that the source gives; of a feed that lists a column of this name.
inline constexpr const char* kPrintedColumn = "printed";
inline constexpr const char* kNotAvailableColumn = "not available";
inline constexpr const char* kBaseColumn = "base";
inline constexpr const char* kPeriodEndColumn = "period end";
inline constexpr const char* kPublishedOnColumn = "published on";
inline constexpr const char* kYearColumn = "year";
inline constexpr const char* kPlaceColumn = "place";

/// The records of a file by its feed's layouts, a cell of numbers each. Throws sdk::Error(Data) when the file is
/// refused: it is damaged, a sheet or heading is missing, unknown or doubled, no title names the period or two name
/// different ones, the end of a table is not found, or figures stand where no heading or name says what they are.
std::unique_ptr<base::RecordSource> openLayouts(const std::filesystem::path& path, const sdk::Feed& feed,
                                                const std::vector<std::string>& columns);

/// Throws what openLayouts() throws.
void checkLayouts(const std::filesystem::path& path, const sdk::Feed& feed);

}  // namespace boardpack::feed
