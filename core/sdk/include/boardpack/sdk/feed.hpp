#pragma once
#include <boardpack/sdk/date.hpp>
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
  Key,           ///< an identifier: digested with the workspace's secret; never kept as text
  Month,         ///< "2025-03": the first of the month
  Day,           ///< "2025-03-07"
  UtcTime,       ///< "2025-06-30T23:00:00+00:00": turned into UK local time
  YesNo,         ///< "True" or "False", in any case
  Number,        ///< digits with an optional point and up to four decimals, no separators
  SignedNumber,  ///< the same, with "-" before what is below zero
  LsoaArea,      ///< an LSOA name ("Redcar and Cleveland 012B"): the force's district of that name; kAreaNotKnown where
                 ///< a successor of districts is named, and where the cell is blank; else kOutsideForce
  Codes,        ///< several of `codes`, separated by ";", "," or "|": their canonical texts, each once, in order of the
                ///< alphabet, with kSeveral between
  UkDay,        ///< "07/03/2025" or "7/3/2025": day, month, year
  LocalTime,    ///< "2025-03-07 14:05", with or without seconds, a space or a T: as the clock on the wall stood
  UkLocalTime,  ///< "07/03/2025 14:05", with or without seconds: the same
  Flag,         ///< "Y" or "N", "Yes" or "No", "True" or "False", "1" or "0", in any case
  Whole,        ///< digits alone
  Amount,       ///< "-1,234.50", "£1,234": a sign, a pound sign and commas between groups of three may stand
  Seconds,      ///< whole seconds: "536", or "8:56" (minutes), or "00:08:56" (hours); the column is a Number
  ExtractedOn,  ///< the day the extract was made; `source` is ""
  UtcDay        ///< as UtcTime, of a source that gives days alone, each as midnight in the UK: its day
};

/// What becomes of a text that is not in the list of codes.
enum class Unlisted {
  Reject,   ///< its row is rejected: nothing may be counted without it
  NotKnown  ///< the column is unknown (NULL), the row counts, and each such text is told with the number of its rows
};

struct ColumnMap {
  std::string target;  ///< canonical column
  std::string source;  ///< header name
  Parse parse = Parse::Text;
  std::vector<std::pair<std::string, std::string>> codes;  ///< of Parse::Code and Parse::Codes; canonical "" is unknown
  /// Of `codes`. Texts that are told are shown: NotKnown is for columns that name no person and hold no free text.
  Unlisted unlisted = Unlisted::Reject;
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

/// A column that says whose rows these are. A row that names another force is rejected, and a file of which most rows
/// do is refused; a blank cell names none. Names are compared without regard to capitals, blanks, hyphens, "&" or
/// "and".
struct OwnRows {
  std::string source;                   ///< header name
  std::vector<std::string> names = {};  ///< how this force is named there, besides Force::name and Force::short_name
};

enum class Covers {
  FileMonth,   ///< the month in the file's name, or that of the day in it; a row of another month is rejected
  Everything,  ///< the file is the whole of what it tells (population): it has no months
  Rolling,     ///< `months` months to the one in the file's name, or to the last whole month when it was extracted
  History,     ///< every month from `since` to the last whole one when it was extracted, also those without a row
  Editions     ///< every file counts: its rows say their period and when they were published, and of two that tell the
               ///< same the later one is taken
};

/// One kind of extract, as data: the file names and header it is known by, and which native column goes where.
struct Feed {
  std::string name;       ///< "street": unique within a force
  std::string title;      ///< "police.uk street-level crime"
  std::string publisher;  ///< "police.uk"
  /// The file name; "{month}" stands for YYYY-MM, "{date}" for YYYY-MM-DD, the day of extraction. Each may also end in
  /// ".gz".
  std::string file_name;
  Covers covers = Covers::FileMonth;
  std::vector<SourceColumn> header;
  std::vector<RowRoute> routes;
  double reject_threshold = 0.01;  ///< a run fails when a larger share of a feed's rows is rejected
  /// Of Covers::Editions: more names that the files have had; in these and in `file_name` "*" stands for anything.
  std::vector<std::string> other_file_names = {};
  /// Not empty for a workbook, or a CSV file with titles above its header: `header` then lists the columns that the
  /// layouts give.
  std::vector<Layout> layouts = {};
  int months = 0;                         ///< of Covers::Rolling
  std::optional<Date> since = {};         ///< of Covers::History: the first of a month
  std::string extracted_on_column = {};   ///< header name whose cell is the day of extraction, the same in every row
  std::optional<Date> extracted_on = {};  ///< the day of extraction where neither name nor column says it
  /// How many of the newest whole months of an extract are not complete in it: rows of theirs are still to come. Their
  /// figures are provisional.
  int months_incomplete = 0;
  std::vector<OwnRows> own_rows = {};
};

}  // namespace boardpack::sdk
