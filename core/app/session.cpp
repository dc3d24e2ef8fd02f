#include "app/session.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

/// The files with an ending below a folder, in order of path; none when there is no such folder.
std::vector<NamedFile> filesIn(const fs::path& folder, const std::string& ending, const std::string& shown_before) {
  std::vector<NamedFile> files;
  if (!fs::is_directory(folder)) {
    return files;
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && entry.path().extension() == ending && !name.ends_with(".d.lua")) {
      files.push_back({entry.path(), shown_before + name});
    }
  }
  std::sort(files.begin(), files.end(), [](const NamedFile& a, const NamedFile& b) { return a.shown_as < b.shown_as; });
  return files;
}

void add(std::vector<script::ScriptFile>& scripts, std::vector<NamedFile>& all, std::vector<NamedFile> files,
         script::Origin origin) {
  for (NamedFile& file : files) {
    scripts.push_back({file.path, file.shown_as, origin});
    all.push_back(std::move(file));
  }
}

std::vector<NamedFile> templatesOf(const Options& options, const Layout& layout, const sdk::Force& force) {
  std::vector<NamedFile> files = filesIn(layout.templates / force.code, ".md", force.code + "/");
  if (!options.workspace.empty()) {
    for (NamedFile& own : filesIn(options.workspace / "templates", ".md", "workspace/")) {
      files.push_back(std::move(own));
    }
  }
  std::erase_if(files, [](const NamedFile& file) { return file.path.filename() == "README.md"; });
  return files;
}

}  // namespace

Session openSession(const Options& options) {
  Session session;
  session.layout = findLayout();
  session.host = std::make_unique<plugin_host::PluginHost>(std::vector<fs::path>{session.layout.plugins});
  session.force = &session.host->force(options.force);
  if (!options.workspace.empty() && !fs::is_directory(options.workspace)) {
    throw sdk::Error(sdk::ErrorKind::Command,
                     fmt::format("There is no folder {} to be the workspace.", options.workspace.string()));
  }

  const std::string& code = session.force->code;
  std::vector<script::ScriptFile> scripts;
  using script::Origin;
  add(scripts, session.script_files, filesIn(session.layout.scripts / "common", ".lua", "common/"), Origin::Common);
  add(scripts, session.script_files, filesIn(session.layout.scripts / code, ".lua", code + "/"), Origin::Force);
  if (!options.workspace.empty()) {
    add(scripts, session.script_files, filesIn(options.workspace / "scripts", ".lua", "workspace/"), Origin::Workspace);
  }
  session.templates = templatesOf(options, session.layout, *session.force);
  session.scripts = script::loadScripts(scripts, *session.force);

  const std::vector<script::ScriptProblem>& problems = session.scripts->problems();
  if (!problems.empty()) {
    std::string text = fmt::format("{} in the scripts; nothing was run.",
                                   base::countOf(static_cast<std::int64_t>(problems.size()), "problem", "problems"));
    for (const script::ScriptProblem& problem : problems) {
      text += fmt::format("\n  {}:{}: {}", problem.file, problem.line, problem.sentence);
    }
    throw sdk::Error(sdk::ErrorKind::Script, text);
  }
  return session;
}

std::vector<measure::PillarDefinition> Session::pillars(const Options& options) const {
  const std::vector<measure::PillarDefinition>& all = measures().pillars;
  if (options.pillars.empty()) {
    return all;
  }
  std::vector<std::string> known;
  for (const measure::PillarDefinition& pillar : all) {
    known.push_back(pillar.id);
  }
  std::vector<measure::PillarDefinition> chosen;
  for (const std::string& id : options.pillars) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& pillar) { return pillar.id == id; });
    if (found == all.end()) {
      throw sdk::Error(sdk::ErrorKind::Command,
                       fmt::format("{} has no pillar '{}'.{} It has: {}.", force->name, base::printable(id),
                                   base::didYouMean(id, known), base::join(known, ", ")));
    }
    chosen.push_back(*found);
  }
  return chosen;
}

std::vector<std::string> Session::wanted(const Options& options) const {
  std::vector<std::string> names;
  const auto take = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  };
  for (const measure::PillarDefinition& pillar : pillars(options)) {
    std::for_each(pillar.measures.begin(), pillar.measures.end(), take);
  }
  if (options.pillars.empty()) {
    for (const measure::MeasureDefinition& definition : measures().measures) {
      if (!definition.offered) {
        take(definition.info.name);
      }
    }
  }
  return names;
}

}  // namespace boardpack::app
