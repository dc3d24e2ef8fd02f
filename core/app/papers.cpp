#include "app/papers.hpp"

#include "app/build_pack.hpp"
#include "base/log.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <map>

namespace boardpack::app {
namespace {

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

Paper makePaper(const NamedFile& file, const paper::Pack& pack, paper::Evaluator& evaluator) {
  Paper made{.from = &file, .document = {}, .mistakes = {}};
  const std::string text = base::readFile(file.path);
  try {
    made.document = paper::makeDocument(text, file.shown_as, pack, evaluator);
  } catch (const sdk::Error& error) {
    if (error.kind() == sdk::ErrorKind::Outside) {
      throw;
    }
    made.mistakes = linesOf(error.sentence());
  }
  return made;
}

}  // namespace

std::vector<Paper> makePapers(const Session& session, const paper::Pack& pack) {
  const std::unique_ptr<paper::Evaluator> evaluator = script::makeTemplateEvaluator();
  std::vector<Paper> papers;
  std::map<std::string, std::string> names;  // of papers, with the template that has it
  for (const NamedFile& file : session.templates) {
    Paper made = makePaper(file, pack, *evaluator);
    if (made.document) {
      const auto [known, is_new] = names.emplace(made.document->name, file.shown_as);
      if (!is_new) {
        made.mistakes.push_back(
            fmt::format("{}: {} makes a paper of the name '{}' already. Give one of them another name in its line "
                        "`paper:`.",
                        file.shown_as, known->second, made.document->name));
        made.document.reset();
      }
    }
    papers.push_back(std::move(made));
  }
  return papers;
}

void warnOfTemplates(const Options& options, const Session& session, base::Month month) {
  for (const Paper& paper : makePapers(session, emptyPack(options, session, month))) {
    for (const std::string& mistake : paper.mistakes) {
      base::logWarning(
          "A template has a mistake, and unless it is one that the month's figures make good its paper is left out: " +
          mistake);
    }
  }
}

std::string omittedSentence(const Paper& paper) {
  return fmt::format("The paper of the template {} was not made: {}", paper.from->shown_as,
                     base::join(paper.mistakes, " "));
}

}  // namespace boardpack::app
