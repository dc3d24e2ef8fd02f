#pragma once
#include "paper/pack.hpp"

#include <vector>

namespace boardpack::workbook {

/// The tables that only the workbook has, as paper tables, so that all sheets are written in one way.

/// Limits of the control chart of each measure and group that has them.
paper::Table limitsTable(const paper::Pack& pack);
/// Definition, note, owner, source and script of each measure.
paper::Table notesTable(const paper::Pack& pack);
/// Target, who set it, when figures come, events, the rule set of the limits, and when a measure was last reviewed.
paper::Table rulesTable(const paper::Pack& pack);
/// Extract files: rows read, loaded and rejected, what superseded them.
paper::Table filesTable(const paper::Pack& pack);
/// Faults of the data that did not stop the run.
paper::Table issuesTable(const paper::Pack& pack);

}  // namespace boardpack::workbook
