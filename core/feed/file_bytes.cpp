#include "feed/file_bytes.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace boardpack::feed {
namespace {

constexpr std::size_t kStartBytes = 4;

sdk::Error unreadable(const std::filesystem::path& path) {
  return {sdk::ErrorKind::Outside,
          path.generic_string() + " cannot be read. Check that it is a file, that you may read it, and that its disk " +
              "is there."};
}

}  // namespace

FileBytes::FileBytes(const std::filesystem::path& path) : path_(path), file_(base::openFile(path)) {
  // Blocks are large already; a second buffer would only copy them once more.
  std::setvbuf(file_.get(), nullptr, _IONBF, 0);
  std::array<char, kStartBytes> start;
  start_.assign(start.data(), readFile(start.data(), start.size()));
}

std::size_t FileBytes::read(char* to, std::size_t most) {
  if (start_given_ < start_.size()) {
    const std::size_t given = std::min(most, start_.size() - start_given_);
    std::memcpy(to, start_.data() + start_given_, given);
    start_given_ += given;
    return given;
  }
  return readFile(to, most);
}

std::size_t FileBytes::readFile(char* to, std::size_t most) {
  const std::size_t got = std::fread(to, 1, most, file_.get());
  if (got < most && std::ferror(file_.get()) != 0) {
    throw unreadable(path_);
  }
  digest_.add({to, got});
  bytes_ += got;
  return got;
}

}  // namespace boardpack::feed
