#pragma once
#include "app/command_line/options.hpp"
#include "app/named_files.hpp"
#include "app/pack_folder/pack_layout.hpp"
#include "script/script.hpp"

#include <vector>

namespace boardpack::app {

/// The templates of the papers that a run makes. One of the workspace takes the place of an installed one of the same
/// file name; those that the workspace's scripts switch off (the amendments of `measures`) are left out. What is
/// replaced joins the amendments, and what cannot be switched off the problems.
std::vector<NamedFile> templatesOf(const Options& options, const Layout& layout, const sdk::Force& force,
                                   measure::MeasureSet& measures, std::vector<script::ScriptProblem>& problems);

/// "measure robbery: overridden by workspace/own.lua:3 over cleveland/safer.lua:12 (target)", a line each.
std::string amendmentLines(const std::vector<measure::Amendment>& amendments);

}  // namespace boardpack::app
