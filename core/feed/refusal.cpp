#include "feed/refusal.hpp"

namespace boardpack::feed {

sdk::Error refusal(const std::filesystem::path& path, std::string_view found, std::string_view to_do) {
  std::string sentence = path.generic_string();
  sentence.append(" ").append(found).append(". ").append(to_do);
  return {sdk::ErrorKind::Data, std::move(sentence)};
}

}  // namespace boardpack::feed
