#pragma once
#include <boardpack/sdk/force.hpp>

#include <string>
#include <vector>

/// A force with nothing wrong, for a test to spoil.
boardpack::sdk::Force sampleForce();

/// Whether there is exactly one fault and it holds all the words.
bool onlyFault(const std::vector<std::string>& faults, const std::vector<std::string>& words);
