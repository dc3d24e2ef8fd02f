#include "warehouse/engine/engine_error.hpp"

#include "base/system.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>

namespace boardpack::warehouse {
namespace {

using sdk::Error;
using sdk::ErrorKind;

// Less than this is taken for a full disk: the engine does not say why a write failed.
constexpr std::uint64_t kFullBelow = 4ULL * 1024 * 1024;

}  // namespace

Error engineError(duckdb_error_type type, const std::string& doing, const std::filesystem::path& folder) {
  const std::string place = folder.string();
  switch (type) {
    case DUCKDB_ERROR_IO:
      if (const std::optional<std::string> reason = base::noRoomFor(folder, kFullBelow)) {
        return {ErrorKind::Outside, *reason};
      }
      return {ErrorKind::Outside,
              fmt::format("The warehouse's files in {} could not be read or written when {}. Check that the disk has "
                          "room and is sound and that you may write to the folder, then run again.",
                          place, doing)};
    case DUCKDB_ERROR_OUT_OF_MEMORY:
      return {ErrorKind::Outside,
              fmt::format("The engine needs more memory or temporary disk space than it may use for {}. Close other "
                          "programs, free space on the disk of {}, or load fewer extracts at once.",
                          doing, place)};
    case DUCKDB_ERROR_INTERRUPT:
      return {
          ErrorKind::Outside,
          fmt::format("The engine was stopped when {}, since it took longer than a question may take: 60 seconds, or "
                      "what --deadline says. Run again when the machine is less busy, with fewer extracts, or with "
                      "a longer --deadline.",
                      doing)};
    case DUCKDB_ERROR_OUT_OF_RANGE:
    case DUCKDB_ERROR_CONVERSION:
    case DUCKDB_ERROR_DECIMAL:
      return {ErrorKind::Data,
              fmt::format("An amount is too large to be added up exactly (14 digits before the point at the most) when "
                          "{}. Look for a mistyped amount in the extracts.",
                          doing)};
    default:
      return {ErrorKind::Outside,
              fmt::format("The engine failed when {} (its error kind {}). The files of the warehouse in {} may be "
                          "damaged: run again with another warehouse folder, and report it if that fails too.",
                          doing, static_cast<int>(type), place)};
  }
}

Error stillRunning(const std::string& doing) {
  return {ErrorKind::Outside,
          fmt::format("The engine took longer than a question may take when {}, and could not be stopped, so the "
                      "program ends here. Look for a condition that asks much of long texts, or run again with fewer "
                      "extracts or a longer --deadline.",
                      doing)};
}

}  // namespace boardpack::warehouse
