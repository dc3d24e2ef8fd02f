#include "app/build_pack.hpp"
#include "app/commands.hpp"
#include "app/templates.hpp"
#include "app/write_pack.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <cstdio>

namespace boardpack::app {

int check(const Options& options) {
  const Session session = openSession(options);
  std::string text =
      fmt::format("Scripts: {} in {}, no problem.\n",
                  base::countOf(static_cast<std::int64_t>(session.measures().measures.size()), "measure", "measures"),
                  base::countOf(static_cast<std::int64_t>(session.script_files.size()), "file", "files"));

  if (const std::vector<std::string> left_out = leftOutLines(session); !left_out.empty()) {
    text += fmt::format(
        "Left out, since the extracts of {} never hold what they ask for, and no pillar lists them:\n  {}\n",
        session.force->name, base::join(left_out, "\n  "));
  }
  if (!session.kept.files.empty()) {
    text += fmt::format("Small tables: {}, no problem.\n", session.kept.files.size());
    for (const registers::File& file : session.kept.files) {
      text += fmt::format("  registers/{}: {}\n", file.place,
                          base::countOf(static_cast<std::int64_t>(file.entries), "entry", "entries"));
    }
  }

  const std::vector<measure::Amendment>& amendments = session.measures().amendments;
  if (!amendments.empty()) {
    text += fmt::format("The workspace changes {} of what is installed:\n{}",
                        base::countOf(static_cast<std::int64_t>(amendments.size()), "thing", "things"),
                        amendmentLines(amendments));
  }

  const base::Month month = options.month.value_or(base::Month(2000, 1));
  const std::vector<paper::Document> papers = makePapers(session, emptyPack(options, session, month));
  text += fmt::format("Templates: {}, no problem.\n",
                      base::countOf(static_cast<std::int64_t>(papers.size()), "paper", "papers"));

  if (!options.data.empty() || std::filesystem::is_directory(options.workspace / "data")) {
    const feed::Found found = feed::findExtracts(dataFolders(options), *session.force);
    const feed::Supersession supersession = feed::supersede(found.extracts);
    text += fmt::format("Extracts: {}, names, headers and dates fit.\n",
                        base::countOf(static_cast<std::int64_t>(found.extracts.size()), "file", "files"));
    for (std::size_t i = 0; i < found.extracts.size(); ++i) {
      if (!supersession.superseded[i].empty()) {
        text += fmt::format("  {} is superseded by {}\n", found.extracts[i].shown_as,
                            supersession.superseded[i].front().by_file);
      }
    }
    for (const std::string& file : found.ignored) {
      text += fmt::format("  {} is not an extract of {} and is left alone\n", file, session.force->name);
    }
  }
  std::fputs(text.c_str(), stdout);
  return 0;
}

}  // namespace boardpack::app
