#pragma once
#include <boardpack/sdk/layout.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::sdk {

/// How the text of a source cell becomes the value of a canonical column. A cell is trimmed first; a blank one is
/// unknown (NULL). A cell that does not parse rejects its row, with file, record, column and reason.
enum class Parse {
  Text,          ///< as it stands
  Code,          ///< one of `codes` (source text, canonical text); another text rejects the row
  Key,           ///< digested; never kept as text
  Month,         ///< "2025-03": the first of the month
  Day,           ///< "2025-03-07"
  UtcTime,       ///< "2025-06-30T23:00:00+00:00": turned into UK local time
  YesNo,         ///< "True" or "False", in any case
  Number,        ///< digits with an optional point and up to four decimals, no separators
  SignedNumber,  ///< the same, with "-" before what is below zero
  LsoaArea       ///< an LSOA name ("Redcar and Cleveland 012B"): the force's district of that name, else
                 ///< kOutsideForce; blank is kAreaNotKnown
};

struct ColumnMap {
  std::string target;  ///< canonical column
  std::string source;  ///< header name
  Parse parse = Parse::Text;
  std::vector<std::pair<std::string, std::string>> codes;  ///< of Parse::Code
};

/// Which rows go to which table. The first route whose condition holds takes the row.
struct RowRoute {
  std::string table;
  std::string when_source;  ///< header name; "" takes every row
  std::string when_equals;  ///< the cell's text
  std::vector<ColumnMap> columns;
};

/// A header name of the extract. Names that are not listed are an error when the file is matched.
struct SourceColumn {
  std::string name;
  bool required = true;
};

enum class Covers {
  FileMonth,   ///< the month in the file's name; a row of another month is rejected
  Everything,  ///< the file is the whole of what it tells (population): it has no months
  Editions     ///< every file counts: its rows say their period and when they were published, and of two that tell the
               ///< same the later one is taken
};

/// One kind of extract, as data: the file names and header it is known by, and which native column goes where.
struct Feed {
  std::string name;       ///< "street": unique within a force
  std::string title;      ///< "police.uk street-level crime"
  std::string publisher;  ///< "police.uk"
  /// The file name; "{month}" stands for YYYY-MM. Each may also end in ".gz".
  std::string file_name;
  Covers covers = Covers::FileMonth;
  std::vector<SourceColumn> header;
  std::vector<RowRoute> routes;
  double reject_threshold = 0.01;  ///< a run fails when a larger share of a feed's rows is rejected
  /// How finely the extract gives its dates: "month"; "day" where times of Parse::UtcTime are dates with an empty time
  /// of day, so that scripts may not ask for hours and minutes; "" where times are given as its columns say.
  std::string precision;
  /// Of Covers::Editions: more names that the files have had; in these and in `file_name` "*" stands for anything.
  std::vector<std::string> other_file_names = {};
  /// Not empty for a workbook, or a CSV file with titles above its header: `header` then lists the columns that the
  /// layouts give.
  std::vector<Layout> layouts = {};
};

}  // namespace boardpack::sdk
