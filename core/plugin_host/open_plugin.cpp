#include "plugin_host/open_plugin.hpp"

#include "base/text.hpp"
#include "base/trust.hpp"
#include "plugin_host/build_identity.hpp"

#include <boardpack/sdk/error.hpp>

#include <boost/dll/library_info.hpp>

#include <algorithm>
#include <csignal>
#include <new>
#include <vector>

namespace boardpack::plugin_host {
namespace {

constexpr const char* kFactory = "boardpack_force_plugin_make";
constexpr const char* kSection = "boardpk";
constexpr std::size_t kLongestWords = 500;
constexpr std::size_t kLongestPath = 200;

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

/// How the trial of a plugin that came to a bad end is told.
std::string badEnd(const base::TrialResult& result, const base::TrialLimits& limits) {
  const std::string when = result.had_said ? "while it was closed after it had given its force"
                                           : "while it was loaded and asked for its force";
  const std::string mend = " Mend the plugin and build it again, or take the file out of the folder.";
  switch (result.end) {
    case base::TrialResult::End::Signalled:
      if (result.number == SIGXCPU) {
        return "It used more than " + std::to_string(limits.processor_seconds) + " seconds of processor time " + when +
               ", where it has only to tell what it knows: it most likely never ends." + mend;
      }
      return "It crashed " + when + ": " + base::signalWords(result.number) + "." + mend;
    case base::TrialResult::End::OutOfTime:
      return "It did not come to an end in " + std::to_string(limits.seconds) + " seconds " + when + "." + mend;
    default:
      return "It ended the program (with the exit code " + std::to_string(result.number) + ") " + when +
             ", where a plugin gives its force and nothing else." + mend;
  }
}

}  // namespace

std::optional<std::string> reasonNotToTrust(const std::filesystem::path& path) {
  const auto found = base::untrusted(path);
  if (!found) {
    return std::nullopt;
  }
  const bool is_itself = found->path == path;
  const std::string what = is_itself ? "it" : base::printable(found->path.string(), kLongestPath);
  if (found->why == base::Untrusted::Why::OtherOwner) {
    return "Its code would run with your rights, but " + what +
           " belongs to another user, who could put anything in its place" +
           "; a plugin and every folder it lies in must belong to root or to who runs the program. Have it installed "
           "by one of the two.";
  }
  return "Its code would run with your rights, but anyone on this machine may write to " + what +
         "; a plugin and every folder it lies in must be writable by their owner or group alone. Take the right away "
         "with chmod o-w.";
}

std::optional<std::string> reasonAgainst(const std::filesystem::path& file) {
  std::error_code failed;
  const auto real = std::filesystem::canonical(file, failed);
  if (failed || !std::filesystem::is_regular_file(real, failed)) {
    return "It is not a file that can be read, where a force plugin was expected.";
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
    opened.reason = "It failed while giving its force: " + base::printable(error.sentence(), kLongestWords);
  } catch (const std::bad_alloc&) {
    opened.reason = "It asked for more memory than there is for a plugin while giving its force.";
  } catch (const std::exception& error) {
    opened.reason = "It failed while giving its force, with an exception that is not an sdk::Error and says '" +
                    base::printable(error.what(), kLongestWords) + "'.";
  } catch (...) {
    opened.reason = "It failed while giving its force, with an exception of no known type.";
  }
  return opened;
}

PluginTrial::PluginTrial(const std::filesystem::path& file)
    : trial_(
          [file] {
            if (auto reason = reasonAgainst(file)) {
              return std::move(*reason);
            }
            // Closed at the end of the process, when the reason has been said.
            static const Opened opened = openPlugin(file);
            return opened.reason;
          },
          base::TrialLimits{}) {}

std::optional<std::string> PluginTrial::reason() {
  const base::TrialResult result = trial_.result();
  if (result.end != base::TrialResult::End::Finished) {
    return badEnd(result, base::TrialLimits{});
  }
  return result.said.empty() ? std::nullopt : std::optional(result.said);
}

}  // namespace boardpack::plugin_host
