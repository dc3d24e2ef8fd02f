#include "feed/bound_layout.hpp"

#include "base/text.hpp"
#include "feed/refusal.hpp"

#include <algorithm>
#include <set>

namespace boardpack::feed {
namespace {

using ooxml::SheetCell;

/// Headings stand among the first rows; further down there is data.
constexpr std::size_t kMostRowsAbove = 60;
constexpr std::string_view kUseThese =
    "It may be another edition of the table than those that the feed knows. Take one that it knows, or let the feed "
    "know this one too. None of its rows were taken.";

std::string quoted(const std::string& text) { return "'" + base::printable(text) + "'"; }

/// 0 when there is none.
std::size_t headingRowOf(const ooxml::SheetCells& cells, const sdk::Layout& layout) {
  const GluedDigits digits = layout.footnotes ? GluedDigits::Notes : GluedDigits::Name;
  const std::string wanted = headingOf(layout.begins, digits);
  for (std::size_t row = 1; row <= std::min(cells.rows(), kMostRowsAbove); ++row) {
    for (std::size_t column = 1; column <= cells.columns(); ++column) {
      if (headingOf(cells.at(row, column).text, digits) == wanted) {
        return row;
      }
    }
  }
  return 0;
}

class Binder {
 public:
  Binder(const std::filesystem::path& path, const sdk::Layout& layout, std::string sheet, ooxml::SheetCells cells)
      : path_(path), layout_(layout) {
    bound_.layout = &layout;
    bound_.sheet = std::move(sheet);
    bound_.cells = std::move(cells);
  }

  BoundLayout bind() {
    findHeadingRow();
    bindColumns();
    bindBases();
    findEnd();
    findPeriod();
    return std::move(bound_);
  }

 private:
  std::string inSheet() const { return bound_.sheet.empty() ? "" : " in the sheet " + quoted(bound_.sheet); }

  std::string textAt(std::size_t row, std::size_t column) const { return seenAs(bound_.cells.at(row, column).text); }

  void findHeadingRow() {
    bound_.heading_row = headingRowOf(bound_.cells, layout_);
    if (bound_.heading_row > 0) {
      return;
    }
    throw refusal(path_, "has no heading " + quoted(layout_.begins) + inSheet() + ", by which its table is found",
                  kUseThese);
  }

  /// The texts above a column, joined; of merged cells the same text once.
  std::string headingAbove(std::size_t column) const {
    std::vector<std::string> parts;
    const auto rows = static_cast<std::size_t>(layout_.heading_rows);
    const std::size_t first = bound_.heading_row >= rows ? bound_.heading_row - rows + 1 : 1;
    for (std::size_t row = first; row <= bound_.heading_row; ++row) {
      const std::string part = headingOf(bound_.cells.at(row, column).text, bound_.digits());
      if (!part.empty() && (parts.empty() || parts.back() != part)) {
        parts.push_back(part);
      }
    }
    return base::join(parts, " | ");
  }

  void bindColumns() {
    headings_.resize(bound_.cells.columns() + 1);
    bound_.labels.resize(layout_.labels.size());
    std::vector<std::string> unknown;
    std::set<std::string> doubled;
    std::set<std::string> seen;
    for (std::size_t column = 1; column <= bound_.cells.columns(); ++column) {
      headings_[column] = headingAbove(column);
      const std::string& heading = headings_[column];
      if (heading.empty()) {
        bound_.nameless.push_back(column);
      } else if (!bindValue(heading, column) && !isLabelOrIgnored(heading)) {
        unknown.push_back(heading);
      } else if (bound_.cells.isHidden(bound_.heading_row, column) && !isIgnored(heading)) {
        throw refusal(path_, "has the column " + quoted(heading) + inSheet() + ", which is hidden", kShowAll);
      }
      if (!heading.empty() && !seen.insert(heading).second) {
        doubled.insert(heading);
      }
    }
    bindLabels();
    refuseMisfit(unknown, doubled);
  }

  bool bindValue(const std::string& heading, std::size_t column) {
    for (const sdk::ValueColumn& value : layout_.values) {
      for (const std::string& pattern : value.headings) {
        if (const auto fit = fitPattern(pattern, heading)) {
          bound_.values.push_back({&value, column, 0, fit->year, fit->short_year, {}});
          return true;
        }
      }
    }
    return false;
  }

  bool isIgnored(const std::string& heading) const {
    return std::any_of(layout_.ignored.begin(), layout_.ignored.end(),
                       [&](const std::string& pattern) { return fitPattern(pattern, heading).has_value(); });
  }

  bool isLabelOrIgnored(const std::string& heading) const {
    const auto isOne = [&](const std::string& pattern) { return fitPattern(pattern, heading).has_value(); };
    return isIgnored(heading) ||
           std::any_of(layout_.labels.begin(), layout_.labels.end(), [&](const sdk::LayoutLabel& label) {
             return std::any_of(label.headings.begin(), label.headings.end(), isOne);
           });
  }

  void bindLabels() {
    for (std::size_t i = 0; i < layout_.labels.size(); ++i) {
      for (const std::string& pattern : layout_.labels[i].headings) {
        for (std::size_t column = 1; column < headings_.size(); ++column) {
          if (!headings_[column].empty() && fitPattern(pattern, headings_[column])) {
            bound_.labels[i].push_back(column);
          }
        }
      }
    }
  }

  void refuseMisfit(const std::vector<std::string>& unknown, const std::set<std::string>& doubled) const {
    std::vector<std::string> faults;
    const auto lack = [&](const std::string& heading) {
      const auto near = base::nearest(heading, unknown);
      faults.push_back("lacks " + quoted(heading) + (near ? " (is " + quoted(*near) + " meant?)" : ""));
    };
    for (std::size_t i = 0; i < layout_.labels.size(); ++i) {
      if (bound_.labels[i].empty()) {
        lack(layout_.labels[i].headings.front());
      }
    }
    for (const sdk::ValueColumn& value : layout_.values) {
      const bool found = std::any_of(bound_.values.begin(), bound_.values.end(),
                                     [&](const BoundLayout::Value& bound) { return bound.column == &value; });
      if (value.required && !found) {
        lack(value.headings.front());
      }
    }
    for (const std::string& heading : doubled) {
      faults.push_back("has " + quoted(heading) + " more than once");
    }
    for (const std::string& heading : unknown) {
      faults.push_back("has " + quoted(heading) + ", which is not known");
    }
    if (!faults.empty()) {
      throw refusal(path_, "has headings that do not fit" + inSheet() + ": it " + base::joinWords(faults), kUseThese);
    }
  }

  void bindBases() {
    for (BoundLayout::Value& value : bound_.values) {
      if (value.column->base.empty()) {
        continue;
      }
      for (std::size_t column = 1; column < headings_.size(); ++column) {
        if (const auto fit = fitPattern(value.column->base, headings_[column])) {
          value.base_at = column;
          value.base_year = fit->year;
        }
      }
      if (value.base_at == 0) {
        throw refusal(path_, "lacks the heading " + quoted(value.column->base) + inSheet(), kUseThese);
      }
    }
  }

  void findEnd() {
    bound_.last_row = bound_.cells.rows();
    if (layout_.ends.empty()) {
      return;
    }
    const std::string wanted = base::lower(layout_.ends);
    for (std::size_t row = bound_.heading_row + 1; row <= bound_.cells.rows(); ++row) {
      for (std::size_t column = 1; column <= bound_.cells.columns(); ++column) {
        const std::string text = base::lower(textAt(row, column));
        if (text.starts_with(wanted)) {
          bound_.last_row = row - 1;
          return;
        }
        if (!text.empty()) {
          break;
        }
      }
    }
    throw refusal(
        path_,
        "has no row that begins with " + quoted(layout_.ends) + inSheet() + ", by which the end of its table is known",
        "It may be cut short, or another edition. None of its rows were taken.");
  }

  [[noreturn]] void refuseTwoPeriods(base::Month one, base::Month other, std::size_t row, std::size_t column) const {
    throw refusal(path_,
                  "names two periods above its headings" + inSheet() + ", to " + one.longName() + " and to " +
                      other.longName() + " (" + ooxml::cellAddress(row, column) + ")",
                  "Which of them its figures are of cannot be known. None of its rows were taken.");
  }

  void findPeriod() {
    if (layout_.titles.empty()) {
      return;
    }
    for (std::size_t row = 1; row < bound_.heading_row; ++row) {
      for (std::size_t column = 1; column <= bound_.cells.columns(); ++column) {
        if (bound_.cells.isHidden(row, column)) {
          continue;
        }
        const TitlePeriod named = periodOfTitle(bound_.cells.at(row, column).text, layout_.titles);
        if (!named.month) {
          continue;
        }
        const std::optional<base::Month> other =
            bound_.period && *bound_.period != *named.month ? bound_.period : named.other;
        if (other) {
          refuseTwoPeriods(*named.month, *other, row, column);
        }
        bound_.period = named.month;
      }
    }
    if (!bound_.period) {
      throw refusal(
          path_,
          "has no title" + inSheet() + " that names its period, such as '" + layout_.titles.front() + " December 2019'",
          kUseThese);
    }
  }

  const std::filesystem::path& path_;
  const sdk::Layout& layout_;
  BoundLayout bound_;
  std::vector<std::string> headings_;  ///< [column]
};

}  // namespace

std::string BoundLayout::placeOf(std::size_t row, std::size_t column) const {
  const std::string address = ooxml::cellAddress(row, column);
  return sheet.empty() ? "cell " + address : sheet + ", cell " + address;
}

bool hasHeading(const ooxml::SheetCells& cells, const sdk::Layout& layout) { return headingRowOf(cells, layout) > 0; }

BoundLayout bindLayout(const std::filesystem::path& path, const sdk::Layout& layout, std::string sheet,
                       ooxml::SheetCells cells) {
  return Binder(path, layout, std::move(sheet), std::move(cells)).bind();
}

}  // namespace boardpack::feed
