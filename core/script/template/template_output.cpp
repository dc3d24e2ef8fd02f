#include "script/template/template_output.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::script {
namespace {
constexpr std::size_t kLongest = 4u << 20;
constexpr std::string_view kLineForms = "#-:>+|`!<";  // what a line of another form than a paragraph begins with
}  // namespace

void TemplateOutput::checkLength() const {
  if (result_.size() > kLongest) {
    throw sdk::Error(sdk::ErrorKind::Script, "The paper becomes longer than 4 MB. Is there a loop that never ends?");
  }
}

void TemplateOutput::text(std::string_view text) {
  result_ += text;
  checkLength();
}

void TemplateOutput::value(std::string_view value) {
  const std::string_view words = base::trim(value);
  if (isAtLineStart() && !words.empty() && kLineForms.find(words[0]) != std::string_view::npos) {
    result_ += '\\';
  }
  for (const char c : words) {
    if (c == '*' || c == '\\') {
      result_ += '\\';
    }
    result_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  checkLength();
}

void TemplateOutput::directive(const std::string& kind, const std::string& id) {
  if (!isAtLineStart()) {
    result_ += '\n';
  }
  result_ += "::" + kind + " " + id + "\n";
  checkLength();
}

}  // namespace boardpack::script
