#include "plugin_host/plugin_host.hpp"

#include "base/text.hpp"
#include "base/trial.hpp"
#include "plugin_host/open_plugin.hpp"
#include "plugin_host/sound.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

namespace boardpack::plugin_host {
namespace {

constexpr std::size_t kTrialsAtATime = 8;
constexpr std::size_t kLongestPath = 200;
constexpr std::string_view kFileStem = "boardpack_force_";

/// The file that is being loaded into this process, for as long as it is.
std::filesystem::path being_loaded;

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool hidden = entry.path().filename().string().starts_with('.');
    std::error_code is_no_folder;  // a link that leads nowhere
    if (!hidden && !entry.is_directory(is_no_folder)) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::filesystem::path fileBeingLoaded() { return being_loaded; }

struct PluginHost::State {
  /// A file or folder in the order of looking, and why it is refused if that is known already.
  struct Candidate {
    std::filesystem::path file;
    std::string reason;
    std::optional<PluginTrial> trial;
  };

  // The libraries stand first, so that they are closed last.
  std::vector<OpenPlugin> open;
  std::vector<LoadedPlugin> loaded;
  std::vector<RefusedPlugin> refused;
  std::vector<Candidate> candidates;

  void lookAtFolder(const std::filesystem::path& folder);
  void tryAll();
  void load(const std::filesystem::path& file);
  void take(const std::filesystem::path& file, sdk::Force force);
};

void PluginHost::State::lookAtFolder(const std::filesystem::path& folder) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    candidates.push_back({folder, "There is no such folder, where a folder of plugins was expected.", {}});
    return;
  }
  std::vector<std::filesystem::path> files;
  try {
    files = filesOf(folder);
  } catch (const std::filesystem::filesystem_error&) {
    candidates.push_back({folder, "The folder cannot be read; its plugins were not looked at.", {}});
    return;
  }
  if (const auto reason = reasonNotToTrust(folder)) {
    candidates.push_back({folder, *reason + " None of its files was looked at.", {}});
    for (const auto& file : files) {
      candidates.push_back({file, "Its folder " + folder.string() + " is refused, so the file was not looked at.", {}});
    }
    return;
  }
  for (const auto& file : files) {
    candidates.push_back({file, reasonNotToTrust(file).value_or(""), {}});
  }
}

/// Several at a time: the wait for one that does not end is the wait for all.
void PluginHost::State::tryAll() {
  std::size_t begun = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (; begun < std::min(i + kTrialsAtATime, candidates.size()); ++begun) {
      if (candidates[begun].reason.empty()) {
        candidates[begun].trial.emplace(candidates[begun].file);
      }
    }
    Candidate& candidate = candidates[i];
    if (candidate.trial) {
      candidate.reason = candidate.trial->reason().value_or("");
      candidate.trial.reset();
    }
  }
}

void PluginHost::State::load(const std::filesystem::path& file) {
  being_loaded = file;
  const base::QuietStreams quiet;
  Opened opened = openPlugin(file);
  open.push_back(std::move(opened.open));
  being_loaded.clear();
  if (!opened.force) {
    refused.push_back({file, std::move(opened.reason)});
    return;
  }
  take(file, std::move(*opened.force));
}

void PluginHost::State::take(const std::filesystem::path& file, sdk::Force force) {
  const auto faults = faultsOf(force);
  if (!faults.empty()) {
    refused.push_back({file, "The force it gives is not sound: " + base::join(faults, "; ") + "."});
    return;
  }
  const auto same =
      std::find_if(loaded.begin(), loaded.end(), [&](const LoadedPlugin& l) { return l.force.code == force.code; });
  if (same != loaded.end()) {
    refused.push_back({file, "Its force code '" + force.code + "' is taken already by " + same->file.string() + " (" +
                                 same->force.name + "); this file, " + file.string() + " (" + force.name +
                                 "), was not taken. Remove one of the two or give it a code of its own."});
    return;
  }
  loaded.push_back({file, std::move(force)});
}

PluginHost::PluginHost(const std::vector<std::filesystem::path>& folders) : state_(std::make_unique<State>()) {
  std::vector<std::filesystem::path> seen;
  for (const auto& folder : folders) {
    std::error_code failed;
    const auto real = std::filesystem::weakly_canonical(folder, failed);
    if (std::find(seen.begin(), seen.end(), real) != seen.end()) {
      continue;
    }
    seen.push_back(real);
    state_->lookAtFolder(folder);
  }
  state_->tryAll();
  for (State::Candidate& candidate : state_->candidates) {
    if (candidate.reason.empty()) {
      state_->load(candidate.file);
    } else {
      state_->refused.push_back({candidate.file, std::move(candidate.reason)});
    }
  }
  state_->candidates.clear();
}

PluginHost::~PluginHost() = default;

const std::vector<LoadedPlugin>& PluginHost::loaded() const { return state_->loaded; }

const std::vector<RefusedPlugin>& PluginHost::refused() const { return state_->refused; }

const sdk::Force& PluginHost::force(const std::string& code) const {
  std::vector<std::string> codes;
  for (const LoadedPlugin& plugin : state_->loaded) {
    if (plugin.force.code == code) {
      return plugin.force;
    }
    codes.push_back(plugin.force.code);
  }
  std::vector<std::string> of_it;
  for (const RefusedPlugin& refused : state_->refused) {
    if (refused.file.filename().string() == std::string(kFileStem) + code + ".so") {
      of_it.push_back(base::printable(refused.file.string(), kLongestPath) + ": " + refused.reason);
    }
  }
  if (!of_it.empty()) {
    throw sdk::Error(sdk::ErrorKind::Data, "The plugin of the force '" + base::printable(code) + "' was refused. " +
                                               base::join(of_it, "\n  "));
  }
  std::sort(codes.begin(), codes.end());
  std::string sentence = "There is no force '" + base::printable(code) + "'; ";
  sentence += codes.empty() ? "no plugin of any force was loaded." : "the forces are " + base::joinWords(codes) + ".";
  sentence += base::didYouMean(code, codes);
  if (!state_->refused.empty()) {
    std::vector<std::string> names;
    for (const RefusedPlugin& refused : state_->refused) {
      names.push_back(base::printable(refused.file.filename().string(), kLongestPath));
    }
    sentence =
        "Refused among the plugins: " + base::joinWords(names) + " (boardpack list plugins says why). " + sentence;
  }
  throw sdk::Error(sdk::ErrorKind::Command, sentence);
}

}  // namespace boardpack::plugin_host
