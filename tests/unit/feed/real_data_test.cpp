#include "read_all.hpp"
#include "skipped.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace feed_tests;

TEST_CASE("published street files give the rows they are known to have", "[real-data]") {
  const std::filesystem::path data = BOARDPACK_SOURCE_DIR "/../shared/data";
  if (!std::filesystem::exists(data)) {
    return tests::skip("../shared is not there");
  }
  // 265,281 + 269,438 + 83,021 rows by the README of the data, counted there by another program.
  std::size_t files = 0;
  std::uint64_t rows = 0;
  std::size_t faulty = 0;
  for (const char* folder :
       {"police-uk-2025-four-forces", "police-uk-cleveland-2023-2025", "police-uk-cambridgeshire-2024"}) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(data / folder)) {
      if (entry.path().filename().string().find("-street.csv") != std::string::npos) {
        paths.push_back(entry.path());
      }
    }
    for (const std::filesystem::path& path : paths) {
      const auto source = feed::openCsv(path, street(), {"Month", "Crime type"}, feed::Limits{});
      base::RecordBatch batch;
      while (source->next(batch)) {
        for (std::size_t i = 0; i < batch.size; ++i) {
          faulty += batch.fault[i] == base::RecordFault::None && batch.cells[0][i].size() == 7 ? 0 : 1;
        }
      }
      rows += source->facts().rows_read;
      ++files;
    }
  }
  CHECK(files == 95);
  CHECK(rows == 617740);
  CHECK(faulty == 0);
}
