#include "warehouse_support.hpp"

#include "base/digest.hpp"
#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>
#include <boardpack/sdk/police_uk.hpp>

#include <algorithm>
#include <stdexcept>

namespace boardpack::test {
namespace fs = std::filesystem;
namespace {

/// Gives the rows of a sheet in batches of seven, so that batches end in the middle of everything.
class SheetSource final : public base::RecordSource {
 public:
  SheetSource(const Sheet& sheet, const std::vector<std::string>& columns, std::string digest, std::uint64_t bytes)
      : sheet_(sheet) {
    for (const std::string& column : columns) {
      const auto found = std::find(sheet.header.begin(), sheet.header.end(), column);
      const bool says_whose = column == "Reported by" || column == "Falls within";
      if (found == sheet.header.end() && says_whose) {
        columns_.push_back(kBlank);
        continue;
      }
      if (found == sheet.header.end()) {
        throw std::logic_error("a test asks for a column that its sheet does not have: " + column);
      }
      columns_.push_back(static_cast<std::size_t>(found - sheet.header.begin()));
    }
    facts_ = {std::move(digest), bytes, sheet.rows.size() + sheet.rows_read_more, "UTF-8"};
  }

  bool next(base::RecordBatch& batch) override {
    constexpr std::size_t kRows = 7;
    if (next_ == sheet_.rows.size()) {
      if (!sheet_.refused.empty()) {
        throw sdk::Error(sdk::ErrorKind::Data, sheet_.refused);
      }
      return false;
    }
    batch.size = std::min(kRows, sheet_.rows.size() - next_);
    batch.number.clear();
    batch.fault.clear();
    batch.cells.assign(columns_.size(), {});
    for (std::size_t i = 0; i < batch.size; ++i, ++next_) {
      batch.number.push_back(next_ + 2);
      const auto fault = sheet_.faults.find(next_);
      batch.fault.push_back(fault == sheet_.faults.end() ? base::RecordFault::None : fault->second);
      for (std::size_t column = 0; column < columns_.size(); ++column) {
        batch.cells[column].push_back(columns_[column] == kBlank ? std::string_view()
                                                                 : sheet_.rows[next_][columns_[column]]);
      }
    }
    return true;
  }

  base::ExtractFacts facts() const override { return facts_; }

 private:
  /// Of a sheet that need not say whose rows they are.
  static constexpr std::size_t kBlank = static_cast<std::size_t>(-1);

  const Sheet& sheet_;
  std::vector<std::size_t> columns_;
  base::ExtractFacts facts_;
  std::size_t next_ = 0;
};

}  // namespace

TemporaryFolder::TemporaryFolder() : path_(base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-test-")) {}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

sdk::Force testForce() {
  sdk::Force force;
  force.code = "testshire";
  force.name = "Testshire Police";
  force.area_levels = {{"division", "Division", "Divisions"}, {"district", "District", "Districts"}};
  force.areas = {{"Whole", "division", "", {}, {}},
                 {"Northtown", "district", "Whole", {}, {}},
                 {"Redcar and Southtown", "district", "Whole", {}, {}}};
  force.feeds = sdk::policeUkFeeds("testshire");
  return force;
}

const sdk::Feed& feedOf(const sdk::Force& force, const std::string& name) {
  const auto found =
      std::find_if(force.feeds.begin(), force.feeds.end(), [&name](const sdk::Feed& f) { return f.name == name; });
  return *found;
}

std::string crimeId(int number) {
  std::string id = std::to_string(number);
  id.resize(64, 'a');
  return id;
}

std::vector<std::string> streetRow(const std::string& id, const std::string& month_text, const std::string& lsoa,
                                   const std::string& type, const std::string& outcome) {
  return {id, month_text, "Testshire Police", lsoa, type, outcome};
}

Sheet streetSheet(std::vector<std::vector<std::string>> rows) {
  return {.header = {"Crime ID", "Month", "Reported by", "LSOA name", "Crime type", "Last outcome category"},
          .rows = std::move(rows),
          .faults = {},
          .refused = {}};
}

std::size_t Extracts::add(const std::string& name, const std::string& feed, const base::MonthRange& covered,
                          Sheet sheet) {
  std::string bytes = feed;
  for (const std::vector<std::string>& row : sheet.rows) {
    for (const std::string& cell : row) {
      bytes += "\n" + cell;
    }
  }
  const fs::path path = folder_.path() / name;
  base::makeFolder(path.parent_path());
  base::writeFileWhole(path, bytes);
  sheets_[path.string()] = std::move(sheet);
  extracts_.push_back({path, name, &feedOf(*force_, feed), covered, {}});
  return extracts_.size() - 1;
}

warehouse::OpenExtract Extracts::opener() {
  return [this](const warehouse::Extract& extract, const std::vector<std::string>& columns) {
    ++opened_;
    return std::make_unique<SheetSource>(sheets_.at(extract.path.string()), columns,
                                         base::digestOfFile(extract.path.string()), fs::file_size(extract.path));
  };
}

base::Month month(const std::string& text) { return base::Month::parse(text).value(); }

base::MonthRange months(const std::string& first, const std::string& last) {
  return {month(first), month(last.empty() ? first : last)};
}

std::vector<std::string> lines(const warehouse::GroupTable& table) {
  std::vector<std::string> result;
  for (std::size_t row = 0; row < table.size; ++row) {
    std::string line = table.month[row].iso();
    for (const std::vector<int>& keys : table.keys) {
      line += "|" + (keys[row] < 0 ? std::string("?") : table.texts[static_cast<std::size_t>(keys[row])]);
    }
    result.push_back(line + ": " + std::to_string(table.rows[row]));
  }
  std::sort(result.begin(), result.end());
  return result;
}

expression::Tree tree(const std::string& text, const std::string& table, expression::Type wanted) {
  const expression::ParseResult result = expression::parse(text, *sdk::findTable(table), wanted);
  if (!result.tree) {
    throw std::logic_error("a test has a wrong expression: " + result.problem.sentence);
  }
  return result.tree;
}

}  // namespace boardpack::test
