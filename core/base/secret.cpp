#include "base/secret.hpp"

#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace boardpack::base {
namespace {

constexpr std::size_t kBytes = 32;
/// The secret and what an editor may put round it.
constexpr std::uint64_t kMostBytes = 4096;

bool isSecret(std::string_view text) {
  return text.size() == 2 * kBytes &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

std::string newSecret() {
  std::string text;
  for (const char byte : randomBytes(kBytes)) {
    text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  }
  return text;
}

std::string keptSecret(const std::filesystem::path& file) {
  const std::string text = readOrMakeFile(file, newSecret() + "\n", kMostBytes);
  const std::string secret(trim(text));
  if (!isSecret(secret)) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     fmt::format("{} should hold the secret of the workspace, 64 hexadecimal digits, and does not. Put "
                                 "it back from a copy, or remove the file: a new secret is then made, and every "
                                 "extract is read again.",
                                 file.generic_string()));
  }
  // A copy of the workspace may have lost its rights; of a file of somebody else's they cannot be set.
  std::error_code ignored;
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
  return secret;
}

}  // namespace boardpack::base
