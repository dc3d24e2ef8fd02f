#include "app/templates.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace {

using measure::Amendment;

std::string nameOf(const NamedFile& file) { return file.path.stem().string(); }

std::vector<std::string> namesOf(const std::vector<NamedFile>& files) {
  std::vector<std::string> names;
  for (const NamedFile& file : files) {
    names.push_back(nameOf(file));
  }
  return names;
}

const NamedFile* find(const std::vector<NamedFile>& files, const std::string& name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const NamedFile& file) { return nameOf(file) == name; });
  return found == files.end() ? nullptr : &*found;
}

/// "workspace/own.lua:3" as a problem's place.
script::ScriptProblem problemAt(const std::string& place, const std::string& sentence) {
  const std::size_t colon = place.rfind(':');
  return {place.substr(0, colon), std::stoi(place.substr(colon + 1)), "switch_off_paper: " + sentence};
}

/// Whether an installed paper is switched off; a name that none has is a problem.
bool switchOff(Amendment& amendment, const std::vector<NamedFile>& installed, const std::vector<NamedFile>& own,
               std::vector<script::ScriptProblem>& problems) {
  if (find(own, amendment.name) != nullptr) {
    problems.push_back(problemAt(amendment.place, fmt::format("'{}' is a template of the workspace: take {} away.",
                                                              amendment.name, find(own, amendment.name)->shown_as)));
    return false;
  }
  const NamedFile* found = find(installed, amendment.name);
  if (found == nullptr) {
    const std::vector<std::string> names = namesOf(installed);
    problems.push_back(problemAt(
        amendment.place, fmt::format("there is no paper '{}'.{} There are: {}.", base::printable(amendment.name),
                                     base::didYouMean(amendment.name, names), base::join(names, ", "))));
    return false;
  }
  amendment.over = found->shown_as;
  return true;
}

}  // namespace

std::vector<NamedFile> templatesOf(const Options& options, const Layout& layout, const sdk::Force& force,
                                   measure::MeasureSet& measures, std::vector<script::ScriptProblem>& problems) {
  std::vector<NamedFile> installed = filesIn(layout.templates / force.code, ".md", force.code + "/");
  std::vector<NamedFile> own;
  if (!options.workspace.empty()) {
    own = filesIn(options.workspace / "templates", ".md", "workspace/");
  }
  for (std::vector<NamedFile>* files : {&installed, &own}) {
    std::erase_if(*files, [](const NamedFile& file) { return file.path.filename() == "README.md"; });
  }
  std::vector<std::string> gone;
  for (Amendment& amendment : measures.amendments) {
    const bool is_paper_off = amendment.subject == "paper" && amendment.what == Amendment::What::SwitchedOff;
    if (is_paper_off && switchOff(amendment, installed, own, problems)) {
      gone.push_back(amendment.name);
    }
  }
  for (const NamedFile& file : own) {
    if (const NamedFile* replaced = find(installed, nameOf(file))) {
      measures.amendments.push_back({.what = Amendment::What::Replaced,
                                     .subject = "paper",
                                     .name = nameOf(file),
                                     .place = file.shown_as,
                                     .over = replaced->shown_as});
      gone.push_back(nameOf(file));
    }
  }
  std::erase_if(installed,
                [&](const NamedFile& file) { return std::find(gone.begin(), gone.end(), nameOf(file)) != gone.end(); });
  installed.insert(installed.end(), own.begin(), own.end());
  return installed;
}

std::string amendmentLines(const std::vector<Amendment>& amendments) {
  std::string text;
  for (const Amendment& amendment : amendments) {
    text += fmt::format("  {} {}: {} by {}{}{}\n", amendment.subject, amendment.name,
                        measure::amendmentWord(amendment.what), amendment.place,
                        amendment.over.empty() ? "" : " over " + amendment.over,
                        amendment.keys.empty() ? "" : " (" + base::join(amendment.keys, ", ") + ")");
  }
  return text;
}

}  // namespace boardpack::app
