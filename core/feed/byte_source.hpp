#pragma once
#include <cstddef>

namespace boardpack::feed {

/// Bytes in order, a piece at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Gives 1 to `most` bytes, or 0 when there are no more. Throws sdk::Error when they cannot be had.
  virtual std::size_t read(char* to, std::size_t most) = 0;
};

}  // namespace boardpack::feed
