#pragma once
#include <boardpack/sdk/error.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace boardpack::feed {

/// The error of a file that is refused as a whole: what was found goes on after the file's name ("is empty"), and what
/// to do is a sentence of its own. Who reads other files than extracts has another word on what to do.
class Refusal : public sdk::Error {
 public:
  Refusal(const std::filesystem::path& path, std::string_view found, std::string_view to_do);
  const std::string& found() const { return found_; }

 private:
  std::string found_;
};
Refusal refusal(const std::filesystem::path& path, std::string_view found, std::string_view to_do);

/// What to do with a workbook that hides some of what would be read.
inline constexpr std::string_view kShowAll =
    "What nobody sees would count: take off the filter, show every row, column and sheet, and save it again. None of "
    "its rows were taken.";

/// What to do with a file that was damaged on its way.
inline constexpr std::string_view kFetchAgain = "Fetch or export it again; none of its rows were taken.";

}  // namespace boardpack::feed
