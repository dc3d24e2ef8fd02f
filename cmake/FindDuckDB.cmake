# Finds DuckDB's C library and header.
#
#   -DDUCKDB_ROOT=DIR   a folder that holds libduckdb.so and duckdb.h (in itself, lib/ or include/)
#
# Without it, the packages that ./dev fetches with npm into build/duckdb (pinned in cmake/duckdb/package-lock.json).
# Gives the target DuckDB::DuckDB.
set(_duckdb_npm "${PROJECT_SOURCE_DIR}/build/duckdb/node_modules")
find_path(DuckDB_INCLUDE_DIR duckdb.h
  HINTS "${DUCKDB_ROOT}" "${DUCKDB_ROOT}/include" "${_duckdb_npm}/duckdb/src/duckdb/src/include")
find_library(DuckDB_LIBRARY duckdb
  HINTS "${DUCKDB_ROOT}" "${DUCKDB_ROOT}/lib" "${_duckdb_npm}/@duckdb/node-bindings-linux-x64")
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(DuckDB REQUIRED_VARS DuckDB_LIBRARY DuckDB_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "run ./dev build, which fetches it, or give -DDUCKDB_ROOT=DIR")
if(DuckDB_FOUND AND NOT TARGET DuckDB::DuckDB)
  add_library(DuckDB::DuckDB SHARED IMPORTED)
  set_target_properties(DuckDB::DuckDB PROPERTIES
    IMPORTED_LOCATION "${DuckDB_LIBRARY}" IMPORTED_NO_SONAME ON INTERFACE_INCLUDE_DIRECTORIES "${DuckDB_INCLUDE_DIR}")
endif()
