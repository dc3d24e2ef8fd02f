#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace boardpack::audit {

/// What is wrong with the bytes of a png, in words that follow the file's name; empty when its signature, its chunks,
/// their checksums and its size are as they should be. A width of 0 may be any.
std::string pngFault(std::string_view bytes, std::size_t width, std::size_t height);

}  // namespace boardpack::audit
