#pragma once
#include "base/month.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::series {

enum class MeasureKind { Count, Sum, Mean, Share, Rate, Ratio, Derive };
enum class Better { Neither, Lower, Higher };
enum class Window { Month, Mrt, Ytd };

/// The name in files and on the command line: "month", "mrt", "ytd".
const char* windowName(Window window);

enum class ChartKind {
  Xmr,             ///< monthly values with mean and limits
  MrtAgainstYear,  ///< 12-month rolling total against the year before
  ChangeByGroup,   ///< ranked bars: change of the MRT of each group of a breakdown
  StackedColumns,  ///< months as columns, a breakdown's groups stacked (six groups at the most)
  SmallMultiples   ///< a small line a group of a breakdown
};

/// Months that a series has at the most, the pack's with them: no chart can show more.
inline constexpr int kHistoryMonths = 60;

struct ChartSpec {
  ChartKind kind = ChartKind::Xmr;
  std::string breakdown;  ///< of the last three kinds
  int months = 36;        ///< shown, at the most
};

struct BreakdownInfo {
  std::string id;     ///< column or area level: "category", "district"
  std::string label;  ///< heading: "Category", "Borough"
  bool is_area = false;
};

/// What writers and statistics need to know of a measure: a value, made once from its definition.
struct MeasureInfo {
  std::string name;      ///< "recorded_crime"
  std::string title;     ///< "Recorded crime"
  std::string sentence;  ///< the definition in English
  MeasureKind kind = MeasureKind::Count;
  std::string unit;  ///< "", "%", "minutes", "£", "per 1,000 people"
  int decimals = 0;  ///< of a shown value
  Better better = Better::Neither;
  std::optional<double> target;      ///< in the unit of the values (a share of 0.9 is 90)
  std::vector<std::string> pillars;  ///< ids, in the order of the plan
  std::vector<std::string> serves;   ///< as written in the script
  std::vector<Window> windows;
  std::vector<BreakdownInfo> breakdowns;
  std::vector<ChartSpec> charts;
  std::string note;
  std::string owner;
  std::string script;   ///< file and line of its declaration, relative to the scripts folder
  bool adds_up = true;  ///< counts, sums, and what only adds them: groups add up to the force, months to a window

  bool has(Window window) const;
  /// The shortest window it is reported over: tables and figures.csv give every month of every group over it.
  Window shortest() const;
  /// Whether the title says the unit ("Recorded crime per 1,000 people"), so that no words beside it say it again.
  bool titleSaysUnit() const;
};

}  // namespace boardpack::series
