#pragma once
#include <filesystem>

namespace boardpack::app {

/// Where an installation keeps what the program reads, relative to the program itself: ../lib/boardpack/plugins and
/// ../share/boardpack. The build folder is laid out in the same way.
struct Layout {
  std::filesystem::path plugins;
  std::filesystem::path scripts;
  std::filesystem::path templates;
  std::filesystem::path fonts;
};

/// Throws sdk::Error(Outside) that names a folder that is missing.
Layout findLayout();

}  // namespace boardpack::app
