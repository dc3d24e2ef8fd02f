#include "plugin_host/plugin_host.hpp"

#include "base/system.hpp"
#include "base/text.hpp"
#include "plugin_host/open_plugin.hpp"
#include "plugin_host/sound.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

namespace boardpack::plugin_host {
namespace {

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool hidden = entry.path().filename().string().starts_with('.');
    if (!hidden && !entry.is_directory()) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

struct PluginHost::State {
  // The libraries stand first, so that they are closed last.
  std::vector<OpenPlugin> open;
  std::vector<LoadedPlugin> loaded;
  std::vector<RefusedPlugin> refused;

  void lookAtFolder(const std::filesystem::path& folder);
  void lookAtFile(const std::filesystem::path& file);
  void take(const std::filesystem::path& file, sdk::Force force);
};

void PluginHost::State::lookAtFolder(const std::filesystem::path& folder) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    refused.push_back({folder, "There is no such folder, where a folder of plugins was expected."});
    return;
  }
  std::vector<std::filesystem::path> files;
  try {
    files = filesOf(folder);
  } catch (const std::filesystem::filesystem_error&) {
    refused.push_back({folder, "The folder cannot be read; its plugins were not looked at."});
    return;
  }
  if (base::isWorldWritable(folder)) {
    refused.push_back({folder,
                       "Anyone on this machine may write to this folder, so none of its files is trusted; a folder of "
                       "plugins must be writable by its owner or group alone. Take the right away with chmod o-w."});
    for (const auto& file : files) {
      refused.push_back({file, "Its folder " + folder.string() +
                                   " is refused, since anyone on this machine may write to it; the file was not "
                                   "looked at."});
    }
    return;
  }
  for (const auto& file : files) {
    lookAtFile(file);
  }
}

void PluginHost::State::lookAtFile(const std::filesystem::path& file) {
  if (auto reason = reasonAgainst(file)) {
    refused.push_back({file, std::move(*reason)});
    return;
  }
  Opened opened = openPlugin(file);
  open.push_back(std::move(opened.open));
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
  std::sort(codes.begin(), codes.end());
  std::string sentence = "There is no force '" + base::printable(code) + "'; ";
  sentence += codes.empty() ? "no plugin of any force was loaded." : "the forces are " + base::joinWords(codes) + ".";
  sentence += base::didYouMean(code, codes);
  if (!state_->refused.empty()) {
    sentence += " " +
                base::countOf(static_cast<std::int64_t>(state_->refused.size()), "file or folder was",
                              "files or folders were") +
                " refused: boardpack list plugins says why.";
  }
  throw sdk::Error(sdk::ErrorKind::Command, sentence);
}

}  // namespace boardpack::plugin_host
