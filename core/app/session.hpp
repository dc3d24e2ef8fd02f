#pragma once
#include "app/layout.hpp"
#include "app/options.hpp"
#include "plugin_host/plugin_host.hpp"
#include "script/script.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::app {

/// A file the program reads besides extracts, as outputs may show it.
struct NamedFile {
  std::filesystem::path path;
  std::string shown_as;
};

/// What a command on one force begins with: the plugins, the force, its scripts.
struct Session {
  Layout layout;
  std::unique_ptr<plugin_host::PluginHost> host;
  const sdk::Force* force = nullptr;
  std::vector<NamedFile> script_files;
  std::vector<NamedFile> templates;  ///< of the force's papers
  std::unique_ptr<script::Scripts> scripts;

  const measure::MeasureSet& measures() const { return scripts->measures(); }
  /// The pillars that count for a run: all, or those of --pillar. Throws sdk::Error(Command) for an unknown one.
  std::vector<measure::PillarDefinition> pillars(const Options& options) const;
  /// Names of the measures a run shows, pillar by pillar, each once; those of no pillar last unless --pillar is given.
  std::vector<std::string> wanted(const Options& options) const;
};

/// Throws sdk::Error(Script) that lists every problem of every script, a line each.
Session openSession(const Options& options);

}  // namespace boardpack::app
