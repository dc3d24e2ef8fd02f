#pragma once
#include "base/digest.hpp"
#include "base/system.hpp"
#include "feed/byte_source.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace boardpack::feed {

/// The bytes of a file on disk, with their digest and number taken on the way.
class FileBytes : public ByteSource {
 public:
  /// Throws sdk::Error when it is no file (Data) or cannot be opened (Outside).
  explicit FileBytes(const std::filesystem::path& path);
  std::size_t read(char* to, std::size_t most) override;

  /// The first bytes (four, or fewer when the file is shorter); read() gives them again.
  std::string_view start() const { return start_; }
  std::uint64_t bytes() const { return bytes_; }
  /// SHA-256 of what was read; nothing may be read after it.
  std::string digest() { return digest_.hex(); }

 private:
  std::size_t readFile(char* to, std::size_t most);

  std::filesystem::path path_;
  base::OpenFile file_;
  base::Digest digest_;
  std::uint64_t bytes_ = 0;
  std::string start_;
  std::size_t start_given_ = 0;
};

}  // namespace boardpack::feed
