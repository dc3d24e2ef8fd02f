#include "app/command_line/command_line.hpp"

#include "app/command_line/command_line_words.hpp"
#include "app/version.hpp"
#include "app/writers.hpp"
#include "base/characters.hpp"
#include "base/text.hpp"
#include "series/window_names.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace boardpack::app {
namespace {

sdk::Error wrong(const std::string& sentence) { return {sdk::ErrorKind::Command, sentence}; }

base::Month readMonth(const std::string& text) {
  const std::optional<base::Month> month = base::Month::parse(text);
  if (!month) {
    throw wrong(
        fmt::format("--month takes a month as YYYY-MM, such as 2025-12; '{}' is not one.", base::printable(text)));
  }
  return *month;
}

sdk::Date readDate(const std::string& option, const std::string& text) {
  const std::optional<sdk::Date> date = base::parseDate(text);
  if (!date) {
    throw wrong(fmt::format("{} takes a day of the calendar as YYYY-MM-DD, such as 2026-01-22; '{}' is not one.",
                            option, base::printable(text)));
  }
  return *date;
}

/// DIR or DIR@YYYY-MM-DD. A folder that has an @ in its own name is taken as it is when what follows is no date.
DataOption readData(const std::string& text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string::npos || std::filesystem::is_directory(text)) {
    return {text, std::nullopt};
  }
  if (at == 0) {
    throw wrong(
        fmt::format("--data '{}' names no folder before its day: DIR or DIR@YYYY-MM-DD.", base::printable(text)));
  }
  return {text.substr(0, at), readDate("--data DIR@DATE", text.substr(at + 1))};
}

std::set<std::string> readFormats(const std::string& text) {
  const std::vector<std::string> known = formatNames();
  std::set<std::string> formats;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string format(base::trim(std::string_view(text).substr(begin, end - begin)));
    if (std::find(known.begin(), known.end(), format) == known.end()) {
      throw wrong(fmt::format("--formats takes a list of {}; '{}' is not one of them.{}", base::join(known, ", "),
                              base::printable(format), base::didYouMean(format, known)));
    }
    formats.insert(format);
    begin = end + 1;
  }
  return formats;
}

void checkStages(const Options& options) {
  const std::vector<std::string> known = {"series", "findings", "paper", "marks"};
  if (options.stages.empty()) {
    throw wrong("Say which stage with --stage: " + base::join(known, ", ") + ".");
  }
  for (const std::string& stage : options.stages) {
    if (std::find(known.begin(), known.end(), stage) == known.end()) {
      throw wrong(fmt::format("--stage takes one of {}; '{}' is none of them.{}", base::join(known, ", "),
                              base::printable(stage), base::didYouMean(stage, known)));
    }
    if (stage == "paper" && !options.measures.empty()) {
      throw wrong(
          "--measure is for the stages series, findings and marks; a paper is shown whole. Leave one of the two out.");
    }
  }
}

std::vector<std::string> windowNames() {
  std::vector<std::string> names;
  for (const series::WindowNames& row : series::kWindowNames) {
    names.emplace_back(row.name);
  }
  return names;
}

/// Texts as they stand on the command line, read into Options afterwards.
struct Texts {
  std::string month, board_date, formats;
  std::vector<std::string> data;
};

void addForce(CLI::App& command, Options& options) {
  command.add_option("FORCE", options.force, "code of the force; `boardpack list forces` lists them")
      ->required()
      ->type_name("");
}

void addScripts(CLI::App& command, Options& options) {
  command
      .add_option("--workspace", options.workspace,
                  "folder of the force's own scripts/, templates/, registers/, data/ and warehouse/")
      ->type_name("DIR");
  command
      .add_option("--pillar", options.pillars,
                  "only the measures of this pillar of the plan; may be repeated. A run of some pillars makes a "
                  "part that stands beside the whole pack, as restricted.PILLAR")
      ->allow_extra_args(false)
      ->type_name("PILLAR");
}

void addData(CLI::App& command, Options& options, Texts& texts) {
  command.add_option("--month", texts.month, "the month reported on")->type_name("YYYY-MM");
  command
      .add_option(
          "--data", texts.data,
          "folder of extracts, with the day they were extracted: DIR or DIR@YYYY-MM-DD; may be repeated, in any order. "
          "The workspace's data/ is read besides")
      ->take_all()
      ->allow_extra_args(false)
      ->type_name("DIR[@DAY]");
  command
      .add_option("--warehouse", options.warehouse,
                  "folder that keeps what was loaded, so that files are not read again (default: the workspace's "
                  "own, or a temporary one); 'none' for a temporary one")
      ->type_name("DIR");
  command.add_option("--jobs", options.jobs, "threads, 1 to 256 (default: one a processor)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
  command
      .add_option("--deadline", options.deadline,
                  "seconds that one question to the warehouse may take, 60 when left out: more for a slow machine")
      ->check(CLI::Range(1, 86400).description(""))
      ->type_name("SECONDS");
  command.add_flag("--quiet", options.quiet, "no progress");
  command.add_flag("--verbose", options.verbose,
                   "list what is one line with a number otherwise: files left alone, measures left out");
}

void addPublished(CLI::App& command, Options& options) {
  command
      .add_option("--published", options.published,
                  "the pack last published, or its figures.csv, that figures are compared with (default: the newest "
                  "in the workspace's published/)")
      ->type_name("PACK");
}

/// Names of files and folders stand in messages and in what a pack says of itself, a line each.
void checkWords(int count, const char* const* words) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::any_of(word.begin(), word.end(), is_control)) {
      throw wrong(
          fmt::format("Word {} of the command, '{}', holds {}. Rename the file or folder, or write the word anew.", i,
                      base::printable(word), base::badCharacter(word)));
    }
  }
}

}  // namespace

std::optional<Options> readCommandLine(int count, const char* const* words) {
  checkWords(count, words);
  Options options;
  Texts texts;
  CLI::App app(
      "boardpack turns a police force's monthly extracts into the pack of a board meeting: a workbook, charts, "
      "the paper and the figures behind them.",
      "boardpack");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("boardpack ") + kVersion);
  app.get_formatter()->column_width(28);
  for (const auto& [theirs, ours] : {std::pair{"SUBCOMMAND", "COMMAND"}, {"REQUIRED", ""}}) {
    app.get_formatter()->label(theirs, ours);
  }

  CLI::App* run = app.add_subcommand("run", "make the pack of a force for a month");
  addForce(*run, options);
  addData(*run, options, texts);
  addScripts(*run, options);
  addPublished(*run, options);
  run->add_option("--out", options.out,
                  "folder the packs go to: OUT/FORCE/YYYY-MM/restricted. What people changed or put "
                  "there stays")
      ->capture_default_str()
      ->type_name("DIR");
  run->add_option("--board-date", texts.board_date, "day of the board meeting, as the paper prints it")
      ->type_name("YYYY-MM-DD");
  run->add_option("--formats", texts.formats,
                  fmt::format("which parts to make (default: {}; figures always); the others stay as they were",
                              base::join(formatNames(), ",")))
      ->type_name("LIST");

  CLI::App* check =
      app.add_subcommand("check", "say what `run` would say of scripts, templates and extracts; nothing is written");
  addForce(*check, options);
  addData(*check, options, texts);
  addScripts(*check, options);
  addPublished(*check, options);
  check->add_option("--board-date", texts.board_date, "day of the board meeting, as in `run`")->type_name("YYYY-MM-DD");
  check->get_option("--month")->description("the month reported on (default: the latest of the extracts)");
  check->get_option("--warehouse")
      ->description("folder that keeps what was loaded, so that files are not read again (default: a temporary one)");

  CLI::App* explain =
      app.add_subcommand("explain", "a measure in words, how its figure was made, and the rows behind it");
  addForce(*explain, options);
  explain->add_option("--board-date", texts.board_date, "day of the board meeting, as in `run`")
      ->type_name("YYYY-MM-DD");
  explain->add_option("MEASURE", options.measure, "name of the measure; `boardpack list measures FORCE` lists them")
      ->required()
      ->type_name("");
  addData(*explain, options, texts);
  addScripts(*explain, options);
  addPublished(*explain, options);
  explain
      ->add_option("--window", options.window,
                   "month, mrt (12 months), ytd (financial year to date), quarter, financial_year, calendar_year, or "
                   "the measure's own since, between or wave")
      ->check(CLI::IsMember(windowNames()).description(""))
      ->capture_default_str()
      ->type_name("WINDOW");
  explain->add_option("--group", options.group, "a group of a breakdown, as district=Hartlepool (default: the force)")
      ->type_name("GROUP");
  explain->add_flag("--plan", options.plan,
                    "the tables that the engine makes for it, their sizes, and which measures share them");
  explain->add_option("--rows", options.rows, "rows shown of each kind")
      ->check(CLI::Range(0, 10000).description(""))
      ->capture_default_str()
      ->type_name("N");

  CLI::App* show =
      app.add_subcommand("show", "print what a stage of a run hands on to the next, as text; nothing is written");
  addForce(*show, options);
  show->add_option(
          "--stage", options.stages,
          "series (values), findings (words), paper (the papers as trees) or marks (the charts before they are "
          "drawn); may be repeated")
      ->allow_extra_args(false)
      ->type_name("STAGE");
  show->add_option("--measure", options.measures, "only this measure, of series, findings or marks; may be repeated")
      ->allow_extra_args(false)
      ->type_name("MEASURE");
  addData(*show, options, texts);
  addScripts(*show, options);
  addPublished(*show, options);
  show->add_option("--board-date", texts.board_date, "day of the board meeting, as in `run`")->type_name("YYYY-MM-DD");
  show->get_option("--warehouse")
      ->description("folder that keeps what was loaded, so that files are not read again (default: a temporary one)");

  CLI::App* list = app.add_subcommand("list", "list what is there");
  list->require_subcommand(1);
  for (const char* what : {"forces", "plugins"}) {
    list->add_subcommand(what, what == std::string("forces") ? "the forces that packs can be made for"
                                                             : "plugin files, loaded and refused");
  }
  for (const char* what : {"pillars", "measures", "feeds"}) {
    CLI::App* command = list->add_subcommand(what, fmt::format("the {} of a force", what));
    addForce(*command, options);
    addScripts(*command, options);
  }
  CLI::App* coverage =
      list->add_subcommand("coverage", "the plan with what serves it, and what has no measure or update");
  addForce(*coverage, options);
  addScripts(*coverage, options);
  list->add_subcommand("packs", "the packs under a folder and what is in them")
      ->add_option("DIR", options.packs, "folder that --out named")
      ->required()
      ->type_name("");

  const auto every = [](CLI::App*) { return true; };
  for (CLI::App* command : app.get_subcommands(every)) {
    command->group("Commands");
  }
  for (CLI::App* command : list->get_subcommands(every)) {
    command->group("Commands");
  }

  try {
    app.parse(count, words);
  } catch (const CLI::CallForHelp& help) {
    const std::vector<CLI::App*> deep = app.get_subcommands();
    const std::vector<CLI::App*> deeper = deep.empty() ? deep : deep.front()->get_subcommands();
    std::cout << (!deeper.empty() ? deeper.front()->help("boardpack list")
                  : !deep.empty() ? deep.front()->help("boardpack")
                                  : app.help());
    return std::nullopt;
  } catch (const CLI::CallForVersion&) {
    std::cout << "boardpack " << kVersion << "\n";
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    throw wrong(commandLineWords(app, error));
  }
  if (const std::string unfit = unfitValueWords(app); !unfit.empty()) {
    throw wrong(unfit);
  }

  using Command = Options::Command;
  options.command = Command::List;
  for (const auto& [command, subcommand] : {std::pair{Command::Run, run}, std::pair{Command::Check, check},
                                            std::pair{Command::Explain, explain}, std::pair{Command::Show, show}}) {
    if (subcommand->parsed()) {
      options.command = command;
    }
  }
  if (list->parsed()) {
    options.what = list->get_subcommands().front()->get_name();
  }
  if (!texts.month.empty()) {
    options.month = readMonth(texts.month);
  } else if (run->parsed() || explain->parsed() || show->parsed()) {
    throw wrong("Say which month with --month YYYY-MM: the month a board is told of is never guessed.");
  }
  if (show->parsed()) {
    checkStages(options);
  }
  if (!texts.board_date.empty()) {
    options.board_date = readDate("--board-date", texts.board_date);
  }
  if (!texts.formats.empty()) {
    options.formats = readFormats(texts.formats);
  }
  for (const std::string& text : texts.data) {
    options.data.push_back(readData(text));
  }
  return options;
}

}  // namespace boardpack::app
