#include "feed/unpacked.hpp"

#include "feed/gzip_bytes.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

namespace boardpack::feed {
namespace {

constexpr std::size_t kLengthBytes = 4;  // the last of a gzip member: its length unpacked, least byte first

/// Bytes in memory. They are not cleared first: that would cost as much as to unpack them.
struct Memory {
  std::unique_ptr<char[]> data;
  std::size_t size = 0;
};

Memory memoryOf(std::size_t size) { return {std::make_unique_for_overwrite<char[]>(size), size}; }

/// Bytes in memory, then those of another source.
class MemoryBytes : public ByteSource {
 public:
  MemoryBytes(Memory memory, ByteSource* rest) : memory_(std::move(memory)), rest_(rest) {}
  std::size_t read(char* to, std::size_t most) override {
    if (given_ == memory_.size) {
      return rest_ == nullptr ? 0 : rest_->read(to, most);
    }
    const std::size_t given = std::min(most, memory_.size - given_);
    std::memcpy(to, memory_.data.get() + given_, given);
    given_ += given;
    return given;
  }

 private:
  Memory memory_;
  std::size_t given_ = 0;
  ByteSource* rest_;
};

/// GzipBytes with the bytes it reads.
class OwnedGzip : public ByteSource {
 public:
  OwnedGzip(const std::filesystem::path& path, MemoryBytes compressed, const Limits& limits)
      : compressed_(std::move(compressed)), gzip_(path, compressed_, limits) {}
  std::size_t read(char* to, std::size_t most) override { return gzip_.read(to, most); }

 private:
  MemoryBytes compressed_;
  GzipBytes gzip_;
};

/// The bytes themselves.
class PlainBytes : public ByteSource {
 public:
  explicit PlainBytes(FileBytes& file) : file_(file) {}
  std::size_t read(char* to, std::size_t most) override { return file_.read(to, most); }

 private:
  FileBytes& file_;
};

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

std::uint64_t statedLength(const Memory& compressed) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    const auto byte = static_cast<unsigned char>(compressed.data[compressed.size - kLengthBytes + i]);
    length |= static_cast<std::uint64_t>(byte) << (8 * i);
  }
  return length;
}

/// What a gzip file of one whole, sound member holds; nothing of any other. The library verifies checksum and length.
std::optional<Memory> unpackWhole(const Memory& compressed, std::uint64_t most_bytes) {
  if (compressed.size < kLengthBytes || statedLength(compressed) > most_bytes) {
    return std::nullopt;
  }
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(libdeflate_alloc_decompressor());
  if (!decompressor) {
    return std::nullopt;
  }
  Memory whole = memoryOf(statedLength(compressed));
  std::size_t used = 0;
  std::size_t got = 0;
  const libdeflate_result result = libdeflate_gzip_decompress_ex(
      decompressor.get(), compressed.data.get(), compressed.size, whole.data.get(), whole.size, &used, &got);
  if (result != LIBDEFLATE_SUCCESS || used != compressed.size || got != whole.size) {
    return std::nullopt;
  }
  return whole;
}

}  // namespace

std::unique_ptr<ByteSource> openUnpacked(const std::filesystem::path& path, FileBytes& file, const Limits& limits) {
  if (!isGzip(file.start())) {
    return std::make_unique<PlainBytes>(file);
  }
  Memory compressed = memoryOf(limits.whole_gzip_bytes);
  std::size_t size = 0;
  while (size < compressed.size) {
    const std::size_t got = file.read(compressed.data.get() + size, compressed.size - size);
    if (got == 0) {
      break;
    }
    size += got;
  }
  const bool is_all = size < compressed.size;
  compressed.size = size;
  if (is_all) {
    if (auto whole = unpackWhole(compressed, std::min(limits.inflated_bytes, kMostUnpackedAtOnce))) {
      return std::make_unique<MemoryBytes>(std::move(*whole), nullptr);
    }
  }
  return std::make_unique<OwnedGzip>(path, MemoryBytes(std::move(compressed), &file), limits);
}

}  // namespace boardpack::feed
