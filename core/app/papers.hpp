#pragma once
#include "app/session.hpp"
#include "paper/pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::app {

/// A board paper of the force, by its template.
struct Paper {
  const NamedFile* from = nullptr;          ///< of the session
  std::optional<paper::Document> document;  ///< nothing when the template is wrong
  std::vector<std::string> mistakes;        ///< each with file and line
};

/// One bad template does not stop the others. Throws sdk::Error(Outside) when one cannot be read.
std::vector<Paper> makePapers(const Session& session, const paper::Pack& pack);

/// Says in the log every mistake of every template that can be seen without figures.
void warnOfTemplates(const Options& options, const Session& session, base::Month month);

/// "The paper of cleveland/scrutiny-paper.md was not made: …"
std::string omittedSentence(const Paper& paper);

}  // namespace boardpack::app
