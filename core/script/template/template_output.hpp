#pragma once
#include <string>
#include <string_view>

namespace boardpack::script {

/// The text that a template makes.
class TemplateOutput {
 public:
  /// Of the template itself: as it stands.
  void text(std::string_view text);
  /// Of a value: on one line, and with a backslash before what would be read as markup.
  void value(std::string_view value);
  /// A line of its own: "::table communities".
  void directive(const std::string& kind, const std::string& id);

  const std::string& result() const { return result_; }

 private:
  void checkLength() const;
  bool isAtLineStart() const { return result_.empty() || result_.back() == '\n'; }

  std::string result_;
};

}  // namespace boardpack::script
