#include "plugin_host/open_plugin.hpp"

#include "base/system.hpp"
#include "base/text.hpp"
#include "plugin_host/build_identity.hpp"

#include <boardpack/sdk/error.hpp>

#include <boost/dll/library_info.hpp>

#include <algorithm>
#include <vector>

namespace boardpack::plugin_host {
namespace {

constexpr const char* kFactory = "boardpack_force_plugin_make";
constexpr const char* kSection = "boardpk";

// Nothing when the file is not a library. What the reader of library files says is not passed on: it speaks of offsets.
std::optional<std::vector<std::string>> exportedNames(const std::filesystem::path& file) {
  try {
    boost::dll::library_info info(file);
    const auto sections = info.sections();
    if (std::find(sections.begin(), sections.end(), kSection) == sections.end()) {
      return std::vector<std::string>{};
    }
    return info.symbols(kSection);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

bool writableByAll(const std::filesystem::path& file) {
  using std::filesystem::perms;
  return (std::filesystem::status(file).permissions() & perms::others_write) != perms::none;
}

}  // namespace

std::optional<std::string> reasonAgainst(const std::filesystem::path& file) {
  std::error_code failed;
  const auto real = std::filesystem::canonical(file, failed);
  if (failed || !std::filesystem::is_regular_file(real)) {
    return "It is not a file that can be read, where a force plugin was expected.";
  }
  if (base::isWorldWritable(real.parent_path()) || writableByAll(real)) {
    return "Anyone on this machine may write to it or to the folder it lies in (" + real.parent_path().string() +
           "), so it is not trusted; a plugin's file and folder must be writable by their owner or group alone. Take "
           "the right away with chmod o-w.";
  }
  const auto names = exportedNames(real);
  if (!names) {
    return "It is not a library of this system, where a force plugin was expected; only plugins belong in this folder.";
  }
  const auto identity = std::find_if(names->begin(), names->end(),
                                     [](const std::string& name) { return name.starts_with(kIdentityPrefix); });
  if (identity == names->end() || std::find(names->begin(), names->end(), kFactory) == names->end()) {
    return "It is a library but not a force plugin: it does not export the two names that BOARDPACK_FORCE_PLUGIN "
           "gives.";
  }
  const std::string own = ownIdentity();
  if (*identity != own) {
    const std::string difference = identityDifference(*identity, own);
    return "It was built for another boardpack: the plugin has " + describeIdentity(*identity) + "; this program has " +
           describeIdentity(own) + (difference.empty() ? "" : ". They differ in " + difference) +
           ". Build the plugin again with this boardpack's SDK and compiler.";
  }
  return std::nullopt;
}

Opened openPlugin(const std::filesystem::path& file) {
  Opened opened;
  try {
    using boost::dll::load_mode::rtld_local;
    using boost::dll::load_mode::rtld_now;
    opened.open.library = boost::dll::shared_library(std::filesystem::canonical(file), rtld_now | rtld_local);
  } catch (const std::exception&) {
    opened.reason =
        "It is a force plugin of this build, but the system cannot load it: most often a library that it needs is not "
        "found (ldd names it).";
    return opened;
  }
  try {
    const auto make = opened.open.library.get_alias<std::unique_ptr<sdk::ForcePlugin>()>(kFactory);
    opened.open.plugin = make();
    if (opened.open.plugin == nullptr) {
      opened.reason = "Its factory gave nothing, where a force plugin was expected.";
      return opened;
    }
    opened.force = opened.open.plugin->force();
  } catch (const sdk::Error& error) {
    opened.reason = "It failed while giving its force: " + error.sentence();
  } catch (const std::exception& error) {
    opened.reason =
        std::string("It failed while giving its force, with an exception that is not an sdk::Error: ") + error.what();
  } catch (...) {
    opened.reason = "It failed while giving its force, with an exception of no known type.";
  }
  return opened;
}

}  // namespace boardpack::plugin_host
