#pragma once
#include <filesystem>
#include <string>

namespace boardpack::base {

/// A new secret: 256 random bits as 64 hexadecimal digits.
std::string newSecret();

/// The secret that a file keeps; it is made there, for its owner alone, on first use. Throws sdk::Error(Data) when the
/// file holds something else, and sdk::Error(Outside) when it cannot be read or made.
std::string keptSecret(const std::filesystem::path& file);

}  // namespace boardpack::base
