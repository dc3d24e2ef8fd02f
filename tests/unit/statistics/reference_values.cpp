#include "reference_values.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

namespace {

ReferenceValues read() {
  std::ifstream in(std::string(BOARDPACK_SOURCE_DIR) + "/tests/reference/monthly_series.csv");
  REQUIRE(in);
  ReferenceValues values;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream row(line);
    std::string name;
    std::string statistic;
    std::string index;
    std::string value;
    std::getline(row, name, ',');
    std::getline(row, statistic, ',');
    std::getline(row, index, ',');
    std::getline(row, value, ',');
    values[name][statistic].push_back(std::stod(value));
  }
  return values;
}

}  // namespace

const ReferenceValues& monthlySeriesReference() {
  static const ReferenceValues values = read();
  return values;
}
