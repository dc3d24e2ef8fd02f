#pragma once
#include "base/records.hpp"
#include "feed/csv_reader.hpp"

#include <boardpack/sdk/police_uk.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace feed_tests {

struct Row {
  std::uint64_t number = 0;
  boardpack::base::RecordFault fault = boardpack::base::RecordFault::None;
  std::vector<std::string> cells;
  bool operator==(const Row&) const = default;
};

struct Read {
  std::vector<Row> rows;
  boardpack::base::ExtractFacts facts;

  std::size_t faulty() const {
    std::size_t count = 0;
    for (const Row& row : rows) {
      count += row.fault == boardpack::base::RecordFault::None ? 0 : 1;
    }
    return count;
  }
};

inline Read readAll(const std::filesystem::path& path, const boardpack::sdk::Feed& feed,
                    const std::vector<std::string>& columns, const boardpack::feed::Limits& limits = {}) {
  const auto source = boardpack::feed::openCsv(path, feed, columns, limits);
  Read read;
  boardpack::base::RecordBatch batch;
  while (source->next(batch)) {
    for (std::size_t i = 0; i < batch.size; ++i) {
      Row row{.number = batch.number[i], .fault = batch.fault[i], .cells = {}};
      for (const auto& column : batch.cells) {
        row.cells.emplace_back(column[i]);
      }
      read.rows.push_back(std::move(row));
    }
  }
  read.facts = source->facts();
  return read;
}

/// The street feed of Cleveland, whose files the fixtures are.
inline const boardpack::sdk::Feed& street() {
  static const std::vector<boardpack::sdk::Feed> feeds = boardpack::sdk::policeUkFeeds("cleveland");
  return feeds.front();
}

inline std::filesystem::path fixture(const std::string& folder) {
  return std::filesystem::path(BOARDPACK_SOURCE_DIR) / "tests/fixtures/extracts" / folder;
}

/// The file of a fixture that has one.
inline std::filesystem::path fixtureFile(const std::string& folder) {
  return std::filesystem::directory_iterator(fixture(folder))->path();
}

/// A folder of its own for a test, removed with it.
class Scratch {
 public:
  explicit Scratch(const std::string& name)
      : folder_(std::filesystem::path(BOARDPACK_BUILD_DIR) / "scratch" / ("feed-" + name)) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::filesystem::path write(const std::string& inside, const std::string& bytes) const {
    const std::filesystem::path path = folder_ / inside;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace feed_tests
