#pragma once
#include "script/script.hpp"

#include <boardpack/sdk/force.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::test {

/// A force of six districts in two areas, with two pillars: what the scripts of the tests are read for.
sdk::Force exampleForce();

/// The problems that a script's header says it has: its lines "-- expects: 12: sentence", in their order.
std::vector<std::string> expectedProblems(const std::filesystem::path& file);

/// The problems it has, as "12: sentence".
std::vector<std::string> foundProblems(const std::filesystem::path& file);

/// Those of several scripts loaded in one run, as "file.lua:12: sentence".
std::vector<std::string> foundProblemsOfAll(const std::vector<std::filesystem::path>& files);

/// The scripts of a folder, in order of name.
std::vector<std::filesystem::path> scriptsIn(const std::filesystem::path& folder);

/// Checks them one by one. An expected one that ends with "…" is the beginning of what is found: of a list that grows.
void checkProblems(const std::vector<std::string>& found, const std::vector<std::string>& expected);

/// Checks each script of the folder against its header; there must be at least one.
void checkFolder(const std::filesystem::path& folder);

}  // namespace boardpack::test
