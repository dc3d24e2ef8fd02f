#pragma once
#include "feed/byte_source.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace boardpack::feed {

/// True of the first bytes of a gzip file.
bool isGzip(std::string_view start);

/// What a gzip file holds, inflated a piece at a time. The checksum and length of each of its members are verified;
/// joined members follow on one another; anything else after the last is rubbish, and the file is refused.
class GzipBytes : public ByteSource {
 public:
  /// `compressed` must outlive it. `most_bytes`: the file is refused when it inflates to more.
  GzipBytes(const std::filesystem::path& path, ByteSource& compressed, std::uint64_t most_bytes);
  ~GzipBytes() override;
  std::size_t read(char* to, std::size_t most) override;

 private:
  struct Stream;
  bool refillInput();
  bool startNextMember();

  std::filesystem::path path_;
  ByteSource& compressed_;
  std::uint64_t most_bytes_;
  std::uint64_t given_ = 0;
  bool member_ended_ = false;
  bool ended_ = false;
  std::unique_ptr<Stream> stream_;
};

}  // namespace boardpack::feed
