#pragma once
#include "paper/document.hpp"

#include <string>

namespace boardpack::paper {

/// Runs a template's Lua parts on finished values; implemented by script. Gives the text with the parts replaced.
/// Throws sdk::Error(Script) with the template's file and line.
class Evaluator {
 public:
  virtual ~Evaluator() = default;
  virtual std::string expand(const std::string& template_text, const std::string& shown_as, const Pack& pack) = 0;
};

/// A template to a document; README.md says what a template may hold. Throws sdk::Error(Script) with file and line of
/// all that is wrong, a line of the sentence each: an unknown table or chart, a line that is none of the forms.
Document makeDocument(const std::string& template_text, const std::string& shown_as, const Pack& pack,
                      Evaluator& evaluator);

}  // namespace boardpack::paper
