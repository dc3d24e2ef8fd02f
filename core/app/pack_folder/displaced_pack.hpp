#pragma once
#include "base/entries.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::app {

/// Removes a pack that another has displaced, once nothing in it is the only copy of what people put there: what is not
/// the program's by the displaced pack's own manifest, and does not stand in `target` already, is brought there first.
/// That is what people saved while a run went on, and, of a run that was stopped after the exchange, all of it.
/// `carried` is what the run had seen and taken over; what has since been saved over it takes its place. Returns what
/// people should know. Throws sdk::Error(Outside) when something can neither be brought over nor removed: it then
/// stays.
std::vector<std::string> removeDisplaced(const std::filesystem::path& displaced, const std::filesystem::path& target,
                                         const std::vector<base::Entry>& carried);

}  // namespace boardpack::app
