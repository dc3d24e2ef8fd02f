#pragma once
#include <duckdb.h>

namespace boardpack::warehouse {

/// Gives the engine of the connection the functions of ours that statements ask for (expression::kOwnLike). Throws
/// sdk::Error when it does not take them.
void addOwnFunctions(duckdb_connection connection);

}  // namespace boardpack::warehouse
