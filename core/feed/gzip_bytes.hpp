#pragma once
#include "feed/byte_source.hpp"
#include "feed/reading_limits.hpp"

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
  /// `compressed` must outlive it. The file is refused when it inflates past the limits.
  GzipBytes(const std::filesystem::path& path, ByteSource& compressed, const Limits& limits);
  ~GzipBytes() override;
  std::size_t read(char* to, std::size_t most) override;

 private:
  struct Stream;
  bool refillInput();
  bool startNextMember();
  void refuseInflation() const;

  std::filesystem::path path_;
  ByteSource& compressed_;
  Limits limits_;
  std::uint64_t taken_ = 0;  ///< bytes of the file
  std::uint64_t given_ = 0;
  bool member_ended_ = false;
  bool ended_ = false;
  std::unique_ptr<Stream> stream_;
};

}  // namespace boardpack::feed
