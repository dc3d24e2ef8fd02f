#pragma once
#include "ooxml/archive.hpp"
#include "ooxml/sheet_cells.hpp"

#include <boardpack/sdk/date.hpp>
#include <boardpack/sdk/error.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::ooxml {

struct XlsxBook;

/// An xlsx or ods workbook, read for its cells alone: no formula is computed, no link to other files is followed.
class WorkbookCells {
 public:
  /// Throws sdk::Error(Data) when it is not a whole workbook of either kind (an old xls and one protected by a password
  /// are told apart), lacks a part, or passes a limit. `shown_as` names the file in messages.
  WorkbookCells(std::string_view bytes, std::string shown_as, const SheetLimits& limits = {});

  /// Names as the tabs show them, in their order.
  const std::vector<std::string>& names() const { return names_; }
  /// Whether the sheet has no tab for people to see.
  bool isHidden(std::size_t sheet) const { return sheets_.at(sheet).is_hidden; }
  /// Throws sdk::Error(Data) when the sheet is not whole, std::out_of_range for an index that is none.
  SheetCells read(std::size_t sheet) const;
  /// The day the file was last saved, where it says so.
  std::optional<sdk::Date> savedOn() const { return saved_on_; }

 private:
  struct Sheet {
    bool is_hidden = false;
    std::string part;                      ///< of xlsx
    SheetCells cells;                      ///< of ods, which has all its sheets in one part
    std::optional<sdk::Error> error = {};  ///< of ods: why it could not be read
  };

  void openXlsx();
  void openOds();
  const std::string& part(const std::string& name) const;
  void addSheet(std::string name, bool is_hidden, const std::string& part);
  SheetCells readXlsx(std::size_t sheet) const;

  std::string shown_as_;
  SheetLimits limits_;
  Parts parts_;
  bool is_ods_ = false;
  std::vector<std::string> names_;
  std::vector<Sheet> sheets_;
  std::shared_ptr<const XlsxBook> book_;  ///< of xlsx
  std::optional<sdk::Date> saved_on_;
};

}  // namespace boardpack::ooxml
