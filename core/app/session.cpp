#include "app/session.hpp"

#include "app/templates.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestPath = 300;

void add(std::vector<script::ScriptFile>& scripts, std::vector<NamedFile>& all, std::vector<NamedFile> files,
         script::Origin origin) {
  for (NamedFile& file : files) {
    scripts.push_back({file.path, file.shown_as, origin});
    all.push_back(std::move(file));
  }
}

/// What the workspace keeps by hand, and the areas it adds: scripts are checked against them.
void readKept(Session& session, const Options& options) {
  if (options.workspace.empty()) {
    return;
  }
  session.kept = registers::readRegisters(options.workspace / "registers", *session.force);
  session.kept.registers.kept = registers::readKept(options.workspace / registers::kKeptFile);
  auto force = std::make_unique<sdk::Force>(*session.force);
  force->areas = session.kept.areas;
  session.force_with_areas = std::move(force);
  session.force = session.force_with_areas.get();
}

std::vector<registers::Problem> problemsOfKept(const Session& session, bool knows_measures) {
  std::vector<registers::Problem> problems = session.kept.problems;
  if (!knows_measures) {
    return problems;
  }
  std::vector<const series::MeasureInfo*> measures;
  for (const measure::MeasureDefinition& definition : session.measures().measures) {
    measures.push_back(&definition.info);
  }
  for (registers::Problem& problem : registers::checkMeasures(session.kept, measures)) {
    problems.push_back(std::move(problem));
  }
  return problems;
}

/// Tells of everything that is wrong at once. Measures of unsound scripts are not known, so what names them is judged
/// when the scripts are right.
void refuseProblems(const Session& session, const std::vector<script::ScriptProblem>& of_papers) {
  std::vector<script::ScriptProblem> in_scripts = session.scripts.problems;
  in_scripts.insert(in_scripts.end(), of_papers.begin(), of_papers.end());
  const std::vector<registers::Problem> in_tables = problemsOfKept(session, in_scripts.empty());
  if (in_scripts.empty() && in_tables.empty()) {
    return;
  }
  const auto counted = [](std::size_t count, const char* where) {
    return count == 0 ? std::string()
                      : base::countOf(static_cast<std::int64_t>(count), "problem", "problems") + " in the " + where;
  };
  std::vector<std::string> parts = {counted(in_scripts.size(), "scripts"),
                                    counted(in_tables.size(), "small tables of the workspace")};
  std::erase(parts, "");
  std::string text = base::joinWords(parts) + "; nothing was run.";
  for (const script::ScriptProblem& problem : in_scripts) {
    text += fmt::format("\n  {}:{}: {}", problem.file, problem.line, problem.sentence);
  }
  for (const registers::Problem& problem : in_tables) {
    text += "\n  registers/" + registers::problemWords(problem);
  }
  throw sdk::Error(in_scripts.empty() ? sdk::ErrorKind::Data : sdk::ErrorKind::Script, text);
}

}  // namespace

Session openSession(const Options& options) {
  Session session;
  session.layout = findLayout();
  session.host = std::make_unique<plugin_host::PluginHost>(std::vector<fs::path>{session.layout.plugins});
  session.force = &session.host->force(options.force);
  for (const plugin_host::RefusedPlugin& refused : session.host->refused()) {
    base::logWarning("The plugin " + base::printable(refused.file.string(), kLongestPath) +
                     " was refused and is left out; `boardpack list plugins` says why.");
  }
  if (!options.workspace.empty() && !fs::is_directory(options.workspace)) {
    throw sdk::Error(
        sdk::ErrorKind::Command,
        fmt::format("The workspace {} is not a folder that is there. Check the path given with --workspace.",
                    base::printable(options.workspace.string(), 200)));
  }

  readKept(session, options);
  const std::string& code = session.force->code;
  std::vector<script::ScriptFile> scripts;
  using script::Origin;
  add(scripts, session.script_files, filesIn(session.layout.scripts / "common", ".lua", "common/"), Origin::Common);
  add(scripts, session.script_files, filesIn(session.layout.scripts / code, ".lua", code + "/"), Origin::Force);
  if (!options.workspace.empty()) {
    add(scripts, session.script_files, filesIn(options.workspace / "scripts", ".lua", "workspace/"), Origin::Workspace);
  }
  session.scripts = script::loadScripts(scripts, *session.force, session.kept.registers);
  std::vector<script::ScriptProblem> of_papers;
  session.templates = templatesOf(options, session.layout, *session.force, session.scripts.measures, of_papers);

  refuseProblems(session, of_papers);
  session.published = readPublished(options, session.force->code);
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
  for (const std::string& id : options.pillars) {
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      throw sdk::Error(sdk::ErrorKind::Command,
                       fmt::format("{} has no pillar '{}'.{} It has: {}.", force->name, base::printable(id),
                                   base::didYouMean(id, known), base::join(known, ", ")));
    }
  }
  // In the plan's order, so that the order and repeats of the command line decide nothing.
  std::vector<measure::PillarDefinition> chosen;
  std::copy_if(all.begin(), all.end(), std::back_inserter(chosen), [&](const measure::PillarDefinition& pillar) {
    return std::find(options.pillars.begin(), options.pillars.end(), pillar.id) != options.pillars.end();
  });
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

std::vector<std::string> leftOutLines(const Session& session) {
  std::vector<std::string> lines;
  for (const measure::LeftOut& each : session.measures().left_out) {
    lines.push_back(fmt::format("{}: {}", each.place, each.why));
  }
  return lines;
}

}  // namespace boardpack::app
