#pragma once
#include "warehouse/load/load_record.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace boardpack::warehouse {

/// The text of a sidecar: JSON with a digest of itself.
std::string writeSidecar(const LoadRecord& record);
/// Nothing when it is damaged, of another version, or its counts do not add up.
std::optional<LoadRecord> readSidecar(std::string_view text);

}  // namespace boardpack::warehouse
