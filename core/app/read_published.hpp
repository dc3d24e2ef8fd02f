#pragma once
#include "app/command_line/options.hpp"
#include "series/figure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::app {

/// The figures of the paper last published, and the file they stand in.
struct Published {
  std::string name;    ///< as outputs may show it: "published/2025-11", the file's own name of --published
  std::string digest;  ///< of the file
  std::vector<series::Figure> figures;
};

/// Those of --published (a pack's folder or its figures.csv), else of the pack or file in the workspace's published/
/// whose month is the latest that is not after --month. Nothing when there is none. Throws sdk::Error(Command) when
/// --published names none or one of a later month, and sdk::Error(Data) when a file cannot be read or is another
/// force's.
std::optional<Published> readPublished(const Options& options, const std::string& force);

/// The lines of a figures.csv of the force. `shown_as` names it in messages. Throws sdk::Error(Data) with the line: of
/// columns that are not ten, a value that is no number, a period that is no month, another force's figure, a quote that
/// is never closed, or a figure that stands in an earlier line already.
std::vector<series::Figure> figuresOfCsv(const std::string& csv, const std::string& shown_as, const std::string& force);

}  // namespace boardpack::app
