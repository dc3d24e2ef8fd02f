#pragma once

namespace boardpack::chart {

/// GLib, on which pango stands, ends the program with words of its own when it gets no memory or thread. From here on
/// the words are ours, the exit code is 3 and nothing is left behind; what it only warns of is not shown.
void takeLibraryFaults();

}  // namespace boardpack::chart
