#pragma once
#include "app/options.hpp"
#include "series/figure.hpp"

#include <optional>
#include <vector>

namespace boardpack::app {

/// The figures of the paper last published: those of --published (a pack's folder or its figures.csv), else of the pack
/// or file in the workspace's published/ whose month is the latest that is not after --month. Nothing when there is
/// none. Throws sdk::Error(Command) when --published names none, and sdk::Error(Data) when a file cannot be read.
std::optional<std::vector<series::Figure>> readPublished(const Options& options);

/// The lines of a figures.csv. `shown_as` names it in messages. Throws sdk::Error(Data) with the line.
std::vector<series::Figure> figuresOfCsv(const std::string& csv, const std::string& shown_as);

}  // namespace boardpack::app
