#include "app/command_line/command_line_words.hpp"

#include "app/writers.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace boardpack::app {
namespace {

using Named = std::pair<const char*, const char*>;

/// What each option takes.
constexpr std::array kTakes = {
    Named{"--month", "a month as YYYY-MM, such as 2025-12"},
    Named{"--data", "a folder of extracts, or one with the day they were made: DIR@YYYY-MM-DD"},
    Named{"--board-date", "a day as YYYY-MM-DD, such as 2026-01-22"},
    Named{"--workspace", "a folder"},
    Named{"--warehouse", "a folder, or 'none'"},
    Named{"--out", "a folder"},
    Named{"--published", "the folder of a pack or its figures.csv"},
    Named{"--pillar", "the name of a pillar, as `boardpack list pillars FORCE` lists them"},
    Named{"--jobs", "a whole number from 1 to 256"},
    Named{"--deadline", "a whole number of seconds from 1 to 86400"},
    Named{"--stage", "series, findings, paper or marks"},
    Named{"--measure", "the name of a measure, as `boardpack list measures FORCE` lists them"},
    Named{"--rows", "a whole number from 0 to 10000"},
    Named{"--group", "BREAKDOWN=GROUP, such as district=Hartlepool"},
    Named{"--window", "month, mrt, ytd, quarter, financial_year, calendar_year, since, between or wave"},
};

/// What a command cannot do without.
constexpr std::array kNeeds = {
    Named{"FORCE", "Say which force: `boardpack list forces` lists them."},
    Named{"MEASURE", "Say which measure: `boardpack list measures FORCE` lists them."},
    Named{"DIR", "Say which folder: the one that the packs were written to with --out."},
};

template <std::size_t Size>
std::string lookUp(const std::array<Named, Size>& table, const std::string& name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Named& entry) { return name == entry.first; });
  return found == table.end() ? std::string() : found->second;
}

/// What an option takes; "" for one that takes nothing.
std::string takesOf(const std::string& option) {
  return option == "--formats" ? "a list of " + base::join(formatNames(), ", ") : lookUp(kTakes, option);
}

/// The command that was given, with its own command where it has one.
const CLI::App& commandOf(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
  }
  return *command;
}

std::string nameOf(const CLI::App& app, const CLI::App& command) {
  std::string name = command.get_name();
  for (const CLI::App* parent = command.get_parent(); parent != nullptr && parent != &app;
       parent = parent->get_parent()) {
    name = parent->get_name() + " " + name;
  }
  return name;
}

std::vector<std::string> commandsIn(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> optionsOf(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// " `run` and `explain` have it."
std::string whoHas(const CLI::App& app, const std::string& option) {
  std::vector<std::string> who;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (has(optionsOf(*command), option)) {
      who.push_back("`" + command->get_name() + "`");
    }
  }
  return who.empty() ? "" : " It is an option of " + base::joinWords(who) + ".";
}

std::string quoted(const std::string& word) { return "'" + base::printable(word) + "'"; }

std::string helpOf(const std::string& command) { return " `boardpack " + command + " --help` lists its options."; }

/// A dash that an office program has made of "-" or "--".
bool beginsWithOtherDash(const std::string& word) {
  return word.starts_with("\u2013") || word.starts_with("\u2014") || word.starts_with("\u2212");
}

std::string noCommand(const CLI::App& app) {
  const std::vector<std::string> commands = commandsIn(app);
  const std::string are = " The commands are " + base::joinWords(commands) + "; `boardpack --help` says more.";
  const std::vector<std::string> words = app.remaining();
  if (words.empty()) {
    return "Say what boardpack is to do." + are;
  }
  if (words.front().starts_with("-")) {
    return "The command comes first, then its options; " + quoted(words.front()) + " is no command." + are;
  }
  return "There is no command " + quoted(words.front()) + "." + base::didYouMean(words.front(), commands) + are;
}

std::string noList(const CLI::App& list) {
  const std::vector<std::string> things = commandsIn(list);
  const std::vector<std::string> words = list.remaining();
  const std::string are = " It lists " + base::joinWords(things) + ".";
  return words.empty() ? "Say what to list." + are
                       : "`list` has no " + quoted(words.front()) + "." + base::didYouMean(words.front(), things) + are;
}

/// A word that the command does not take.
std::string tooMuch(const CLI::App& app, const CLI::App& command, const std::vector<std::string>& words) {
  const std::string name = nameOf(app, command);
  const auto option = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return word.starts_with("-") || beginsWithOtherDash(word);
  });
  if (option == words.end()) {
    std::vector<std::string> takes;
    for (const CLI::Option* each : command.get_options()) {
      if (each->get_positional()) {
        takes.push_back(each->get_name());
      }
    }
    return fmt::format("`{}` takes {}; {} is one word too many.{}", name,
                       takes.empty() ? "no word" : "one " + base::joinWords(takes) + " and options",
                       quoted(words.front()), helpOf(name));
  }
  if (beginsWithOtherDash(*option)) {
    return quoted(*option) + " begins with a long dash, as office programs make of '--'. Type '--' and the option.";
  }
  const std::string bare = option->substr(0, option->find('='));
  return fmt::format("`{}` has no option {}.{}{}{}", name, quoted(bare), base::didYouMean(bare, optionsOf(command)),
                     whoHas(app, bare), helpOf(name));
}

std::string missing(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_required() && option->count() == 0) {
      return lookUp(kNeeds, option->get_name(true));
    }
  }
  return {};
}

/// The option that the error names at its beginning: "--jobs: …", "--jobs=0 …".
const CLI::Option* optionOf(const CLI::App& command, const std::string& words) {
  const CLI::Option* found = nullptr;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      const std::string wanted = "--" + name;
      const bool is_whole =
          words.size() == wanted.size() || (words.size() > wanted.size() && words[wanted.size()] != '-');
      found = words.find(wanted) != std::string::npos && is_whole && found == nullptr ? option : found;
    }
  }
  return found;
}

/// A word that is an option, and not the value of the option before it.
bool isOption(const std::string& word) { return word.starts_with("--"); }

std::string wrongValue(const CLI::Option& option, const std::string& command) {
  const std::string name = "--" + option.get_lnames().front();
  const std::string takes = takesOf(name);
  if (takes.empty()) {
    const bool is_flag = option.get_items_expected_max() == 0;
    return name + (is_flag ? " takes no value." : " cannot be read.") + helpOf(command);
  }
  const std::vector<std::string> given = option.results();
  if (const auto next = std::find_if(given.begin(), given.end(), isOption); next != given.end()) {
    return fmt::format("{} takes {}; the option {} follows it.", name, takes, base::printable(*next));
  }
  if (given.size() > 1) {
    return name + " is given more than once. Give it once.";
  }
  if (given.empty() || given.front().empty()) {
    return fmt::format("{} takes {}; nothing follows it.", name, takes);
  }
  return fmt::format("{} takes {}; {} is not one.", name, takes, quoted(given.front()));
}

/// The option whose value was forgotten, so that it took the next option for it.
const CLI::Option* swallowing(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    const std::vector<std::string> values = option->results();
    if (!option->get_lnames().empty() && std::any_of(values.begin(), values.end(), isOption)) {
      return option;
    }
  }
  return nullptr;
}

}  // namespace

std::string commandLineWords(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = commandOf(app);
  if (&command == &app) {
    return noCommand(app);
  }
  if (const std::vector<std::string> before = app.remaining(); !before.empty()) {
    return fmt::format("The command comes first, then its options: {} stands before `{}`.", quoted(before.front()),
                       nameOf(app, command));
  }
  if (command.get_name() == "list") {
    return noList(command);
  }
  if (const CLI::Option* option = swallowing(command)) {
    return wrongValue(*option, nameOf(app, command));
  }
  const std::vector<std::string> extra = command.remaining();
  const bool has_unknown_option = std::any_of(extra.begin(), extra.end(), [](const std::string& word) {
    return word.starts_with("-") || beginsWithOtherDash(word);
  });
  const std::string name = nameOf(app, command);
  if (has_unknown_option) {
    return tooMuch(app, command, extra);
  }
  if (const CLI::Option* option = optionOf(command, error.what())) {
    return wrongValue(*option, name);
  }
  if (!extra.empty()) {
    return tooMuch(app, command, extra);
  }
  const std::string needed = missing(command);
  return needed.empty() ? "The command cannot be read." + helpOf(name) : needed;
}

std::string unfitValueWords(const CLI::App& app) {
  if (const CLI::Option* option = swallowing(commandOf(app))) {
    return wrongValue(*option, nameOf(app, commandOf(app)));
  }
  for (const CLI::Option* option : commandOf(app).get_options()) {
    const std::vector<std::string> values = option->results();
    const bool is_flag = option->get_items_expected_max() == 0;
    if (is_flag && !option->get_lnames().empty() && !values.empty() && values != std::vector<std::string>{"true"}) {
      return "--" + option->get_lnames().front() + " takes no value." + helpOf(nameOf(app, commandOf(app)));
    }
    const bool is_blank =
        std::any_of(values.begin(), values.end(), [](const std::string& value) { return base::trim(value).empty(); });
    if (!is_blank) {
      continue;
    }
    if (option->get_lnames().empty()) {
      return lookUp(kNeeds, option->get_name(true)) + " What stands in its place is blank.";
    }
    const std::string name = "--" + option->get_lnames().front();
    return fmt::format("{} takes {}; what follows it is blank.", name, takesOf(name));
  }
  return {};
}

}  // namespace boardpack::app
