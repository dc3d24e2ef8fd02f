#pragma once
#include "feed/byte_source.hpp"
#include "feed/file_bytes.hpp"
#include "feed/reading_limits.hpp"

#include <filesystem>
#include <memory>

namespace boardpack::feed {

/// What the file holds: its own bytes or, when its first bytes are those of gzip, what they unpack to. `file` must
/// outlive it.
///
/// A month of a force is small, so it is unpacked at once, by a library that is three times as fast as one that works
/// in pieces. Whatever that does not take (a large file, joined members, damage of any kind) is unpacked in pieces from
/// the start: what is refused, and in which words, is decided in one place, and memory stays bounded.
std::unique_ptr<ByteSource> openUnpacked(const std::filesystem::path& path, FileBytes& file, const Limits& limits);

}  // namespace boardpack::feed
