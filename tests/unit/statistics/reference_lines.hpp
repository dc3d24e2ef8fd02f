#pragma once
#include "statistics/estimate/stretches.hpp"
#include "values.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// One line of the files that tests/reference/xmr_nhsrplotthedots.R and xmr_gaps.py write; the former names the
/// columns.
struct ReferenceLine {
  struct Step {
    double mean = 0, lower = 0, upper = 0;
  };
  std::string name;
  int direction = 0;
  std::optional<double> target;
  bool screened = false;
  std::size_t fixed_after = 0;
  std::vector<std::size_t> starts;
  Values values;
  std::vector<Step> steps;
  std::vector<int> causes;
  std::string meanings;
  std::string assurance;
};

template <typename Number>
std::vector<Number> numbersOf(const std::string& text) {
  std::istringstream in(text);
  std::vector<Number> numbers;
  for (Number number{}; in >> number;) {
    numbers.push_back(number);
  }
  return numbers;
}

inline std::vector<std::string> splitAt(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) {
    parts.push_back(part);
  }
  return parts;
}

inline std::vector<ReferenceLine> readReference(const std::string& file) {
  std::ifstream in(std::filesystem::path(BOARDPACK_SOURCE_DIR) / "tests/reference" / file);
  std::vector<ReferenceLine> lines;
  for (std::string text; std::getline(in, text);) {
    const std::vector<std::string> fields = splitAt(text, ';');
    ReferenceLine line;
    line.name = fields.at(0);
    line.direction = std::stoi(fields.at(1));
    line.target = fields.at(2).empty() ? std::nullopt : std::optional(std::stod(fields.at(2)));
    line.screened = fields.at(3) == "1";
    line.fixed_after = std::stoul(fields.at(4));
    line.starts = numbersOf<std::size_t>(fields.at(5));
    for (const std::string& value : splitAt(fields.at(6), ' ')) {
      line.values.push_back(value == "NA" ? std::nullopt : std::optional(std::stod(value)));
    }
    for (const std::string& step : splitAt(fields.at(7), '|')) {
      const std::vector<double> numbers = numbersOf<double>(step);
      line.steps.push_back({numbers.at(0), numbers.at(1), numbers.at(2)});
    }
    line.causes = numbersOf<int>(fields.at(8));
    line.meanings = fields.at(9);
    line.assurance = fields.at(10);
    lines.push_back(line);
  }
  return lines;
}

inline std::vector<boardpack::statistics::Stretch> stretchesFrom(const std::vector<std::size_t>& starts,
                                                                 std::size_t count) {
  std::vector<boardpack::statistics::Stretch> stretches;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t next = i + 1 < starts.size() ? starts[i + 1] : count;
    stretches.push_back({starts[i], next - 1, i == 0 ? "" : "a step"});
  }
  return stretches;
}
