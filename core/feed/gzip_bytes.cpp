#include "feed/gzip_bytes.hpp"

#include "base/text.hpp"
#include "feed/refusal.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <new>
#include <string>

namespace boardpack::feed {
namespace {

constexpr std::size_t kInputBytes = std::size_t{1} << 16;
constexpr int kGzipWindow = 15 + 16;  // the largest window, gzip wrapping only
constexpr char kMagic[] = "\x1F\x8B";

}  // namespace

bool isGzip(std::string_view start) { return start.substr(0, 2) == kMagic; }

struct GzipBytes::Stream {
  z_stream z = {};
  std::array<char, kInputBytes> input;

  Stream() {
    if (inflateInit2(&z, kGzipWindow) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~Stream() { inflateEnd(&z); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
};

GzipBytes::GzipBytes(const std::filesystem::path& path, ByteSource& compressed, const Limits& limits)
    : path_(path), compressed_(compressed), limits_(limits), stream_(std::make_unique<Stream>()) {}

GzipBytes::~GzipBytes() = default;

bool GzipBytes::refillInput() {
  z_stream& z = stream_->z;
  if (z.avail_in == 0) {
    z.avail_in = static_cast<uInt>(compressed_.read(stream_->input.data(), stream_->input.size()));
    z.next_in = reinterpret_cast<Bytef*>(stream_->input.data());
    taken_ += z.avail_in;
  }
  return z.avail_in > 0;
}

bool GzipBytes::startNextMember() {
  if (!refillInput()) {
    return false;
  }
  if (*stream_->z.next_in != static_cast<Bytef>(kMagic[0])) {
    throw refusal(path_, "has something else after the end of its gzip data", kFetchAgain);
  }
  inflateReset(&stream_->z);
  member_ended_ = false;
  return true;
}

void GzipBytes::refuseInflation() const {
  constexpr std::string_view kCheck = "Check what the file is; if it is right, give it unpacked or in parts.";
  if (given_ > limits_.inflated_bytes) {
    throw refusal(path_,
                  "unpacks to more than " +
                      base::countOf(static_cast<std::int64_t>(limits_.inflated_bytes), "byte", "bytes") +
                      ", which no monthly extract should",
                  kCheck);
  }
  if (given_ > limits_.inflation_from && given_ / kMostInflation > taken_) {
    throw refusal(path_,
                  "unpacks to more than " + std::to_string(kMostInflation) +
                      " times its size, so it holds the same over and over again",
                  kCheck);
  }
}

std::size_t GzipBytes::read(char* to, std::size_t most) {
  z_stream& z = stream_->z;
  most = std::min<std::size_t>(most, std::numeric_limits<uInt>::max());
  while (!ended_) {
    if (member_ended_ && !startNextMember()) {
      ended_ = true;
      break;
    }
    if (!refillInput()) {
      throw refusal(path_, "ends in the middle of its gzip data, so some of its rows are missing", kFetchAgain);
    }
    z.next_out = reinterpret_cast<Bytef*>(to);
    z.avail_out = static_cast<uInt>(most);
    const int result = inflate(&z, Z_NO_FLUSH);
    if (result == Z_MEM_ERROR) {
      throw std::bad_alloc();
    }
    if (result == Z_DATA_ERROR && z.msg != nullptr && std::strcmp(z.msg, "incorrect data check") == 0) {
      throw refusal(path_, "is damaged: its contents do not match the checksum of its gzip data", kFetchAgain);
    }
    if (result == Z_DATA_ERROR && z.msg != nullptr && std::strcmp(z.msg, "incorrect length check") == 0) {
      throw refusal(path_, "is damaged: its contents are not as long as its gzip data says", kFetchAgain);
    }
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      throw refusal(path_, "is damaged: its gzip data cannot be unpacked to the end", kFetchAgain);
    }
    member_ended_ = result == Z_STREAM_END;
    const std::size_t got = most - z.avail_out;
    given_ += got;
    refuseInflation();
    if (got > 0) {
      return got;
    }
  }
  return 0;
}

}  // namespace boardpack::feed
