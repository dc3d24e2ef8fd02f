// Real monthly figures, their limits recomputed by the functions of tests/reference/xmr.py: attendances of all A&E
// departments of England, April 2016 to March 2019, as the dataset ae_attendances of NHSRdatasets has them.
#include "statistics/limits/individuals.hpp"

#include "skipped.hpp"
#include "values.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

TEST_CASE("three years of A&E attendances", "[xmr][real-data]") {
  const std::filesystem::path file =
      std::filesystem::path(BOARDPACK_SOURCE_DIR) / "../shared/data/spc-nhs-ae-attendances/ae_attendances.csv";
  if (!std::filesystem::exists(file)) {
    return boardpack::tests::skip("../shared is not there");
  }
  std::ifstream in(file);
  std::map<std::string, double> months;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t third = line.find(',', line.find(',', line.find(',') + 1) + 1);
    months[line.substr(0, 7)] += std::stod(line.substr(third + 1));
  }
  Values values;
  for (const auto& [month, attendances] : months) {
    values.push_back(attendances);
  }
  REQUIRE(values.size() == 36);
  const auto limits = boardpack::statistics::xmr(values, {});
  CHECK(limits.mean == Approx(2000538.944444).epsilon(1e-9));
  CHECK(limits.lower == Approx(1731844.364444).epsilon(1e-9));
  for (const auto& point : limits.classes) {
    CHECK(point.cause == boardpack::series::SpecialCause::None);
  }
  CHECK(limits.upper == Approx(2269233.524444).epsilon(1e-9));
}
