#pragma once
#include "feed/extracts.hpp"
#include "series/comparator.hpp"
#include "skipped.hpp"

#include <boardpack/sdk/national.hpp>

#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace national {

using Record = std::map<std::string, std::string>;

inline std::filesystem::path dataFolder() { return BOARDPACK_SOURCE_DIR "/../shared/data"; }

/// False, and the test skipped, when the published files are not there: they are no part of the sources.
inline bool isThere() {
  const bool is_there = std::filesystem::is_directory(dataFolder() / "ons-pfa-tables-2018-2019");
  if (!is_there) {
    boardpack::tests::skip("../shared/data is not there");
  }
  return is_there;
}

inline const boardpack::sdk::Feed& feedNamed(const std::string& name) {
  static const std::vector<boardpack::sdk::Feed> feeds = boardpack::sdk::nationalFeeds();
  for (const boardpack::sdk::Feed& feed : feeds) {
    if (feed.name == name) {
      return feed;
    }
  }
  throw std::out_of_range(name);
}

inline std::vector<Record> recordsOf(const std::filesystem::path& path, const std::string& feed_name) {
  const boardpack::sdk::Feed& feed = feedNamed(feed_name);
  std::vector<std::string> columns;
  for (const boardpack::sdk::SourceColumn& column : feed.header) {
    columns.push_back(column.name);
  }
  const auto source = boardpack::feed::openExtract(path, feed, columns);
  std::vector<Record> records;
  boardpack::base::RecordBatch batch;
  while (source->next(batch)) {
    for (std::size_t row = 0; row < batch.size; ++row) {
      Record& record = records.emplace_back();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        record[columns[i]] = std::string(batch.cells[i][row]);
      }
    }
  }
  return records;
}

inline std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// What the warehouse keeps of the records of a comparators' route.
inline std::vector<boardpack::series::Comparator> comparatorsOf(const std::vector<Record>& records) {
  std::vector<boardpack::series::Comparator> rows;
  for (const Record& record : records) {
    const std::string& to = record.at("to");
    if (to == "population") {
      continue;
    }
    boardpack::series::Comparator row;
    row.measure = record.contains("measure") ? record.at("measure") : record.at("offence");
    row.area_kind = record.at("area kind");
    row.area = record.at("area name");
    row.period_end = boardpack::base::Month::of(*boardpack::base::parseDate(record.at("period end")));
    row.window = record.at("window");
    row.value = number(record.at("printed"));
    row.numerator = to == "counts" ? number(record.at("value")) : std::nullopt;
    row.denominator = to == "rates" ? number(record.at("base")) : std::nullopt;
    row.unit = record.at("unit");
    row.method = record.at("method");
    row.source = record.at("source");
    row.not_available = record.at("not available");
    row.published_on = boardpack::base::parseDate(record.at("published on"));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace national
