#pragma once
#include <boardpack/sdk/export.hpp>

#include <exception>
#include <string>
#include <vector>

namespace boardpack::sdk {

/// Who can mend what went wrong; the program's exit code follows from it (1, 1, 2, 3).
enum class ErrorKind { Data, Script, Command, Outside };

/// What stops a stage or a run: one sentence that says what was found, what was expected, where, and what to do,
/// and a trail of what was being done. It is caught by type across the plugin boundary.
class BOARDPACK_SDK_EXPORT Error : public std::exception {
 public:
  Error(ErrorKind kind, std::string sentence);
  ~Error() override;
  Error(const Error&);
  Error& operator=(const Error&);

  /// Adds what was being done when the error came, innermost first: `during("loading 2025-03-cleveland-street.csv")`.
  Error& during(std::string what);

  ErrorKind kind() const noexcept { return kind_; }
  const std::string& sentence() const noexcept { return sentence_; }
  const std::vector<std::string>& trail() const noexcept { return trail_; }
  /// The sentence and its trail, a line each.
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  ErrorKind kind_;
  std::string sentence_;
  std::vector<std::string> trail_;
  std::string text_;
};

}  // namespace boardpack::sdk
