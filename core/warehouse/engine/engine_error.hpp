#pragma once
#include <boardpack/sdk/error.hpp>

#include <duckdb.h>

#include <filesystem>
#include <string>

namespace boardpack::warehouse {

/// What a failure of the engine means, in our own words: its message quotes values of rows and is never shown.
/// `doing` is a phrase such as "keeping the rows of 2025-01-cleveland-street.csv".
sdk::Error engineError(duckdb_error_type type, const std::string& doing, const std::filesystem::path& folder);

/// Of a statement that went on after it was stopped.
sdk::Error stillRunning(const std::string& doing);

}  // namespace boardpack::warehouse
