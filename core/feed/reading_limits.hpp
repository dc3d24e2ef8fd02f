#pragma once
#include <cstddef>
#include <cstdint>

namespace boardpack::feed {

/// Past this a gzip file is refused: a month of a force is some 10 MB, and a damaged or hostile file must not fill the
/// disk or run for hours.
inline constexpr std::uint64_t kMostInflatedBytes = std::uint64_t{4} << 30;
/// So is one that, past its first 64 MiB, unpacks to more than this for each of its bytes. Rows of a force have
/// identifiers, places and days: they pack to a tenth or a twentieth, and nothing but one row or blank line over and
/// over again packs to less than a two-hundredth.
inline constexpr std::uint64_t kMostInflation = 200;
inline constexpr std::uint64_t kInflationFrom = std::uint64_t{64} << 20;
/// Past this many blank lines a file is refused: no program writes them.
inline constexpr std::uint64_t kMostBlankLines = 1'000'000;
/// Past this a record is refused: most likely a quote was opened and never closed.
inline constexpr std::size_t kMostRecordBytes = std::size_t{1} << 20;
/// Read at once: it stays in the processor's cache while it is split.
inline constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
/// Records of one batch: the engine's own chunk.
inline constexpr std::size_t kMostRecordsInBatch = 2048;

/// Gzip files below this that unpack to no more than the other are unpacked at once.
inline constexpr std::size_t kWholeGzipBytes = std::size_t{4} << 20;
inline constexpr std::uint64_t kMostUnpackedAtOnce = std::uint64_t{32} << 20;

/// The sizes a reader works with; tests make them small.
struct Limits {
  std::uint64_t inflated_bytes = kMostInflatedBytes;
  std::uint64_t inflation_from = kInflationFrom;
  std::uint64_t text_bytes = UINT64_MAX;  ///< of all records together, unpacked
  std::uint64_t blank_lines = kMostBlankLines;
  std::size_t whole_gzip_bytes = kWholeGzipBytes;
  std::size_t record_bytes = kMostRecordBytes;
  std::size_t block_bytes = kBlockBytes;
  std::size_t batch_records = kMostRecordsInBatch;
};

}  // namespace boardpack::feed
