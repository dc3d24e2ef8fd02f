#pragma once
#include "app/command_line/options.hpp"
#include "app/named_files.hpp"
#include "app/pack_folder/pack_layout.hpp"
#include "app/read_published.hpp"
#include "plugin_host/plugin_host.hpp"
#include "registers/registers.hpp"
#include "script/script.hpp"

#include <memory>
#include <string>
#include <vector>

namespace boardpack::app {

/// What a command on one force begins with: the plugins, the force, its scripts.
struct Session {
  Layout layout;
  std::unique_ptr<plugin_host::PluginHost> host;
  /// The plugin's, with the areas that the workspace adds or dates.
  std::unique_ptr<const sdk::Force> force_with_areas;
  const sdk::Force* force = nullptr;
  registers::Read kept;  ///< what people keep by hand in the workspace
  std::vector<NamedFile> script_files;
  std::vector<NamedFile> templates;  ///< of the force's papers
  script::Scripts scripts;
  std::optional<Published> published;  ///< what figures are compared with as last published

  const measure::MeasureSet& measures() const { return scripts.measures; }
  /// The pillars that count for a run: all, or those of --pillar. Throws sdk::Error(Command) for an unknown one.
  std::vector<measure::PillarDefinition> pillars(const Options& options) const;
  /// Names of the measures a run shows, pillar by pillar, each once; those of no pillar last unless --pillar is given.
  std::vector<std::string> wanted(const Options& options) const;
};

/// What common scripts offer and the force's extracts cannot answer, a line each.
std::vector<std::string> leftOutLines(const Session& session);

/// Throws sdk::Error(Script) that lists every problem of every script and of every small table, a line each.
Session openSession(const Options& options);

}  // namespace boardpack::app
