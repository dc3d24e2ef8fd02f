#pragma once
#include "base/records.hpp"
#include "warehouse/warehouse.hpp"

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::test {

/// What stands in for a file: its header, its rows, and what is wrong with some of them.
struct Sheet {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::map<std::size_t, base::RecordFault> faults;  ///< [row]
  std::string refused;                              ///< the sentence with which the last row is refused; "" for none
  std::uint64_t rows_read_more = 0;                 ///< by how many the count of the reader is wrong
};

/// A folder of its own that is removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A force of two districts with the feeds of police.uk.
sdk::Force testForce();
const sdk::Feed& feedOf(const sdk::Force& force, const std::string& name);

/// A row of a street file with what matters in it.
std::vector<std::string> streetRow(const std::string& id, const std::string& month, const std::string& lsoa,
                                   const std::string& type, const std::string& outcome = "");
Sheet streetSheet(std::vector<std::vector<std::string>> rows);
/// 64 hexadecimal digits that start with `number`.
std::string crimeId(int number);

/// Files in a folder that open as sheets. The bytes on disk stand for the sheet: they differ when it differs.
class Extracts {
 public:
  explicit Extracts(const sdk::Force& force) : force_(&force) {}
  /// Adds `name` of a feed, covering `months`; gives its index.
  std::size_t add(const std::string& name, const std::string& feed, const base::MonthRange& months, Sheet sheet);
  const std::vector<warehouse::Extract>& all() const { return extracts_; }
  warehouse::OpenExtract opener();
  int opened() const { return opened_; }

 private:
  const sdk::Force* force_;
  TemporaryFolder folder_;
  std::vector<warehouse::Extract> extracts_;
  std::map<std::string, Sheet> sheets_;
  std::atomic<int> opened_ = 0;
};

base::MonthRange months(const std::string& first, const std::string& last = "");
base::Month month(const std::string& text);

/// A group table as lines "2025-01|key|key: rows", by month.
std::vector<std::string> lines(const warehouse::GroupTable& table);

expression::Tree tree(const std::string& text, const std::string& table, expression::Type wanted);

}  // namespace boardpack::test
