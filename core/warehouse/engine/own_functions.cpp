#include "warehouse/engine/own_functions.hpp"

#include "expression/like_pattern.hpp"
#include "warehouse/engine/duckdb_handles.hpp"

#include <boardpack/sdk/error.hpp>

#include <exception>
#include <optional>
#include <string_view>

namespace boardpack::warehouse {
namespace {

using expression::LikePattern;

/// A column of texts of a chunk.
class Texts {
 public:
  explicit Texts(duckdb_vector vector)
      : texts_(static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector))),
        validity_(duckdb_vector_get_validity(vector)) {}

  bool isKnown(idx_t row) const { return validity_ == nullptr || duckdb_validity_row_is_valid(validity_, row); }
  std::string_view at(idx_t row) const {
    return {duckdb_string_t_data(&texts_[row]), duckdb_string_t_length(texts_[row])};
  }

 private:
  duckdb_string_t* texts_;
  std::uint64_t* validity_;
};

void writeMatches(duckdb_data_chunk input, duckdb_vector output) {
  const Texts texts(duckdb_data_chunk_get_vector(input, 0));
  const Texts patterns(duckdb_data_chunk_get_vector(input, 1));
  auto* matches = static_cast<bool*>(duckdb_vector_get_data(output));
  duckdb_vector_ensure_validity_writable(output);
  std::uint64_t* known = duckdb_vector_get_validity(output);
  // The pattern is the same in all rows of a statement.
  std::string_view current;
  std::optional<LikePattern> pattern;
  const idx_t size = duckdb_data_chunk_get_size(input);
  for (idx_t row = 0; row < size; ++row) {
    if (!texts.isKnown(row) || !patterns.isKnown(row)) {
      duckdb_validity_set_row_invalid(known, row);
      continue;
    }
    if (!pattern || patterns.at(row) != current) {
      current = patterns.at(row);
      pattern.emplace(current);
    }
    matches[row] = pattern->matches(texts.at(row));
  }
}

// Called by the engine, which knows no exceptions of ours.
void ownLike(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  try {
    writeMatches(input, output);
  } catch (const std::exception&) {
    duckdb_scalar_function_set_error(info, "a pattern could not be matched");
  }
}

}  // namespace

void addOwnFunctions(duckdb_connection connection) {
  const Owned<duckdb_scalar_function, duckdb_destroy_scalar_function> function(duckdb_create_scalar_function());
  const OwnedType text(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
  const OwnedType truth(duckdb_create_logical_type(DUCKDB_TYPE_BOOLEAN));
  duckdb_scalar_function_set_name(function.get(), expression::kOwnLike);
  duckdb_scalar_function_add_parameter(function.get(), text.get());
  duckdb_scalar_function_add_parameter(function.get(), text.get());
  duckdb_scalar_function_set_return_type(function.get(), truth.get());
  duckdb_scalar_function_set_function(function.get(), ownLike);
  if (duckdb_register_scalar_function(connection, function.get()) == DuckDBError) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "The installed DuckDB does not take functions of others. boardpack is made for DuckDB 1.4; run "
                     "./dev build to fetch it.");
  }
}

}  // namespace boardpack::warehouse
