#pragma once
#include "paper/document.hpp"

namespace boardpack::test {

/// A pack and a paper made by hand: one chart that is drawn, one that is not, a table of the kinds of cells.
paper::Pack samplePack();
paper::Document samplePaper();
/// A table of eight columns, as a scorecard has.
paper::Table sampleScorecard();

/// A PNG of one grey pixel.
std::string tinyPng();

}  // namespace boardpack::test
