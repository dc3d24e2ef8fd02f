#pragma once
#include "base/month.hpp"
#include "feed/published_text.hpp"
#include "ooxml/workbook_cells.hpp"

#include <boardpack/sdk/layout.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::feed {

/// A layout found in the cells of a sheet: where its headings, labels and numbers stand.
struct BoundLayout {
  struct Value {
    const sdk::ValueColumn* column = nullptr;
    std::size_t at = 0;       ///< column of the sheet
    std::size_t base_at = 0;  ///< 0: none
    std::string year, short_year, base_year;
  };

  const sdk::Layout* layout = nullptr;
  std::string sheet;  ///< as its tab shows it; "" of a CSV file
  ooxml::SheetCells cells;
  std::size_t heading_row = 0;
  std::size_t last_row = 0;                      ///< of the table
  std::vector<std::vector<std::size_t>> labels;  ///< [label]: the columns it may stand in, in order of preference
  std::vector<Value> values;
  std::vector<std::size_t> nameless;  ///< columns below no heading
  std::optional<base::Month> period;

  GluedDigits digits() const { return layout->footnotes ? GluedDigits::Notes : GluedDigits::Name; }
  /// "Table P1, cell C14", or "record 14, column C" of a CSV file.
  std::string placeOf(std::size_t row, std::size_t column) const;
};

/// Whether the heading that the layout begins with stands in the sheet.
bool hasHeading(const ooxml::SheetCells& cells, const sdk::Layout& layout);

/// Throws sdk::Error(Data) that names the file and every heading that is missing, doubled or unknown.
BoundLayout bindLayout(const std::filesystem::path& path, const sdk::Layout& layout, std::string sheet,
                       ooxml::SheetCells cells);

}  // namespace boardpack::feed
