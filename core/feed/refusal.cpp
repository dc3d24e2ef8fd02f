#include "feed/refusal.hpp"

namespace boardpack::feed {

namespace {

std::string sentenceOf(const std::filesystem::path& path, std::string_view found, std::string_view to_do) {
  std::string sentence = path.generic_string();
  sentence.append(" ").append(found).append(". ").append(to_do);
  return sentence;
}

}  // namespace

Refusal::Refusal(const std::filesystem::path& path, std::string_view found, std::string_view to_do)
    : sdk::Error(sdk::ErrorKind::Data, sentenceOf(path, found, to_do)), found_(found) {}

Refusal refusal(const std::filesystem::path& path, std::string_view found, std::string_view to_do) {
  return {path, found, to_do};
}

}  // namespace boardpack::feed
