#pragma once
#include "registers/registers.hpp"

#include <map>
#include <string>
#include <vector>

namespace boardpack::registers {

/// Two counties with districts, and a plan of one pillar with two outcomes.
sdk::Force keptForce();
/// recorded_crime (a count), answered (a share), calls_figure (a figure by district and free strand), plan_state (a
/// state by question).
std::vector<series::MeasureInfo> keptMeasures();

/// What a folder of these files (name, text) gives.
Read readFiles(const std::map<std::string, std::string>& files);
/// Every problem in words, those of the measures last.
std::vector<std::string> problemsOf(const std::map<std::string, std::string>& files);
/// The words of the only problem; fails the test when there are more or none.
std::string problemOf(const std::string& name, const std::string& text);

}  // namespace boardpack::registers
