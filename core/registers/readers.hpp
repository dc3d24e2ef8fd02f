#pragma once
#include "registers/registers.hpp"

#include <filesystem>

namespace boardpack::registers {

/// One each for what is kept: reads its file into `read`. Areas come first, since events and figures name them; plan
/// items before plan updates.

void readAreas(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readEvents(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readTargets(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readFigures(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readPlanItems(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readPlanUpdates(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readWeights(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readPeers(const std::filesystem::path& folder, const sdk::Force& force, Read& read);
void readWaves(const std::filesystem::path& folder, const sdk::Force& force, Read& read);

}  // namespace boardpack::registers
