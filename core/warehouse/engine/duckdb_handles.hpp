#pragma once
#include <duckdb.h>

#include <utility>

namespace boardpack::warehouse {

/// The one owner of a handle of DuckDB's C API: moved, never copied.
template <typename Handle, auto destroy>
class Owned {
 public:
  Owned() = default;
  explicit Owned(Handle handle) : handle_(handle) {}
  ~Owned() { reset(); }
  Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Owned& operator=(Owned&& other) noexcept {
    if (this != &other) {
      reset();
      handle_ = std::exchange(other.handle_, nullptr);
    }
    return *this;
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;

  Handle get() const { return handle_; }
  /// For functions that give a handle through a pointer; only while there is none yet.
  Handle* out() { return &handle_; }

 private:
  void reset() {
    if (handle_ != nullptr) {
      destroy(&handle_);
      handle_ = nullptr;
    }
  }
  Handle handle_ = nullptr;
};

inline void destroyAppender(duckdb_appender* appender) { static_cast<void>(duckdb_appender_destroy(appender)); }

using OwnedDatabase = Owned<duckdb_database, duckdb_close>;
using OwnedConnection = Owned<duckdb_connection, duckdb_disconnect>;
using OwnedConfig = Owned<duckdb_config, duckdb_destroy_config>;
using OwnedChunk = Owned<duckdb_data_chunk, duckdb_destroy_data_chunk>;
using OwnedType = Owned<duckdb_logical_type, duckdb_destroy_logical_type>;
using OwnedAppender = Owned<duckdb_appender, destroyAppender>;
using OwnedErrorData = Owned<duckdb_error_data, duckdb_destroy_error_data>;

}  // namespace boardpack::warehouse
