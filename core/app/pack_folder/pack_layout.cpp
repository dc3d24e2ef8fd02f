#include "app/pack_folder/pack_layout.hpp"

#include "base/system.hpp"

#include <fmt/format.h>
#include <boardpack/sdk/error.hpp>

namespace boardpack::app {
namespace fs = std::filesystem;

Layout findLayout() {
  const fs::path root = base::programFolder().parent_path();
  const fs::path share = root / "share" / "boardpack";
  Layout layout{root / "lib" / "boardpack" / "plugins", share / "scripts", share / "templates", share / "fonts"};
  for (const fs::path& folder : {layout.plugins, layout.scripts, layout.templates, layout.fonts}) {
    if (!fs::is_directory(folder)) {
      throw sdk::Error(sdk::ErrorKind::Outside,
                       fmt::format("The installation is not whole: the folder {} is missing. Install boardpack again.",
                                   folder.string()));
    }
  }
  return layout;
}

}  // namespace boardpack::app
