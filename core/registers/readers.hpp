#pragma once
#include "registers/folder.hpp"

namespace boardpack::registers {

/// One each for what is kept: reads its file into `read`. Areas come first, since events and figures name them; plan
/// items before plan updates.

void readAreas(const Folder& folder, const sdk::Force& force, Read& read);
void readEvents(const Folder& folder, const sdk::Force& force, Read& read);
void readTargets(const Folder& folder, const sdk::Force& force, Read& read);
void readFigures(const Folder& folder, const sdk::Force& force, Read& read);
void readPlanItems(const Folder& folder, const sdk::Force& force, Read& read);
void readPlanUpdates(const Folder& folder, const sdk::Force& force, Read& read);
void readWeights(const Folder& folder, const sdk::Force& force, Read& read);
void readPeers(const Folder& folder, const sdk::Force& force, Read& read);
void readWaves(const Folder& folder, const sdk::Force& force, Read& read);

}  // namespace boardpack::registers
